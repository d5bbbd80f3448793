import Sales
import Screen

/// Draws the papers of a sort, below the tabs of all.
func drawDocuments(
  _ desk: DocumentDesk, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  canvas.fill(area)
  let inside = canvas.frame(area, title: "At Books beside invoices", style: .focus)
  drawTabs(desk, in: inside.inset(x: 1).row(0), on: &canvas)
  let list = inside.split(top: 1).rest
  guard let rows = desk.rows else {
    let failure = desk.failures[desk.kind]
    let words: SafeText = failure.map { "! " + $0.message } ?? "reading from Books…"
    canvas.draw(words, in: list.row(0).inset(x: 1), style: failure == nil ? .dim : .bad)
    if failure != nil {
      canvas.draw("r tries again", in: list.row(1).inset(x: 1), style: .dim)
    }
    return
  }
  let (body, foot) = list.split(bottom: 1)
  drawHeads(desk.kind, in: body.row(0), on: &canvas)
  let room = body.split(top: 1).rest
  if rows.isEmpty {
    canvas.draw(desk.kind.none, in: room.row(0).inset(x: 1), style: .dim)
  }
  let range = visible(rows.count, around: desk.index, rows: room.height)
  for place in range {
    let row = room.row(place - range.lowerBound)
    draw(rows[place], today: state.today, in: row, on: &canvas)
    guard place == desk.index else { continue }
    canvas.put("▌", x: row.x, y: row.y, style: .selection)
    canvas.restyle(row, style: .selection)
  }
  let totals = Totals(rows.map(\.total))
  let words: SafeText =
    desk.failures[desk.kind].map { "! shown as last read: " + $0.message }
    ?? "\(rows.isEmpty ? 0 : desk.index + 1) of \(rows.count.grouped) · in all \(totals.full.string)"
  canvas.draw(
    words, in: foot.inset(x: 1), style: desk.failures[desk.kind] == nil ? .dim : .bad)
}

private func drawTabs(_ desk: DocumentDesk, in area: Rect, on canvas: inout Canvas) {
  var x = area.x
  for kind in DocumentDesk.kinds {
    let count = desk.papers[kind].map { " \($0.count.grouped)" } ?? ""
    let words: SafeText = " \(kind.plural)\(count) "
    x = canvas.put(
      words, x: x, y: area.y, limit: area.right, style: kind == desk.kind ? .selection : .tab)
    x += 1
  }
}

/// Where the columns stand in a row.
private struct Columns {
  let number: Rect
  let customer: Rect
  let date: Rect
  let status: Rect
  let total: Rect
  let balance: Rect

  init(_ kind: DocumentKind, _ row: Rect) {
    let inside = row.inset(x: 1)
    let isWide = inside.width >= 90
    let numberWidth = kind == .recurringInvoice ? max(14, inside.width / 4) : 12
    number = inside.column(at: 0, width: numberWidth)
    let (rest, balance) = inside.split(right: isWide ? 15 : 0)
    self.balance = balance
    let (left, total) = rest.split(right: 14)
    self.total = total
    let (names, status) = left.split(right: 11)
    self.status = status
    let (most, date) = names.split(right: isWide ? 13 : inside.width >= 70 ? 12 : 0)
    self.date = date
    let start = numberWidth + 1
    customer = most.column(at: start, width: max(0, most.width - start - 1))
  }
}

private func drawHeads(_ kind: DocumentKind, in row: Rect, on canvas: inout Canvas) {
  let columns = Columns(kind, row)
  canvas.draw(kind == .recurringInvoice ? "Name" : "Number", in: columns.number, style: .dim)
  canvas.draw("Customer", in: columns.customer, style: .dim)
  canvas.draw(kind == .recurringInvoice ? "Next" : "Date", in: columns.date, style: .dim)
  canvas.draw("Status", in: columns.status, style: .dim)
  canvas.draw("Total", in: columns.total, style: .dim, align: .right)
  let isOpen = kind == .creditNote || kind == .retainerInvoice
  canvas.draw(
    isOpen ? kind == .creditNote ? "Unused" : "Unpaid" : "", in: columns.balance, style: .dim,
    align: .right)
}

private func draw(
  _ paper: BooksDocument, today: CalendarDate, in row: Rect, on canvas: inout Canvas
) {
  let columns = Columns(paper.kind, row)
  canvas.draw(SafeText(paper.number), in: columns.number)
  canvas.draw(SafeText(paper.customer.name), in: columns.customer)
  let date = paper.kind == .recurringInvoice ? paper.next : paper.date
  canvas.draw(date?.spoken ?? "–", in: columns.date)
  canvas.draw(SafeText(paper.status), in: columns.status, style: paper.statusStyle)
  canvas.draw(paper.total.full, in: columns.total, style: .money, align: .right)
  guard paper.kind == .creditNote || paper.kind == .retainerInvoice else { return }
  canvas.draw(paper.balance.full, in: columns.balance, style: .money, align: .right)
}

extension BooksDocument {
  fileprivate var statusStyle: Style {
    switch status {
    case "accepted", "active", "paid": .good
    case "declined", "expired", "void", "stopped": .warning
    case "invoiced", "closed", "drawn": .dim
    default: .normal
    }
  }
}

extension DocumentKind {
  /// What is said where there is none.
  fileprivate var none: SafeText {
    switch self {
    case .estimate: "Books has no estimate."
    case .salesOrder: "Books has no sales order."
    case .recurringInvoice: "No profile. cr on an invoice makes one, R in a draft."
    case .retainerInvoice: "No retainer. D on a deal makes one."
    case .creditNote: "No credit note. cn on an invoice makes one."
    }
  }
}
