import Screen

/// The smallest terminal that everything fits into.
let smallestSize = Size(width: 60, height: 16)

/// Draws the whole screen: the top line, the screen, what lies on top, the last event, the keys.
public func draw(_ state: AppState) -> Canvas {
  var canvas = Canvas(size: state.size)
  guard state.size.width >= smallestSize.width, state.size.height >= smallestSize.height else {
    drawTooSmall(state.size, on: &canvas)
    return canvas
  }
  let (top, rest) = Rect(state.size).split(top: 1)
  let (middle, bottom) = rest.split(bottom: 2)
  if let wizard = state.signIn {
    drawSignInTop(wizard, in: top, on: &canvas)
    drawSignIn(wizard, state, in: middle, on: &canvas)
  } else {
    drawTopLine(state, in: top, on: &canvas)
    drawScreen(state, in: middle, on: &canvas)
  }
  for overlay in state.overlays {
    canvas.cursor = nil
    drawOverlay(overlay, state, in: middle, on: &canvas)
  }
  drawPendingKeys(state, in: middle, on: &canvas)
  drawEvent(state, in: bottom.row(0), on: &canvas)
  drawFooter(state, in: bottom.row(1), on: &canvas)
  return canvas
}

/// Draws the screen that is shown, without what lies on top of it.
func drawScreen(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  switch state.screen {
  case .pipeline: drawPipeline(state, in: area, on: &canvas)
  case .people: drawPeople(state, in: area, on: &canvas)
  case .invoices: drawInvoices(state, in: area, on: &canvas)
  case .agenda: drawAgenda(state, in: area, on: &canvas)
  case .reports: drawReports(state, in: area, on: &canvas)
  case .outbox: drawOutbox(state, in: area, on: &canvas)
  }
}

private func drawTooSmall(_ size: Size, on canvas: inout Canvas) {
  let sentence: SafeText =
    """
    Fairlead needs \(smallestSize.width) x \(smallestSize.height); \
    this terminal has \(size.width) x \(size.height).
    """
  let lines = sentence.wrapped(to: size.width)
  let box = canvas.area.centered(Size(width: size.width, height: lines.count))
  for (place, line) in lines.enumerated() {
    canvas.draw(line, in: box.row(place), align: .center)
  }
}
