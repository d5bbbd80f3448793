import FoundationEssentials
import GRDB
import Sales

/// What others did is found where changed rows come in: what is stored beside what arrives. Nothing is
/// noticed before a module was read for the first time, nor while it is not known who is signed in.
extension MirrorWriter {
  /// How many notices are kept.
  private static let noticeLimit = 1000

  /// Notices what others changed in deals that are about to be saved.
  public func notice(changesOf deals: [Deal], at now: Date) throws {
    guard let me = try me(after: "Deals") else { return }
    for deal in deals where deal.modifiedBy != me.name {
      guard let stored = try DealColumns.row(deal.id, db)?.deal,
        stored.modifiedTime < deal.modifiedTime
      else { continue }
      let isWatched = try isWatched(deal.id, owner: deal.owner?.id ?? stored.owner?.id, me)
      func add(_ change: Notice.Change) throws {
        try self.add(
          change, "deal", deal.id.rawValue, deal.name, deal.modifiedBy, isWatched, now)
      }
      if stored.stage != deal.stage {
        try add(.stage(to: deal.stage, isForward: try isForward(from: stored, to: deal)))
      }
      if stored.amount != deal.amount {
        try add(.amount(from: stored.amount, to: deal.amount))
      }
    }
    try pruneNotices()
  }

  /// Notices payments of and looks at invoices of watched deals that are about to be saved.
  public func notice(changesOf invoices: [Invoice], at now: Date) throws {
    guard let me = try me(after: "invoices") else { return }
    for invoice in invoices {
      guard
        let stored = try InvoiceColumns.fetch(db, "WHERE id = ?", [invoice.id.rawValue]).first,
        stored.modifiedTime < invoice.modifiedTime, let deal = invoice.deal ?? stored.deal,
        try isWatched(deal, owner: try DealColumns.row(deal, db)?.deal.owner?.id, me)
      else { continue }
      func add(_ change: Notice.Change) throws {
        try self.add(
          change, "invoice", invoice.id.rawValue, "\(invoice.number) \(invoice.customer.name)",
          nil, true, now)
      }
      if invoice.balance < stored.balance, invoice.status != .known(.void) {
        let money = Money(stored.balance - invoice.balance, invoice.currency)
        try add(.paid(money, isAll: invoice.balance <= 0))
      } else if invoice.status == .known(.viewed), stored.status != .known(.viewed) {
        try add(.viewed)
      }
    }
    try pruneNotices()
  }

  /// Notices remarks of others on watched deals that are about to be saved.
  public func notice(newAmong notes: [Note], at now: Date) throws {
    guard let me = try me(after: "Notes") else { return }
    for note in notes where note.author != me.name {
      let isKnown = try Bool.fetchOne(
        db, sql: "SELECT 1 FROM notes WHERE id = ?", arguments: [note.id.rawValue])
      guard isKnown == nil, let deal = try DealColumns.row(Deal.ID(note.parent), db)?.deal,
        try isWatched(deal.id, owner: deal.owner?.id, me)
      else { continue }
      try add(
        .note(String(note.content.prefix(200))), "deal", deal.id.rawValue, deal.name, note.author,
        true, now)
    }
    try pruneNotices()
  }

  /// Watches a deal, or no longer does.
  public func watch(_ deal: Deal.ID, _ isWatched: Bool) throws {
    try db.execute(
      sql: isWatched
        ? "INSERT OR REPLACE INTO watched_deals VALUES (?)"
        : "DELETE FROM watched_deals WHERE id = ?", arguments: [deal.rawValue])
  }

  /// Notes that what others did to a record was looked at; to every record when none is named.
  public func markRead(_ subject: Notice.Subject?) throws {
    switch subject {
    case nil: try db.execute(sql: "UPDATE notices SET is_read = 1 WHERE is_read = 0")
    case .deal(let id): try markRead(id.rawValue)
    case .invoice(let id): try markRead(id.rawValue)
    }
  }

  private func markRead(_ record: String) throws {
    try db.execute(
      sql: "UPDATE notices SET is_read = 1 WHERE record = ? AND is_read = 0", arguments: [record])
  }

  /// Who is signed in; nil before a module was read once.
  private func me(after module: String) throws -> Reference<User>? {
    guard
      try Int64.fetchOne(
        db, sql: "SELECT synced FROM cursors WHERE module = ?", arguments: [module]) != nil
    else { return nil }
    return try Row.fetchOne(db, sql: "SELECT id, name FROM me").map {
      Reference(id: User.ID($0[0]), name: $0[1])
    }
  }

  private func isWatched(
    _ deal: Deal.ID, owner: User.ID?, _ me: Reference<User>
  ) throws -> Bool {
    if owner == me.id { return true }
    return try Bool.fetchOne(
      db, sql: "SELECT 1 FROM watched_deals WHERE id = ?", arguments: [deal.rawValue]) ?? false
  }

  private func isForward(from old: Deal, to new: Deal) throws -> Bool {
    let places = try Row.fetchAll(
      db, sql: "SELECT id, place, outcome FROM stages WHERE pipeline = ?",
      arguments: [new.pipeline?.rawValue ?? ""])
    // Lost is never onwards, though it stands last.
    if let row = places.first(where: { $0[0] == new.stage.rawValue }), row[2] == "lost" {
      return false
    }
    func place(_ stage: Stage.ID) -> Int {
      places.first { $0[0] == stage.rawValue }.map { $0[1] } ?? 0
    }
    return place(new.stage) > place(old.stage)
  }

  private func add(
    _ change: Notice.Change, _ subject: String, _ record: String, _ title: String,
    _ author: String?, _ isWatched: Bool, _ now: Date
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO notices (subject, record, title, change, author, time, is_watched, is_read)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)
        """,
      arguments: [
        subject, record, title, try Stored.json(change), author, Stored.time(now), isWatched,
      ])
  }

  private func pruneNotices() throws {
    try db.execute(
      sql: "DELETE FROM notices WHERE id <= (SELECT max(id) FROM notices) - ?",
      arguments: [Self.noticeLimit])
  }
}
