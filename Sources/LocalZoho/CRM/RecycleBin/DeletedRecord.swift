import GRDB

/// A record in the recycle bin: its columns as they stood, and the lookups that led to it.
struct DeletedRecord {
  /// The values by column.
  var columns: JSONObject
  /// Where lookups of others led to it: table, column, and their ids.
  var references: [Reference]

  struct Reference {
    var module: String
    var column: String
    var ids: [Int64]
  }

  init(_ row: Row, references: [Reference]) {
    columns = JSONObject(
      distinct: row.map { name, value in
        JSONObject.Member(name: name, value: Self.json(value))
      })
    self.references = references
  }

  /// - Throws: ``JSONError`` when the text is not one of ours.
  init(parsing text: String) throws {
    let json = try JSONValue(parsing: text)
    columns = json["columns"]?.objectValue ?? JSONObject()
    references = (json["references"]?.arrayValue ?? []).compactMap { reference in
      guard let module = reference["module"]?.stringValue,
        let column = reference["column"]?.stringValue
      else { return nil }
      return Reference(
        module: module, column: column,
        ids: (reference["ids"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap(Int64.init) })
    }
  }

  var text: String {
    let json: JSONValue = [
      "columns": .object(columns),
      "references": .array(
        references.map { reference in
          [
            "module": .string(reference.module), "column": .string(reference.column),
            "ids": .array(reference.ids.map { .string(String($0)) }),
          ]
        }),
    ]
    return json.text
  }

  /// Puts it back into its table, and the lookups back where nothing else stands by now. Columns
  /// that the module has lost are passed over.
  func restore(to module: CRMModule, _ metadata: CRMMetadata, _ db: Database) throws {
    let known = columns.members.filter { metadata.field($0.name, of: module.apiName) != nil }
    let names = known.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let marks = known.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO \(module.table) (\(names)) VALUES (\(marks))",
      arguments: StatementArguments(known.map { Self.stored($0.value) }))
    guard let id = columns["id"].map(Self.stored) else { return }
    for reference in references {
      for other in reference.ids {
        try db.execute(
          sql: """
            UPDATE \(CRMModule.table(reference.module)) SET "\(reference.column)" = ?
            WHERE id = ? AND "\(reference.column)" IS NULL
            """, arguments: [id, other])
        guard reference.column == "What_Id" else { continue }
        try db.execute(
          sql: "UPDATE \(CRMModule.table(reference.module)) SET \"$se_module\" = ? WHERE id = ?",
          arguments: [module.apiName, other])
      }
    }
  }

  private static func json(_ value: DatabaseValue) -> JSONValue {
    if let number = Int64.fromDatabaseValue(value) { return ["number": .string(String(number))] }
    return JSONValue(String.fromDatabaseValue(value))
  }

  private static func stored(_ value: JSONValue) -> DatabaseValue {
    if let number = value["number"]?.stringValue.flatMap(Int64.init) { return number.databaseValue }
    return value.stringValue.databaseValue
  }
}
