import GRDB

/// Which records are in a blueprint, and what they have given so far for their next transition.
struct Blueprint {
  let call: CRMCall

  init(_ call: CRMCall) { self.call = call }

  /// The blueprint that holds a record; nil when none does.
  func holding(_ id: Int64) throws -> CRMBlueprint? {
    guard
      let blueprint = try String.fetchOne(
        call.db.cachedStatement(
          sql: "SELECT blueprint FROM crm_blueprint_records WHERE record_id = ?"),
        arguments: [id])
    else { return nil }
    return try CRMBlueprint.fetchOne(call.db, key: blueprint)
  }

  /// Takes a record into the blueprint of its pipeline, where there is one that leads on from its
  /// state, and lets it go where there is none.
  func enter(_ draft: RecordDraft) throws {
    guard let id = draft.number("id"), let pipeline = draft.text("Pipeline") else { return }
    let blueprint = try CRMBlueprint.filter(Column("pipeline") == pipeline).fetchOne(call.db)
    try call.db.execute(
      sql: "DELETE FROM crm_blueprint_records WHERE record_id = ?", arguments: [id])
    guard let blueprint,
      !blueprint.transitions(from: draft.text(blueprint.field) ?? "").isEmpty
    else { return }
    try call.db.execute(
      sql: "INSERT INTO crm_blueprint_records VALUES (?, ?, '{}')", arguments: [id, blueprint.id])
  }

  /// What was saved for a transition before it could run.
  func saved(_ id: Int64, _ transition: CRMBlueprint.Transition) throws -> JSONObject {
    let text = try String.fetchOne(
      call.db, sql: "SELECT saved FROM crm_blueprint_records WHERE record_id = ?",
      arguments: [id])
    let all = try text.map { try JSONValue(parsing: $0) }
    return all?[transition.id]?.objectValue ?? JSONObject()
  }

  func save(_ data: JSONObject, _ id: Int64, _ transition: CRMBlueprint.Transition) throws {
    let all: JSONObject = [transition.id: .object(data)]
    try call.db.execute(
      sql: "UPDATE crm_blueprint_records SET saved = ? WHERE record_id = ?",
      arguments: [JSONValue.object(all).text, id])
  }
}

extension RecordWriter {
  /// Whether a new record starts the blueprint of its pipeline: unless `trigger` leaves it out.
  func runsBlueprint(_ draft: RecordDraft) throws -> Bool {
    guard module.apiName == "Deals", !call.request.body.isEmpty else { return false }
    guard let triggers = try call.body()["trigger"]?.arrayValue else { return true }
    return triggers.contains("blueprint")
  }

  /// A record in a blueprint changes its state only by a transition.
  /// - Throws: ``RowOutcome``.
  func keepBlueprint(_ draft: RecordDraft, old: RecordDraft, index: Int) throws {
    guard module.apiName == "Deals", let id = old.number("id") else { return }
    let isMoved = draft["Stage"] != old["Stage"]
    let changesPipeline = draft["Pipeline"] != old["Pipeline"]
    guard isMoved || changesPipeline else { return }
    if isMoved, !isTransition, try Blueprint(call).holding(id) != nil {
      throw RowOutcome.failure(
        "RECORD_IN_BLUEPRINT", "The record is in blue print",
        ["api_name": "Stage", "json_path": .string("$.data[\(index)].Stage")])
    }
    if changesPipeline || isTransition { try Blueprint(call).enter(draft) }
  }
}
