import FoundationEssentials
import Sales
import Screen

/// Where the parts of the reports screen stand.
struct ReportLayout {
  /// The report's name and what it counts, or what a list of records is about.
  var head: Rect
  /// The heads of the columns.
  var titles: Rect
  /// The bars or records.
  var body: Rect
  /// The sums.
  var foot: Rect

  init(state: AppState) {
    self.init(in: Rect(x: 0, y: 1, width: state.size.width, height: state.size.height - 3))
  }

  init(in area: Rect) {
    let inside = area.inset()
    let (head, rest) = inside.split(top: 2)
    let (titles, below) = rest.split(top: 1)
    let (body, foot) = below.split(bottom: 1)
    (self.head, self.titles, self.body, self.foot) = (head, titles, body, foot)
  }
}

/// Draws the reports screen.
func drawReports(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let layout = ReportLayout(in: area)
  let reports = state.reports
  if let rows = reports.rows {
    canvas.frame(area, title: "\(reports.kind.title) ─ \(rows.bar.category.title)", style: .focus)
    return drawReportRows(rows, state, layout, on: &canvas)
  }
  let pipeline = state.board.pipeline.map { " ─ \($0.name)" as SafeText } ?? ""
  canvas.frame(
    area, title: "Reports" + (reports.kind.isAboutDeals ? pipeline : ""), style: .focus)
  drawReportTabs(reports.kind, in: layout.head.row(0), on: &canvas)
  drawMeaning(state, in: layout.head.row(1).inset(x: 1), on: &canvas)
  guard let report = reports.report else {
    let failure = reports.failure
    canvas.draw(
      failure.map { "! " + $0.message } ?? "adding up…", in: layout.body.row(0).inset(x: 1),
      style: failure == nil ? .dim : .bad)
    if failure != nil {
      canvas.draw("r tries again", in: layout.body.row(1).inset(x: 1), style: .dim)
    }
    return
  }
  guard !report.bars.isEmpty else {
    let words: SafeText =
      reports.kind.hasPeriod && reports.period != .all
      ? "Nothing in this time; p takes another." : "Nothing to count yet."
    return canvas.draw(words, in: layout.body.row(0).inset(x: 1), style: .dim)
  }
  let columns = ReportColumns(reports, width: layout.body.width - 2)
  drawTitles(columns, in: layout.titles.inset(x: 1), on: &canvas)
  let lines = reports.lines
  let top = reports.top(height: layout.body.height)
  for (offset, line) in lines.dropFirst(top).prefix(layout.body.height).enumerated() {
    let row = layout.body.row(offset)
    switch line {
    case .heading(let words): canvas.draw(words, in: row.inset(x: 1), style: .title)
    case .bar(let place):
      drawBar(report.bars[place], columns, reports, in: row.inset(x: 1), on: &canvas)
      if place == reports.index {
        canvas.restyle(row, style: .selection)
        canvas.put("▌", x: row.x, y: row.y, style: .selection)
      }
    }
  }
  drawSums(state, in: layout.foot.inset(x: 1), on: &canvas)
}

/// What the report counts, of which time and whose.
private func drawMeaning(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let reports = state.reports
  var words = reports.kind.hasPeriod ? reports.period.title : "today"
  if reports.kind.isAboutDeals {
    words = words + " · " + (reports.owner.map { SafeText($0.name) } ?? "everybody")
  }
  TextLine(words, .strong).adding(" · ").adding(reports.kind.meaning, .dim)
    .draw(in: area, on: &canvas)
}

private func drawTitles(_ columns: ReportColumns, in area: Rect, on canvas: inout Canvas) {
  for column in columns.all {
    canvas.draw(
      column.title, in: area.column(at: column.offset, width: column.width), style: .dim,
      align: column.isNumber ? .right : .left)
  }
}

private func drawBar(
  _ bar: ReportBar, _ columns: ReportColumns, _ reports: ReportScreen, in area: Rect,
  on canvas: inout Canvas
) {
  for column in columns.all {
    let cell = area.column(at: column.offset, width: column.width)
    if column.kind == .bar {
      let length = bar.currency == nil ? Decimal(bar.count) : bar.amount
      let text = ReportBarText.text(
        length, of: reports.largest(bar.currency), width: cell.width)
      canvas.put(text, x: cell.x, y: cell.y, limit: cell.right, style: bar.category.style)
    } else {
      let isIndented = column.kind == .label && bar.category.heading != nil
      canvas.draw(
        (isIndented ? "  " : "") + column.text(of: bar), in: cell,
        style: column.kind == .amount ? .money : .normal,
        align: column.isNumber ? .right : .left)
    }
  }
}

private func drawSums(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let reports = state.reports
  if let failure = reports.failure {
    return canvas.draw("! shown as last seen: " + failure.message, in: area, style: .bad)
  }
  // Invoices and payments are different things: their sum means nothing.
  guard reports.kind != .billing else { return }
  let sums = reports.sums
  TextLine("\(sums.count.grouped) \(reports.kind.noun(sums.count, reports.bar?.slice))", .dim)
    .right(sums.totals.shortened(to: max(10, area.width - 20), home: state.tenant.currency), .money)
    .draw(in: area, on: &canvas)
}

/// Draws the tabs; those that do not fit are scrolled so that the shown one is there.
private func drawReportTabs(_ shown: ReportKind, in area: Rect, on canvas: inout Canvas) {
  let all = ReportKind.allCases
  let place = all.firstIndex(of: shown) ?? 0
  var first = 0
  func width(_ range: ClosedRange<Int>) -> Int {
    range.reduce(0) { $0 + all[$1].title.width + 2 }
  }
  let room = area.width - 4
  while first < place, width(first...place) > room { first += 1 }
  var x = area.x
  if first > 0 { x = canvas.put("‹ ", x: x, y: area.y, style: .dim) }
  for (index, kind) in all.enumerated().dropFirst(first) {
    // Which one is shown is told by brackets too, not by its colour alone.
    let text: SafeText = index == place ? "[\(kind.title)]" : " \(kind.title) "
    if x + text.width > area.right - 2 {
      canvas.put(" ›", x: area.right - 2, y: area.y, style: .dim)
      break
    }
    x = canvas.put(text, x: x, y: area.y, style: index == place ? .tab : .normal)
  }
}
