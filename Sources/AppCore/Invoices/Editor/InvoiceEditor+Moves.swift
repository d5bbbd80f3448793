import Sales
import Screen

extension InvoiceEditor {
  /// The cell after this one. After the last cell of the last line comes a new line, or the notes
  /// when that line was never touched: an empty line is never doubled.
  mutating func goToNextCell() -> [Effect] {
    if case .line(draft.lines.count - 1, .tax) = cell {
      guard draft.lines.last?.isUntouched == false else { return begin(.notes, isFresh: true) }
      draft.lines.append(LineItem())
      return begin(.line(draft.lines.count - 1, .item), isFresh: true)
    }
    return begin(neighbour(1), isFresh: true)
  }

  /// The cell before this one.
  mutating func goToPreviousCell() -> [Effect] { begin(neighbour(-1), isFresh: true) }

  private func neighbour(_ step: Int) -> GridCell {
    let cells = GridCell.rows(lines: draft.lines.count).flatMap { $0 }
    guard let place = cells.firstIndex(of: cell) else { return .line(0, .item) }
    return cells[(place + step + cells.count) % cells.count]
  }

  /// Moves in the grid, over rows or over the cells of a row; stops at the edges.
  mutating func move(rows: Int = 0, cells: Int = 0) {
    cell = cellAt(rows: rows, cells: cells)
    dropUntouchedEnd()
  }

  /// The cell so many rows and cells away. Columns keep their place from line to line.
  func cellAt(rows rowStep: Int, cells cellStep: Int) -> GridCell {
    let rows = GridCell.rows(lines: draft.lines.count)
    guard let row = rows.firstIndex(where: { $0.contains(cell) }),
      let column = rows[row].firstIndex(of: cell)
    else { return .line(0, .item) }
    let newRow = min(max(0, row + rowStep), rows.count - 1)
    let isSame = rows[newRow].count == rows[row].count
    let kept = isSame || newRow == row ? column : min(column, rows[newRow].count - 1)
    return rows[newRow][min(max(0, kept + cellStep), rows[newRow].count - 1)]
  }

  /// Goes to a cell in the grid.
  mutating func go(to cell: GridCell) {
    self.cell = cell
    dropUntouchedEnd()
  }

  /// Takes the line at the end away when it was never touched and the cursor is elsewhere.
  mutating func dropUntouchedEnd() {
    while draft.lines.count > 1, draft.lines.last?.isUntouched == true,
      cell.lineIndex != draft.lines.count - 1
    {
      draft.lines.removeLast()
    }
  }
}
