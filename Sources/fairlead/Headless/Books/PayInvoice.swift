import AppCore
import ArgumentParser
import FoundationEssentials
import Sales
import ZohoAPI

/// Records a payment on an invoice.
struct PayInvoice: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay", abstract: Commands.abstract(of: "invoices pay"),
    discussion: """
      The payment carries a mark of its own in its reference, by which it is found again when the \
      answer is lost.
      """)

  @Argument(help: "The invoice, by its number or its id.") var invoice: String
  @Option(help: "How much, in the invoice's currency; all that is unpaid unless told.")
  var amount: String?
  @Option(help: "The day it came in: 2026-06-30; today unless told.") var date: CalendarDate?
  @Option(help: "How it came: check, cash, creditcard, banktransfer, bankremittance, others.")
  var mode = PaymentMode.bankTransfer
  @Option(help: "The bank's reference.") var reference = ""
  @Option(help: "What stands before the fraction of the amount: . or ,") var decimal: DecimalMark?

  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      guard !write.dryRun else { return try show(session) }
      try session.allowWrite()
      let found = try await session.invoice(invoice).invoice
      let draft = try draft(on: found, session)
      let writes = try await session.services()
      let end = try await session.seeThrough(.recordPayment(draft), writes)
      session.output.done(
        end.words,
        [
          "payment_id": end.id.map(FieldValue.text) ?? .null,
          "invoice_number": .text(found.number), "amount": .number(draft.amount.amount),
          "currency_code": .text(found.currency.code),
          "reference_number": .text(draft.taggedReference), "action": "paid",
        ])
    }
  }

  private func draft(
    on invoice: Invoice, _ session: HeadlessSession
  ) throws(HeadlessError) -> PaymentDraft {
    if invoice.status == .known(.void) || invoice.status == .known(.draft) {
      throw HeadlessError(
        .refused, "Invoice \(invoice.number) is \(invoice.status.text): nothing can be paid on it.")
    }
    guard invoice.balance > 0 else {
      throw HeadlessError(.refused, "Nothing is unpaid on invoice \(invoice.number).")
    }
    let sum = try sum() ?? invoice.balance
    guard sum <= invoice.balance else {
      throw HeadlessError(
        .badInput,
        "--amount \(sum): only \(Money(invoice.balance, invoice.currency).full.string) is unpaid.")
    }
    return payment(invoice.id, of: invoice.customer, Money(sum, invoice.currency), session)
  }

  /// The sum as it was given, if it was.
  private func sum() throws(HeadlessError) -> Decimal? {
    guard let amount else { return nil }
    let ways = decimal.map { [$0] } ?? DecimalMark.rivals
    let readings = Set(ways.compactMap { $0.read(amount) })
    guard readings.count < 2 else {
      throw HeadlessError(
        .badInput, "--amount \(amount) may be read in two ways. Say \(DecimalMark.option).")
    }
    guard let sum = readings.first, sum > 0 else {
      throw HeadlessError(.badInput, "--amount \(amount) is no sum of money.")
    }
    return sum
  }

  private func payment(
    _ invoice: Invoice.ID, of customer: Reference<Customer>, _ sum: Money,
    _ session: HeadlessSession
  ) -> PaymentDraft {
    var random = SystemRandomNumberGenerator()
    return PaymentDraft(
      tag: Tag.make(using: &random), customer: customer, date: date ?? session.clock.today(),
      mode: mode.rawValue, amount: sum, reference: reference,
      applications: [.init(invoice: invoice, amount: sum.amount)])
  }

  private func show(_ session: HeadlessSession) throws {
    let id = Invoice.ID(try RecordID.only(invoice))
    guard let sum = try sum() else {
      throw HeadlessError(.badInput, "A dry run asks nobody what is unpaid: give --amount.")
    }
    session.output.tell(
      "customer_id is the invoice's; the tag in reference_number is made anew each time")
    let customer = Reference<Customer>(id: Customer.ID(""), name: "")
    try session.show(
      Request.recordPayment(payment(id, of: customer, Money(sum, Currency("USD")), session)))
  }
}

extension PaymentMode: ExpressibleByArgument {}
