import Sales
import Screen

extension AppState {
  /// Takes what the mouse does on the pipeline screen.
  mutating func pointAtPipeline(_ event: MouseEvent) -> [Effect] {
    let layout = boardLayout
    switch event.kind {
    case .press: return press(atX: event.x, y: event.y, in: layout)
    case .release: return release(atX: event.x, y: event.y, in: layout)
    case .wheelUp, .wheelDown:
      let step = event.kind == .wheelUp ? -1 : 1
      if layout.deals.contains(x: event.x, y: event.y) {
        board.moveCursor(by: step)
        return followCursor()
      }
      if layout.deal.contains(x: event.x, y: event.y) { scrollDeal(by: step) }
      return []
    }
  }

  private mutating func press(atX x: Int, y: Int, in layout: BoardLayout) -> [Effect] {
    guard board.moveMode == nil else { return [] }
    if layout.deals.contains(x: x, y: y) {
      board.focus = .deals
      board.filter = nil
      if board.mode == .board, let deals = board.deals {
        let strip = BoardColumns(deals, in: layout.deals).needs
        if strip.contains(x: x, y: y),
          let need = NeedStrip(board, deals.needs, in: strip).need(atX: x)
        {
          return show(only: need)
        }
        pressBoard(atX: x, y: y, in: layout.deals)
      } else {
        pressTable(atY: y, in: layout.deals)
      }
      return followCursor()
    }
    if layout.deal.contains(x: x, y: y), board.selectedRow != nil { board.focus = .deal }
    return followCursor()
  }

  private mutating func pressBoard(atX x: Int, y: Int, in area: Rect) {
    guard let deals = board.deals else { return }
    let columns = BoardColumns(deals, in: area)
    if columns.tabs.contains(x: x, y: y) {
      board.moveStage(by: x < columns.tabs.x + columns.tabs.width / 2 ? -1 : 1)
      return
    }
    guard let column = columns.column(atX: x, y: y) else { return }
    board.deals?.stage = column.stage.id
    guard let index = cardIndex(atY: y, of: column, in: deals) else { return }
    board.withRows { $0.select(index) }
    board.dragged = board.selectedRow?.id
  }

  /// Which card of a column stands at a row of the screen.
  private func cardIndex(atY y: Int, of column: BoardColumns.Column, in deals: PipelineDeals)
    -> Int?
  {
    guard !column.isStrip, let rows = deals.column(column.stage.id), y >= column.cards.y
    else { return nil }
    var line = column.cards.y
    for index in max(0, rows.top)..<max(rows.top, rows.window.count) {
      guard line < column.cards.bottom, let row = rows.window.row(at: index) else { return nil }
      let isSelected = deals.stage == column.stage.id && index == rows.index
      line +=
        DealCard(
          row, move: board.pendingMoves[row.id], isSelected: isSelected,
          width: column.cards.width, fields: deals.view.cardFields
        ).height
      if y < line { return index }
    }
    return nil
  }

  private mutating func pressTable(atY y: Int, in area: Rect) {
    let line = y - area.y - 2
    guard let table = board.deals?.table, line >= 0, table.top + line < table.window.count
    else { return }
    board.withRows { $0.select(table.top + line) }
  }

  /// A card let go over another stage moves there.
  private mutating func release(atX x: Int, y: Int, in layout: BoardLayout) -> [Effect] {
    guard let dragged = board.dragged else { return [] }
    board.dragged = nil
    guard board.mode == .board, let deals = board.deals, let row = board.selectedRow,
      row.id == dragged,
      let column = BoardColumns(deals, in: layout.deals).column(atX: x, y: y),
      column.stage.id != deals.stage
    else { return [] }
    if groupedRow != nil { return regroup(row, to: column.stage.id) }
    return move(row, to: column.stage.id)
  }
}
