import Screen

/// Draws the whole screen: the top line, the screen, what lies on top, the last event, the keys.
public func draw(_ state: AppState) -> Canvas {
  var canvas = Canvas(size: state.size)
  let (top, rest) = Rect(state.size).split(top: 1)
  let (middle, bottom) = rest.split(bottom: 2)
  drawTopLine(state, in: top, on: &canvas)
  switch state.screen {
  case .pipeline: drawPipeline(state, in: middle, on: &canvas)
  case .invoices: drawInvoices(state, in: middle, on: &canvas)
  case .outbox: drawOutbox(state, in: middle, on: &canvas)
  }
  for overlay in state.overlays { drawOverlay(overlay, state, in: middle, on: &canvas) }
  drawEvent(state, in: bottom.row(0), on: &canvas)
  drawFooter(state, in: bottom.row(1), on: &canvas)
  return canvas
}

func drawTopLine(_ state: AppState, in area: Rect, on canvas: inout Canvas) {}
func drawEvent(_ state: AppState, in area: Rect, on canvas: inout Canvas) {}
func drawFooter(_ state: AppState, in area: Rect, on canvas: inout Canvas) {}
func drawOverlay(_ overlay: Overlay, _ state: AppState, in area: Rect, on canvas: inout Canvas) {}
