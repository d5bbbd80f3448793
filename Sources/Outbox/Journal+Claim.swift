import FoundationEssentials
import GRDB

extension Journal {
  /// Takes the next intent that may be sent, and journals the attempt, before a byte leaves.
  ///
  /// An intent waits for the one it depends on, and for every earlier one about the same record.
  /// Intents older than a day that the user has not approved are moved to `needsYou` on the way.
  /// - Returns: nil when nothing may be sent now.
  public func claim(for profile: Profile, owner: Owner, at now: Date) throws -> Claim? {
    try write { db in
      try Self.setAsideOld(profile, at: now, db)
      guard let next = try Self.nextToSend(profile, at: now, limit: 1, db).first else {
        return nil
      }
      return try Self.claim(next, owner: owner, at: now, db)
    }
  }

  /// Takes what may be sent now of the same bulk move as an intent already claimed, so that one call
  /// carries all; each attempt is journaled before a byte leaves.
  ///
  /// - Parameter limit: How many fit into the call besides the first.
  public func claimRest(
    of first: Intent, owner: Owner, limit: Int, at now: Date
  ) throws -> [Claim] {
    guard let batch = first.work.batch else { return [] }
    return try write { db in
      try Self.nextToSend(first.profile, at: now, limit: 10 * limit, db)
        .filter { $0.work.batch == batch }.prefix(limit)
        .map { try Self.claim($0, owner: owner, at: now, db) }
    }
  }

  private static func claim(
    _ next: Intent, owner: Owner, at now: Date, _ db: Database
  ) throws -> Claim {
    try move(next, to: .dispatching, reason: nil, at: now, db)
    try hold(next.id, by: owner, db)
    try db.execute(
      sql: "UPDATE intents SET dispatched = ?, not_before = NULL WHERE id = ?",
      arguments: [Stored.time(now), next.id.rawValue])
    try db.execute(
      sql: """
        INSERT INTO attempts (intent, number, phase, owner_pid, owner_ticks, owner_boot,
          journaled, is_approved, request_hash)
        SELECT ?, 1 + count(*), ?, ?, ?, ?, ?, ?, ? FROM attempts WHERE intent = ?
        """,
      arguments: [
        next.id.rawValue, Attempt.Phase.journaled.rawValue, owner.pid,
        String(owner.startTicks), owner.bootID, Stored.time(now), next.approved != nil,
        next.bodyHash, next.id.rawValue,
      ])
    guard let attempt = try AttemptRow.all(of: next.id, db).last else {
      throw OutboxError.unreadable("the attempt of \(next.id)")
    }
    return Claim(intent: try IntentRow.find(next.id, db), attempt: attempt)
  }

  private static func nextToSend(
    _ profile: Profile, at now: Date, limit: Int, _ db: Database
  ) throws -> [Intent] {
    try IntentRow.fetch(
      db,
      """
      AS i WHERE state = 'queued' AND organization = ? AND data_centre = ?
        AND (not_before IS NULL OR not_before <= ?) AND held_until IS NULL
        AND (depends_on IS NULL
          OR (SELECT state FROM intents AS d WHERE d.id = i.depends_on) = 'confirmed')
        AND NOT EXISTS (SELECT 1 FROM intents AS e WHERE e.record = i.record AND e.seq <> i.seq
          AND e.state NOT IN ('confirmed', 'rejected', 'cancelled')
          AND (e.seq < i.seq OR e.state <> 'queued'))
      ORDER BY seq LIMIT ?
      """, [profile.organization, profile.dataCentre, Stored.time(now), limit]
    )
  }

  private static func setAsideOld(_ profile: Profile, at now: Date, _ db: Database) throws {
    let old = try IntentRow.fetch(
      db,
      """
      WHERE state = 'queued' AND organization = ? AND data_centre = ? AND held_until IS NULL
        AND coalesce(approved, created) < ?
      """,
      [
        profile.organization, profile.dataCentre,
        Stored.time(now.addingTimeInterval(-ProbeSchedule.longestWait)),
      ])
    for intent in old {
      try move(
        intent, to: .needsYou, reason: "it has waited for more than a day: send it now?", at: now,
        db)
    }
  }
}
