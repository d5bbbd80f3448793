import FoundationEssentials
import GRDB

/// What only the user can decide.
extension Journal {
  /// The user: look again now.
  @discardableResult
  public func checkAgain(_ id: Intent.ID, at now: Date) throws -> Intent {
    try choose(id, .uncertain, from: [.uncertain, .needsYou]) { intent, db in
      if intent.state == .needsYou {
        try Self.move(intent, to: .uncertain, reason: intent.reason, at: now, db)
      }
      try db.execute(
        sql: "UPDATE intents SET next_probe = ? WHERE id = ?",
        arguments: [Stored.time(now), id.rawValue])
    }
  }

  /// The user: it did happen, as that record where there is one.
  @discardableResult
  public func itDidHappen(_ id: Intent.ID, returnedID: String?, at now: Date) throws -> Intent {
    try choose(id, .confirmed, from: [.uncertain, .probing, .needsYou]) { intent, db in
      try Self.move(
        intent, to: .confirmed, reason: "the user says that it happened", returnedID: returnedID,
        at: now, db)
    }
  }

  /// The user: send it again, knowing that the first may still land.
  ///
  /// Also the answer to what has waited for more than a day.
  @discardableResult
  public func sendAgain(_ id: Intent.ID, at now: Date) throws -> Intent {
    try write { db in
      let intent = try IntentRow.find(id, db)
      guard intent.state == .uncertain || intent.state == .needsYou else {
        throw OutboxError.illegalTransition(id, from: intent.state, to: .queued)
      }
      try Self.move(intent, to: .queued, reason: "the user says: send it again", at: now, db)
      try db.execute(
        sql: "UPDATE intents SET approved = ?, not_before = NULL WHERE id = ?",
        arguments: [Stored.time(now), id.rawValue])
      return try IntentRow.find(id, db)
    }
  }

  /// The user: give it up. Only what was not sent, or what waits for the user, can be given up.
  @discardableResult
  public func cancel(_ id: Intent.ID, reason: String, at now: Date) throws -> Intent {
    try write { db in
      try Self.move(
        IntentRow.find(id, db), to: .cancelled, reason: reason, at: now, db)
      return try IntentRow.find(id, db)
    }
  }

  /// The user: stop asking. What may have happened at Zoho is not taken back.
  @discardableResult
  public func giveUp(_ id: Intent.ID, at now: Date) throws -> Intent {
    try write { db in
      let intent = try IntentRow.find(id, db)
      if intent.state == .uncertain {
        try Self.move(intent, to: .needsYou, reason: intent.reason, at: now, db)
      }
      try Self.move(IntentRow.find(id, db), to: .cancelled, reason: "given up", at: now, db)
      return try IntentRow.find(id, db)
    }
  }

  /// The user has seen how it ended: it leaves the badge and stays in the history.
  ///
  /// - Throws: `OutboxError.illegalTransition` while it is not over.
  public func dismiss(_ id: Intent.ID) throws {
    try write { db in
      let intent = try IntentRow.find(id, db)
      guard intent.state.isFinal else {
        throw OutboxError.illegalTransition(id, from: intent.state, to: .cancelled)
      }
      try db.execute(
        sql: "UPDATE intents SET is_dismissed = 1 WHERE id = ?", arguments: [id.rawValue])
    }
  }

  /// A choice about something that was sent.
  private func choose(
    _ id: Intent.ID, _ target: IntentState, from states: Set<IntentState>,
    _ work: (Intent, Database) throws -> Void
  ) throws -> Intent {
    try write { db in
      let intent = try IntentRow.find(id, db)
      guard states.contains(intent.state), intent.dispatched != nil else {
        throw OutboxError.illegalTransition(id, from: intent.state, to: target)
      }
      try work(intent, db)
      return try IntentRow.find(id, db)
    }
  }
}
