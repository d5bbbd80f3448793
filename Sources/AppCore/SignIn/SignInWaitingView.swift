import FoundationEssentials
import Screen

/// Draws what the user is to do in a browser, and what is waited for.
func drawWaiting(
  _ wizard: SignInWizard, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  var area = area
  if let place = wizard.movedTo {
    area = drawLines(["Your account lives at \(place): going on there."], in: area, on: &canvas)
  }
  switch wizard.news {
  case .visit(let address, let isOpened):
    let words: SafeText =
      isOpened
      ? "Your browser has Zoho's page. Agree there; this goes on by itself."
      : "Open this address in a browser on this machine and agree there."
    area = drawLines(words.wrapped(to: area.width), in: area, on: &canvas)
    area = area.split(top: 1).rest
    let lines = address.wrapped(to: area.width, limit: max(1, area.height - 3))
    area = drawLines(lines, in: area, style: .key, on: &canvas)
    area = area.split(top: 1).rest
    _ = drawLines(
      SafeText(
        "y copies it. Is your browser on another machine? Esc, then the code. It waits 5 min."
      )
      .wrapped(to: area.width), in: area, style: .dim, on: &canvas)
  case .enterCode(let code, let address, let until):
    area = drawLines(["Open this address in a browser anywhere:"], in: area, on: &canvas)
    area = drawLines(address.wrapped(to: area.width, limit: 3), in: area, style: .key, on: &canvas)
    area = area.split(top: 1).rest
    area = drawLines(["and type this code:"], in: area, on: &canvas)
    area = drawLines(["   \(code)"], in: area, style: .strong, on: &canvas)
    let end = until.clock(secondsAheadOfUTC: state.secondsAheadOfUTC)
    area = area.split(top: 1).rest
    _ = drawLines(
      ["This goes on by itself. The code is good until \(end)."], in: area, style: .dim,
      on: &canvas)
  case .checking:
    _ = drawLines(["Zoho has let us in. Asking who you are…"], in: area, on: &canvas)
  default:
    _ = drawLines(["Asking \(wizard.center?.accounts ?? "Zoho")…"], in: area, on: &canvas)
  }
}
