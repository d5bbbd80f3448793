import FoundationEssentials
import Screen

/// Draws the top line while nobody is signed in: no organization, no tabs.
func drawSignInTop(_ wizard: SignInWizard, in area: Rect, on canvas: inout Canvas) {
  canvas.fill(area)
  let x = canvas.put(" Fairlead ", x: area.x, y: area.y, style: .title)
  canvas.put(" Sign in ", x: x, y: area.y, limit: area.right, style: .tab)
  let place = (wizard.steps.firstIndex(of: wizard.step) ?? 0) + 1
  canvas.draw(
    "step \(place) of \(wizard.steps.count) ",
    in: area.split(left: x - area.x + 10).rest, style: .dim, align: .right)
}

/// Draws the question of a sign-in that is on.
func drawSignIn(
  _ wizard: SignInWizard, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let box = area.centered(Size(width: min(90, area.width), height: area.height))
  let inside = canvas.frame(box, title: wizard.title, style: .focus).inset(x: 1)
  switch wizard.step {
  case .client: drawClient(wizard, in: inside, on: &canvas)
  case .waiting: drawWaiting(wizard, state, in: inside, on: &canvas)
  default: drawQuestion(wizard, in: inside, on: &canvas)
  }
}

extension SignInWizard {
  /// The question, as the frame has it.
  fileprivate var title: SafeText {
    switch step {
    case .center: "Where is your Zoho account?"
    case .environment: "Which environment of CRM?"
    case .access: "What may Fairlead do there?"
    case .way: "How do you want to sign in?"
    case .client: "Which client signs in?"
    case .waiting: "Waiting for Zoho"
    case .organization: isKeeping ? "Writing the profile" : "Which organization of Books?"
    }
  }

  /// What the question means.
  fileprivate var words: SafeText {
    switch step {
    case .center:
      facts.hasProfiles
        ? "The address of Zoho in your browser tells: zoho.eu is Europe."
        : "Nobody is signed in yet. The address of Zoho in your browser tells where your account "
          + "is: zoho.eu is Europe."
    case .environment:
      "Nearly everybody means production. A token is for one of them; Books has only the real one."
    case .access: "Zoho will show the same list and ask you to agree."
    case .way: "All three are safe; they differ in where your browser is."
    case .organization:
      "Signed in. The invoices are those of one organization; others can be "
        + "added as further profiles."
    default: ""
    }
  }
}

private func drawQuestion(_ wizard: SignInWizard, in area: Rect, on canvas: inout Canvas) {
  var area = drawLines(wizard.words.wrapped(to: area.width, limit: 2), in: area, on: &canvas)
  if let findings = wizard.findings, wizard.step == .organization {
    let lines = ["User  \(findings.user)" as SafeText, "CRM   \(findings.crm)"]
    area = drawLines(lines, in: area, on: &canvas)
    area = drawLines(
      findings.notes.flatMap { $0.wrapped(to: area.width, limit: 3) }, in: area, style: .warning,
      on: &canvas)
  }
  if let failure = wizard.failure {
    area = drawLines(failure.wrapped(to: area.width, limit: 4), in: area, style: .bad, on: &canvas)
  }
  area = area.split(top: 1).rest
  let rows = wizard.rows
  let (list, rest) = area.split(top: min(rows.count, area.height))
  let range = visible(rows.count, around: wizard.selected, rows: list.height)
  for place in range {
    drawSignInRow(
      rows[place], isSelected: place == wizard.selected,
      in: list.row(place - range.lowerBound), on: &canvas)
  }
  if wizard.step == .access { drawPurposes(wizard, in: rest.split(top: 1).rest, on: &canvas) }
}

private func drawSignInRow(
  _ row: Chooser.Row, isSelected: Bool, in area: Rect, on canvas: inout Canvas
) {
  let style: Style = isSelected ? .selection : .normal
  canvas.fill(area, style: style)
  let (left, right) = area.split(left: min(28, area.width / 2))
  canvas.draw("\(isSelected ? "▌" : " ")\(row.label)", in: left, style: style)
  canvas.draw(row.detail, in: right, style: isSelected ? .selection : .dim)
}

/// What the access under the cursor is for, with the scopes beside it where there is room.
private func drawPurposes(_ wizard: SignInWizard, in area: Rect, on canvas: inout Canvas) {
  let isReading = wizard.rows.indices.contains(wizard.selected) && wizard.selected == 1
  let purposes = isReading ? wizard.facts.reading : wizard.facts.writing
  for (place, purpose) in purposes.enumerated() where place < area.height {
    let hasRoom = area.width > 70
    let (left, right) = area.row(place).split(left: hasRoom ? 46 : area.width)
    canvas.draw(" · \(purpose.words)", in: left.split(right: 1).rest)
    canvas.draw(purpose.scopes, in: right, style: .dim)
  }
}

/// Draws lines at the top of an area, and answers the rest of it.
func drawLines(
  _ lines: [SafeText], in area: Rect, style: Style = .normal, on canvas: inout Canvas
) -> Rect {
  for (place, line) in lines.enumerated() {
    canvas.draw(line, in: area.row(place), style: style)
  }
  return area.split(top: lines.count).rest
}
