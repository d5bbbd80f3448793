import Sales
import Screen

/// Draws contacts, accounts and leads: the list, and the pane of the record under its cursor.
func drawPeople(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let layout = PeopleLayout(area, isInPane: state.people.isInPane && state.people.pane != nil)
  if let list = layout.list { drawList(state, in: list, on: &canvas) }
  if let pane = layout.pane { drawPersonPane(state, in: pane, on: &canvas) }
}

private func drawList(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let people = state.people
  let words = people.filter.text
  let chip: SafeText = words.isEmpty ? "" : " ─ filter: \(words)"
  let inside = canvas.frame(
    area, title: people.list.title + chip, style: people.isInPane ? .border : .focus)
  var x = inside.x
  for tab in state.peopleTabs {
    x = canvas.put(
      tab.text, x: x, y: inside.y, limit: inside.right,
      style: tab.list == people.list ? .tab : .normal)
  }
  let order = people.query.order.words(in: people.list)
  let (_, right) = inside.row(0).split(right: min(order.width, max(0, inside.right - x - 1)))
  canvas.draw(order, in: right, style: .dim, align: .right)
  let (rows, foot) = inside.split(top: 1).rest.split(bottom: 1)
  drawRows(state, in: rows, on: &canvas)
  drawFoot(state, in: foot.inset(x: 1), on: &canvas)
}

private func drawRows(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let people = state.people
  let rows = people.current
  let columns = PeopleColumn.fitting(area.width, in: people.list)
  for place in columns {
    canvas.draw(
      place.column.title(in: people.list),
      in: area.row(0).column(at: place.offset, width: place.width), style: .dim,
      align: place.column == .deals ? .right : .left)
  }
  let body = area.split(top: 1).rest
  guard let window = rows.window else {
    let words: SafeText = rows.failure.map { "! " + $0.message } ?? "reading…"
    return canvas.draw(
      words, in: body.row(0).inset(x: 1), style: rows.failure == nil ? .dim : .bad)
  }
  guard window.count > 0 else {
    let words: SafeText =
      people.filter.text.isEmpty
      ? "No \(people.list.noun) yet. c makes one." : "None has these words. Esc shows all."
    return canvas.draw(words, in: body.row(0).inset(x: 1), style: .dim)
  }
  let top = rows.top(height: body.height)
  for offset in 0..<min(body.height, window.count - top) {
    let row = body.row(offset)
    guard let person = window.row(at: top + offset) else {
      canvas.draw(" …", in: row, style: .dim)
      continue
    }
    for place in columns {
      canvas.draw(
        place.column.text(of: person, home: state.tenant.currency, width: place.width),
        in: row.column(at: place.offset, width: place.width),
        style: place.column == .deals ? .money : .normal,
        align: place.column == .deals ? .right : .left)
    }
    if top + offset == rows.index {
      canvas.put("▌", x: row.x, y: row.y, style: .selection)
      canvas.restyle(row, style: .selection)
    }
  }
}

private func drawFoot(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let people = state.people
  if people.isFiltering {
    let (label, field) = area.split(left: 8)
    canvas.draw("filter:", in: label, style: .dim)
    return people.filter.draw(in: field, on: &canvas)
  }
  let rows = people.current
  guard let window = rows.window else { return }
  if let failure = rows.failure {
    return canvas.draw("! shown as last seen: " + failure.message, in: area, style: .bad)
  }
  let place = window.count > 0 ? rows.index + 1 : 0
  var words = "\(place.grouped) of \(window.count.grouped)"
  if !people.filter.text.isEmpty, let all = people.counts[people.list] {
    words += " found among \(all.grouped)"
  }
  if people.list != .leads, let sum = people.sums[people.list],
    sum.query.words == people.query.words
  {
    words += " · open deals \(sum.totals.full.string)"
  }
  if rows.query?.words != people.filter.text { words += " · filtering…" }
  canvas.draw(SafeText(words), in: area, style: .dim)
}

extension AppState {
  /// The tabs of the three lists, each with its count.
  var peopleTabs: [(list: PeopleList, text: SafeText)] {
    PeopleList.allCases.map { list in
      let count = people.counts[list].map { " \($0.grouped)" } ?? ""
      let text = "\(list.title.string)\(count)"
      return (list, list == people.list ? "[\(text)]" : " \(text) ")
    }
  }

  /// The tab at a column of the screen; nil where there is none.
  func peopleTab(at column: Int) -> PeopleList? {
    var x = 1
    for tab in peopleTabs {
      if column >= x, column < x + tab.text.width { return tab.list }
      x += tab.text.width
    }
    return nil
  }
}

extension PeopleOrder {
  /// The order in words.
  func words(in list: PeopleList) -> SafeText {
    switch self {
    case .name: "by name"
    case .company: list == .accounts ? "by industry" : "by company"
    case .change: "last changed first"
    }
  }
}
