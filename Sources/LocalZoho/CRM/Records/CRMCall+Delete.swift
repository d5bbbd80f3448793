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
    guard let id = Int64(text), try remove(id, from: module) else {
      return .failure("INVALID_DATA", "the id given seems to be invalid", details)
    }
    return .success("record deleted", details: .object(details))
  }

  /// Moves a record to the recycle bin, with its notes; lookups that led to it are emptied. False
  /// when there is no such record.
  private func remove(_ id: Int64, from module: CRMModule) throws -> Bool {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT "\(module.nameField)" AS name, "Created_By" AS creator FROM \(module.table)
          WHERE id = ?
          """, arguments: [id])
    else { return false }
    try db.execute(
      sql: """
        INSERT INTO crm_deleted (id, module, display_name, deleted_time, deleted_by, created_by)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, module.apiName, row["name"] as String?, seconds, userID, row["creator"] as Int64?,
      ])
    try db.execute(sql: "DELETE FROM \(module.table) WHERE id = ?", arguments: [id])
    try EffectsLedger.append(
      Effect(.crm, .deleted, module.apiName, String(id)), at: now, db)
    try forget(id, of: module)
    return true
  }

  private func forget(_ id: Int64, of module: CRMModule) throws {
    if module.apiName == "Deals" {
      try db.execute(
        sql: "DELETE FROM crm_Stage_History WHERE \"Deal_Id\" = ?", arguments: [id])
    }
    for field in metadata.references(to: module.apiName) where field.module != "Stage_History" {
      let table = CRMModule.table(field.module)
      try db.execute(
        sql: "UPDATE \(table) SET \(field.column) = NULL WHERE \(field.column) = ?",
        arguments: [id])
    }
    for activity in ["Tasks", "Events", "Calls"] {
      try db.execute(
        sql: """
          UPDATE \(CRMModule.table(activity)) SET "What_Id" = NULL, "$se_module" = NULL
          WHERE "What_Id" = ?
          """, arguments: [id])
    }
    guard module.apiName != "Notes", let notes = metadata.module("Notes") else { return }
    let hanging = try Int64.fetchAll(
      db, sql: "SELECT id FROM \(notes.table) WHERE \"Parent_Id\" = ?", arguments: [id])
    for note in hanging { _ = try remove(note, from: notes) }
  }
}
