import Sales
import Screen

/// Where the parts of a form stand.
struct RecordFormLayout {
  /// The frame.
  var box: Rect
  /// The rows of fields.
  var list: Rect
  /// The line below them.
  var foot: Rect

  init(_ form: RecordForm, in area: Rect) {
    let rows = RecordFormRows(form).rows.count
    box = area.centered(Size(width: min(100, area.width), height: rows + 3))
    (list, foot) = box.inset().inset(x: 1).split(bottom: 1)
  }

  /// How wide the labels are.
  var labelWidth: Int { min(26, max(16, list.width / 3)) }
}

/// Draws a form: sections, labels with a mark where a value is needed, values, and what is wrong.
func drawForm(_ form: RecordForm, _ state: AppState, in area: Rect, on canvas: inout Canvas) {
  guard !form.isInPlace else { return drawFieldInPlace(form, state, in: area, on: &canvas) }
  let layout = RecordFormLayout(form, in: area)
  canvas.fill(layout.box)
  canvas.frame(layout.box, title: form.title, style: .focus)
  let rows = RecordFormRows(form)
  let top = rows.top(height: layout.list.height)
  for (place, row) in rows.rows.dropFirst(top).prefix(layout.list.height).enumerated() {
    draw(row, of: form, layout, in: layout.list.row(place), on: &canvas)
  }
  drawFoot(form, hidden: rows.rows.count - top - layout.list.height, in: layout.foot, on: &canvas)
}

private func draw(
  _ row: RecordFormRows.Row, of form: RecordForm, _ layout: RecordFormLayout, in area: Rect,
  on canvas: inout Canvas
) {
  let value = area.split(left: layout.labelWidth).rest
  switch row {
  case .heading(let label): canvas.draw(label, in: area, style: .strong)
  case .words(let words, let style): canvas.draw(words, in: value, style: style)
  case .field(let name):
    guard let field = form.named(name) else { return }
    let isCurrent = name == form.field
    let mark = field.isRequired && field.isEditable ? "*" : " "
    canvas.draw(
      "\(isCurrent ? "▌" : " ")\(mark)\(field.label)",
      in: area.split(left: layout.labelWidth - 1).left,
      style: form.complaint(about: name) != nil ? .bad : isCurrent ? .strong : .dim)
    drawValue(of: field, form, in: value, on: &canvas)
  case .choice(let index): drawChoice(index, of: form, in: value, on: &canvas)
  }
}

/// Draws the value of a field, or the text being typed into it.
func drawValue(of field: FormField, _ form: RecordForm, in area: Rect, on canvas: inout Canvas) {
  let isCurrent = field.apiName == form.field && field.isEditable
  if isCurrent, let menu = form.menu {
    return menu.filter.draw(in: area, on: &canvas)
  }
  if isCurrent, field.kind.isTyped, !form.hasLines(field) {
    return form.text(of: field).draw(in: area, on: &canvas)
  }
  let style: Style = isCurrent ? .field : field.isEditable ? .normal : .dim
  canvas.draw(form.shown(field), in: area, style: style)
  if isCurrent { canvas.cursor = (x: area.x, y: area.y) }
}

/// Draws one of the open choices of a form.
func drawChoice(_ index: Int, of form: RecordForm, in area: Rect, on canvas: inout Canvas) {
  guard let menu = form.menu, menu.shown.indices.contains(index) else { return }
  let row = menu.shown[index]
  let isSelected = index == menu.selected
  let style: Style = isSelected ? .selection : .field
  let mark: SafeText
  if let field = form.current, field.kind == .multiPickList {
    mark = form.chosen(field).contains(row.value.text) ? "[x] " : "[ ] "
  } else {
    mark = isSelected ? "▌" : " "
  }
  canvas.fill(area, style: style)
  let (left, right) = area.split(right: min(row.detail.width, area.width / 2))
  canvas.draw(mark + row.label, in: left, style: style)
  canvas.draw(row.detail, in: right, style: isSelected ? .selection : .dim, align: .right)
}

private func drawFoot(
  _ form: RecordForm, hidden: Int, in area: Rect, on canvas: inout Canvas
) {
  if let other = form.other {
    let words: SafeText =
      form.duplicate != nil
      ? "! \(other.name) has the same; Ctrl-O shows it"
      : "! looks like \(other.name) (\(form.lookalikes.first?.detail ?? "")); Ctrl-O shows it"
    return canvas.draw(words, in: area, style: .warning)
  }
  let count = form.changes.count
  var words = "* is needed · Ctrl-S: \(form.verb)"
  if count > 0 { words += " · \(count) changed" }
  if hidden > 0 { words += " · \(hidden) more rows below" }
  canvas.draw(SafeText(words), in: area, style: .dim)
}

extension RecordForm {
  /// The value of a field as it is shown.
  fileprivate func shown(_ field: FormField) -> SafeText {
    let value = value(field.apiName)
    if field.kind == .boolean { return value == .bool(true) ? "[x] yes" : "[ ] no" }
    let shown = notation.shown(value, in: field)
    return shown.isEmpty && !field.kind.isTyped && field.isEditable ? "–" : shown
  }
}

extension AppState {
  /// Lets the mouse go to a field, choose, or scroll.
  mutating func pointAtForm(_ event: MouseEvent) -> [Effect] {
    guard let form, !form.isInPlace else { return [] }
    switch event.kind {
    case .wheelUp: return changeForm { $0.menu == nil ? $0.move(-3) : $0.menu?.move(-3) }
    case .wheelDown: return changeForm { $0.menu == nil ? $0.move(3) : $0.menu?.move(3) }
    case .release: return []
    case .press: break
    }
    let area = Rect(x: 0, y: 1, width: size.width, height: size.height - 3)
    let layout = RecordFormLayout(form, in: area)
    guard layout.list.contains(x: event.x, y: event.y) else { return [] }
    let rows = RecordFormRows(form)
    let place = rows.top(height: layout.list.height) + event.y - layout.list.y
    guard rows.rows.indices.contains(place) else { return [] }
    switch rows.rows[place] {
    case .field(let name):
      guard form.named(name)?.isEditable == true else { return [] }
      return changeForm { $0.go(to: name) }
    case .choice(let index):
      return changeForm {
        $0.menu?.selected = index
        _ = $0.choose()
      }
    case .heading, .words: return []
    }
  }
}
