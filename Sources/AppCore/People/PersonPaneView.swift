import Sales
import Screen

/// Draws the pane of a contact, an account or a lead: its tabs with counts, and the part that is shown.
func drawPersonPane(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let hasKeys = state.people.isInPane
  let title = state.people.pane?.folder?.record?.name ?? state.people.current.row?.name ?? ""
  let inside = canvas.frame(
    area, title: SafeText(title), style: hasKeys ? .focus : .border
  ).inset(x: 1)
  drawTabs(state, in: inside.row(0), on: &canvas)
  let body = inside.split(top: 1).rest
  let rows = state.personRows(width: body.width)
  let cursor = min(state.people.pane?.cursors[state.personTab] ?? 0, max(0, rows.count - 1))
  let top = personTop(rows.count, cursor: cursor, height: body.height)
  for (place, row) in rows.dropFirst(top).prefix(body.height).enumerated() {
    let line = body.row(place)
    row.line.draw(in: line, on: &canvas)
    if hasKeys, top + place == cursor {
      canvas.restyle(line, style: .selection)
      canvas.put("▌", x: line.x - 1, y: line.y, style: .selection)
    }
  }
  let left = rows.count - top - body.height
  guard left > 0 else { return }
  let more: SafeText = " \(left) more "
  canvas.put(more, x: area.right - more.width - 2, y: area.bottom - 1, style: .dim)
}

/// The first row of the pane that is shown, so that the one under the cursor is seen.
func personTop(_ count: Int, cursor: Int, height: Int) -> Int {
  max(0, min(cursor - height / 2, count - height))
}

private func drawTabs(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let tabs = PersonTab.of(state.people.list).map { tab -> (tab: PersonTab, text: SafeText) in
    let count = tab.count(in: state.people.pane?.folder).map { " \($0)" } ?? ""
    let text = "\(tab.title.string)\(count)"
    return (tab, tab == state.personTab ? "[\(text)]" : " \(text) ")
  }
  let shown = tabs.firstIndex { $0.tab == state.personTab } ?? 0
  var first = 0
  while first < shown, tabs[first...shown].reduce(0, { $0 + $1.text.width }) > area.width - 2 {
    first += 1
  }
  var x = area.x
  if first > 0 { x = canvas.put("◂", x: x, y: area.y, style: .key) }
  for tab in tabs.dropFirst(first) {
    guard x + tab.text.width <= area.right else {
      canvas.put("▸", x: area.right - 1, y: area.y, style: .key)
      return
    }
    x = canvas.put(
      tab.text, x: x, y: area.y, style: tab.tab == state.personTab ? .tab : .normal)
  }
}

/// Draws a field that is edited where it stands in the pane, with its choices or what is wrong below.
func drawFieldInPlace(
  _ form: RecordForm, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let layout = PeopleLayout(area, isInPane: true)
  guard let body = layout.paneRows, let field = form.current else { return }
  let rows = state.personRows(width: body.width)
  guard let place = rows.firstIndex(where: { $0.target == .field(field.apiName) }) else { return }
  let cursor = min(state.people.pane?.cursors[.fields] ?? 0, max(0, rows.count - 1))
  let row = body.row(place - personTop(rows.count, cursor: cursor, height: body.height))
  guard !row.isEmpty else { return }
  let value = row.split(left: AppState.labelWidth(body.width)).rest
  canvas.fill(value, style: .field)
  drawValue(of: field, form, in: value, on: &canvas)
  var below = RecordFormRows(form).rows.filter { row in
    if case .field = row { return false }
    return true
  }
  if below.isEmpty { below = [.words("Enter saves · Esc restores", .dim)] }
  let room = area.bottom - row.bottom
  let start = below.count <= room ? row.bottom : max(area.y, row.y - below.count)
  let cursorPlace = canvas.cursor
  for (place, line) in below.enumerated() where start + place < area.bottom {
    let spot = Rect(x: value.x, y: start + place, width: value.width, height: 1)
    switch line {
    case .words(let words, let style): canvas.draw(words, in: spot, style: style)
    case .choice(let index): drawChoice(index, of: form, in: spot, on: &canvas)
    case .heading, .field: break
    }
  }
  canvas.cursor = cursorPlace
}
