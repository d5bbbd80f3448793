import FoundationEssentials
import GRDB

extension Journal {
  /// The first time at which something becomes due: a look, or an intent Zoho told us to hold back.
  public func nextDue(for profile: Profile) throws -> Date? {
    try read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT min(iif(state = 'queued', not_before, next_probe)) FROM intents
          WHERE state IN ('queued', 'uncertain') AND organization = ? AND data_centre = ?
          """, arguments: [profile.organization, profile.dataCentre]
      ).map(Stored.date)
    }
  }

  /// Takes the next intent whose turn it is to be looked for; nil when none is due.
  public func claimProbe(for profile: Profile, owner: Owner, at now: Date) throws -> Intent? {
    try write { db in
      let due = try IntentRow.fetch(
        db,
        """
        WHERE state = 'uncertain' AND organization = ? AND data_centre = ? AND next_probe <= ?
        ORDER BY next_probe, seq LIMIT 1
        """, [profile.organization, profile.dataCentre, Stored.time(now)])
      guard let intent = due.first else { return nil }
      try Self.move(intent, to: .probing, reason: intent.reason, at: now, db)
      try Self.hold(intent.id, by: owner, db)
      return try IntentRow.find(intent.id, db)
    }
  }

  /// Writes down what a look said, and moves the intent on as its class allows.
  ///
  /// - Throws: `OutboxError.noEvidence` when a made record was found without its id.
  @discardableResult
  public func finishProbe(_ id: Intent.ID, _ finding: Finding, at now: Date) throws -> Intent {
    try write { db in
      let intent = try IntentRow.find(id, db)
      guard intent.state == .probing else {
        throw OutboxError.illegalTransition(id, from: intent.state, to: .probing)
      }
      try Self.note(finding, for: id, at: now, db)
      switch finding {
      case .found(let returnedID, let detail):
        if intent.work.makesRecord, returnedID?.isEmpty ?? true {
          throw OutboxError.noEvidence(id)
        }
        try Self.move(
          intent, to: .confirmed, reason: detail, returnedID: returnedID, at: now, db)
      case .likely(let detail), .duplicates(let detail):
        try Self.move(intent, to: .needsYou, reason: detail, at: now, db)
      case .changed(let detail):
        let next: IntentState = intent.resendClass == .setState ? .conflict : .needsYou
        try Self.move(intent, to: next, reason: detail, at: now, db)
      case .absent:
        try Self.concludeAbsent(intent, at: now, db)
      case .noInformation(let reason):
        try Self.keepLooking(intent, reason: reason, at: now, db)
      }
      return try IntentRow.find(id, db)
    }
  }

  /// Plans the next look; without one left the user has to say.
  static func planProbe(_ id: Intent.ID, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE intents SET next_probe = ? WHERE id = ?",
      arguments: [try nextLook(for: IntentRow.find(id, db), db).map(Stored.time), id.rawValue])
  }

  private static func concludeAbsent(_ intent: Intent, at now: Date, _ db: Database) throws {
    let cleanLooks = try looks(for: intent, db).filter { $0.word == "absent" }.count
    let isSettled =
      intent.dispatched.map { now.timeIntervalSince($0) >= ProbeSchedule.settlingTime } ?? false
    guard cleanLooks >= ProbeSchedule.cleanLooks, isSettled else {
      return try keepLooking(intent, reason: "not found so far", at: now, db)
    }
    guard intent.automaticResends < intent.resendClass.automaticResends else {
      return try move(
        intent, to: .needsYou, reason: "not found after \(cleanLooks) looks", at: now, db)
    }
    try move(intent, to: .queued, reason: "not found, so it is sent again", at: now, db)
    try db.execute(
      sql: """
        UPDATE intents SET automatic_resends = automatic_resends + 1, approved = NULL
        WHERE id = ?
        """, arguments: [intent.id.rawValue])
  }

  private static func keepLooking(
    _ intent: Intent, reason: String, at now: Date, _ db: Database
  ) throws {
    guard try nextLook(for: intent, db) != nil else {
      return try move(intent, to: .needsYou, reason: reason, at: now, db)
    }
    try move(intent, to: .uncertain, reason: reason, at: now, db)
    try planProbe(intent.id, db)
  }

  private static func nextLook(for intent: Intent, _ db: Database) throws -> Date? {
    guard let dispatched = intent.dispatched else { return nil }
    let looks = try looks(for: intent, db)
    return ProbeSchedule.time(
      afterLooks: looks.count, dispatched: dispatched, lastLook: looks.last?.time)
  }

  /// The looks made since the last attempt.
  private static func looks(for intent: Intent, _ db: Database) throws -> [Probe] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM probes WHERE intent = ?
          AND attempt = (SELECT count(*) FROM attempts WHERE intent = probes.intent)
        ORDER BY seq
        """, arguments: [intent.id.rawValue]
    ).map(Probe.init(row:))
  }

  private static func note(
    _ finding: Finding, for id: Intent.ID, at now: Date, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO probes (intent, attempt, time, word, detail)
        SELECT ?, count(*), ?, ?, ? FROM attempts WHERE intent = ?
        """,
      arguments: [
        id.rawValue, Stored.time(now), finding.word, finding.detail, id.rawValue,
      ])
  }
}

extension Probe {
  init(row: Row) {
    self.init(time: Stored.date(row["time"]), word: row["word"], detail: row["detail"])
  }
}

extension Finding {
  /// The word in column `word`. Such words are on disk and never change.
  var word: String {
    switch self {
    case .found: "found"
    case .likely: "likely"
    case .absent: "absent"
    case .changed: "changed"
    case .duplicates: "duplicates"
    case .noInformation: "noInformation"
    }
  }

  var detail: String? {
    switch self {
    case .absent: nil
    case .found(_, let text), .likely(let text), .changed(let text), .duplicates(let text),
      .noInformation(let text):
      text
    }
  }
}
