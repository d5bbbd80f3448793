import Foundation
import GRDB

/// A field an organization added to a kind of record.
struct CustomField: Hashable, Sendable {
  /// The kinds of record that have custom fields here.
  enum Entity: String, Sendable {
    case invoice
    case payment = "customer_payment"
    case contact
    case item
    case estimate, salesorder, creditnote
    case recurringInvoice = "recurring_invoice"
    case retainerInvoice = "retainerinvoice"
    case salesReceipt = "salesreceipt"
    case bill, purchaseorder
    case vendorCredit = "vendor_credit"
    case recurringBill = "recurring_bill"
  }

  var id: Int64
  var apiName: String
  var label: String
  var dataType: String
  /// Whether two records may not have the same value.
  var isUnique: Bool
  var position: Int

  static func all(of entity: Entity, _ db: Database) throws -> [CustomField] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM books_custom_fields WHERE entity = ? ORDER BY position",
      arguments: [entity.rawValue]
    ).map { row in
      CustomField(
        id: row["customfield_id"], apiName: row["api_name"], label: row["label"],
        dataType: row["data_type"], isUnique: row["is_unique"], position: row["position"])
    }
  }
}

/// The custom values of records, as bodies set them and replies show them.
struct CustomValues {
  let fields: [CustomField]

  init(_ entity: CustomField.Entity, _ db: Database) throws {
    fields = try CustomField.all(of: entity, db)
  }

  /// Keeps the values a body's `custom_fields` names by id, API name, label or index, or that stand
  /// in it flat as `cf_…`; an empty one takes the value away.
  /// - Throws: code 2 for a field that is not there, and the refusal of a value that must be unique.
  func set(_ body: BooksFields, on record: Int64, _ db: Database) throws {
    for entry in try body.objects("custom_fields") ?? [] {
      try setEntry(entry, on: record, db)
    }
    for field in fields where body.has(field.apiName) {
      try set(field, to: try body.text(field.apiName) ?? "", on: record, db)
    }
  }

  /// One entry of `custom_fields`.
  func setEntry(_ entry: BooksFields, on record: Int64, _ db: Database) throws {
    let id = try entry.id("customfield_id")
    let name = try entry.text("api_name")
    let label = try entry.text("label")
    let index = try entry.integer("index")
    let field = fields.first {
      $0.id == id || $0.apiName == name || $0.label == label
        || id == nil && name == nil && label == nil && $0.position == index
    }
    guard let field else { throw Refusal.booksInvalid("customfield_id") }
    try set(field, to: try entry.text("value") ?? "", on: record, db)
  }

  private func set(
    _ field: CustomField, to value: String, on record: Int64, _ db: Database
  ) throws {
    guard !value.isEmpty else {
      try db.execute(
        sql: "DELETE FROM books_custom_values WHERE record_id = ? AND customfield_id = ?",
        arguments: [record, field.id])
      return
    }
    if field.isUnique, let holder = try self.record(with: field, value, db), holder != record {
      throw Refusal.booksDuplicateCustomValue(field.label)
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO books_custom_values VALUES (?, ?, ?)",
      arguments: [record, field.id, value])
  }

  /// The record that has this value.
  func record(with field: CustomField, _ value: String, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: "SELECT record_id FROM books_custom_values WHERE customfield_id = ? AND value = ?",
      arguments: [field.id, value])
  }

  /// Adds `custom_fields`, `custom_field_hash` and the flat `cf_…` members.
  func append(_ values: [Int64: String], to json: inout JSONObject) {
    var list: [JSONValue] = []
    var hash = JSONObject()
    for field in fields {
      guard let value = values[field.id] else { continue }
      list.append([
        "field_id": .string(String(field.id)), "customfield_id": .string(String(field.id)),
        "index": JSONValue(field.position), "label": .string(field.label),
        "api_name": .string(field.apiName), "data_type": .string(field.dataType),
        "placeholder": .string(field.apiName), "is_active": true, "show_on_pdf": false,
        "value": .string(value), "value_formatted": .string(value),
      ])
      hash.append(field.apiName, .string(value))
      hash.append(field.apiName + "_unformatted", .string(value))
    }
    json.append("custom_fields", .array(list))
    json.append("custom_field_hash", .object(hash))
    for field in fields {
      guard let value = values[field.id] else { continue }
      json.append(field.apiName, .string(value))
      json.append(field.apiName + "_unformatted", .string(value))
    }
  }

  /// The same for the rows of a list, which say less of each field.
  func write(_ values: [Int64: String], to writer: inout JSONWriter) {
    let filled = fields.filter { values[$0.id] != nil }
    writer.append(raw: #","custom_fields":["#)
    for (index, field) in filled.enumerated() {
      writer.append(raw: (index > 0 ? "," : "") + #"{"customfield_id":"\#(field.id)","api_name":"#)
      writer.append(field.apiName)
      writer.append(raw: #","label":"#)
      writer.append(field.label)
      writer.append(raw: #","value":"#)
      writer.append(values[field.id] ?? "")
      writer.append(raw: "}")
    }
    writer.append(raw: #"],"custom_field_hash":{"#)
    for (index, field) in filled.enumerated() {
      if index > 0 { writer.append(raw: ",") }
      writer.append(field.apiName)
      writer.append(raw: ":")
      writer.append(values[field.id] ?? "")
    }
    writer.append(raw: "}")
    for field in filled {
      writer.append(raw: ",")
      writer.append(field.apiName)
      writer.append(raw: ":")
      writer.append(values[field.id] ?? "")
    }
  }

  /// The values of one record, by field.
  static func values(of record: Int64, _ db: Database) throws -> [Int64: String] {
    try values(of: [record], db)[record] ?? [:]
  }

  /// The values of many records, by record and field.
  static func values(
    of records: [Int64], _ db: Database
  ) throws -> [Int64: [Int64: String]] {
    guard !records.isEmpty else { return [:] }
    let marks = Array(repeating: "?", count: records.count).joined(separator: ",")
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM books_custom_values WHERE record_id IN (\(marks))",
      arguments: StatementArguments(records))
    var values: [Int64: [Int64: String]] = [:]
    for row in rows { values[row[0], default: [:]][row[1]] = row[2] }
    return values
  }

  static func remove(from record: Int64, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM books_custom_values WHERE record_id = ?", arguments: [record])
  }
}
