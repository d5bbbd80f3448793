import GRDB
import Sales

extension MirrorReader {
  /// A window of contacts, accounts or leads around a place or a record. Only the rows of the window
  /// are read, and the open deals of those.
  public func people(
    _ query: PeopleQuery, around anchor: Anchor<PersonRow>, limit: Int
  ) throws -> Window<PersonRow> {
    let list = try orderedPeople(query)
    let part = try list.window(around: anchor, table: query.list.table, limit: limit, db)
    return Window(
      count: list.count, start: part.start, rows: try people(part.rows, of: query.list))
  }

  /// How many contacts, accounts and leads there are.
  public func peopleCounts() throws -> [PeopleList: Int] {
    var counts: [PeopleList: Int] = [:]
    for list in PeopleList.allCases {
      counts[list] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(list.table)") ?? 0
    }
    return counts
  }

  /// What the open deals of the people or companies of a list add up to, per currency. Leads have none.
  public func openDeals(of query: PeopleQuery) throws -> Totals {
    guard let column = query.list.dealColumn else { return Totals() }
    let (condition, arguments) = query.condition
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.currency, sum(d.amount) FROM deals AS d
        LEFT JOIN stages AS s ON s.pipeline = d.pipeline AND s.id = d.stage
        WHERE coalesce(s.outcome, 'open') = 'open' AND d.amount IS NOT NULL
          AND d.\(column) IN (SELECT id FROM \(query.list.table) WHERE \(condition))
        GROUP BY d.currency
        """, arguments: arguments)
    return Totals(
      rows.compactMap { row in
        (row[0] as String?).map { Money(StoredAmount.decimal(row[1]), Currency($0)) }
      })
  }

  private func orderedPeople(_ query: PeopleQuery) throws -> OrderedList {
    let table = query.list.table
    let order = query.order.column(in: query.list)
    let (condition, arguments) = query.condition
    guard condition == "1" else {
      // The index by name holds the words: SQLite need not touch the table.
      return .rows(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT rowid FROM \(table) WHERE \(condition)
            ORDER BY \(order.column)\(order.isAscending ? "" : " DESC"), rowid
            """, arguments: arguments))
    }
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    return .segments([
      Segment(
        table: table, index: "\(table)_by_\(order.index)", condition: "1", arguments: [],
        column: order.column, isAscending: order.isAscending, count: count)
    ])
  }

  private func people(_ numbers: [Int64], of list: PeopleList) throws -> [PersonRow] {
    if numbers.isEmpty { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT rowid, \(list.columns) FROM \(list.table)
        WHERE rowid IN (SELECT value FROM json_each(?))
        """)
    var found: [Int64: PersonRow] = [:]
    for row in try Row.fetchAll(statement, arguments: [Stored.list(numbers)]) {
      found[row[0]] = PersonRow(
        id: PersonRow.ID(row[1]), name: row[2], company: row[3] ?? "", role: row[4] ?? "",
        email: row[5] ?? "", phone: row[6] ?? "")
    }
    try addDeals(to: &found, of: list)
    return numbers.compactMap { found[$0] }
  }

  private func addDeals(to found: inout [Int64: PersonRow], of list: PeopleList) throws {
    guard let column = list.dealColumn else { return }
    let places = Dictionary(
      found.map { ($0.value.id.rawValue, $0.key) }, uniquingKeysWith: { first, _ in first })
    let ids = try Stored.json(Array(places.keys))
    let statement = try db.cachedStatement(
      sql: """
        SELECT d.\(column), d.currency, count(*), sum(d.amount) FROM deals AS d
        LEFT JOIN stages AS s ON s.pipeline = d.pipeline AND s.id = d.stage
        WHERE d.\(column) IN (SELECT value FROM json_each(?))
          AND coalesce(s.outcome, 'open') = 'open'
        GROUP BY 1, 2
        """)
    for row in try Row.fetchAll(statement, arguments: [ids]) {
      guard let place = places[row[0] as String] else { continue }
      found[place]?.openDeals += row[2] as Int
      guard let code = row[1] as String?, let sum = row[3] as Int64? else { continue }
      found[place]?.openTotals.add(Money(StoredAmount.decimal(sum), Currency(code)))
    }
  }
}

extension PeopleList {
  /// The table that holds them.
  var table: String { rawValue.lowercased() }

  /// What a list shows of them.
  fileprivate var columns: String {
    switch self {
    case .contacts: "id, name, account_name, title, email, coalesce(phone, mobile)"
    case .accounts: "id, name, industry, website, billing_address, phone"
    case .leads: "id, name, company, status, email, phone"
    }
  }

  /// By which column a deal is theirs.
  var dealColumn: String? {
    switch self {
    case .contacts: "contact_id"
    case .accounts: "account_id"
    case .leads: nil
    }
  }
}

extension PeopleOrder {
  /// The column with its collation, the word of its index, and the direction.
  fileprivate func column(
    in list: PeopleList
  ) -> (column: String, index: String, isAscending: Bool) {
    switch (self, list) {
    case (.name, _): ("name COLLATE NOCASE", "name", true)
    case (.company, .contacts): ("account_name COLLATE NOCASE", "company", true)
    case (.company, .accounts): ("industry COLLATE NOCASE", "industry", true)
    case (.company, .leads): ("company COLLATE NOCASE", "company", true)
    case (.change, _): ("modified", "change", false)
    }
  }
}

extension PeopleQuery {
  /// The condition that its words make: each must occur, those after `!` must not.
  fileprivate var condition: (String, StatementArguments) {
    let words = SearchWords.split(words).filter { $0 != "!" }
    if words.isEmpty { return ("1", []) }
    let conditions = words.map { "instr(words, ?) \($0.hasPrefix("!") ? "= 0" : "> 0")" }
    return (
      conditions.joined(separator: " AND "),
      StatementArguments(words.map { $0.hasPrefix("!") ? String($0.dropFirst()) : $0 })
    )
  }
}
