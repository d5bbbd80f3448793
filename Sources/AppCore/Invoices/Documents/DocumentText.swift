import FoundationEssentials
import Sales
import Screen

/// Draws a paper in full.
func drawDocument(
  _ opened: OpenedDocument, _ desk: DocumentDesk, in area: Rect, on canvas: inout Canvas
) {
  let lines = DocumentText(desk.current ?? opened.paper, opened.detail).lines
  let inside = area.inset(x: 1)
  drawLines(
    lines, from: min(opened.top, max(0, lines.count - inside.height)), in: inside, on: &canvas)
}

/// All that is said of a paper, a line each.
struct DocumentText {
  private(set) var lines: [TextLine] = []

  /// What is known of a paper.
  init(_ paper: BooksDocument, _ detail: Result<DocumentDetail, Failure>?) {
    add(SafeText(paper.number), .strong)
    add(SafeText(paper.customer.name))
    add("Status", right: SafeText(paper.status))
    if let date = paper.date {
      add(paper.kind == .recurringInvoice ? "Starts" : "Date", right: date.spoken)
    }
    if let next = paper.next { add("Next invoice", right: next.spoken) }
    if !paper.reference.isEmpty { add("Reference", right: SafeText(paper.reference)) }
    add("Total", .money, right: paper.total.full)
    if paper.kind == .creditNote { add("Unused", .money, right: paper.balance.full) }
    if paper.kind == .retainerInvoice { add("Unpaid", .money, right: paper.balance.full) }
    add("")
    switch detail {
    case nil: add("reading its lines…", .dim)
    case .failure(let failure): add("! " + failure.message, .bad)
    case .success(let detail): addLines(of: detail)
    }
  }

  private mutating func add(_ text: SafeText, _ style: Style = .normal, right: SafeText = "") {
    let line = TextLine(text, style)
    lines.append(right.isEmpty ? line : line.right(right, style))
  }

  private mutating func addLines(of detail: DocumentDetail) {
    let currency = detail.document.total.currency
    add("Lines", .title)
    for line in detail.lines {
      let amount = Money(line.amount(places: currency.decimals), currency)
      add(SafeText(line.name.isEmpty ? line.description : line.name), right: amount.full)
      var parts = ["\(line.quantity.shown()) × \(line.rate.shown(places: currency.decimals))"]
      if let discount = line.discount {
        parts.append("less \(discount.shown(in: currency).string)")
      }
      if let tax = line.tax { parts.append(tax.words.string) }
      add(SafeText("  " + parts.joined(separator: ", ")), .dim)
    }
    if let discount = detail.discount {
      add("Discount of the whole", .dim, right: discount.shown(in: currency))
    }
    for (title, text) in [("Notes", detail.notes), ("Terms", detail.terms)] where !text.isEmpty {
      add("")
      add(SafeText(title), .title)
      for line in SafeText.lines(text) { add(line) }
    }
  }
}
