import ArgumentParser
import Sales
import ZohoAPI

/// Lists invoices.
struct ListInvoices: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List invoices.")

  @Option(help: "How they stand: draft, sent, viewed, overdue, unpaid, partially_paid, paid, void.")
  var status: InvoiceStatus?
  @Option(help: "Only those of a customer, by its id or its exact name.") var customer: String?
  @Option(help: "Only those due before that day: 2026-06-30.") var dueBefore: CalendarDate?
  @OptionGroup var extent: ListExtent
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      var id: Customer.ID?
      if let customer { id = try await session.customer(customer).id }
      let list = List<Invoice>.invoices(status: status, customer: id)
      try await session.list(list, columns: Invoice.columns, extent) { invoice in
        if let dueBefore, invoice.dueDate.map({ $0 >= dueBefore }) ?? true { return nil }
        return invoice.row
      }
    }
  }
}

/// Lists payments.
struct ListPayments: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List payments of customers.")

  @Option(help: "Only those of a customer, by its id or its exact name.") var customer: String?
  @OptionGroup var extent: ListExtent
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      var id: Customer.ID?
      if let customer { id = try await session.customer(customer).id }
      let list = List<Payment>.payments(currency: try await session.homeCurrency(), customer: id)
      try await session.list(list, columns: Payment.columns, extent) { $0.row }
    }
  }
}

/// Lists customers.
struct ListCustomers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List customers, those changed last first.")

  @Flag(help: "Only those that owe something.") var owing = false
  @OptionGroup var extent: ListExtent
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      try await session.list(.customers(), columns: Customer.columns, extent) { customer in
        owing && customer.outstanding <= 0 ? nil : customer.row
      }
    }
  }
}

/// How much of a list is wanted.
struct ListExtent: ParsableArguments {
  @Option(help: "How many at most.") var limit = 50
  @Flag(help: "All of them.") var all = false

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number above 0.") }
  }
}

extension InvoiceStatus: ExpressibleByArgument {}

extension HeadlessSession {
  /// Writes a list of Books.
  ///
  /// - Parameter row: A row as it is written; nil for one that is not wanted.
  func list<Row>(
    _ list: List<Row>, columns: [String], _ extent: ListExtent, row: (Row) -> RecordFields?
  ) async throws {
    let rows = output.rows(columns: columns)
    let limit = extent.all ? Int.max : extent.limit
    for try await page in pages(list) {
      for problem in page.unreadable { output.tell("warning: a row was left out: \(problem)") }
      let wanted = page.rows.compactMap(row)
      rows.add(Array(wanted.prefix(limit - rows.count)))
      let isCut = wanted.count > 0 && rows.count == limit
      guard !isCut || (page.next == nil && wanted.count <= limit) else {
        return output.finish(rows, .some(hint: "Use --limit for more, or --all."))
      }
    }
    output.finish(rows)
  }

  /// The customer that a text is the id or the exact name of.
  ///
  /// - Throws: `notFound` when there is none.
  func customer(_ text: String) async throws -> Customer {
    if RecordID.isID(text) { return try await send(.customer(Customer.ID(text))).customer }
    for try await page in pages(List<Customer>.customers(named: text)) {
      if let customer = page.rows.first { return customer }
    }
    throw HeadlessError(.notFound, "No customer is called \"\(text)\".")
  }

  /// The invoice that a text is the id or the number of.
  ///
  /// - Throws: `notFound` when there is none.
  func invoice(_ text: String) async throws -> InvoiceDetail {
    if RecordID.isID(text) { return try await send(.invoice(Invoice.ID(text))) }
    for try await page in pages(List<Invoice>.invoices(number: text)) {
      if let invoice = page.rows.first { return try await send(.invoice(invoice.id)) }
    }
    throw HeadlessError(.notFound, "There is no invoice \(text).")
  }

  /// The currency of amounts that name none.
  func homeCurrency() async throws -> Currency {
    if let known = try files().mirror.read({ try $0.organization()?.currency }) { return known }
    return try await send(.organization()).currency
  }
}
