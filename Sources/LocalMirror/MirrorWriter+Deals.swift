import GRDB
import Sales

extension MirrorWriter {
  /// Saves deals. Many at once are much quicker than the same in small parts.
  public func save(deals: [Deal]) throws {
    try BulkLoad(db: db).run(changing: deals.count) { try put(deals) }
  }

  private func put(_ deals: [Deal]) throws {
    let put = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO deals (\(DealColumns.names))
        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """)
    let putWords = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO deal_search VALUES (?, ?, ?, ?, ?, ?, ?)")
    let hasActivities = try Bool.fetchOne(db, sql: "SELECT 1 FROM activities LIMIT 1") ?? false
    var tally = DealTally()
    for deal in deals {
      let stored = try StoredShare.find(deal.id.rawValue, db)
      if let stored, stored.modified > Stored.time(deal.modifiedTime) { continue }
      let next: NextActivity?
      if let stored {
        tally.subtract(stored.share)
        next = stored.nextActivity.map { NextActivity(id: $0, day: stored.share.day) }
      } else {
        next = hasActivities ? try NextActivity.find(deal.id.rawValue, db) : nil
      }
      let amount = deal.amount.map { StoredAmount($0.amount) }
      let pipeline = deal.pipeline?.rawValue ?? ""
      try put.execute(
        arguments: DealColumns.values(
          deal, number: stored?.number, amount: amount, nextDay: next?.day,
          nextActivity: next?.id,
          choices: deal.choices.map(StoredChoices.text) ?? stored?.choices))
      let number = stored?.number ?? db.lastInsertedRowID
      try putWords.execute(arguments: [
        number, pipeline,
        SearchWords.folded(deal.name, deal.account?.name, deal.contact?.name, deal.owner?.name),
        deal.stage.rawValue, amount?.thousandths ?? 0, deal.amount?.currency.code ?? "",
        next?.day,
      ])
      tally.add(
        DealTally.Share(
          pipeline: pipeline, stage: deal.stage.rawValue,
          currency: deal.amount?.currency.code ?? "", amount: amount?.thousandths ?? 0,
          probability: deal.probability.map(Int64.init), day: next?.day ?? ""))
    }
    try tally.write(db)
  }

  func deleteDeals(_ ids: [String]) throws {
    var tally = DealTally()
    for id in ids {
      guard let stored = try StoredShare.find(id, db) else { continue }
      tally.subtract(stored.share)
      try db.execute(sql: "DELETE FROM deals WHERE number = ?", arguments: [stored.number])
      try db.execute(sql: "DELETE FROM deal_search WHERE deal = ?", arguments: [stored.number])
      try db.execute(sql: "DELETE FROM stage_changes WHERE deal = ?", arguments: [id])
    }
    try tally.write(db)
  }

  /// Puts this history, oldest first, in place of the deal's.
  public func replace(history: [StageChange], of deal: Deal.ID) throws {
    try db.execute(sql: "DELETE FROM stage_changes WHERE deal = ?", arguments: [deal.rawValue])
    for (place, change) in history.enumerated() {
      try db.execute(
        sql: "INSERT INTO stage_changes VALUES (?, ?, ?, ?, ?)",
        arguments: [
          deal.rawValue, place, change.stage.rawValue, Stored.time(change.time), change.by,
        ])
    }
  }
}

/// The earliest activity of a deal that has a day and is not done.
struct NextActivity: Equatable {
  var id: String
  var day: String

  static func find(_ deal: String, _ db: Database) throws -> NextActivity? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, day FROM activities WHERE deal = ? AND is_done = 0 AND day IS NOT NULL
        ORDER BY day, time, id LIMIT 1
        """)
    return try Row.fetchOne(statement, arguments: [deal]).map {
      NextActivity(id: $0[0], day: $0[1])
    }
  }
}
