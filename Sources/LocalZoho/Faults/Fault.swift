/// One way the server misbehaves, for the calls that it matches.
public struct Fault: Sendable, Hashable {
  /// What goes wrong.
  public enum Kind: Sendable, Hashable {
    /// The call is held back, then answered as usual.
    case delay(milliseconds: Int)
    /// The call is not handled; this is the reply.
    case reply(status: Int, contentType: String, body: String, headers: [String: String])
    /// The call is handled; the connection ends after so many bytes of the reply's body.
    case cut(afterBytes: Int)
    /// The call is handled; the connection ends without a byte.
    case applyThenDrop
    /// The connection ends without a byte; the call is never handled.
    case drop
    /// The connection ends without a byte; the call is handled so much later.
    case dropThenApply(milliseconds: Int)
    /// The access token is refused as if it had expired.
    case invalidToken
  }

  /// What goes wrong.
  public var kind: Kind
  /// Nil matches every method.
  public var method: String?
  /// The start of the path, with its slash: `/books/v3/invoices`.
  public var pathPrefix: String
  /// How many matching calls pass unharmed before the first one fails.
  public var skipping: Int
  /// How many calls it happens to.
  public var count: Int

  /// A fault for the next `count` calls that match, after `skipping` others.
  public init(
    _ kind: Kind, method: String? = nil, pathPrefix: String = "/", skipping: Int = 0,
    count: Int = 1
  ) {
    self.kind = kind
    self.method = method
    self.pathPrefix = pathPrefix
    self.skipping = skipping
    self.count = count
  }

  func matches(method: String, path: String) -> Bool {
    (self.method ?? method) == method && path.hasPrefix(pathPrefix)
  }
}
