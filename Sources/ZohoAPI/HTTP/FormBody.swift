import FoundationEssentials

/// A form without files, as `application/x-www-form-urlencoded`.
public struct FormBody: Hashable, Sendable {
  /// The body.
  public let body: Data
  /// What the header says of it.
  public let contentType = "application/x-www-form-urlencoded"

  /// A form of named texts.
  public init(_ fields: [(name: String, value: String)]) {
    body = Data(QueryText.form(fields).utf8)
  }
}
