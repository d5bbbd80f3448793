import FoundationEssentials
import GRDB
import Sales

extension Journal {
  /// The intent of that id.
  public func intent(_ id: Intent.ID) throws -> Intent? {
    try read { try IntentRow.findIfAny(id, $0) }
  }

  /// The intents in any of those states, oldest first.
  public func intents(in states: Set<IntentState>) throws -> [Intent] {
    let words = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try read { try IntentRow.fetch($0, "WHERE state IN (\(words)) ORDER BY seq") }
  }

  /// All intents, newest first: a page of them.
  public func history(limit: Int, offset: Int = 0) throws -> [Intent] {
    try read {
      try IntentRow.fetch($0, "ORDER BY seq DESC LIMIT ? OFFSET ?", [limit, offset])
    }
  }

  /// The intents that came from a draft, oldest first.
  public func intents(of draft: InvoiceDraft.ID) throws -> [Intent] {
    try read { try IntentRow.fetch($0, "WHERE draft = ? ORDER BY seq", [draft.rawValue]) }
  }

  /// The stage moves that are not over, oldest first: marks to put on top of the mirror's rows.
  public func pendingMoves() throws -> [(intent: Intent, move: StageMove)] {
    let open = try read {
      try IntentRow.fetch(
        $0,
        """
        WHERE kind = 'moveStage' AND state NOT IN ('confirmed', 'rejected', 'cancelled')
        ORDER BY seq
        """)
    }
    return open.compactMap { intent in
      if case .moveStage(let move) = intent.work { (intent, move) } else { nil }
    }
  }

  /// The version that our last confirmed write of a record made; nil when it is not known.
  public func lastVersion(of record: String) throws -> String? {
    try read { db in
      try IntentRow.fetch(
        db, "WHERE record = ? AND state = 'confirmed' ORDER BY seq DESC LIMIT 1", [record]
      ).first?.returnedID
    }
  }

  /// How many intents stand where.
  public func counts() throws -> OutboxCounts {
    let rows = try read {
      try Row.fetchAll(
        $0, sql: "SELECT state, count(*) FROM intents WHERE NOT is_dismissed GROUP BY state")
    }
    var counts = OutboxCounts()
    for row in rows {
      let count: Int = row[1]
      switch try Stored.word(IntentState.self, row[0]) {
      case .queued, .dispatching: counts.pending += count
      case .uncertain, .probing: counts.uncertain += count
      case .needsYou:
        counts.uncertain += count
        counts.needsYou += count
      case .conflict: counts.needsYou += count
      case .rejected: counts.failed += count
      case .confirmed, .cancelled: break
      }
    }
    return counts
  }

  /// The attempts of an intent, first to last.
  public func attempts(of id: Intent.ID) throws -> [Attempt] {
    try read { try AttemptRow.all(of: id, $0) }
  }

  /// The looks made for an intent, first to last.
  public func probes(of id: Intent.ID) throws -> [Probe] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM probes WHERE intent = ? ORDER BY seq", arguments: [id.rawValue]
      ).map(Probe.init(row:))
    }
  }

  /// The changes of state of an intent, first to last.
  public func transitions(of id: Intent.ID) throws -> [Transition] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM transitions WHERE intent = ? ORDER BY seq",
        arguments: [id.rawValue]
      ).map { row in
        Transition(
          intent: id, time: Stored.date(row["time"]),
          from: try (row["from_state"] as String?).map {
            try Stored.word(IntentState.self, $0)
          },
          to: try Stored.word(IntentState.self, row["to_state"]), reason: row["reason"])
      }
    }
  }
}
