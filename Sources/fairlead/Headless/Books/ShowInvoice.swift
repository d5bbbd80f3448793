import AppCore
import ArgumentParser
import Sales
import ZohoAPI

/// Shows an invoice with its lines.
struct ShowInvoice: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an invoice with its lines.")

  @Argument(help: "Its number or its id.") var invoice: String
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      session.output.show(try await session.invoice(invoice).row, columns: Invoice.columns)
    }
  }
}

/// Shows a payment with what each invoice got.
struct ShowPayment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a payment with what each invoice got.")

  @Argument(help: "Its id.") var payment: String
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let currency = try await session.homeCurrency()
      let payment = try await session.send(
        .payment(Payment.ID(try RecordID.only(payment)), currency: currency))
      session.output.show(payment.row, columns: Payment.columns)
    }
  }
}

/// Shows a customer with its people.
struct ShowCustomer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a customer.")

  @Argument(help: "Its id or its exact name.") var customer: String
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      session.output.show(try await session.customer(customer).row, columns: Customer.columns)
    }
  }
}
