import Sales
import Screen

/// Draws what belongs to a live cell below it: the choices, or the value as it was understood, or
/// why it is none.
func drawDropDown(
  _ input: CellInput, _ editor: InvoiceEditor, below cell: Rect, in area: Rect,
  on canvas: inout Canvas
) {
  var rows = input.choices.map { $0.row(in: editor) }
  let isTaken = input.isTyped || input.isPicked || editor.cell.column == .tax
  let selected = isTaken && rows.indices.contains(input.selected) ? input.selected : nil
  let room = 6
  let first = max(0, (selected ?? 0) - room + 1)
  rows = Array(rows.dropFirst(first).prefix(room))
  var lines = rows.enumerated().map { index, row in
    (row, first + index == selected ? Style.selection : Style.field)
  }
  if let problem = input.problem {
    lines.append(("! " + problem, .bad))
  } else if !rows.isEmpty, editor.cell.column == .item {
    lines.append(("Enter takes it · Tab keeps what is typed", .dim))
  } else if rows.isEmpty, !input.echo.isEmpty, editor.cell.column != .item {
    lines.append(("= " + input.echo, .good))
  } else if input.isAwaited || input.isLooking(in: editor.cell) {
    lines.append(("looking…", .dim))
  } else if rows.isEmpty, input.isTyped, editor.cell.column == .item {
    lines.append(("no such item in Books: a line without an item", .dim))
  }
  guard let widest = lines.map(\.0.width).max() else { return }
  let width = min(max(widest + 2, cell.width), area.width)
  let x = max(area.x, min(cell.x, area.right - width))
  let isBelow = cell.bottom + lines.count <= area.bottom
  let y = isBelow ? cell.bottom : max(area.y, cell.y - lines.count)
  for (index, line) in lines.enumerated() where y + index < area.bottom {
    canvas.draw(
      " " + line.0, in: Rect(x: x, y: y + index, width: width, height: 1), style: line.1)
  }
}

extension CellChoice {
  /// A choice with what tells it apart.
  fileprivate func row(in editor: InvoiceEditor) -> SafeText {
    switch self {
    case .item(let item):
      let rate = item.rate.shown(places: editor.home?.decimals ?? 2)
      let unit = item.unit.map { $0.isEmpty ? "" : " / \($0)" } ?? ""
      let tax = editor.taxes.first { $0.id == item.tax }?.words.string ?? "no tax"
      let stock = item.stock.map { "  \($0.shown()) in stock" } ?? ""
      return "\(item.name)  \(editor.home?.symbol ?? "")\(rate)\(unit)  \(tax)\(stock)"
    case .customer(let customer):
      let email = customer.email.map { "  <\($0)>" } ?? ""
      let state = customer.isActive ? customer.currency.code : "inactive"
      return "\(customer.name)\(email)  \(state)"
    case .tax: return label
    }
  }
}
