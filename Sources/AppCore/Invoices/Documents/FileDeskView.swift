import Sales
import Screen

/// Draws the files on an invoice, and the path of one to add.
func drawFiles(_ desk: FileDesk, in area: Rect, on canvas: inout Canvas) {
  let choices = desk.path.map { min(6, $0.choices.count) + 2 } ?? 0
  let height = max(1, desk.files?.count ?? 1) + choices + 3
  let inside = drawBox(
    "Files on \(desk.invoice.name)",
    size: Size(width: min(72, area.width - 2), height: min(height, area.height)), in: area,
    on: &canvas)
  let (list, bottom) = inside.split(bottom: choices + 1)
  drawList(desk, in: list, on: &canvas)
  guard let path = desk.path else {
    let words: SafeText = desk.busy ?? "PDF, JPG, PNG or GIF, at most 10 MB"
    return canvas.draw(words, in: bottom.row(0), style: desk.busy == nil ? .dim : .pending)
  }
  let (label, field) = bottom.row(0).split(left: 6)
  canvas.draw("path", in: label, style: .dim)
  for (place, choice) in path.choices.prefix(6).enumerated() {
    canvas.draw(SafeText(choice), in: bottom.row(place + 1), style: .dim)
  }
  canvas.draw(
    path.choices.count > 6 ? "and \(path.choices.count - 6) more · Tab completes" : "Tab completes",
    in: bottom.row(choices), style: .dim)
  path.field.draw(in: field, on: &canvas)
}

private func drawList(_ desk: FileDesk, in area: Rect, on canvas: inout Canvas) {
  if let failure = desk.failure {
    return canvas.draw("! " + failure.message, in: area.row(0), style: .bad)
  }
  guard let files = desk.files else {
    return canvas.draw("reading from Books…", in: area.row(0), style: .dim)
  }
  if files.isEmpty { canvas.draw("No file hangs on it. a adds one.", in: area.row(0), style: .dim) }
  let range = visible(files.count, around: desk.index, rows: area.height)
  for place in range {
    let row = area.row(place - range.lowerBound)
    let (left, right) = row.split(right: 12)
    canvas.draw(" " + SafeText(files[place].name), in: left)
    let size = files[place].size.map { "\(max(1, $0 / 1024).grouped) KB" } ?? ""
    canvas.draw(SafeText(size), in: right, style: .dim, align: .right)
    if place == desk.index, desk.path == nil {
      canvas.put("▌", x: row.x, y: row.y, style: .selection)
      canvas.restyle(row, style: .selection)
    }
  }
}
