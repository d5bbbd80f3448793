import GRDB
import Sales

extension MirrorWriter {
  /// Saves activities.
  public func save(activities: [Activity]) throws {
    let find = try db.cachedStatement(sql: "SELECT modified, deal FROM activities WHERE id = ?")
    let put = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO activities VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    var touched: Set<String> = []
    for activity in activities {
      let modified = Stored.time(activity.modifiedTime)
      if let stored = try Row.fetchOne(find, arguments: [activity.id.rawValue]) {
        if stored[0] > modified { continue }
        if let deal = stored[1] as String? { touched.insert(deal) }
      }
      if let deal = activity.deal { touched.insert(deal.rawValue) }
      try put.execute(arguments: [
        activity.id.rawValue, activity.kind.rawValue, activity.subject,
        activity.day?.description, activity.time.map(Stored.time), activity.isDone,
        activity.deal?.rawValue, activity.contact?.rawValue, activity.owner?.id.rawValue,
        activity.owner?.name, modified, activity.end.map(Stored.time), activity.note,
        SearchWords.folded(activity.subject, activity.owner?.name), activity.status,
      ])
    }
    try BulkLoad(db: db).run(changing: touched.count, column: "next_day") {
      try planNext(of: touched)
    }
  }

  func deleteActivities(_ ids: [String]) throws {
    var touched: Set<String> = []
    for id in ids {
      let deal = try String.fetchOne(
        db, sql: "SELECT deal FROM activities WHERE id = ? AND deal IS NOT NULL", arguments: [id])
      if let deal { touched.insert(deal) }
      try db.execute(sql: "DELETE FROM activities WHERE id = ?", arguments: [id])
    }
    try planNext(of: touched)
  }

  /// Finds anew what is planned next for those deals.
  private func planNext(of deals: Set<String>) throws {
    let update = try db.cachedStatement(
      sql: "UPDATE deals SET next_day = ?, next_activity = ? WHERE number = ?")
    let updateSearch = try db.cachedStatement(
      sql: "UPDATE deal_search SET next_day = ? WHERE deal = ?")
    var tally = DealTally()
    for deal in deals {
      guard let stored = try StoredShare.find(deal, db) else { continue }
      let next = try NextActivity.find(deal, db)
      let day = next?.day ?? ""
      if next?.id == stored.nextActivity, day == stored.share.day { continue }
      try update.execute(arguments: [next?.day, next?.id, stored.number])
      try updateSearch.execute(arguments: [next?.day, stored.number])
      tally.moveDay(stored.share, to: day)
    }
    try tally.write(db)
  }
}
