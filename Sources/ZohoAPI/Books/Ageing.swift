import FoundationEssentials
import Sales

/// An invoice of which something is owed, with how long it has been due.
public struct AgeingInvoice: Hashable, Sendable, Codable {
  /// The invoice.
  public let invoice: Invoice.ID
  /// Its number.
  public let number: String
  /// Who owes it.
  public let customer: Reference<Customer>
  /// When it was due.
  public let dueDate: CalendarDate?
  /// Days since then.
  public let age: Int
  /// What is owed.
  public let balance: Money
}

extension List where Row == AgeingInvoice {
  /// What customers owe and for how long, invoice by invoice.
  ///
  /// Zoho's own pages use this report, but its documentation does not have it.
  ///
  /// - Parameters:
  ///   - day: The day as of which ages are counted; nil for today by the server's clock.
  ///   - currency: The home currency, for rows that name none.
  public static func receivablesAgeing(
    on day: CalendarDate? = nil, currency: Currency
  ) -> List<AgeingInvoice> {
    books(
      "/reports/aragingdetails", names: ["aging_details"],
      query: day.map { [("report_date", $0.description)] } ?? []
    ) { (record: AgeingRecord) in record.invoice(home: currency) }
  }
}

private struct AgeingRecord: Decodable, Sendable {
  private let id: String
  private let number: String
  private let customer: Reference<Customer>
  private let dueDate: CalendarDate?
  private let age: Int
  private let balance: Decimal
  private let currency: String?

  enum CodingKeys: String, CodingKey {
    case id = "entity_id"
    case number = "transaction_number"
    case customerID = "customer_id"
    case customerName = "customer_name"
    case dueDate = "due_date"
    case currency = "currency_code"
    case age, balance
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.requiredID(.id)
    number = try container.id(.number) ?? ""
    customer = Reference(
      id: Customer.ID(try container.id(.customerID) ?? ""),
      name: try container.text(.customerName) ?? "")
    dueDate = try container.day(.dueDate)
    age = try container.integer(.age) ?? 0
    balance = try container.decimal(.balance) ?? 0
    currency = try container.text(.currency)
  }

  func invoice(home: Currency) -> AgeingInvoice {
    AgeingInvoice(
      invoice: Invoice.ID(id), number: number, customer: customer, dueDate: dueDate, age: age,
      balance: Money(balance, currency.map { Currency($0) } ?? home))
  }
}
