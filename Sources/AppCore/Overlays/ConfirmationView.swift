import Screen

/// Draws a question: what it is about, then its answers with their letters.
func drawConfirmation(_ question: Confirmation, in area: Rect, on canvas: inout Canvas) {
  let width = min(72, area.width - 2)
  let lines = question.lines.flatMap { $0.wrapped(to: width - 4) }
  let size = Size(width: width, height: min(lines.count + question.answers.count + 3, area.height))
  let inside = drawBox(question.title, size: size, in: area, on: &canvas)
  let (top, bottom) = inside.split(bottom: question.answers.count)
  for (place, line) in lines.prefix(max(0, top.height - 1)).enumerated() {
    canvas.draw(line, in: top.row(place))
  }
  for (place, answer) in question.answers.enumerated() {
    let isSelected = place == question.selected
    let style: Style = isSelected ? .selection : .normal
    let row = bottom.row(place)
    guard !row.isEmpty else { continue }
    canvas.fill(row, style: style)
    canvas.put(
      "\(isSelected ? "▌" : " ")\(String(answer.key))", x: row.x, y: row.y,
      style: isSelected ? .selection : .key)
    canvas.put(answer.label, x: row.x + 4, y: row.y, limit: row.right, style: style)
  }
}

/// Draws a line to type.
func drawPrompt(_ prompt: Prompt, in area: Rect, on canvas: inout Canvas) {
  let size = Size(width: min(72, area.width - 2), height: 3)
  let inside = drawBox(prompt.title, size: size, in: area, on: &canvas)
  prompt.field.draw(in: inside, on: &canvas)
}
