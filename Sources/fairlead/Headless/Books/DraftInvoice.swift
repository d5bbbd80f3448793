import AppCore
import ArgumentParser
import Foundation
import Sales
import ZohoAPI

/// Makes a draft of an invoice at Books; nobody gets mail.
struct DraftInvoice: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: Commands.abstract(of: "invoices draft"),
    discussion: """
      The draft carries a mark of its own in its reference, by which it is found again when the \
      answer is lost. A line is NAME;QUANTITY;RATE or NAME;QUANTITY;RATE;TAX, the tax by its name.
      """)

  @Option(help: "The customer, by its id or its exact name.") var customer: String?
  @Option(help: "The deal it is for, by its id or its exact name.") var deal: String?
  @Option(help: "NAME;QUANTITY;RATE[;TAX]; give it once for each line.") var line: [String]
  @Option(help: "The date on it: 2026-06-30; today unless told.") var date: CalendarDate?
  @Option(help: "Your own reference.") var reference = ""
  @Option(help: "Words to the customer.") var notes = ""

  @OptionGroup var notations: NotationOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func validate() throws {
    guard customer != nil || deal != nil else {
      throw ValidationError("Give --customer, or --deal.")
    }
  }

  func run() async throws {
    try await headless(options) { session in
      let lines = try line.map { try InvoiceLine($0, notations.decimal) }
      guard !write.dryRun else { return try show(lines, session) }
      let writes = try await session.services()
      var base: Deal?
      if let deal {
        let id = Deal.ID(try await session.id(of: deal, DealModule.self))
        base = try await session.deal(id, writes)
      }
      let customer = try await customer(of: base, session)
      var draft = draft(
        for: Reference(id: customer.id, name: customer.name), customer.currency,
        terms: customer.paymentTerms, session)
      draft.deal = base.map { Reference(id: $0.id, name: $0.name) }
      draft.dealValue = base?.amount?.amount
      draft.lines = try await InvoiceLine.items(lines, session)
      let stored = try await Self.store(draft, writes)
      session.output.done(
        "Draft \(stored.number) for \(stored.customer.name), "
          + "\(Money(stored.total, stored.currency).full.string).", stored.row)
    }
  }

  private func draft(
    for customer: Reference<Customer>, _ currency: Currency, terms: Int,
    _ session: HeadlessSession
  ) -> InvoiceDraft {
    var random = SystemRandomNumberGenerator()
    var draft = InvoiceDraft(
      id: InvoiceDraft.ID(UUID().uuidString.lowercased()), tag: Tag.make(using: &random),
      customer: customer, currency: currency, date: date ?? session.clock.today(),
      paymentTerms: terms)
    draft.reference = reference
    draft.notes = notes
    return draft
  }

  /// Who is billed: the customer named, or the one that the deal's account is linked to.
  private func customer(
    of deal: Deal?, _ session: HeadlessSession
  ) async throws -> Customer {
    if let customer { return try await session.customer(customer) }
    guard let account = deal?.account else {
      throw HeadlessError(.badInput, "The deal has no account: give --customer.")
    }
    var found: [Customer] = []
    for try await page in session.pages(List<Customer>.customers(of: account.id)) {
      found += page.rows
    }
    guard let only = found.first, found.count == 1 else {
      throw HeadlessError(
        .notFound,
        found.isEmpty
          ? "Books has no customer of the account \(account.name): give --customer."
          : "Several customers belong to \(account.name): give --customer.")
    }
    return only
  }

  private static func store(
    _ draft: InvoiceDraft, _ writes: HeadlessWrites
  ) async throws -> Invoice {
    for case .draftStored(draft.id, _, let result) in await writes.perform(.storeDraft(draft)) {
      return try result.get().detail.invoice
    }
    throw HeadlessError(.internalFailure, "The journal did not answer.")
  }

  private func show(_ lines: [InvoiceLine], _ session: HeadlessSession) throws {
    guard let customer else {
      throw HeadlessError(.badInput, "A dry run asks nobody whom the deal bills: give --customer.")
    }
    guard lines.allSatisfy({ $0.tax == nil }) else {
      throw HeadlessError(.badInput, "A dry run asks nobody for taxes: leave them out.")
    }
    session.output.tell("the terms are the customer's; the tag in reference_number is made anew")
    var draft = draft(
      for: Reference(id: Customer.ID(try RecordID.only(customer)), name: ""), Currency("USD"),
      terms: 0, session)
    draft.lines = lines.map { $0.item(tax: nil) }
    try session.show(Request.createInvoice(draft))
  }
}

/// A line of an invoice as the command line has it.
struct InvoiceLine: Hashable {
  let name: String
  let quantity: Decimal
  let rate: Decimal
  /// The tax, by its name.
  let tax: String?

  /// - Throws: `badInput` for anything but `NAME;QUANTITY;RATE[;TAX]`.
  init(_ text: String, _ mark: DecimalMark?) throws(HeadlessError) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard (3...4).contains(parts.count), !parts[0].isEmpty else {
      throw HeadlessError(
        .badInput, "--line \(text): write NAME;QUANTITY;RATE or NAME;QUANTITY;RATE;TAX.")
    }
    name = String(parts[0])
    quantity = try Self.number(String(parts[1]), text, mark)
    rate = try Self.number(String(parts[2]), text, mark)
    tax = parts.count == 4 ? String(parts[3]) : nil
  }

  /// The line as a draft has it.
  func item(tax: Tax?) -> LineItem {
    LineItem(name: name, quantity: quantity, rate: rate, tax: tax)
  }

  /// The lines with the taxes that they name.
  ///
  /// - Throws: `badInput` for a tax that Books does not have.
  static func items(_ lines: [InvoiceLine], _ session: HeadlessSession) async throws -> [LineItem] {
    var taxes: [Tax] = []
    if lines.contains(where: { $0.tax != nil }) {
      for try await page in session.pages(List<Tax>.taxes()) { taxes += page.rows }
    }
    return try lines.map { line in
      guard let name = line.tax else { return line.item(tax: nil) }
      guard let tax = taxes.first(where: { $0.name.lowercased() == name.lowercased() }) else {
        let names = taxes.map(\.name).joined(separator: ", ")
        throw HeadlessError(.badInput, "There is no tax \"\(name)\": Books has \(names).")
      }
      return line.item(tax: tax)
    }
  }

  private static func number(
    _ text: String, _ line: String, _ mark: DecimalMark?
  ) throws(HeadlessError) -> Decimal {
    let ways = mark.map { [$0] } ?? DecimalMark.rivals
    let readings = Set(ways.compactMap { $0.read(text) })
    guard let number = readings.first else {
      throw HeadlessError(.badInput, "--line \(line): \"\(text)\" is not a number.")
    }
    guard readings.count == 1 else {
      throw HeadlessError(
        .badInput, "--line \(line): \"\(text)\" may be read in two ways. Say \(DecimalMark.option)."
      )
    }
    return number
  }
}
