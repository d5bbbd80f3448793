import Sales
import Screen

extension PipelineBoard {
  /// The question for the board that is shown.
  func boardQuery(today: CalendarDate) -> BoardQuery? {
    deals.map { BoardQuery(pipeline: $0.pipeline.id, words: words, today: today) }
  }

  /// The question for the list that is shown.
  func listQuery(today: CalendarDate) -> DealQuery? {
    deals.map {
      DealQuery(pipeline: $0.pipeline.id, words: words, order: order, today: today)
    }
  }

  /// Reads again what it shows.
  mutating func reload(today: CalendarDate) -> [Effect] {
    var effects = readDeals(today: today)
    if let detailAsked, detailAsked == selectedRow?.id {
      effects.append(.loadDealDetail(detailAsked))
    }
    return effects
  }

  /// Reads the deals of the board or of the list.
  mutating func readDeals(today: CalendarDate) -> [Effect] {
    switch mode {
    case .board: boardQuery(today: today).map { [.loadBoard($0)] } ?? []
    case .list: readTable(today: today)
    }
  }

  /// Reads the rows of the list around its cursor.
  mutating func readTable(today: CalendarDate) -> [Effect] {
    guard let query = listQuery(today: today), let table = deals?.table else { return [] }
    deals?.table.isReading = true
    return [.loadDeals(query, around: table.anchor, limit: DealRows.limit)]
  }

  /// Asks for rows where a cursor nears the edge of those at hand.
  mutating func readAhead(today: CalendarDate) -> [Effect] {
    guard mode == .board else {
      return deals?.table.wanted == nil ? [] : readTable(today: today)
    }
    guard let stage = deals?.stage, let wanted = deals?.columns[stage]?.wanted,
      let query = boardQuery(today: today)?.deals(in: stage)
    else { return [] }
    deals?.columns[stage]?.isReading = true
    return [.loadDeals(query, around: wanted, limit: DealRows.limit)]
  }

  /// Shows one of the pipelines, as it was left when it was shown before.
  mutating func show(_ pipeline: Pipeline) {
    if let deals { shelf[deals.pipeline.id] = deals }
    deals = shelf.removeValue(forKey: pipeline.id) ?? PipelineDeals(pipeline)
    deals?.pipeline = pipeline
    moveMode = nil
    dragged = nil
    focus = .deals
  }

  /// Takes the pipelines; goes on showing the one that was shown when it is still there.
  mutating func take(_ pipelines: [Pipeline]) {
    self.pipelines = pipelines
    let shown = pipelines.first { $0.id == pipeline?.id }
    if let shown {
      deals?.pipeline = shown
      if deals?.stage.flatMap(shown.stage) == nil { deals?.stage = shown.stages.first?.id }
    } else if let first = pipelines.first(where: \.isDefault) ?? pipelines.first {
      show(first)
    }
  }

  /// The moves under way that this pipeline shows.
  var shownMoves: [PendingMove] {
    pendingMoves.values.filter { $0.isShownMoved && $0.pipeline == pipeline?.id }
  }

  /// Takes a board that was read, and answers what is still to be read so that no cursor leaves its
  /// deal. Where nobody has put a cursor, a column goes on showing its top.
  mutating func take(_ page: BoardPage, today: CalendarDate) -> [Effect] {
    guard var deals, let query = boardQuery(today: today) else { return [] }
    let moves = shownMoves
    var effects: [Effect] = []
    deals.summary = page.summary
    deals.hasBoard = true
    deals.failure = nil
    for stage in deals.pipeline.stages.map(\.id) {
      var rows = deals.columns[stage] ?? DealRows()
      if !isHeld || rows.index == 0 && stage != deals.stage { rows.selected = nil }
      let window = page.columns[stage] ?? Window()
      let isMovedHere = moves.contains { $0.row.id == rows.selected && $0.to == stage }
      if let selected = rows.selected, window.rows.count < window.count, !isMovedHere,
        !window.contains(selected)
      {
        rows.isReading = true
        effects.append(
          .loadDeals(query.deals(in: stage), around: rows.anchor, limit: DealRows.limit))
      } else {
        rows.window = window
        rows.isReading = false
      }
      deals.columns[stage] = rows
    }
    for move in moves where page.columns[move.to]?.contains(move.row.id) != true {
      deals.shift(move.row, from: move.from, to: move.to, today: today)
    }
    deals.followSelected()
    if !words.isEmpty { deals.leaveEmptyColumn() }
    for window in page.columns.values { deals.marks.refresh(window.rows.lazy.map(Markable.init)) }
    self.deals = deals
    return effects
  }

  /// Takes rows that were read for a column or for the list.
  mutating func take(_ window: Window<DealRow>, for query: DealQuery, today: CalendarDate) {
    let moves = shownMoves
    deals?.failure = nil
    deals?.marks.refresh(window.rows.lazy.map(Markable.init))
    guard let stage = query.stage else {
      deals?.hasTable = true
      deals?.table.window = window
      deals?.table.isReading = false
      for move in moves { deals?.reapplyInTable(move) }
      deals?.table.followSelected()
      return
    }
    if !isHeld { deals?.columns[stage]?.selected = nil }
    deals?.columns[stage]?.window = window
    deals?.columns[stage]?.isReading = false
    for move in moves { deals?.reapply(move, in: stage, today: today) }
    deals?.columns[stage]?.followSelected()
  }

  /// Whether somebody has put the cursor where it is. Until then the board shows its top, however rows
  /// come in and change places.
  private var isHeld: Bool { deals?.isTouched == true || focus == .deal || moveMode != nil }

  /// Whether an answer is for a question that still stands.
  func awaits(_ query: DealQuery, today: CalendarDate) -> Bool {
    switch query.stage {
    case nil: query == listQuery(today: today)
    case let stage?: query == boardQuery(today: today)?.deals(in: stage)
    }
  }
}

extension PipelineDeals {
  /// Goes from a stage without deals to the first that has some.
  fileprivate mutating func leaveEmptyColumn() {
    guard column(stage)?.window.count == 0 else { return }
    let full = pipeline.stages.first { (column($0.id)?.window.count ?? 0) > 0 }
    stage = full?.id ?? stage
  }
}
