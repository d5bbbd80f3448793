import FoundationEssentials
import GRDB
import Sales

/// The one place where an intent changes its state.
extension Journal {
  /// Moves an intent on, notes it in the log, and lets what depends on it know.
  static func move(
    _ intent: Intent, to state: IntentState, reason: String?, returnedID: String? = nil,
    at now: Date, _ db: Database
  ) throws {
    guard intent.state.successors.contains(state) else {
      throw OutboxError.illegalTransition(intent.id, from: intent.state, to: state)
    }
    try db.execute(
      sql: """
        UPDATE intents SET state = ?, state_since = ?, reason = ?,
          returned_id = coalesce(?, returned_id), next_probe = NULL, held_until = NULL,
          owner_pid = NULL, owner_ticks = NULL, owner_boot = NULL
        WHERE id = ? AND state = ?
        """,
      arguments: [
        state.rawValue, Stored.time(now), reason, returnedID, intent.id.rawValue,
        intent.state.rawValue,
      ])
    try log(intent.id, from: intent.state, to: state, reason: reason, at: now, db)
    switch state {
    case .confirmed: try nameRecord(madeBy: intent.id, returnedID ?? intent.returnedID, db)
    case .rejected, .cancelled: try cancelDependants(of: intent, at: now, db)
    default: break
    }
  }

  static func log(
    _ id: Intent.ID, from: IntentState?, to: IntentState, reason: String?, at now: Date,
    _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO transitions (intent, time, from_state, to_state, reason)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [id.rawValue, Stored.time(now), from?.rawValue, to.rawValue, reason])
  }

  static func hold(_ id: Intent.ID, by owner: Owner, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE intents SET owner_pid = ?, owner_ticks = ?, owner_boot = ? WHERE id = ?",
      arguments: [owner.pid, String(owner.startTicks), owner.bootID, id.rawValue])
  }

  /// Once a made record has an id, later steps about it wait for others about the same id.
  private static func nameRecord(
    madeBy id: Intent.ID, _ returnedID: String?, _ db: Database
  ) throws {
    guard let returnedID else { return }
    try db.execute(
      sql: "UPDATE intents SET record = ? WHERE record = ?",
      arguments: [
        InvoiceTarget.invoice(Invoice.ID(returnedID)).record, InvoiceTarget.madeBy(id).record,
      ])
  }

  /// What waits for something that will not happen will not happen either.
  private static func cancelDependants(
    of intent: Intent, at now: Date, _ db: Database
  ) throws {
    let waiting = try IntentRow.fetch(
      db, "WHERE depends_on = ? AND state IN ('queued', 'needsYou')", [intent.id.rawValue])
    for dependant in waiting {
      try move(
        dependant, to: .cancelled, reason: "the step before it did not happen: \(intent.summary)",
        at: now, db)
    }
  }
}
