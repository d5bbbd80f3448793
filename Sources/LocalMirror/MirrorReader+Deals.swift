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

  /// The ids of a list's deals with their amounts, in its order: of all, or from one deal to another
  /// whichever comes first; and how many there are, of which those beyond the limit are not given.
  public func dealAmounts(
    _ query: DealQuery, between ends: (Deal.ID, Deal.ID)? = nil, limit: Int
  ) throws -> (rows: [(id: Deal.ID, amount: Money?)], count: Int) {
    let (list, _) = try list(query)
    var range = 0..<list.count
    if let ends {
      let places = try [ends.0, ends.1].compactMap { id in
        try DealColumns.number(id, db).flatMap { try list.place(of: $0, db) }
      }
      guard places.count == 2 else { return ([], 0) }
      range = min(places[0], places[1])..<(max(places[0], places[1]) + 1)
    }
    let numbers = try list.rows(range.prefix(limit), db)
    return (try DealColumns.rows(numbers, db).map { ($0.id, $0.deal.amount) }, range.count)
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
  func foundDeals(_ query: DealQuery) throws -> ListCache.FoundList {
    let found = try lists.deals(query.inStage(nil), generation: generation()) {
      try search(query.inStage(nil))
    }
    guard let stage = query.stage else { return found.all }
    return found.byStage[stage] ?? ListCache.FoundList()
  }

  private func search(_ query: DealQuery) throws -> ListCache.Deals {
    let search = try dealSearch(query.pipeline)
    let places = search.matches(SearchWords.split(query.words))
    if query.order == .need {
      return search.lists(search.byNeed(places, today: query.today), today: query.today)
    }
    if places.isEmpty { return search.lists([], today: query.today) }
    let plain = DealQuery(pipeline: query.pipeline, order: query.order, today: query.today)
    let order = try lists.order(plain, generation: generation()) {
      let all = OrderedList.segments(try DealSegments(db: db, query: plain).find() ?? [])
      return search.places(of: try all.rows(0..<all.count, db))
    }
    return search.lists(search.ordered(places, like: order), today: query.today)
  }

  /// Loads the words of a pipeline's deals, so that the first filter is as quick as the next.
  public func prepareSearch(of pipeline: Pipeline.ID) throws {
    _ = try dealSearch(pipeline)
  }

  private func dealSearch(_ pipeline: Pipeline.ID) throws -> DealSearch {
    try lists.search(pipeline, generation: generation()) { try DealSearch.load(pipeline, db) }
  }

  func generation() throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT number FROM generation") ?? 0
  }
}
