import GRDB

/// Writes of the system itself: fields that no client sets in a row.
extension RecordWriter {
  /// Sets fields of a record, tells its timeline and the ledger. Who changed it and when is written
  /// too.
  /// - Returns: the record as it stands then.
  @discardableResult
  func set(
    _ values: [(name: String, value: DatabaseValue)], of old: RecordDraft,
    _ action: String, _ details: JSONObject = JSONObject()
  ) throws -> RecordDraft {
    var draft = old
    for (name, value) in values { draft[name] = value }
    draft["Modified_By"] = call.userID.databaseValue
    draft["Modified_Time"] = call.seconds.databaseValue
    try save(draft, over: old)
    let id = draft.number("id") ?? 0
    var told = details
    if !told.contains("field_history") {
      told["field_history"] = try Timeline(call).history(from: old, to: draft)
    }
    try Timeline(call).append(
      action, source, module, id, name: draft.text(module.nameField), told)
    let written = try Timeline(call).history(from: old, to: draft).arrayValue ?? []
    try EffectsLedger.append(
      Effect(
        .crm, .changed, module.apiName, String(id),
        JSONObject(
          written.compactMap { change in
            change["api_name"]?.stringValue.map { ($0, change["_value"]?["new"] ?? .null) }
          })), at: call.now, call.db)
    return draft
  }

  /// Writes the columns that differ.
  func save(_ draft: RecordDraft, over old: RecordDraft) throws {
    let changed = fields.indices.filter { draft.values[$0] != old.values[$0] }
    guard !changed.isEmpty else { return }
    let sets = changed.map { "\(fields[$0].column) = ?" }.joined(separator: ", ")
    let arguments = changed.map { draft.values[$0] } + [draft["id"]]
    try call.db.cachedStatement(sql: "UPDATE \(module.table) SET \(sets) WHERE id = ?")
      .execute(arguments: StatementArguments(arguments))
  }

  /// - Throws: ``RowOutcome`` when the record is locked or a converted lead.
  func requireOpen(_ draft: RecordDraft, action: String) throws {
    if draft.number("Locked__s") == 1 {
      throw RowOutcome.failure(
        "RECORD_LOCKED", "Sorry, you cannot perform this operation as the record is locked.",
        ["action": .string(action), "id": .string(String(draft.number("id") ?? 0))])
    }
    if draft.number("Converted__s") == 1 {
      throw RowOutcome.failure(
        "CONVERTED_RECORD", "can't update the converted record",
        ["id": .string(String(draft.number("id") ?? 0))])
    }
  }
}
