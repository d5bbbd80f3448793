import FoundationEssentials
import Screen

/// Draws what is held, with the seconds that are left, and how to take it back; false when nothing is.
func drawHeld(_ state: AppState, in area: Rect, on canvas: inout Canvas) -> Bool {
  guard let held = state.invoices.held.last else { return false }
  let more = state.invoices.held.count - 1
  let (left, right) = area.split(right: 17)
  let words: SafeText =
    " ◷ \(held.review.invoice.number) goes out in \(held.secondsLeft(at: state.now)) s"
    + (more > 0 ? ", and \(more) more" : " to \(held.review.stored.mail.addressesInWords)")
  canvas.draw(words, in: left, style: .pending)
  let end = canvas.put("u", x: right.x + 1, y: right.y, style: .key)
  canvas.put(" takes it back", x: end, y: right.y, limit: right.right, style: .dim)
  return true
}

extension HeldMail {
  /// How many seconds are left until it goes out.
  func secondsLeft(at now: Date) -> Int {
    max(0, Int(until.timeIntervalSince(now).rounded(.up)))
  }
}
