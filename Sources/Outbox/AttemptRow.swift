import FoundationEssentials
import GRDB

/// How an attempt is kept.
enum AttemptRow {
  static func all(of id: Intent.ID, _ db: Database) throws -> [Attempt] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM attempts WHERE intent = ? ORDER BY number", arguments: [id.rawValue]
    ).map(attempt)
  }

  static func find(_ attempt: Attempt, _ db: Database) throws -> Attempt {
    guard
      let found = try all(of: attempt.intent, db).first(where: { $0.number == attempt.number })
    else { throw OutboxError.unknownAttempt(attempt.intent, number: attempt.number) }
    return found
  }

  static func end(
    _ attempt: Attempt, _ ending: Attempt.Ending, answer: Answer?, at now: Date, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE attempts SET phase = ?, ending = ?, answered = ?, status = ?, code = ?,
          server_date = ?, error_class = ?
        WHERE intent = ? AND number = ?
        """,
      arguments: [
        Attempt.Phase.answered.rawValue, ending.rawValue, Stored.time(now), answer?.status,
        answer?.code, answer?.serverDate.map(Stored.time), answer?.errorClass,
        attempt.intent.rawValue, attempt.number,
      ])
  }

  static func owner(_ row: Row) throws -> Owner? {
    guard let pid = row["owner_pid"] as Int32?, let ticks = row["owner_ticks"] as String?,
      let bootID = row["owner_boot"] as String?
    else { return nil }
    guard let startTicks = UInt64(ticks) else { throw OutboxError.unreadable("ticks: \(ticks)") }
    return Owner(pid: pid, startTicks: startTicks, bootID: bootID)
  }

  private static func attempt(_ row: Row) throws -> Attempt {
    guard let owner = try owner(row) else {
      throw OutboxError.unreadable("an attempt without an owner")
    }
    let answer = Answer(
      status: row["status"], code: row["code"],
      serverDate: (row["server_date"] as Int64?).map(Stored.date),
      errorClass: row["error_class"])
    return Attempt(
      intent: Intent.ID(row["intent"]), number: row["number"],
      phase: try Stored.word(Attempt.Phase.self, row["phase"]), owner: owner,
      journaled: Stored.date(row["journaled"]), isApproved: row["is_approved"],
      requestHash: row["request_hash"], bytesWritten: row["bytes_written"],
      answer: answer == Answer() ? nil : answer,
      ending: try (row["ending"] as String?).map { try Stored.word(Attempt.Ending.self, $0) })
  }
}
