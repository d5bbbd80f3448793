/// A look-up to another record: its id and the name it had when we read it.
public struct Reference<Subject>: Hashable, Sendable, Codable {
  /// The id of the record.
  public let id: Identifier<Subject>
  /// Its name, as untrusted text from the server.
  public let name: String

  /// A look-up to the record of that id and name.
  public init(id: Identifier<Subject>, name: String) {
    self.id = id
    self.name = name
  }
}
