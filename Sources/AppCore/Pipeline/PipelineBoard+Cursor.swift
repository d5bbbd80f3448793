import Sales
import Screen

extension PipelineBoard {
  /// Changes the rows under the cursor: the column, or the list.
  mutating func withRows(_ change: (inout DealRows) -> Void) {
    deals?.withRows(of: mode, change)
  }

  /// Goes so many cards down, or up when negative.
  mutating func moveCursor(by rows: Int) { withRows { $0.select($0.index + rows) } }

  /// Goes to the first card.
  mutating func selectFirst() { withRows { $0.select(0) } }

  /// Goes to the last card.
  mutating func selectLast() { withRows { $0.select($0.window.count - 1) } }

  /// Goes so many stages to the right, or to the left when negative.
  mutating func moveStage(by steps: Int) {
    guard let deals, !deals.shown.isEmpty else { return }
    let stages = deals.shown
    let index = min(max(0, deals.stageIndex + steps), stages.count - 1)
    self.deals?.stage = stages[index].id
    withRows { rows in
      if rows.selected == nil { rows.select(rows.index) }
    }
  }

  /// Puts the cursor on a deal that is at hand in the given stage.
  mutating func select(_ deal: Deal.ID, in stage: Stage.ID) {
    switch mode {
    case .board:
      if deals?.columns[stage]?.select(deal) == true,
        deals?.shown.contains(where: { $0.id == stage }) == true
      {
        deals?.stage = stage
      }
    case .list:
      deals?.table.select(deal)
    }
  }

  /// Changes between board and list, and stays on the deal.
  mutating func toggleMode() {
    let row = selectedRow
    mode = mode == .board ? .list : .board
    guard let row else { return }
    switch mode {
    case .board:
      guard deals?.view.grouping == .stage,
        deals?.shown.contains(where: { $0.id == row.deal.stage }) == true
      else { return }
      deals?.stage = row.deal.stage
      deals?.columns[row.deal.stage, default: DealRows()].selected = row.id
      deals?.columns[row.deal.stage]?.followSelectedIfPresent()
    case .list:
      deals?.table.selected = row.id
      deals?.table.followSelectedIfPresent()
    }
  }

  /// Scrolls columns and rows so that the cursor is on the screen, and asks for what stands around
  /// the selected deal when a pane shows it.
  mutating func fit(_ area: Rect) -> [Effect] {
    let layout = BoardLayout(area, focus: focus)
    if !layout.deals.isEmpty {
      mode == .board ? fitColumns(layout.deals) : fitTable(layout.deals)
    }
    guard layout.showsDetail, let selected = selectedRow?.id, selected != detailAsked else {
      return []
    }
    detailAsked = selected
    detailFailure = nil
    scroll = 0
    return [.loadDealDetail(selected)]
  }

  /// Shows the stage under the cursor, or the one a move is tried out with, among the columns.
  private mutating func fitColumns(_ area: Rect) {
    guard var deals else { return }
    let target = moveMode.flatMap { mode in deals.shown.firstIndex { $0.id == mode.target } }
    deals.firstColumn = BoardColumns.first(
      of: deals, showing: target ?? deals.stageIndex, width: area.width)
    for column in BoardColumns(deals, in: area).columns where !column.isStrip {
      guard let rows = deals.columns[column.stage.id] else { continue }
      let fields = deals.view.cardFields
      let height = DealCard.height(width: column.cards.width, fields: fields)
      let selected = rows.row.map {
        DealCard(
          $0, move: pendingMoves[$0.id], isSelected: column.stage.id == deals.stage,
          width: column.cards.width, fields: fields
        ).height
      }
      let room = column.cards.height - (selected ?? height)
      deals.columns[column.stage.id]?.scroll(capacity: 1 + max(0, room) / height)
    }
    self.deals = deals
  }

  private mutating func fitTable(_ area: Rect) {
    deals?.table.scroll(capacity: area.inset().height - DealTable.headerAndFooter)
  }
}

extension PipelineDeals {
  fileprivate mutating func withRows(
    of mode: PipelineBoard.Mode, _ change: (inout DealRows) -> Void
  ) {
    isTouched = true
    switch (mode, stage) {
    case (.board, let stage?): change(&columns[stage, default: DealRows()])
    case (.board, nil): break
    case (.list, _): change(&table)
    }
  }
}

extension DealRows {
  /// Finds the selected deal when it is among the rows; waits for other rows when it is not.
  mutating func followSelectedIfPresent() {
    if let selected { select(selected) }
  }
}

extension AppState {
  /// Shows where the cursor went and answers what has to be read for it.
  mutating func followCursor() -> [Effect] {
    board.readAhead(today: today) + board.fit(boardArea)
  }

  /// How many rows a page has.
  var dealsPage: Int {
    let area = boardLayout.deals
    guard board.mode == .board else {
      return max(1, area.height - 2 - DealTable.headerAndFooter)
    }
    guard let deals = board.deals, let column = BoardColumns(deals, in: area).columns.first else {
      return 1
    }
    let height = DealCard.height(width: column.cards.width, fields: deals.view.cardFields)
    return max(1, column.cards.height / height)
  }

  /// Opens the pane of a deal, wherever the deal is now.
  mutating func openDeal(_ id: Deal.ID) -> [Effect] {
    let reading = screen == .pipeline ? [] : show(.pipeline)
    board.focus = .deal
    if board.mode == .board, let row = board.deals?.row(of: id) {
      board.select(id, in: row.deal.stage)
    }
    if board.selectedRow?.id == id { return reading + followCursor() + lookedAt(id) }
    board.mode = .list
    board.words = ""
    board.deals?.table.selected = id
    board.deals?.table.followSelectedIfPresent()
    return reading + board.readTable(today: today) + lookedAt(id)
  }

  /// Shows another pipeline, as chosen from a list.
  mutating func choosePipeline(_ id: Pipeline.ID) -> [Effect] {
    guard let pipeline = board.pipelines.first(where: { $0.id == id }) else { return [] }
    board.show(pipeline)
    applyBoardView()
    return board.reload(today: today) + board.fit(boardArea)
  }
}
