import Foundation
import GRDB

extension BooksSeed {
  /// What is to become one invoice.
  struct Plan {
    /// What is to become of it, where that is not left to chance.
    enum Fate: CaseIterable {
      case viewed, partlyPaid, sent, draft
    }

    var fate: Fate?
    var deal: SeededCRM.WonDeal
    var date: Day
    /// Without tax, in the customer's currency.
    var net: Decimal
  }

  /// Invoices are numbered in the order of their days.
  mutating func fillInvoices() throws {
    let plans = try planInvoices()
    for (index, plan) in plans.enumerated() {
      guard let customer = customers[plan.deal.account] else { continue }
      try fillInvoice(plan, customer, number: index + 1)
    }
    try BooksSettings.set("next_invoice_number", String(plans.count + 1), db)
    try BooksSettings.set("next_payment_number", String(lastPaymentNumber + 1), db)
    try fillMails()
  }

  /// Most won deals are billed at once, some in two or three parts a month apart, some not yet.
  /// Everything has happened by the end of yesterday.
  private mutating func planInvoices() throws -> [Plan] {
    var plans: [Plan] = []
    for deal in world.wonDeals.suffix(Self.invoiceLimit)
    where customers[deal.account] != nil && random.chance(85) {
      let parts = random.pick([1, 1, 1, 1, 2, 2, 3])
      let whole = deal.amount ?? Decimal(random.number(4...90) * 100)
      for part in 0..<parts {
        let date = deal.closed + random.number(0...9) + part * 30
        guard date < world.today, plans.count < Self.invoiceLimit else { break }
        plans.append(
          Plan(deal: deal, date: date, net: (whole / Decimal(parts)).rounded(places: 2)))
      }
    }
    plans = plans.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    settleLatest(&plans)
    return plans
  }

  /// The latest few are of these days and still open, in every way there is.
  private func settleLatest(_ plans: inout [Plan]) {
    for age in 1...8 where plans.count >= age {
      let place = plans.count - age
      plans[place].fate = Plan.Fate.allCases[(age - 1) % Plan.Fate.allCases.count]
      plans[place].date = max(plans[place].date, world.today - age)
    }
  }

  private mutating func fillInvoice(_ plan: Plan, _ customer: Contact, number: Int) throws {
    guard let currency = currencies.values.first(where: { $0.id == customer.currencyId }) else {
      return
    }
    let id = try ids.next(db)
    let created = workTime(on: plan.date)
    let days = plan.fate == nil ? customer.paymentTerms : max(14, customer.paymentTerms)
    var invoice = Invoice(
      invoiceId: id, invoiceNumber: "INV-" + Digits.padded(number, 6),
      customerId: customer.contactId, customerName: customer.contactName,
      currencyId: currency.id,
      exchangeRate: try rate(of: currency, on: plan.date),
      date: plan.date.description, dueDate: (plan.date + days).description,
      paymentTerms: days, paymentTermsLabel: PaymentTerms.label(days),
      referenceNumber: random.chance(50) ? "PO-\(random.number(10_000...99_999))" : "",
      notes: "Thanks for your business.", billingAddress: customer.billingAddress,
      shippingAddress: customer.shippingAddress, zcrmPotentialId: plan.deal.id,
      zcrmPotentialName: plan.deal.name, viewKey: ViewKey.of(id),
      createdById: User.administrator.id, createdTime: created, lastModifiedTime: created)
    if let person = primaryPersons[customer.contactId] {
      invoice.contactPersons = "[\"\(person)\"]"
    }
    var lines = try self.lines(of: invoice, plan, currency)
    try invoice.settle(
      &lines, currency: currency, base: home, rounding: rounding, taxes: taxes)
    try tell(
      &invoice, "Invoice created for \(currency.text(Decimal(millionths: invoice.total)))",
      "Added", at: created)
    let payment = try live(&invoice, plan, currency)
    try invoice.insert(db)
    for line in lines { try line.insert(db) }
    try setCustomFields(of: invoice, plan)
    if let payment { try insert(payment, for: invoice) }
  }

  /// One to three lines that come to the amount without tax.
  private mutating func lines(
    of invoice: Invoice, _ plan: Plan, _ currency: Currency
  ) throws -> [InvoiceLine] {
    let count = random.pick([1, 1, 2, 2, 3])
    var left = plan.net
    return try (0..<count).map { index in
      let item = random.pick(items)
      let share = index == count - 1 ? left : (left / 2).rounded(places: currency.places)
      left -= share
      let quantity = random.pick([1, 1, 1, 2, 4, 5, 10])
      let isReduced = random.chance(12)
      let full = isReduced ? share * 10 / 9 : share
      let tax =
        currency.isBase
        ? tax(named: random.chance(4) ? "VAT and packaging" : "VAT") : tax(named: "VAT zero")
      return InvoiceLine(
        lineItemId: try ids.next(db), invoiceId: invoice.invoiceId, itemOrder: index + 1,
        itemId: item.itemId, name: item.name, description: item.description,
        productType: item.productType, unit: item.unit,
        rate: (full / Decimal(quantity)).rounded(places: 2).millionths ?? 0,
        quantity: Int64(quantity) * 1_000_000, discount: isReduced ? "10%" : "0",
        taxId: tax?.id, taxName: tax?.name ?? "", taxType: tax?.type ?? "",
        taxPercentage: tax?.percentage.millionths ?? 0)
    }
  }

  private mutating func setCustomFields(of invoice: Invoice, _ plan: Plan) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO books_custom_values VALUES (?, ?, ?)")
    for field in customFields {
      switch field.apiName {
      case "cf_deal_id":
        try statement.execute(arguments: [invoice.invoiceId, field.id, plan.deal.id])
      case "cf_fairlead_tag" where random.chance(40):
        let letters = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
        let tag = "FL-" + String((0..<10).map { _ in random.pick(letters) })
        try statement.execute(arguments: [invoice.invoiceId, field.id, tag])
      default: break
      }
    }
  }

  /// A line of an invoice's history, which is also its last change.
  mutating func tell(
    _ invoice: inout Invoice, _ description: String, _ operation: String, at time: Int64
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO books_comments VALUES (?, ?, ?, 'invoice', ?, 'system', ?, ?, ?, ?)")
    try statement.execute(arguments: [
      ids.next(db), invoice.customerId, invoice.invoiceId, description, operation,
      User.administrator.id, User.administrator.fullName, time,
    ])
    invoice.lastModifiedTime = max(invoice.lastModifiedTime, time)
  }
}
