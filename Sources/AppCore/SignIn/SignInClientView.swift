import Screen

/// Draws the form of the client, with where to make one; where there is little room, what went wrong
/// takes the place of that.
func drawClient(_ wizard: SignInWizard, in area: Rect, on canvas: inout Canvas) {
  let hasRoom = area.height >= 16
  var area = area
  if hasRoom || wizard.failure == nil {
    let advice = wizard.advice.flatMap { $0.wrapped(to: area.width, limit: 3) }
    area = drawLines(advice, in: area, on: &canvas).split(top: 1).rest
  }
  if let failure = wizard.failure {
    let lines = failure.wrapped(to: area.width, limit: max(1, area.height - 5))
    area = drawLines(lines, in: area, style: .bad, on: &canvas).split(top: 1).rest
  }
  for (place, line) in SignInForm.lines(of: wizard.plan.way).enumerated() {
    drawLine(line, wizard.form, in: area.row(place), on: &canvas)
  }
}

extension SignInWizard {
  /// Where a client is made and of what kind it has to be.
  fileprivate var advice: [SafeText] {
    let console = center?.console ?? ""
    switch plan.way {
    case .browser:
      return [
        "Make a server-based client at \(console)", "with the redirect URI \(facts.redirect)",
      ]
    case .device: return ["Make a client for limited-input devices at \(console)"]
    case .code:
      return [
        "Make a self client at \(console) and generate a code for these scopes; Ctrl-Y copies them:",
        scopes,
      ]
    }
  }
}

private func drawLine(
  _ line: SignInForm.Line, _ form: SignInForm, in row: Rect, on canvas: inout Canvas
) {
  let isActive = form.line == line
  let (left, right) = row.split(left: 16)
  canvas.draw("\(isActive ? "▌" : " ")\(line.label)", in: left, style: isActive ? .strong : .dim)
  switch line {
  case .clientID: draw(form.clientID, isActive, in: right, on: &canvas)
  case .profile: draw(form.profile, isActive, in: right, on: &canvas)
  case .clientSecret: draw(form.clientSecret.dots, isActive, in: right, on: &canvas)
  case .code: draw(form.code.dots, isActive, in: right, on: &canvas)
  }
}

private func draw(
  _ field: TextField, _ isActive: Bool, in area: Rect, on canvas: inout Canvas
) {
  if isActive {
    field.draw(in: area, on: &canvas)
  } else {
    canvas.draw(SafeText(field.text), in: area)
  }
}

extension SignInForm.Line {
  fileprivate var label: SafeText {
    switch self {
    case .clientID: "Client id"
    case .clientSecret: "Client secret"
    case .code: "Code"
    case .profile: "Profile name"
    }
  }
}

extension TypedSecret {
  /// A field with a dot for each character, so that one sees that something was typed.
  fileprivate var dots: TextField {
    TextField(String(repeating: "•", count: field.text.count))
  }
}
