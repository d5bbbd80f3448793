import FoundationEssentials
import Sales

/// A payment as Books sends it, in lists, alone, and under an invoice.
struct PaymentRecord: Decodable, Sendable {
  private let id: String
  private let number: String
  private let customer: Reference<Customer>
  private let date: CalendarDate
  private let mode: String
  private let amount: Decimal
  private let currency: String?
  private let reference: String
  private let applications: [Payment.Application]
  private let modifiedTime: Date?

  enum CodingKeys: String, CodingKey {
    case id = "payment_id"
    case number = "payment_number"
    case customerID = "customer_id"
    case customerName = "customer_name"
    case date
    case mode = "payment_mode"
    case amount
    case currency = "currency_code"
    case reference = "reference_number"
    case invoices
    case createdTime = "created_time"
    case modifiedTime = "last_modified_time"
  }

  private struct Part: Decodable {
    let application: Payment.Application

    enum CodingKeys: String, CodingKey {
      case invoice = "invoice_id"
      case amount = "amount_applied"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      application = Payment.Application(
        invoice: Invoice.ID(try container.requiredID(.invoice)),
        amount: try container.decimal(.amount) ?? 0)
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let date = try container.day(.date) else {
      throw DecodingError.keyNotFound(
        CodingKeys.date, .init(codingPath: decoder.codingPath, debugDescription: "no date"))
    }
    id = try container.requiredID(.id)
    number = try container.id(.number) ?? ""
    customer = Reference(
      id: Customer.ID(try container.id(.customerID) ?? ""),
      name: try container.text(.customerName) ?? "")
    self.date = date
    mode = try container.text(.mode) ?? ""
    amount = try container.decimal(.amount) ?? 0
    currency = try container.text(.currency)
    reference = try container.id(.reference) ?? ""
    applications =
      try container.decodeIfPresent([Part].self, forKey: .invoices)?.map(\.application) ?? []
    modifiedTime = try container.time(.modifiedTime) ?? container.time(.createdTime)
  }

  /// The payment. A row without times counts as changed on its day.
  func payment(home: Currency) -> Payment {
    Payment(
      id: Payment.ID(id), number: number, customer: customer, date: date, mode: mode,
      amount: Money(amount, currency.map { Currency($0) } ?? home), reference: reference,
      applications: applications,
      modifiedTime: modifiedTime
        ?? Date(timeIntervalSince1970: Double(date.daysSinceEpoch) * 86_400))
  }
}
