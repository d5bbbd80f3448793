import GRDB
import Sales

extension MirrorReader {
  /// A window of deals around a place or a record.
  ///
  /// Deals that are equal in the order come as they arrived here. Those that lack the value come
  /// last, whichever way the list is ordered.
  public func deals(
    _ query: DealQuery, around anchor: Anchor<Deal>, limit: Int
  ) throws -> Window<DealRow> {
    let (list, totals) = try list(query)
    let part = try list.window(around: anchor, table: "deals", limit: limit, db)
    return Window(
      count: list.count, totals: totals, start: part.start,
      rows: try DealColumns.rows(part.rows, db))
  }

  /// The first rows of every stage of a pipeline, in the pipeline's order.
  public func allColumns(
    of pipeline: Pipeline.ID, words: String = "", order: DealOrder = .need, today: CalendarDate,
    limit: Int
  ) throws -> [(stage: Stage.ID, window: Window<DealRow>)] {
    let query = DealQuery(pipeline: pipeline, words: words, order: order, today: today)
    return try stages(of: pipeline).map { stage in
      (stage.id, try deals(query.inStage(stage.id), around: .index(0), limit: limit))
    }
  }

  /// A deal with what is planned next.
  public func deal(_ id: Deal.ID) throws -> DealRow? {
    try DealColumns.row(id, db)
  }

  private func list(_ query: DealQuery) throws -> (OrderedList, Totals) {
    if SearchWords.split(query.words).isEmpty,
      let segments = try DealSegments(db: db, query: query).find()
    {
      return (.segments(segments), try totals(of: query.pipeline, stage: query.stage))
    }
    let found = try foundDeals(query)
    return (.rows(found.rows), found.totals)
  }

  /// One search serves all stages: the list of a stage is a part of the list of all.
  private func foundDeals(_ query: DealQuery) throws -> ListCache.FoundList {
    let found = try lists.deals(query.inStage(nil), generation: generation()) {
      try search(query.inStage(nil))
    }
    guard let stage = query.stage else { return found.all }
    return found.byStage[stage] ?? ListCache.FoundList()
  }

  private func search(_ query: DealQuery) throws -> ListCache.Deals {
    let (condition, words) = SearchWords.condition("w.words", SearchWords.split(query.words))
    let (order, orderArguments) = DealOrdering.terms(query.order, today: query.today)
    let arguments: StatementArguments = [query.pipeline.rawValue]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT d.number, d.stage, d.amount, d.currency
        FROM deal_words AS w CROSS JOIN deals AS d ON d.number = w.deal
        WHERE w.pipeline = ? AND \(condition) ORDER BY \(order)
        """, arguments: arguments + words + orderArguments)
    var all = FoundRows()
    var byStage: [String: FoundRows] = [:]
    while let row = try rows.next() {
      let stage: String = row[1]
      let amount = row[2] as Int64? ?? 0
      let currency: String? = row[3]
      all.add(row[0], amount, currency)
      byStage[stage, default: FoundRows()].add(row[0], amount, currency)
    }
    return ListCache.Deals(
      all: all.list,
      byStage: Dictionary(
        uniqueKeysWithValues: byStage.map { (Stage.ID($0.key), $0.value.list) }))
  }

  func generation() throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT number FROM generation") ?? 0
  }
}

/// Rows as they are found, with their sums.
struct FoundRows {
  private var rows: [Int64] = []
  private var sums: [String: Int64] = [:]

  mutating func add(_ row: Int64, _ amount: Int64, _ currency: String?) {
    rows.append(row)
    if let currency { sums[currency, default: 0] &+= amount }
  }

  var list: ListCache.FoundList {
    ListCache.FoundList(
      rows: rows,
      totals: Totals(sums.map { Money(StoredAmount.decimal($0.value), Currency($0.key)) }))
  }
}
