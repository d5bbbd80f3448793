import Sales
import Screen

/// Draws the values that two people gave the same fields, with the chosen one marked.
func drawConflict(
  _ chooser: ConflictChooser, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let rows = chooser.fields.count * 4
  let box = area.centered(Size(width: min(area.width, 90), height: rows + 5))
  canvas.fill(box)
  let inside = canvas.frame(
    box, title: "\(chooser.conflict.edit.name) was changed meanwhile", style: .focus
  ).inset(x: 1)
  let who = chooser.conflict.theirs.modifiedBy ?? "Somebody else"
  canvas.draw("\(who) changed the same. b before · m mine · t theirs", in: inside.row(0))
  canvas.draw(
    "\(state.tenant.organization) (\(state.tenant.dataCenter))", in: inside.row(1),
    style: .organization)
  let list = inside.split(top: 2).rest
  let shown = max(1, list.height / 4)
  let first = max(0, min(chooser.selected - shown + 1, chooser.fields.count - shown))
  for (place, field) in chooser.fields.enumerated().dropFirst(first).prefix(shown) {
    let y = (place - first) * 4
    let isSelected = place == chooser.selected
    canvas.draw(
      "\(isSelected ? "▌" : " ")\(chooser.label(field))", in: list.row(y),
      style: isSelected ? .selection : .strong)
    for (offset, side) in ConflictChooser.Side.allCases.enumerated() {
      let isChosen = chooser.side(field) == side
      let (left, right) = list.row(y + 1 + offset).split(left: 14)
      guard !left.isEmpty else { continue }
      canvas.draw(
        "  \(isChosen ? "●" : "○") \(side.word)", in: left, style: isChosen ? .good : .dim)
      let text = chooser.value(field, side).text
      canvas.draw(
        text.isEmpty ? "–" : SafeText(text), in: right, style: isChosen ? .strong : .normal)
    }
  }
}

extension ConflictChooser.Side {
  fileprivate var word: SafeText {
    switch self {
    case .before: "before"
    case .mine: "mine"
    case .theirs: "theirs"
    }
  }
}
