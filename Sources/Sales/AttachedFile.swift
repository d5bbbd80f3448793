/// A file that hangs on an invoice.
public struct AttachedFile: Hashable, Sendable, Codable {
  /// The id at Books.
  public let id: Identifier<AttachedFile>
  /// Its name.
  public var name: String
  /// How many bytes it has; nil when that is not said.
  public var size: Int?

  /// A file that hangs on an invoice.
  public init(id: Identifier<AttachedFile>, name: String, size: Int?) {
    self.id = id
    self.name = name
    self.size = size
  }
}
