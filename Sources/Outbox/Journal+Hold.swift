import FoundationEssentials
import GRDB

/// Writes that a person wants a moment to take back. Only the program that holds one releases it; when
/// that program is gone, nobody but a person does.
extension Journal {
  /// Puts an intent on disk that nobody may send before it is released.
  public func hold(_ intent: Intent, until time: Date, by owner: Owner) throws {
    try write { db in
      try Self.enqueue(intent, db)
      try db.execute(
        sql: "UPDATE intents SET held_until = ? WHERE id = ? AND state = 'queued'",
        arguments: [Stored.time(time), intent.id.rawValue])
      try Self.hold(intent.id, by: owner, db)
    }
  }

  /// Lets a held intent go: it may be sent from now on.
  ///
  /// - Throws: `OutboxError.illegalTransition` when it is not held any more.
  @discardableResult
  public func release(_ id: Intent.ID) throws -> Intent {
    try write { db in
      let intent = try IntentRow.find(id, db)
      guard intent.state == .queued, intent.heldUntil != nil else {
        throw OutboxError.illegalTransition(id, from: intent.state, to: .queued)
      }
      try db.execute(
        sql: """
          UPDATE intents SET held_until = NULL, owner_pid = NULL, owner_ticks = NULL,
            owner_boot = NULL WHERE id = ?
          """, arguments: [id.rawValue])
      return try IntentRow.find(id, db)
    }
  }

  /// Takes back an intent that is still held.
  ///
  /// - Throws: `OutboxError.illegalTransition` when it was let go already.
  @discardableResult
  public func takeBack(_ id: Intent.ID, at now: Date) throws -> Intent {
    try write { db in
      let intent = try IntentRow.find(id, db)
      guard intent.state == .queued, intent.heldUntil != nil else {
        throw OutboxError.illegalTransition(id, from: intent.state, to: .cancelled)
      }
      try Self.move(intent, to: .cancelled, reason: "taken back", at: now, db)
      return try IntentRow.find(id, db)
    }
  }

  /// Leaves what a program holds to a person, since that program will not release it any more.
  public func setAsideHeld(by owner: Owner, at now: Date) throws {
    try write { db in try Self.setAsideHeld(at: now, db) { $0 == owner } }
  }

  static func setAsideHeld(
    at now: Date, _ db: Database, where isGone: (Owner) -> Bool
  ) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, owner_pid, owner_ticks, owner_boot FROM intents
        WHERE held_until IS NOT NULL AND state = 'queued' ORDER BY seq
        """)
    for row in rows {
      if let owner = try AttemptRow.owner(row), !isGone(owner) { continue }
      try move(
        IntentRow.find(Intent.ID(row["id"]), db), to: .needsYou,
        reason: "it was held when the program ended: send it now?", at: now, db)
    }
  }
}
