import FoundationEssentials
import GRDB

/// A tag of a module. Records keep copies of theirs in `Tag`.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-tag-list.html
struct CRMTag: Hashable, Sendable {
  static let longestName = 25
  static let mostOfModule = 100
  static let mostOfRecord = 10
  static let colours = [
    "#57B1FD", "#879BFC", "#658BA8", "#FD87BD", "#969696", "#F48435", "#1DB9B4", "#E7A826",
    "#63C57E", "#F17574", "#D297EE", "#A8C026", "#B88562",
  ]

  var id: Int64
  var module: String
  var name: String
  var colour: String?

  init(_ row: Row) {
    id = row["id"]
    module = row["module"]
    name = row["name"]
    colour = row["color_code"]
  }

  /// As a record shows it.
  var json: JSONValue {
    ["name": .string(name), "id": .string(String(id)), "color_code": JSONValue(colour)]
  }
}

/// The tags of the organization.
struct TagTable {
  let call: CRMCall

  init(_ call: CRMCall) { self.call = call }

  func tag(_ id: Int64) throws -> CRMTag? {
    try Row.fetchOne(call.db, sql: "SELECT * FROM crm_tags WHERE id = ?", arguments: [id])
      .map(CRMTag.init)
  }

  func tag(named name: String, of module: CRMModule) throws -> CRMTag? {
    try Row.fetchOne(
      call.db, sql: "SELECT * FROM crm_tags WHERE module = ? AND name = ?",
      arguments: [module.apiName, name]
    ).map(CRMTag.init)
  }

  func add(_ name: String, _ colour: String?, to module: CRMModule) throws -> CRMTag {
    let id = try RecordIDs.reserve(1, .crm, call.db).lowerBound
    try call.db.execute(
      sql: "INSERT INTO crm_tags VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        id, module.apiName, name, colour, call.seconds, call.seconds, call.userID, call.userID,
      ])
    try log(.created, id, ["name": .string(name), "module": .string(module.apiName)])
    return try tag(id) ?? CRMTag(id: id, module: module.apiName, name: name, colour: colour)
  }

  func log(_ verb: Effect.Verb, _ id: Int64, _ summary: JSONObject) throws {
    try EffectsLedger.append(
      Effect(.crm, verb, "tags", String(id), summary), at: call.now, call.db)
  }

  /// The ids of the records that bear a tag.
  func records(with tag: CRMTag) throws -> [Int64] {
    try Int64.fetchAll(
      call.db,
      sql: """
        SELECT id FROM \(CRMModule.table(tag.module))
        WHERE "Tag" IS NOT NULL AND EXISTS (
          SELECT 1 FROM json_each("Tag") WHERE json_extract(value, '$.id') = ?)
        """, arguments: [String(tag.id)])
  }

  /// Changes the copies of a tag in its records: another in its place, or none.
  func replace(_ tag: CRMTag, by other: CRMTag?) throws {
    for record in try records(with: tag) {
      var tags = try tags(of: record, in: tag.module).filter { $0["id"] != .string(String(tag.id)) }
      if let other, !tags.contains(where: { $0["id"] == .string(String(other.id)) }) {
        tags.append(other.json)
      }
      try call.db.execute(
        sql: "UPDATE \(CRMModule.table(tag.module)) SET \"Tag\" = ? WHERE id = ?",
        arguments: [JSONValue.array(tags).text, record])
    }
  }

  private func tags(of record: Int64, in module: String) throws -> [JSONValue] {
    let text = try String.fetchOne(
      call.db, sql: "SELECT \"Tag\" FROM \(CRMModule.table(module)) WHERE id = ?",
      arguments: [record])
    return try text.map { try JSONValue(parsing: $0) }?.arrayValue ?? []
  }
}

extension CRMTag {
  init(id: Int64, module: String, name: String, colour: String?) {
    self.id = id
    self.module = module
    self.name = name
    self.colour = colour
  }
}
