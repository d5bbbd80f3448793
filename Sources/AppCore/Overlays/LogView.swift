import FoundationEssentials
import Screen

/// Draws all that happened, the newest first.
func drawLog(
  _ position: ScrollPosition, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let inside = drawBox(
    "Log: \(state.log.count) \(state.log.count == 1 ? "event" : "events"), newest first",
    size: area.size, in: area, on: &canvas)
  if state.log.isEmpty {
    canvas.draw("Nothing has happened yet.", in: inside.row(0), style: .dim)
  }
  var y = 0
  for event in state.log.dropFirst(position.top) where y < inside.height {
    let (left, right) = inside.split(left: 12)
    canvas.draw(
      event.time.clock(secondsAheadOfUTC: state.secondsAheadOfUTC), in: left.row(y), style: .dim)
    canvas.put(event.kind.mark, x: left.right - 2, y: inside.y + y, style: event.kind.style)
    for line in event.text.wrapped(to: right.width) where y < inside.height {
      canvas.draw(line, in: right.row(y), style: event.kind.style)
      y += 1
    }
  }
}

extension Date {
  /// The time of day on the user's clock: `14:05:09`.
  func clock(secondsAheadOfUTC: Int) -> SafeText {
    let seconds = Int(timeIntervalSince1970.rounded(.down)) + secondsAheadOfUTC
    let ofDay = (seconds % 86_400 + 86_400) % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(ofDay / 3600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))"
  }
}
