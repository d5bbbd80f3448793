import Sales
import Screen

/// All that the pane of an invoice says, a line each.
struct InvoicePaneText {
  private(set) var lines: [TextLine] = []

  /// What is known of the invoice in a pane.
  init(_ state: AppState, _ pane: InvoicePane) {
    if let failure = pane.failure {
      add("! " + failure.message, .bad)
      add("r tries again", .dim)
    }
    guard let folder = pane.folder else {
      if pane.failure == nil { add("reading the invoice…", .dim) }
      return
    }
    addHead(folder, state)
    addLines(folder, isFailed: pane.failure != nil)
    addPayments(folder)
    addHistory(folder)
  }

  private mutating func add(_ text: SafeText, _ style: Style = .normal, right: SafeText = "") {
    let line = TextLine(text, style)
    lines.append(right.isEmpty ? line : line.right(right, style == .dim ? .normal : style))
  }

  private mutating func addHead(_ folder: InvoiceFolder, _ state: AppState) {
    let invoice = folder.invoice
    add(SafeText(invoice.customer.name), .strong)
    if let email = folder.customer?.email { add(SafeText(email), .dim) }
    add("Status", right: invoice.status(on: state.today))
    if let pending = state.pending(invoice.id) { add("… " + pending, .pending) }
    add("Date", right: invoice.date.spoken)
    if let due = invoice.dueDate {
      let isLate = invoice.group(on: state.today) == .overdue
      add(
        "Due", isLate ? .bad : .normal, right: due.spoken + ", " + due.distance(from: state.today))
    }
    if !invoice.reference.isEmpty { add("Reference", right: SafeText(invoice.reference)) }
    add("Total", .money, right: Money(invoice.total, invoice.currency).full)
    add("Paid", .money, right: Money(invoice.paid, invoice.currency).full)
    if let lost = invoice.writtenOff, lost != 0 {
      add("Written off", .warning, right: Money(lost, invoice.currency).full)
    }
    add("Unpaid", .money, right: Money(invoice.balance, invoice.currency).full)
    if let customer = folder.customer, customer.unusedCredits > 0 {
      let credit = Money(customer.unusedCredits, customer.currency).full
      add("Credit left, C applies it", .good, right: credit)
    }
  }

  private mutating func addLines(_ folder: InvoiceFolder, isFailed: Bool) {
    add("")
    guard let detail = folder.detail else {
      add(isFailed ? "its lines were not read" : "reading its lines…", .dim)
      return
    }
    let currency = detail.invoice.currency
    add("Lines", .title)
    for line in detail.lines {
      let amount = line.amount(places: currency.decimals)
      add(
        SafeText(line.name.isEmpty ? line.description : line.name),
        right: Money(amount, currency).full)
      var parts = ["\(line.quantity.shown()) × \(line.rate.shown(places: currency.decimals))"]
      if let discount = line.discount {
        parts.append("less \(discount.shown(in: currency).string)")
      }
      if let tax = line.tax { parts.append(tax.words.string) }
      add(SafeText("  " + parts.joined(separator: ", ")), .dim)
    }
    add("Subtotal", .dim, right: Money(detail.subtotal, currency).full)
    for tax in detail.taxes {
      add(SafeText(tax.name), .dim, right: Money(tax.amount, currency).full)
    }
    add("Total", .strong, right: Money(detail.invoice.total, currency).full)
    for (title, text) in [("Notes", detail.notes), ("Terms", detail.terms)] where !text.isEmpty {
      add("")
      add(SafeText(title), .title)
      for line in SafeText.lines(text) { add(line) }
    }
  }

  private mutating func addPayments(_ folder: InvoiceFolder) {
    add("")
    add("Payments", .title)
    if folder.payments.isEmpty { add("none yet", .dim) }
    for payment in folder.payments {
      let part = payment.applications.first { $0.invoice == folder.invoice.id }?.amount
      let amount = Money(part ?? payment.amount.amount, payment.amount.currency)
      let mode = PaymentMode(rawValue: payment.mode)?.words ?? payment.mode
      add("\(payment.date.spoken.string)  \(mode)  \(payment.reference)", right: amount.full)
    }
  }

  private mutating func addHistory(_ folder: InvoiceFolder) {
    add("")
    add("Mails", .title)
    let mails = folder.events.filter(\.isMail)
    if mails.isEmpty { add("none yet", .dim) }
    addEvents(mails)
    let others = folder.events.filter { !$0.isMail }
    guard !others.isEmpty else { return }
    add("")
    add("History", .title)
    addEvents(others)
  }

  private mutating func addEvents(_ events: [InvoiceEvent]) {
    for event in events {
      add("\(event.time)  \(event.by)", .dim)
      add("  " + SafeText(event.text))
    }
  }
}

extension Invoice {
  /// Where it stands on a day, in words.
  func status(on today: CalendarDate) -> SafeText {
    switch status {
    case .known(.partiallyPaid): "part paid"
    case .known(.pendingApproval): "to approve"
    case .known(.approved): "approved"
    case .known(.draft), .known(.void), .known(.paid): SafeText(status.text)
    case .known(let status):
      group(on: today) == .overdue ? "overdue" : SafeText(status.rawValue)
    case .other(let word): SafeText(word)
    }
  }
}
