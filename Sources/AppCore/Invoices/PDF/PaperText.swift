import FoundationEssentials
import Sales
import Screen

/// The page of an invoice, as lines of text: what the PDF says, laid out for the terminal.
struct PaperText {
  /// The widest page.
  static let widest = 84

  private(set) var lines: [TextLine] = []
  private let width: Int

  /// The page of an invoice in so many cells.
  init(_ paper: PaperView, _ state: AppState, width: Int) {
    self.width = width
    if let failure = paper.failure { add("! " + failure.message, .bad) }
    guard let folder = paper.folder else {
      if paper.failure == nil { add("reading the invoice…", .dim) }
      return
    }
    let invoice = folder.invoice
    lines.append(TextLine(SafeText(state.tenant.organization), .strong).right("INVOICE", .title))
    lines.append(TextLine().right(SafeText(invoice.number), .strong))
    add("")
    addParties(folder, state)
    if let detail = folder.detail {
      addItems(detail)
      addTotals(detail)
      addWords(detail)
    } else {
      add(paper.failure == nil ? "reading its lines…" : "its lines were not read", .dim)
    }
  }

  private mutating func add(_ text: SafeText, _ style: Style = .normal, right: SafeText = "") {
    let line = TextLine(text, style)
    lines.append(right.isEmpty ? line : line.right(right, style))
  }

  private mutating func addParties(_ folder: InvoiceFolder, _ state: AppState) {
    let invoice = folder.invoice
    let facts: [SafeText] = [
      "Date  \(invoice.date.spoken)", "Due  \(invoice.dueDate?.spoken ?? "–")",
      invoice.reference.isEmpty ? "" : "Reference  \(invoice.reference)",
      "Status  \(invoice.status(on: state.today))",
    ]
    let names: [SafeText] =
      ["Bill to", SafeText(invoice.customer.name)]
      + [folder.customer?.email].compactMap { $0.map { SafeText($0) } }
    for row in 0..<max(facts.count, names.count) {
      var line = TextLine(row < names.count ? names[row] : "", row == 0 ? .dim : .normal)
      if row < facts.count, !facts[row].isEmpty { line = line.right(facts[row]) }
      lines.append(line)
    }
    add("")
  }

  private mutating func addItems(_ detail: InvoiceDetail) {
    let currency = detail.invoice.currency
    rule()
    add("Item", .dim, right: "Amount")
    rule()
    for line in detail.lines {
      let amount = Money(line.amount(places: currency.decimals), currency)
      add(SafeText(line.name.isEmpty ? line.description : line.name), right: amount.full)
      var parts = ["\(line.quantity.shown()) × \(line.rate.shown(places: currency.decimals))"]
      if let discount = line.discount {
        parts.append("less \(discount.shown(in: currency).string)")
      }
      if let tax = line.tax { parts.append(tax.words.string) }
      add(SafeText("  " + parts.joined(separator: ", ")), .dim)
      guard !line.description.isEmpty, !line.name.isEmpty else { continue }
      addWrapped(line.description, indent: "  ", .dim)
    }
    rule()
  }

  private mutating func addTotals(_ detail: InvoiceDetail) {
    let invoice = detail.invoice
    var sums: [(name: String, amount: Decimal, style: Style)] = [
      ("Subtotal", detail.subtotal, .normal)
    ]
    sums += detail.taxes.map { ($0.name, $0.amount, .normal) }
    sums.append(("Total", invoice.total, .strong))
    if invoice.paid != 0 { sums.append(("Paid and credited", -invoice.paid, .normal)) }
    if let lost = invoice.writtenOff, lost != 0 { sums.append(("Written off", -lost, .normal)) }
    sums.append(("Balance due", invoice.balance, .money))
    for sum in sums {
      let amount = padded(Money(sum.amount, invoice.currency).full)
      lines.append(TextLine().right("\(sum.name)\(amount)", sum.style))
    }
  }

  private mutating func addWords(_ detail: InvoiceDetail) {
    for (title, text) in [("Notes", detail.notes), ("Terms", detail.terms)] where !text.isEmpty {
      add("")
      add(SafeText(title), .title)
      addWrapped(text, indent: "")
    }
  }

  private mutating func addWrapped(_ text: String, indent: SafeText, _ style: Style = .normal) {
    for line in SafeText.lines(text) {
      for part in line.wrapped(to: max(8, width - indent.width)) { add(indent + part, style) }
    }
  }

  private mutating func rule() {
    add(SafeText(String(repeating: "─", count: width)), .border)
  }

  /// An amount at the right of 16 cells.
  private func padded(_ text: SafeText) -> SafeText {
    SafeText(String(repeating: " ", count: max(0, 16 - text.width))) + text
  }
}
