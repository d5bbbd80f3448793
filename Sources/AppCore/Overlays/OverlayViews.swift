import Screen

/// Draws what lies on top of the screen.
func drawOverlay(_ overlay: Overlay, _ state: AppState, in area: Rect, on canvas: inout Canvas) {
  switch overlay {
  case .help(let menu): drawHelp(menu, overlay, state, in: area, on: &canvas)
  case .palette(let menu): drawPalette(menu, overlay, state, in: area, on: &canvas)
  case .inbox: drawInbox(state, in: area, on: &canvas)
  case .log(let position): drawLog(position, state, in: area, on: &canvas)
  case .confirmation(let question): drawConfirmation(question, in: area, on: &canvas)
  case .chooser(let chooser): drawChooser(chooser, in: area, on: &canvas)
  case .prompt(let prompt): drawPrompt(prompt, in: area, on: &canvas)
  case .review(let review): drawReview(review, state, in: area, on: &canvas)
  case .payment(let form): drawPayment(form, state, in: area, on: &canvas)
  case .bulkMove: drawBulkMove(state, in: area, on: &canvas)
  case .form(let form): drawForm(form, state, in: area, on: &canvas)
  case .recordConflict(let chooser): drawConflict(chooser, state, in: area, on: &canvas)
  case .billing(let overlay): drawBilling(overlay, state, in: area, on: &canvas)
  case .drafting(let overlay): drawDrafting(overlay, state, in: area, on: &canvas)
  case .comparison(let comparison): drawComparison(comparison, state, in: area, on: &canvas)
  case .settings(let screen): drawSettings(screen, state, in: area, on: &canvas)
  case .output(let output): drawCommandOutput(output, in: area, on: &canvas)
  }
}

/// Clears a box in the middle of an area, frames it, and answers the room inside.
func drawBox(
  _ title: SafeText, size: Size, in area: Rect, on canvas: inout Canvas
) -> Rect {
  let box = area.centered(size)
  canvas.fill(box)
  return canvas.frame(box, title: title, style: .focus).inset(x: 1)
}

/// Draws the line that filters a list, and answers the room below it.
func drawFilter(_ field: TextField, _ sign: SafeText, in area: Rect, on canvas: inout Canvas)
  -> Rect
{
  let (line, rest) = area.split(top: 1)
  let (mark, text) = line.split(left: sign.width + 1)
  canvas.draw(sign, in: mark, style: .key)
  field.draw(in: text, on: &canvas)
  return rest
}

/// The entries of a list that fit into so many rows with the one under the cursor among them.
func visible(_ count: Int, around selected: Int, rows: Int) -> Range<Int> {
  guard count > 0, rows > 0 else { return 0..<0 }
  let start = min(max(0, selected - rows / 2), max(0, count - rows))
  return start..<min(count, start + rows)
}
