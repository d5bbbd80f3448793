import Sales
import Screen

/// Where the parts of the invoices screen stand.
enum InvoiceListLayout {
  /// The row of the first invoice, from the top of the screen's area.
  static let rowsTop = 4

  /// How many rows of the list fit into an area of that height: less the frame, the tabs with their
  /// sums, the heads of the columns and the foot.
  static func rowsHeight(of height: Int, _ list: InvoiceList) -> Int {
    max(1, height - 5 - footHeight(of: height, list))
  }

  /// The rows of the foot: one for the sums, one for the ages where there is room and something unpaid.
  static func footHeight(of height: Int, _ list: InvoiceList) -> Int {
    height >= 18 && !list.isShowingDrafts && list.summary?.ageing.isEmpty == false ? 2 : 1
  }

  /// From which width on the pane stands beside the list.
  static let wide = 110
}

/// Draws the invoices screen, the editor included.
func drawInvoices(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  if let editor = state.editor { return drawEditor(editor, state, in: area, on: &canvas) }
  guard let pane = state.invoices.pane else {
    return drawInvoiceList(state, in: area, hasKeys: true, on: &canvas)
  }
  guard area.width >= InvoiceListLayout.wide else {
    return drawInvoicePane(pane, state, in: area, on: &canvas)
  }
  let (left, right) = area.split(right: 48)
  drawInvoiceList(state, in: left, hasKeys: false, on: &canvas)
  drawInvoicePane(pane, state, in: right, on: &canvas)
}

private func drawInvoiceList(
  _ state: AppState, in area: Rect, hasKeys: Bool, on canvas: inout Canvas
) {
  let list = state.invoices
  let words = list.filter.text
  let chip: SafeText =
    words.isEmpty || list.isShowingDrafts ? "" : " ─ filter: \(words) ─ tabs count all"
  let inside = canvas.frame(
    area, title: "Invoices ─ \(list.tab.title)" + chip, style: hasKeys ? .focus : .border)
  drawInvoiceTabs(state, in: inside.split(top: 2).top, on: &canvas)
  let (rows, foot) = inside.split(top: 2).rest.split(
    bottom: InvoiceListLayout.footHeight(of: area.height, list))
  if list.isShowingDrafts {
    drawDrafts(state, in: rows, on: &canvas)
  } else {
    drawRows(state, in: rows, on: &canvas)
  }
  drawFoot(state, in: foot.row(0), on: &canvas)
  if foot.height > 1 { drawAgeing(state, in: foot.row(1), on: &canvas) }
}

private func drawRows(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let rows = state.invoices.current
  let columns = InvoiceColumn.fitting(area.width, hidden: state.invoices.hiddenColumns)
  let order = state.invoices.order
  for (column, place) in columns {
    let isOrder = order?.key == column.order && column != .due
    let sign = isOrder ? order?.isDescending == true ? " ▼" : " ▲" : ""
    canvas.draw(
      SafeText(column.title + sign), in: area.row(0).column(at: place.offset, width: place.width),
      style: .dim, align: column.alignment)
  }
  let body = area.split(top: 1).rest
  guard let window = rows.window else {
    let words: SafeText = rows.failure.map { "! " + $0.message } ?? "reading the invoices…"
    canvas.draw(words, in: body.row(0).inset(x: 1), style: rows.failure == nil ? .dim : .bad)
    if rows.failure != nil {
      canvas.draw("r tries again", in: body.row(1).inset(x: 1), style: .dim)
    }
    return
  }
  guard window.count > 0 else {
    let words: SafeText =
      state.invoices.filter.text.isEmpty
      ? "No invoice is here. a writes a new one." : "No invoice has these words. Esc shows all."
    return canvas.draw(words, in: body.row(0).inset(x: 1), style: .dim)
  }
  let top = rows.top(height: body.height)
  for offset in 0..<min(body.height, window.count - top) {
    let row = body.row(offset)
    guard let invoice = window.row(at: top + offset) else {
      canvas.draw(" …", in: row, style: .dim)
      continue
    }
    for (column, place) in columns {
      canvas.draw(
        column.text(of: invoice, state), in: row.column(at: place.offset, width: place.width),
        style: column.style(of: invoice, state), align: column.alignment)
    }
    if state.invoices.marks.contains(invoice.id) {
      canvas.put(Marks<Invoice>.glyph, x: row.x, y: row.y, style: .key)
    }
    if top + offset == rows.index {
      canvas.put(
        state.invoices.marks.contains(invoice.id) ? Marks<Invoice>.glyph : "▌", x: row.x, y: row.y,
        style: .selection)
      canvas.restyle(row, style: .selection)
    }
  }
}

private func drawFoot(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let list = state.invoices
  if list.isFiltering {
    let (label, field) = area.inset(x: 1).split(left: 8)
    canvas.draw("filter:", in: label, style: .dim)
    return list.filter.draw(in: field, on: &canvas)
  }
  if list.isShowingDrafts {
    let drafts = list.drafts ?? []
    let totals = Totals(drafts.map { Money($0.totals.total, $0.currency) })
    let words: SafeText =
      "\(drafts.count.grouped) here, on this machine only · \(totals.full.string)"
    return canvas.draw(words, in: area.inset(x: 1), style: .dim)
  }
  let rows = list.current
  guard let window = rows.window else { return }
  if let failure = rows.failure {
    return canvas.draw(
      "! shown as last seen: " + failure.message, in: area.inset(x: 1), style: .bad)
  }
  let place = window.count > 0 ? rows.index + 1 : 0
  if !list.marks.isEmpty {
    return canvas.draw(
      list.marks.words + " · S mail  R remind  M mark sent  V void  w one PDF  Esc none",
      in: area.inset(x: 1), style: .strong)
  }
  var parts = ["\(place.grouped) of \(window.count.grouped)"]
  if list.filter.text.isEmpty {
    parts.append("in all \(window.totals.full.string)")
    parts.append("unpaid \(list.balances(of: list.tab).full.string)")
  } else {
    if let count = list.invoiceCount(of: list.tab) { parts[0] += " found among \(count.grouped)" }
    parts.append("together \(window.totals.full.string)")
  }
  if rows.words != list.filter.text { parts.append("filtering…") }
  canvas.draw(SafeText(parts.joined(separator: " · ")), in: area.inset(x: 1), style: .dim)
}

private func drawInvoicePane(
  _ pane: InvoicePane, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let number = pane.folder?.invoice.number ?? state.invoices.current.invoice?.number ?? ""
  let inside = canvas.frame(area, title: "Invoice \(number)", style: .focus).inset(x: 1)
  let lines = InvoicePaneText(state, pane).lines
  let top = min(pane.top, max(0, lines.count - inside.height))
  drawLines(lines, from: top, in: inside, on: &canvas)
  let left = lines.count - top - inside.height
  guard left > 0 else { return }
  let more: SafeText = " \(left) more, j "
  canvas.put(more, x: area.right - more.width - 2, y: area.bottom - 1, style: .dim)
}
