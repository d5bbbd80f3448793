import ArgumentParser
import Sales
import ZohoAPI

/// Something of Books that the verb `show` shows.
protocol ShownInBooks: Sendable {
  /// What is shown, in words: `an invoice with its lines`.
  static var words: String { get }
  /// What the argument is called: `invoice`.
  static var noun: String { get }
  /// What the argument may be.
  static var help: String { get }
  /// The fields that come first.
  static var columns: [String] { get }

  /// It, under Books' own names.
  ///
  /// - Throws: `notFound` when there is none of that name.
  static func row(of text: String, in session: HeadlessSession) async throws -> RecordFields
}

/// Shows one thing of Books: `fairlead invoices show`.
struct ShowInBooks<Shown: ShownInBooks>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: "Show \(Shown.words).")
  }

  @Argument(help: ArgumentHelp(stringLiteral: Shown.help).named(Shown.noun)) var what: String
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      session.output.show(try await Shown.row(of: what, in: session), columns: Shown.columns)
    }
  }
}

extension ArgumentHelp {
  /// The help of an argument that is called so.
  fileprivate func named(_ name: String) -> ArgumentHelp {
    var help = self
    help.valueName = name
    return help
  }
}

/// Invoices, to be shown.
enum ShownInvoice: ShownInBooks {
  static let words = "an invoice with its lines"
  static let noun = "invoice"
  static let help = "Its number or its id."
  static let columns = Invoice.columns

  static func row(of text: String, in session: HeadlessSession) async throws -> RecordFields {
    try await session.invoice(text).row
  }
}

/// Payments, to be shown.
enum ShownPayment: ShownInBooks {
  static let words = "a payment with what each invoice got"
  static let noun = "payment"
  static let help = "Its id."
  static let columns = Payment.columns

  static func row(of text: String, in session: HeadlessSession) async throws -> RecordFields {
    let id = Payment.ID(try RecordID.only(text))
    return try await session.send(.payment(id, currency: try await session.homeCurrency())).row
  }
}

/// Customers, to be shown.
enum ShownCustomer: ShownInBooks {
  static let words = "a customer"
  static let noun = "customer"
  static let help = "Its id or its exact name."
  static let columns = Customer.columns

  static func row(of text: String, in session: HeadlessSession) async throws -> RecordFields {
    try await session.customer(text).row
  }
}
