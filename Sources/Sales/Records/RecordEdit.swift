/// Fields of a record of CRM about to change.
public struct RecordEdit: Hashable, Sendable, Codable {
  /// The module of deals.
  public static let deals = "Deals"

  /// The module by API name, such as `Deals`.
  public var module: String
  /// The record's id.
  public var id: String
  /// The record's name, for the outbox.
  public var name: String
  /// The new values by API name; an empty one empties a field.
  public var fields: [String: RecordValue]
  /// The version the user saw, as CRM wrote it (`Modified_Time`): a change of the same fields after it
  /// is asked about. Nil to write over whatever is there.
  public var version: String?
  /// What these fields held when the user saw them; nil when that is not known.
  public var base: [String: RecordValue]?

  /// Fields of a record about to change.
  public init(
    module: String, id: String, name: String, fields: [String: RecordValue], version: String?,
    base: [String: RecordValue]? = nil
  ) {
    self.module = module
    self.id = id
    self.name = name
    self.fields = fields
    self.version = version
    self.base = base
  }

  /// The edit that takes this one back, from the version that it made; nil when it is not known what
  /// was there before.
  public func reversed(version: String?) -> RecordEdit? {
    guard let base else { return nil }
    return RecordEdit(
      module: module, id: id, name: name,
      fields: fields.mapValues { _ in .empty }
        .merging(base) { $1 }, version: version, base: fields)
  }
}
