import FoundationEssentials
import GRDB

extension Journal {
  /// Notes that bytes of the attempt have left.
  public func markSent(_ attempt: Attempt, bytesWritten: Int) throws {
    try write { db in
      _ = try AttemptRow.find(attempt, db)
      try db.execute(
        sql: """
          UPDATE attempts SET bytes_written = max(bytes_written, ?),
            phase = iif(phase = 'journaled', 'sent', phase)
          WHERE intent = ? AND number = ?
          """,
        arguments: [bytesWritten, attempt.intent.rawValue, attempt.number])
    }
  }

  /// Writes down how an attempt ended, and moves its intent on.
  ///
  /// `.notSent` after bytes have left counts as uncertain. A success that comes in after the attempt
  /// was given up as uncertain still confirms.
  /// - Returns: the intent as it stands now.
  /// - Throws: `OutboxError.noEvidence` when a record should have been made and its id is missing:
  ///   that answer is uncertain.
  @discardableResult
  public func finish(
    _ attempt: Attempt, _ outcome: Outcome, answer: Answer? = nil, at now: Date
  ) throws -> Intent {
    try write { db in
      let intent = try IntentRow.find(attempt.intent, db)
      let stored = try AttemptRow.find(attempt, db)
      let ending = outcome.ending(bytesWritten: stored.bytesWritten)
      let isLateSuccess = stored.ending == .uncertain && ending == .confirmed
      guard (stored.ending == nil && intent.state == .dispatching) || isLateSuccess else {
        throw OutboxError.illegalTransition(intent.id, from: intent.state, to: ending.state)
      }
      if case .confirmed(let returnedID) = outcome, intent.work.makesRecord,
        returnedID?.isEmpty ?? true
      {
        throw OutboxError.noEvidence(intent.id)
      }
      try AttemptRow.end(stored, ending, answer: answer, at: now, db)
      try Self.move(
        intent, to: ending.state, reason: outcome.reason, returnedID: outcome.returnedID, at: now,
        db)
      if case .notExecuted(let retryAfter, _) = outcome {
        try db.execute(
          sql: "UPDATE intents SET not_before = ? WHERE id = ?",
          arguments: [Stored.time(retryAfter), intent.id.rawValue])
      }
      if ending == .uncertain { try Self.planProbe(intent.id, db) }
      return try IntentRow.find(intent.id, db)
    }
  }

  /// Finds what a dead process left behind: what it was sending becomes uncertain, never queued.
  ///
  /// - Returns: the intents that became uncertain.
  @discardableResult
  public func recover(at now: Date, isAlive: (Owner) -> Bool) throws -> [Intent] {
    try write { db in
      let held = try Row.fetchAll(
        db,
        sql: """
          SELECT id, owner_pid, owner_ticks, owner_boot FROM intents
          WHERE state IN ('dispatching', 'probing') ORDER BY seq
          """)
      var found: [Intent] = []
      for row in held {
        if let owner = try AttemptRow.owner(row), isAlive(owner) { continue }
        let intent = try IntentRow.find(Intent.ID(row["id"]), db)
        if intent.state == .dispatching, let last = try AttemptRow.all(of: intent.id, db).last {
          let answer = Answer(errorClass: "process ended")
          try AttemptRow.end(last, .uncertain, answer: answer, at: now, db)
        }
        try Self.move(
          intent, to: .uncertain, reason: "the program ended before the answer came", at: now, db)
        try Self.planProbe(intent.id, db)
        found.append(try IntentRow.find(intent.id, db))
      }
      try Self.setAsideHeld(at: now, db) { !isAlive($0) }
      return found
    }
  }
}

extension Outcome {
  func ending(bytesWritten: Int) -> Attempt.Ending {
    switch self {
    case .confirmed: .confirmed
    case .rejected: .rejected
    case .notSent: bytesWritten == 0 ? .notSent : .uncertain
    case .notExecuted: .notExecuted
    case .uncertain: .uncertain
    case .conflict: .conflict
    }
  }

  var returnedID: String? {
    if case .confirmed(let id) = self { id } else { nil }
  }

  var reason: String? {
    switch self {
    case .confirmed: nil
    case .rejected(let reason), .notSent(let reason), .notExecuted(_, let reason),
      .uncertain(let reason), .conflict(let reason):
      reason
    }
  }
}

extension Attempt.Ending {
  var state: IntentState {
    switch self {
    case .confirmed: .confirmed
    case .rejected: .rejected
    case .notSent, .notExecuted: .queued
    case .uncertain: .uncertain
    case .conflict: .conflict
    }
  }
}
