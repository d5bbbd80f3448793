/// A record of any CRM module as it was read: every field, and the version it had.
public struct RecordSnapshot: Hashable, Sendable, Codable {
  /// The module by API name, such as `Contacts`.
  public var module: String
  /// The record's id.
  public var id: String
  /// What people call it.
  public var name: String
  /// Its `Modified_Time` as CRM wrote it: the version that a change is based on.
  public var version: String?
  /// Who changed it last, when CRM says so.
  public var modifiedBy: String?
  /// The values by API name; fields without a value may be missing.
  public var values: [String: RecordValue]

  /// A record as it was read.
  public init(
    module: String, id: String, name: String, version: String?, modifiedBy: String? = nil,
    values: [String: RecordValue]
  ) {
    self.module = module
    self.id = id
    self.name = name
    self.version = version
    self.modifiedBy = modifiedBy
    self.values = values
  }

  /// The value of a field; nothing when the record has none.
  public subscript(field: String) -> RecordValue { values[field] ?? .empty }

  /// What names it: the module and the id.
  public var key: RecordKey { RecordKey(module: module, id: id, name: name) }
}

/// A record by module and id, with the name it had when it was read.
public struct RecordKey: Hashable, Sendable, Codable {
  /// The module by API name.
  public var module: String
  /// The record's id.
  public var id: String
  /// What people call it.
  public var name: String

  /// A record by module and id.
  public init(module: String, id: String, name: String) {
    self.module = module
    self.id = id
    self.name = name
  }
}
