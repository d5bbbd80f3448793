import GRDB

/// What a change of deals does to the sums of the boards: gathered while rows change, written once.
///
/// The sums are kept because adding up 100,000 deals takes longer than a frame.
struct DealTally {
  /// What one deal adds to the sums.
  struct Share {
    var pipeline: String
    var stage: String
    var currency: String
    var amount: Int64
    /// The deal's own chance in percent; nil leaves it to the stage.
    var probability: Int64?
    var day: String
  }

  private struct Place: Hashable {
    var pipeline: String
    var stage: String
    /// A currency, or a day.
    var key: String
  }

  private struct Sums {
    var count: Int64 = 0
    var amount: Int64 = 0
    var weighted: Int64 = 0
    var unweighted: Int64 = 0
  }

  private var sums: [Place: Sums] = [:]
  private var days: [Place: Int64] = [:]

  mutating func add(_ share: Share) { count(share, 1) }
  mutating func subtract(_ share: Share) { count(share, -1) }

  mutating func moveDay(_ share: Share, to day: String) {
    days[Place(pipeline: share.pipeline, stage: share.stage, key: share.day), default: 0] -= 1
    days[Place(pipeline: share.pipeline, stage: share.stage, key: day), default: 0] += 1
  }

  private mutating func count(_ share: Share, _ sign: Int64) {
    var place = Place(pipeline: share.pipeline, stage: share.stage, key: share.currency)
    // Amounts are bounded when they are stored, but a chance is whatever Zoho says.
    let chance = share.probability.map { min(max($0, 0), 100) }
    sums[place, default: Sums()].count += sign
    sums[place, default: Sums()].amount &+= sign * share.amount
    if let chance {
      sums[place, default: Sums()].weighted &+= sign * share.amount * chance
    } else {
      sums[place, default: Sums()].unweighted &+= sign * share.amount
    }
    place.key = share.day
    days[place, default: 0] += sign
  }

  func write(_ db: Database) throws {
    if days.isEmpty { return }
    try ListCache.outdate(db)
    let addSums = try db.cachedStatement(
      sql: """
        INSERT INTO deal_totals VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count,
          amount = amount + excluded.amount, weighted = weighted + excluded.weighted,
          unweighted = unweighted + excluded.unweighted
        """)
    for (place, sum) in sums {
      try addSums.execute(arguments: [
        place.pipeline, place.stage, place.key, sum.count, sum.amount, sum.weighted,
        sum.unweighted,
      ])
    }
    let addDays = try db.cachedStatement(
      sql: """
        INSERT INTO deal_days VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """)
    for (place, count) in days where count != 0 {
      try addDays.execute(arguments: [place.pipeline, place.stage, place.key, count])
    }
    try db.execute(sql: "DELETE FROM deal_totals WHERE count = 0")
    try db.execute(sql: "DELETE FROM deal_days WHERE count = 0")
  }
}

/// A deal as it is stored now, as far as the sums are concerned.
struct StoredShare {
  var number: Int64
  var modified: Int64
  var share: DealTally.Share
  var nextActivity: String?
  /// What its pick-lists say.
  var choices: String?

  static func find(_ id: String, _ db: Database) throws -> StoredShare? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT number, modified, pipeline, stage, currency, amount, probability, next_day,
          next_activity, choices
        FROM deals WHERE id = ?
        """)
    return try Row.fetchOne(statement, arguments: [id]).map { row in
      StoredShare(
        number: row[0], modified: row[1],
        share: DealTally.Share(
          pipeline: row[2], stage: row[3], currency: row[4] as String? ?? "",
          amount: row[5] as Int64? ?? 0, probability: row[6],
          day: row[7] as String? ?? ""),
        nextActivity: row[8], choices: row[9])
    }
  }
}
