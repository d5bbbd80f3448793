import Sales
import Screen

/// Draws a record of CRM beside its customer of Books, field by field, with the way each value goes.
func drawComparison(
  _ comparison: CustomerComparison, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let plan = comparison.plan
  let size = Size(width: min(100, area.width - 2), height: plan.differences.count + 8)
  let inside = drawBox("CRM and Books ─ \(plan.name)", size: size, in: area, on: &canvas)
  var rows = LabelledRows(area: inside, labelWidth: 13)
  rows.draw("Organization", SafeText(state.tenant.organization), style: .organization, on: &canvas)
  rows.draw("Customer", plan.stepInWords, on: &canvas)
  let (list, foot) = inside.split(top: rows.y - inside.y + 1).rest.split(bottom: 2)
  let columns = ComparisonColumns(list)
  columns.draw("", "CRM", "", "Books", style: .dim, on: &canvas)
  let body = list.split(top: 1).rest
  let shown = visible(plan.differences.count, around: comparison.selected, rows: body.height)
  for (place, index) in shown.enumerated() {
    let difference = plan.differences[index]
    let row = ComparisonColumns(body.row(place))
    let isSelected = index == comparison.selected
    if isSelected { canvas.fill(body.row(place), style: .selection) }
    row.draw(
      difference.label, difference.crm ?? "", difference.sign, difference.books ?? "",
      style: isSelected ? .selection : difference.style, on: &canvas)
  }
  if plan.differences.isEmpty { canvas.draw(plan.emptyWords, in: body.row(0), style: .dim) }
  canvas.draw(comparison.footWords, in: foot.row(1), style: .dim)
}

/// The columns of one row: the field, CRM's value, the way it goes, Books' value.
private struct ComparisonColumns {
  let label: Rect
  let crm: Rect
  let sign: Rect
  let books: Rect

  init(_ area: Rect) {
    let (label, rest) = area.row(0).split(left: min(24, area.width / 4))
    let half = max(0, (rest.width - 5) / 2)
    let (crm, right) = rest.split(left: half)
    let (sign, books) = right.split(left: 5)
    (self.label, self.crm, self.sign, self.books) = (label, crm, sign, books)
  }

  func draw(
    _ name: SafeText, _ left: String, _ arrow: SafeText, _ right: String, style: Style,
    on canvas: inout Canvas
  ) {
    canvas.draw(name, in: label, style: style == .selection ? style : .dim)
    canvas.draw(SafeText(left), in: crm, style: style)
    canvas.draw(arrow, in: sign, style: style, align: .center)
    canvas.draw(SafeText(right), in: books, style: style)
  }
}

extension PartyPlan {
  /// How the customer was found, or that there is none.
  fileprivate var stepInWords: SafeText {
    let customer = books?.values[.name] ?? ""
    switch step {
    case .create: return "none in Books: it will be made from CRM's record"
    case .link(_, .email): return "\(customer), found by mail address, not linked yet"
    case .link: return "\(customer), found by its name, not linked yet"
    case .compare: return "\(customer), linked"
    case .ambiguous(let customers):
      return "not certain: \(customers.map(\.name).joined(separator: ", "))"
    }
  }

  fileprivate var emptyWords: SafeText {
    switch step {
    case .create: "What CRM has goes to Books."
    case .ambiguous: "Link the right one in Books, then compare again."
    case .link, .compare: "Both have the same."
    }
  }
}

extension CustomerComparison {
  /// What is decided so far, or why the value under the cursor stays.
  fileprivate var footWords: SafeText {
    if plan.differences.indices.contains(selected),
      case .stays(let reason) = plan.differences[selected].verdict
    {
      return "stays: \(reason)"
    }
    let open = plan.differences.count { $0.verdict == .conflict }
    return "→ Books \(count(.toBooks))   ← CRM \(count(.toCRM))   ≠ undecided \(open)"
  }
}

extension PartyDifference {
  fileprivate var label: SafeText {
    switch subject {
    case .field(let field): SafeText(field.label)
    case .person(let email, let field): "\(field.label), \(email)"
    case .wholePerson: "person"
    }
  }

  fileprivate var sign: SafeText {
    switch verdict {
    case .goes(.toBooks): "→"
    case .goes(.toCRM): "←"
    case .conflict: "≠"
    case .stays: "·"
    }
  }

  fileprivate var style: Style {
    switch verdict {
    case .goes: .normal
    case .conflict: .warning
    case .stays: .dim
    }
  }
}
