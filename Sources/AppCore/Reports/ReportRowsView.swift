import Sales
import Screen

/// Draws the records behind a bar.
func drawReportRows(
  _ rows: ReportRows, _ state: AppState, _ layout: ReportLayout, on canvas: inout Canvas
) {
  let kind = state.reports.kind
  let count = rows.window?.count ?? rows.bar.count
  let sum = rows.window?.totals ?? rows.bar.currency.map { Totals([Money(rows.bar.amount, $0)]) }
  TextLine("\(count.grouped) \(kind.noun(count, rows.bar.slice))", .strong)
    .right(sum.map(\.full) ?? "–", .money)
    .draw(in: layout.head.row(0).inset(x: 1), on: &canvas)
  guard let window = rows.window else {
    let words: SafeText = rows.failure.map { "! " + $0.message } ?? "reading…"
    return canvas.draw(
      words, in: layout.body.row(0).inset(x: 1), style: rows.failure == nil ? .dim : .bad)
  }
  guard window.count > 0 else {
    return canvas.draw(
      "Nothing is behind this bar any more. Esc goes back.", in: layout.body.row(0).inset(x: 1),
      style: .dim)
  }
  let columns = ReportRowColumn.fitting(layout.body.width - 2)
  for (column, offset, width) in columns {
    canvas.draw(
      column.title(of: rows.bar.slice), in: layout.titles.column(at: offset, width: width),
      style: .dim, align: column == .amount ? .right : .left)
  }
  for offset in 0..<min(layout.body.height, window.count - rows.top) {
    let line = layout.body.row(offset)
    guard let row = window.row(at: rows.top + offset) else {
      canvas.draw(" …", in: line, style: .dim)
      continue
    }
    for (column, offset, width) in columns {
      canvas.draw(
        column.text(of: row, state), in: line.column(at: offset, width: width),
        style: column.style, align: column == .amount ? .right : .left)
    }
    if rows.top + offset == rows.index {
      canvas.restyle(line, style: .selection)
      canvas.put("▌", x: line.x, y: line.y, style: .selection)
    }
  }
  let place = "\(rows.index + 1)" as SafeText
  canvas.draw(
    rows.failure.map { "! shown as last seen: " + $0.message }
      ?? "\(place) of \(window.count.grouped)",
    in: layout.foot.inset(x: 1), style: rows.failure == nil ? .dim : .bad)
}

/// The columns of a list of records.
enum ReportRowColumn {
  case title
  case party
  case stage
  case detail
  case day
  case amount

  /// The columns that fit a width, with where each begins.
  static func fitting(_ width: Int) -> [(ReportRowColumn, Int, Int)] {
    var parts: [(ReportRowColumn, Int)] = [(.title, 0), (.day, 12), (.amount, 15)]
    if width >= 74 { parts.insert((.party, width / 5), at: 1) }
    if width >= 96 { parts.insert((.stage, 20), at: 2) }
    if width >= 110 { parts.insert((.detail, 16), at: 3) }
    let fixed = parts.reduce(0) { $0 + $1.1 } + parts.count - 1
    var offset = 1
    return parts.map { column, own in
      let cells = column == .title ? max(8, width - fixed) : own
      defer { offset += cells + 1 }
      return (column, offset, cells)
    }
  }

  func title(of slice: ReportSlice) -> SafeText {
    switch (self, slice) {
    case (.title, .deals): "Deal"
    case (.title, _): "Number"
    case (.party, .deals): "Account"
    case (.party, _): "Customer"
    case (.stage, .deals): "Stage"
    case (.stage, _): "Status"
    case (.detail, .deals): "Owner"
    case (.detail, _): ""
    case (.day, .deals): "Closing"
    case (.day, .invoices(let invoices)): invoices.late == nil ? "Date" : "Due"
    case (.day, .payments): "Date"
    case (.amount, _): "Amount"
    }
  }

  func text(of row: ReportRow, _ state: AppState) -> SafeText {
    switch self {
    case .title: SafeText(row.title)
    case .party: SafeText(row.party)
    case .stage: row.stage.map { SafeText(state.stageName($0)) } ?? SafeText(row.detail)
    case .detail: row.stage == nil ? "" : SafeText(row.detail)
    case .day: row.day?.spoken ?? "–"
    case .amount: row.amount?.full ?? "–"
    }
  }

  var style: Style {
    switch self {
    case .amount: .money
    case .day, .detail, .party: .dim
    case .title, .stage: .normal
    }
  }
}
