import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/delete-records.html
extension CRMCall {
  /// `DELETE /{module}?ids=`
  func delete(_ module: CRMModule) throws -> ZohoReply {
    let ids = names(try parameter("ids"))
    guard ids.count <= 100 else {
      throw Refusal.crm(
        400, "LIMIT_EXCEEDED", "Record count exceeded",
        details: ["limit": 100, "param_name": "ids"])
    }
    return RowOutcome.reply(try ids.map { try delete($0, from: module) }, success: 200)
  }

  /// `DELETE /{module}/{id}`
  func delete(_ module: CRMModule, _ ids: [Int64]) throws -> ZohoReply {
    RowOutcome.reply(try ids.map { try delete(String($0), from: module) }, success: 200)
  }

  func delete(_ text: String, from module: CRMModule) throws -> RowOutcome {
    let details: JSONObject = ["id": .string(text)]
    guard let id = Int64(text) else {
      return .failure("INVALID_DATA", "the id given seems to be invalid", details)
    }
    let writer = try RecordWriter(module, self)
    return try outcome {
      guard let draft = try writer.draft(id) else {
        return .failure("INVALID_DATA", "the id given seems to be invalid", details)
      }
      if draft.number("Converted__s") != 1 { try writer.requireOpen(draft, action: "delete") }
      try remove(id, from: module)
      return .success("record deleted", details: .object(details))
    }
  }

  /// Moves a record to the recycle bin, with its notes; lookups that led to it are emptied.
  /// - Parameter parent: the record that it goes with.
  private func remove(_ id: Int64, from module: CRMModule, with parent: Int64? = nil) throws {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM \(module.table) WHERE id = ?", arguments: [id])
    else { return }
    let kept = DeletedRecord(row, references: try references(to: id, of: module))
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO crm_deleted (id, module, display_name, deleted_time, deleted_by,
          created_by, owner, record, deleted_with)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, module.apiName, row[module.nameField] as String?, seconds, userID,
        row["Created_By"] as Int64?, row["Owner"] as Int64?, kept.text, parent,
      ])
    try db.execute(sql: "DELETE FROM \(module.table) WHERE id = ?", arguments: [id])
    try EffectsLedger.append(
      Effect(.crm, .deleted, module.apiName, String(id)), at: now, db)
    for reference in kept.references {
      let also = reference.column == "What_Id" ? ", \"$se_module\" = NULL" : ""
      try db.execute(
        sql: """
          UPDATE \(CRMModule.table(reference.module)) SET "\(reference.column)" = NULL\(also)
          WHERE "\(reference.column)" = ?
          """, arguments: [id])
    }
    guard module.apiName != "Notes", let notes = metadata.module("Notes") else { return }
    let hanging = try Int64.fetchAll(
      db, sql: "SELECT id FROM \(notes.table) WHERE \"Parent_Id\" = ?", arguments: [id])
    for note in hanging { try remove(note, from: notes, with: id) }
  }

  /// The lookups that lead to a record. Its stages stay with it in the bin.
  private func references(
    to id: Int64, of module: CRMModule
  ) throws -> [DeletedRecord.Reference] {
    let lookups =
      metadata.references(to: module.apiName).filter { $0.module != "Stage_History" }
      .map { ($0.module, $0.apiName) } + ["Tasks", "Events", "Calls"].map { ($0, "What_Id") }
    return try lookups.compactMap { name, column in
      let ids = try Int64.fetchAll(
        db, sql: "SELECT id FROM \(CRMModule.table(name)) WHERE \"\(column)\" = ?",
        arguments: [id])
      return ids.isEmpty ? nil : DeletedRecord.Reference(module: name, column: column, ids: ids)
    }
  }
}
