import Screen

/// Draws a list to choose from, with the reasons of what cannot be chosen.
func drawChooser(_ chooser: Chooser, in area: Rect, on canvas: inout Canvas) {
  let widest = chooser.rows.map { $0.label.width + $0.note.width + 4 }.max() ?? 0
  let size = Size(
    width: min(max(40, widest + 4), area.width - 2),
    height: min(chooser.rows.count + 3, area.height))
  let inside = drawBox(chooser.title, size: size, in: area, on: &canvas)
  let list = drawFilter(chooser.filter, "/", in: inside, on: &canvas)
  let rows = chooser.shown
  if rows.isEmpty { canvas.draw("Nothing has these words.", in: list.row(0), style: .dim) }
  let range = visible(rows.count, around: chooser.selected, rows: list.height)
  for place in range {
    drawRow(
      rows[place], isSelected: place == chooser.selected,
      in: list.row(place - range.lowerBound), on: &canvas)
  }
}

private func drawRow(
  _ row: Chooser.Row, isSelected: Bool, in area: Rect, on canvas: inout Canvas
) {
  let isOff = row.unavailable != nil
  let style: Style = isSelected ? .selection : isOff ? .dim : .normal
  let room = max(area.width / 2, area.width - row.label.width - 2)
  let (left, right) = area.split(right: min(row.note.width, room))
  canvas.fill(area, style: style)
  canvas.draw("\(isSelected ? "▌" : " ")\(row.label)", in: left, style: style)
  canvas.draw(row.note, in: right, style: isSelected ? .selection : .dim, align: .right)
}

extension Chooser.Row {
  /// What stands at the right: why it cannot be chosen, or what helps to tell it apart.
  fileprivate var note: SafeText { unavailable.map { "off: \($0)" } ?? detail }
}
