import FoundationEssentials
import GRDB

/// What happened to a record, as its timeline tells it.
/// https://www.zoho.com/crm/developer/docs/api/v8/timeline-of-a-record.html
struct Timeline {
  /// By which way a change came.
  enum Source: String, Sendable {
    case api = "crm_api"
    case blueprint, convert
    case massUpdate = "mass_update"
  }

  let call: CRMCall

  init(_ call: CRMCall) { self.call = call }

  /// - Parameter details: members of the entry beside those that every entry has.
  func append(
    _ action: String, _ source: Source, _ module: CRMModule, _ id: Int64, name: String?,
    _ details: JSONObject = JSONObject()
  ) throws {
    try call.db.cachedStatement(
      sql: """
        INSERT INTO crm_timeline
          (id, module, record_id, record_name, time, action, source, done_by, details)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      try RecordIDs.reserve(1, .crm, call.db).lowerBound, module.apiName, id, name, call.seconds,
      action, source.rawValue, call.userID, JSONValue.object(details).text,
    ])
  }

  /// The fields that differ, with what they held before and hold now.
  func history(from old: RecordDraft, to new: RecordDraft) throws -> JSONValue {
    let silent: Set<String> = [
      "id", "Modified_By", "Modified_Time", "Last_Activity_Time", "Stage_Modified_Time",
    ]
    var changes: [JSONValue] = []
    for (index, field) in new.fields.enumerated()
    where new.values[index] != old.values[index] && !silent.contains(field.apiName)
      && !field.apiName.hasPrefix("$")
    {
      changes.append([
        "data_type": .string(field.dataType.zohoName),
        "enable_colour_code": JSONValue(field.apiName == "Stage"),
        "pick_list_values": [], "field_label": .string(field.label),
        "api_name": .string(field.apiName), "id": .string(field.id),
        "_value": [
          "new": try shown(new.values[index], field), "old": try shown(old.values[index], field),
        ],
      ])
    }
    return .array(changes)
  }

  /// A value in words.
  private func shown(_ value: DatabaseValue, _ field: CRMField) throws -> JSONValue {
    if value.isNull { return .null }
    switch field.dataType.storage {
    case .text, .date, .json: return JSONValue(String.fromDatabaseValue(value))
    case .boolean: return .string(Bool.fromDatabaseValue(value) == true ? "true" : "false")
    default: break
    }
    guard let number = Int64.fromDatabaseValue(value) else { return .null }
    switch field.dataType {
    case .datetime:
      return .string(Timestamp.crm(Date(timeIntervalSince1970: Double(number))))
    case .ownerlookup: return call.users.reference(number)["name"] ?? .null
    case .lookup:
      guard let target = field.lookupModule.flatMap(call.metadata.module) else { break }
      return JSONValue(try call.recordName(number, in: target))
    case .layout:
      return JSONValue(call.metadata.layouts.first { $0.id == String(number) }?.name)
    default: break
    }
    return .string(
      ScaledNumber.text(number, places: field.isReference ? 0 : field.decimalPlaces))
  }
}

extension CRMCall {
  /// The name of a record; nil when there is no such record or it has none.
  func recordName(_ id: Int64, in module: CRMModule) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT \"\(module.nameField)\" FROM \(module.table) WHERE id = ?"),
      arguments: [id])
  }
}
