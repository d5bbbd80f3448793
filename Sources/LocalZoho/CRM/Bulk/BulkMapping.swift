import GRDB

/// Which column of a Bulk Write file goes into which field.
/// https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/create-job.html
struct BulkMapping {
  let field: CRMField
  /// The column, from 0; nil when only the default value fills the field.
  let index: Int?
  /// For a lookup: the field of the other module that the column holds.
  let findBy: String?
  let defaultValue: JSONValue?

  init(_ field: CRMField, index: Int?, findBy: String? = nil, defaultValue: JSONValue? = nil) {
    self.field = field
    self.index = index
    self.findBy = findBy
    self.defaultValue = defaultValue
  }

  /// Reads one of `field_mappings`.
  /// - Throws: ``Refusal``.
  init(_ value: JSONValue, _ module: CRMModule, _ metadata: CRMMetadata) throws {
    let name = value["api_name"]?.stringValue ?? ""
    guard let field = metadata.field(name, of: module.apiName), !name.isEmpty else {
      throw Refusal.crm(
        400, "INVALID_FIELD", "invalid mapping. invalid api_name \(name).",
        details: ["api_name": .string(name)])
    }
    let given = value["default_value"].flatMap { $0["value"] ?? ($0.objectValue == nil ? $0 : nil) }
    let index = value["index"]?.intValue
    guard index.map({ $0 >= 0 }) ?? (given != nil && given != .null) else {
      throw Refusal.crm(
        400, "COLUMN_INDEX_NOT_FOUND",
        "required key index for field \(name) is not found in request body.",
        details: ["api_name": .string(name)])
    }
    self.init(
      field, index: index, findBy: value["find_by"]?.stringValue,
      defaultValue: given == .null ? nil : given)
  }

  /// What the row puts into the field; nil leaves the field alone.
  /// - Throws: ``RowOutcome`` when a lookup leads nowhere, or an error of the database.
  func value(_ row: [String], ignoringEmpty: Bool, _ call: CRMCall) throws -> JSONValue? {
    let text = index.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
    guard text.isEmpty else { return try value(of: text, call) }
    if let defaultValue {
      guard let text = defaultValue.stringValue else { return defaultValue }
      return try value(of: text, call)
    }
    return ignoringEmpty ? nil : .null
  }

  private func value(of text: String, _ call: CRMCall) throws -> JSONValue {
    switch field.dataType {
    case .integer, .double, .currency, .percent:
      guard let number = try? JSONValue(parsing: text), number.numberValue != nil else {
        return .string(text)
      }
      return number
    case .boolean:
      switch text.lowercased() {
      case "true", "1": return true
      case "false", "0": return false
      default: return .string(text)
      }
    case .multiselectpicklist:
      return .array(text.split(separator: ";").map { .string(String($0)) })
    case .jsonarray, .jsonobject: return (try? JSONValue(parsing: text)) ?? .string(text)
    case .lookup, .ownerlookup, .relatedTo, .parent: return ["id": .string(try id(text, call))]
    default: return .string(text)
    }
  }

  private func id(_ text: String, _ call: CRMCall) throws -> String {
    guard let findBy, findBy != "id",
      let target = field.lookupModule.flatMap(call.metadata.module),
      let key = call.metadata.field(findBy, of: target.apiName)
    else { return text }
    let found = try Int64.fetchOne(
      call.db, sql: "SELECT id FROM \(target.table) WHERE \(key.column) = ? ORDER BY id LIMIT 1",
      arguments: [FieldComparison.value(text, key)])
    guard let found else { throw RowOutcome.failure(.unknownID, field.apiName, row: 0) }
    return String(found)
  }
}
