import Sales

extension PipelineDeals {
  /// Shows a deal in another stage: cards, counts and sums of both change at once. The cursors stay
  /// where they are until `followSelected`.
  mutating func shift(_ row: DealRow, from: Stage.ID, to: Stage.ID, today: CalendarDate) {
    var moved = row
    moved.deal = view.grouping.moved(row.deal, to: to)
    columns[from]?.window.remove(row.id)
    columns[to, default: DealRows()].window.insert(moved, today: today)
    shiftSums(row, from: from, to: to, today: today)
    showInTable(moved)
  }

  /// Applies a move under way to the list just read.
  mutating func reapplyInTable(_ move: PendingMove) { showInTable(move.movedRow) }

  /// Applies a move under way to one column just read; the summary has it already.
  mutating func reapply(_ move: PendingMove, in stage: Stage.ID, today: CalendarDate) {
    if stage == move.from { columns[stage]?.window.remove(move.row.id) }
    if stage == move.to { columns[stage]?.window.insert(move.movedRow, today: today) }
  }

  /// Lets every cursor find its deal after rows came and went.
  mutating func followSelected() {
    for stage in columns.keys { columns[stage]?.followSelected() }
  }

  private mutating func showInTable(_ row: DealRow) {
    guard let offset = table.window.rows.firstIndex(where: { $0.id == row.id }) else { return }
    table.window.rows[offset].deal.stage = row.deal.stage
  }

  private mutating func shiftSums(
    _ row: DealRow, from: Stage.ID, to: Stage.ID, today: CalendarDate
  ) {
    let isPressing = Need(row, today: today).isPressing
    change(from) { column in
      column.count = max(0, column.count - 1)
      if let amount = row.deal.amount { column.totals.subtract(amount) }
      if isPressing { column.attention = max(0, column.attention - 1) }
    }
    let isOpen = groups.first { $0.id == to }?.outcome == .open
    change(to) { column in
      column.count += 1
      if let amount = row.deal.amount { column.totals.add(amount) }
      if isPressing && isOpen { column.attention += 1 }
    }
  }

  private mutating func change(_ stage: Stage.ID, by edit: (inout BoardSummary.Column) -> Void) {
    if let place = summary.columns.firstIndex(where: { $0.stage == stage }) {
      edit(&summary.columns[place])
    } else {
      var column = summary.column(stage)
      edit(&column)
      summary.columns.append(column)
    }
  }
}
