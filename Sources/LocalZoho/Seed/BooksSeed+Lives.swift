import Foundation
import GRDB

extension BooksSeed {
  /// What became of an invoice: it may still be a draft or void; else it was sent, perhaps looked
  /// at, and paid in time, late, in part or not at all.
  /// Returns the payment it got, which is written after it.
  mutating func live(
    _ invoice: inout Invoice, _ plan: Plan, _ currency: Currency
  ) throws -> Payment? {
    let age = world.today.number - plan.date.number
    let staysDraft = random.chance(age < 25 ? 25 : 3)
    if plan.fate.map({ $0 == .draft }) ?? staysDraft { return nil }
    let sent = invoice.createdTime + Int64(random.number(300...7200))
    invoice.state = .sent
    invoice.isEmailed = random.chance(80)
    if invoice.isEmailed {
      try tell(&invoice, "Invoice emailed to the customer", "Email Sent", at: sent)
    } else {
      try tell(&invoice, "Invoice marked as sent by Jane Hartley", "Marked as Sent", at: sent)
    }
    if plan.fate == nil, random.chance(4) {
      invoice.state = .void
      try tell(&invoice, "Invoice marked as void by Jane Hartley", "Marked as Void", at: sent + 600)
      return nil
    }
    if plan.fate.map({ $0 == .viewed }) ?? random.chance(45) {
      let viewed = sent + Int64(random.number(3600...86_400))
      let end = Int64(world.today.number) * 86_400 - 1
      invoice.clientViewedTime = min(viewed, max(sent, end))
      try tell(
        &invoice, "Invoice viewed by the customer", "Viewed",
        at: invoice.clientViewedTime ?? viewed)
    }
    guard invoice.total > 0 else { return nil }
    let late = world.today.number - (Day(invoice.dueDate) ?? plan.date).number
    let chanceOfPayment = late > 60 ? 86 : late > 0 ? 52 : age > 10 ? 25 : 8
    var payment: Payment?
    if plan.fate == nil, random.chance(chanceOfPayment) {
      payment = try pay(&invoice, invoice.total, plan, currency)
    } else if plan.fate.map({ $0 == .partlyPaid }) ?? random.chance(22) {
      let half = Decimal(millionths: invoice.total) / 2
      payment = try pay(&invoice, half.rounded(places: 0).millionths ?? 0, plan, currency)
    }
    if late > 14, invoice.balance > 0 {
      invoice.remindersSent = random.number(1...3)
      invoice.lastReminderSentDate = (world.today - random.number(1...7)).description
    }
    return payment
  }

  /// A payment of an invoice; a few customers pay a little more than they owe.
  private mutating func pay(
    _ invoice: inout Invoice, _ amount: Int64, _ plan: Plan, _ currency: Currency
  ) throws -> Payment? {
    guard amount > 0, amount <= invoice.balance else { return nil }
    let patience = random.number(3...55)
    let day = min(plan.date + patience, world.today - 1)
    let extra: Int64 = random.chance(3) ? Int64(random.number(1...9)) * 10_000_000 : 0
    let time = max(invoice.lastModifiedTime, workTime(on: day))
    lastPaymentNumber += 1
    let payment = Payment(
      paymentId: try ids.next(db), paymentNumber: lastPaymentNumber, customerId: invoice.customerId,
      customerName: invoice.customerName, currencyId: invoice.currencyId,
      exchangeRate: invoice.exchangeRate,
      paymentMode: random.pick([
        "banktransfer", "banktransfer", "banktransfer", "creditcard", "check",
      ]),
      amount: amount + extra, unusedAmount: extra, date: day.description,
      referenceNumber: "BACS \(random.number(100_000...999_999))", createdTime: time,
      lastModifiedTime: time)
    invoice.paymentMade += amount
    invoice.lastPaymentDate = day.description
    invoice.settleBalance()
    let text = currency.text(Decimal(millionths: amount))
    try tell(&invoice, "Payment of \(text) made and applied", "Payment Added", at: time)
    return payment
  }

  mutating func insert(_ payment: Payment, for invoice: Invoice) throws {
    try payment.insert(db)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO books_payment_invoices VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [
      ids.next(db), payment.paymentId, invoice.invoiceId, payment.amount - payment.unusedAmount,
    ])
  }

  /// The messages of the last few invoices that were mailed.
  func fillMails() throws {
    let invoices = try Invoice.fetchAll(
      db,
      sql: """
        SELECT * FROM books_invoices WHERE is_emailed AND state = 'sent'
        ORDER BY invoice_id DESC LIMIT 6
        """)
    let organization = try Organization.current(db)
    for invoice in invoices.reversed() {
      let persons = try ContactPerson.all(of: invoice.customerId, db).prefix(1)
      guard let person = persons.first, !person.email.isEmpty else { continue }
      let time = Date(timeIntervalSince1970: Double(invoice.createdTime + 7200))
      let subject = "Invoice - \(invoice.invoiceNumber) from \(organization.name)"
      let page = try DocumentPage(invoice, today: Timestamp.day(time), db)
      let message = MailMessage(
        from: MailMessage.Mailbox(
          name: User.administrator.fullName, address: User.administrator.email),
        to: [MailMessage.Mailbox(name: person.fullName, address: person.email)],
        subject: subject,
        html: "Dear \(HTMLText.escaped(invoice.customerName)),<br><br>please find attached our "
          + "invoice \(invoice.invoiceNumber).<br><br>Regards,<br>"
          + HTMLText.escaped(User.administrator.fullName),
        attachments: [
          MailMessage.Attachment(
            name: invoice.fileName, contentType: "application/pdf",
            data: try DocumentPDF.file(for: page))
        ], date: time, serial: "\(invoice.invoiceId)-seed")
      try Mailbox.keep(
        Mail(
          sender: User.administrator.email, recipients: [person.email], subject: subject,
          message: message.data), at: time, db)
    }
  }
}
