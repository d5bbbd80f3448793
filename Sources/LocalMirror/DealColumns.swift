import GRDB
import Sales

/// How a deal is kept, and read back with what is planned next.
enum DealColumns {
  static let names = """
    number, id, name, amount, exact_amount, currency, stage, pipeline, closing, probability,
    account_id, account_name, contact_id, contact_name, owner_id, owner_name, next_step, note,
    created, modified, modified_by, last_activity, next_day, next_activity,
    stage_time, lost_reason
    """

  static func values(
    _ deal: Deal, number: Int64?, amount: StoredAmount?, nextDay: String?, nextActivity: String?
  ) -> StatementArguments {
    [
      number, deal.id.rawValue, deal.name, amount?.thousandths, amount?.exact,
      deal.amount?.currency.code, deal.stage.rawValue, deal.pipeline?.rawValue ?? "",
      deal.closingDate?.description, deal.probability, deal.account?.id.rawValue,
      deal.account?.name, deal.contact?.id.rawValue, deal.contact?.name, deal.owner?.id.rawValue,
      deal.owner?.name, deal.nextStep, deal.note, Stored.time(deal.createdTime),
      Stored.time(deal.modifiedTime), deal.modifiedBy, deal.lastActivityTime.map(Stored.time),
      nextDay, nextActivity, deal.stageTime.map(Stored.time), deal.lostReason,
    ]
  }

  /// The rows of the given numbers, in their order.
  static func rows(_ numbers: [Int64], _ db: Database) throws -> [DealRow] {
    if numbers.isEmpty { return [] }
    var rows: [Int64: DealRow] = [:]
    let statement = try db.cachedStatement(
      sql: "\(select) WHERE d.number IN (SELECT value FROM json_each(?))")
    let cursor = try Row.fetchCursor(statement, arguments: [Stored.list(numbers)])
    while let row = try cursor.next() { rows[row[0]] = dealRow(row) }
    return numbers.compactMap { rows[$0] }
  }

  /// The number under which a deal is kept here; nil when it is not.
  static func number(_ id: Deal.ID, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT number FROM deals WHERE id = ?", arguments: [id.rawValue])
  }

  static func row(_ id: Deal.ID, _ db: Database) throws -> DealRow? {
    try Row.fetchOne(db, sql: "\(select) WHERE d.id = ?", arguments: [id.rawValue]).map(dealRow)
  }

  private static let select = """
    SELECT d.number, d.id, d.name, d.amount, d.exact_amount, d.currency, d.stage, d.pipeline,
      d.closing, d.probability, d.account_id, d.account_name, d.contact_id, d.contact_name,
      d.owner_id, d.owner_name, d.next_step, d.note, d.created, d.modified, d.modified_by,
      d.last_activity, d.stage_time, d.lost_reason, \(ActivityColumns.names(of: "a"))
    FROM deals AS d LEFT JOIN activities AS a ON a.id = d.next_activity
    """

  private static func dealRow(_ row: Row) -> DealRow {
    let pipeline: String = row[7]
    var amount: Money?
    if let code = row[5] as String?, let thousandths = row[3] as Int64? {
      amount = Money(StoredAmount.decimal(thousandths, exact: row[4]), Currency(code))
    }
    let deal = Deal(
      id: Deal.ID(row[1]), name: row[2], amount: amount, stage: Stage.ID(row[6]),
      pipeline: pipeline.isEmpty ? nil : Pipeline.ID(pipeline),
      closingDate: (row[8] as String?).flatMap { CalendarDate($0) }, probability: row[9],
      account: Stored.reference(row[10], row[11]), contact: Stored.reference(row[12], row[13]),
      owner: Stored.reference(row[14], row[15]), nextStep: row[16], note: row[17],
      createdTime: Stored.date(row[18]), modifiedTime: Stored.date(row[19]),
      modifiedBy: row[20], lastActivityTime: (row[21] as Int64?).map(Stored.date),
      stageTime: (row[22] as Int64?).map(Stored.date), lostReason: row[23])
    return DealRow(deal: deal, next: ActivityColumns.activity(row, from: 24))
  }
}

/// How an activity is read back.
enum ActivityColumns {
  /// How many there are.
  static let count = 14

  static func names(of table: String) -> String {
    [
      "id", "kind", "subject", "day", "time", "is_done", "deal", "contact", "owner_id",
      "owner_name", "modified", "end_time", "note", "status",
    ].map { "\(table).\($0)" }.joined(separator: ", ")
  }

  /// The activity whose columns begin at that place; nil when there is none.
  static func activity(_ row: Row, from first: Int) -> Activity? {
    guard let id = row[first] as String?, let kind = Activity.Kind(rawValue: row[first + 1])
    else { return nil }
    return Activity(
      id: Activity.ID(id), kind: kind, subject: row[first + 2],
      day: (row[first + 3] as String?).flatMap { CalendarDate($0) },
      time: (row[first + 4] as Int64?).map(Stored.date),
      end: (row[first + 11] as Int64?).map(Stored.date), status: row[first + 13], isDone: row[first + 5],
      deal: Stored.optional(row[first + 6]), contact: Stored.optional(row[first + 7]),
      note: row[first + 12], owner: Stored.reference(row[first + 8], row[first + 9]),
      modifiedTime: Stored.date(row[first + 10]))
  }
}
