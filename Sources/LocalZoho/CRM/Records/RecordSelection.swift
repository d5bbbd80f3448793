import FoundationEssentials
import GRDB

/// What a query selects, and how a row of it becomes JSON without a detour.
struct RecordSelection {
  private var outputs: [Output] = []
  private(set) var expressions: [String] = []

  private struct Output {
    var key: String
    var field: CRMField
    /// The place of its first expression.
    var place: Int
  }

  var count: Int { outputs.count }

  /// Adds a column under a key of the JSON.
  mutating func add(_ key: String, _ column: RecordSource.Column, _ source: inout RecordSource) {
    outputs.append(Output(key: key, field: column.field, place: expressions.count))
    expressions.append(column.sql)
    if let name = source.nameOf(column) { expressions.append(name) }
    if column.field.dataType == .parent {
      expressions.append("r.\"$se_module\"")
      expressions.append("(SELECT id FROM crm_modules WHERE apiName = r.\"$se_module\")")
    }
  }

  /// Adds a computed expression whose values are like those of a field.
  mutating func add(_ key: String, _ expression: String, like field: CRMField) {
    outputs.append(Output(key: key, field: field, place: expressions.count))
    expressions.append(expression)
  }

  /// The fields of a module by name, unknown names left out as Zoho does; always with the id.
  static func fields(_ names: [String]?, _ source: inout RecordSource, _ metadata: CRMMetadata)
    -> RecordSelection
  {
    var selection = RecordSelection()
    let all = metadata.fields(of: source.module.apiName).map(\.apiName)
    var seen: Set<String> = ["id"]
    for name in names ?? all where seen.insert(name).inserted {
      guard let field = metadata.field(name, of: source.module.apiName) else { continue }
      selection.add(
        name, RecordSource.Column(sql: "r.\(field.column)", field: field), &source)
    }
    selection.add(
      "id", RecordSource.Column(sql: "r.id", field: CRMField("id", "ID", .bigint)), &source)
    return selection
  }

  /// Appends a row as a JSON object.
  func write(_ row: Row, _ users: CRMUsers, to writer: inout JSONWriter) {
    for (index, output) in outputs.enumerated() {
      writer.append(raw: index == 0 ? "{" : ",")
      writer.append(output.key)
      writer.append(raw: ":")
      write(output, row, users, to: &writer)
    }
    writer.append(raw: outputs.isEmpty ? "{}" : "}")
  }

  private func write(
    _ output: Output, _ row: Row, _ users: CRMUsers, to writer: inout JSONWriter
  ) {
    let field = output.field
    switch field.dataType.storage {
    case .text, .date:
      guard let text = row[output.place] as String? else { return writer.append(raw: "null") }
      writer.append(text)
    case .json: writer.append(raw: row[output.place] as String? ?? emptyJSON(field))
    case .number:
      guard let number = row[output.place] as Int64? else { return writer.append(raw: "null") }
      writer.append(raw: ScaledNumber.text(number, places: field.decimalPlaces))
    case .boolean: writer.append(raw: (row[output.place] as Bool? ?? false) ? "true" : "false")
    case .datetime:
      guard let seconds = row[output.place] as Int64? else { return writer.append(raw: "null") }
      writer.append(Timestamp.crm(Date(timeIntervalSince1970: Double(seconds))))
    case .id:
      guard let id = row[output.place] as Int64? else { return writer.append(raw: "null") }
      writeReference(id, output, row, users, to: &writer)
    }
  }

  private func emptyJSON(_ field: CRMField) -> String {
    field.dataType == .jsonobject ? "null" : "[]"
  }

  private func writeReference(
    _ id: Int64, _ output: Output, _ row: Row, _ users: CRMUsers, to writer: inout JSONWriter
  ) {
    switch output.field.dataType {
    case .bigint: writer.append(raw: "\"\(id)\"")
    case .ownerlookup: writer.append(raw: users.json(id))
    default:
      writer.append(raw: "{")
      if output.field.dataType == .parent, let module = row[output.place + 2] as String? {
        writer.append(raw: "\"module\":{\"api_name\":")
        writer.append(module)
        writer.append(raw: ",\"id\":")
        writer.append(row[output.place + 3] as String? ?? "")
        writer.append(raw: "},")
      }
      if output.field.dataType == .layout {
        writer.append(raw: "\"display_label\":")
        writer.append(row[output.place + 1] as String? ?? "")
        writer.append(raw: ",")
      }
      writer.append(raw: "\"name\":")
      if let name = row[output.place + 1] as String? {
        writer.append(name)
      } else {
        writer.append(raw: "null")
      }
      writer.append(raw: ",\"id\":\"\(id)\"}")
    }
  }
}
