import FoundationEssentials
import GRDB
import Sales

/// How an invoice is kept.
enum InvoiceColumns {
  static let names = """
    row, id, number, status, standing, sort_day, customer_id, customer_name, date, due, reference,
    currency, total, exact_total, balance, exact_balance, deal, is_emailed, modified,
    written_off
    """

  static func values(_ invoice: Invoice, row: Int64?, share: InvoiceShare) -> StatementArguments {
    [
      row, invoice.id.rawValue, invoice.number, invoice.status.text, share.standing.rawValue,
      share.sortDay, invoice.customer.id.rawValue, invoice.customer.name,
      invoice.date.description, invoice.dueDate?.description, invoice.reference,
      invoice.currency.code, share.total, StoredAmount(invoice.total).exact, share.balance,
      StoredAmount(invoice.balance).exact, invoice.deal?.rawValue, invoice.isEmailed,
      Stored.time(invoice.modifiedTime), invoice.writtenOff.map { "\($0)" },
    ]
  }

  /// The invoices of the given rows, in their order.
  static func invoices(_ numbers: [Int64], _ db: Database) throws -> [Invoice] {
    if numbers.isEmpty { return [] }
    var found: [Int64: Invoice] = [:]
    let statement = try db.cachedStatement(
      sql: "SELECT \(names) FROM invoices WHERE row IN (SELECT value FROM json_each(?))")
    let rows = try Row.fetchCursor(statement, arguments: [Stored.list(numbers)])
    while let row = try rows.next() { found[row[0]] = try invoice(row) }
    return numbers.compactMap { found[$0] }
  }

  static func fetch(
    _ db: Database, _ rest: String, _ arguments: StatementArguments
  ) throws -> [Invoice] {
    try Row.fetchAll(db, sql: "SELECT \(names) FROM invoices " + rest, arguments: arguments)
      .map(invoice)
  }

  private static func invoice(_ row: Row) throws -> Invoice {
    guard let date = CalendarDate(row[8] as String) else {
      throw MirrorError.damaged(reason: "the date of an invoice")
    }
    return Invoice(
      id: Invoice.ID(row[1]), number: row[2], status: Open(row[3] as String),
      customer: Reference(id: Customer.ID(row[6]), name: row[7]), date: date,
      dueDate: (row[9] as String?).flatMap { CalendarDate($0) }, reference: row[10],
      currency: Currency(row[11]),
      total: StoredAmount.decimal(row[12], exact: row[13]),
      balance: StoredAmount.decimal(row[14], exact: row[15]),
      deal: Stored.optional(row[16]), isEmailed: row[17], modifiedTime: Stored.date(row[18]),
      writtenOff: (row[19] as String?).flatMap { Decimal(string: $0) })
  }
}

/// What an invoice adds to the sums, and where it stands in the lists.
struct InvoiceShare {
  /// Where an invoice stands, as far as that does not depend on the day it is.
  enum Standing: String {
    case draft, approval, open, paid, void
  }

  var standing: Standing
  /// The due day of what is open, the date of everything else.
  var sortDay: String
  var currency: String
  var total: Int64
  var balance: Int64

  /// Sums of what is open are kept by due day, for the rest the day does not matter.
  var tallyDay: String { standing == .open ? sortDay : "" }

  init(_ invoice: Invoice) {
    switch invoice.status {
    case .known(.draft): standing = .draft
    case .known(.pendingApproval), .known(.approved): standing = .approval
    case .known(.void): standing = .void
    case .known(.paid): standing = .paid
    default: standing = .open
    }
    if standing == .open {
      let unknown = invoice.status == .known(.overdue) ? "0000-00-00" : "9999-12-31"
      sortDay = invoice.dueDate?.description ?? unknown
    } else {
      sortDay = invoice.date.description
    }
    currency = invoice.currency.code
    total = StoredAmount(invoice.total).thousandths
    balance = StoredAmount(invoice.balance).thousandths
  }

  func count(_ sign: Int64, _ db: Database) throws {
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO invoice_totals VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count,
          total = total + excluded.total, balance = balance + excluded.balance
        """)
    try add.execute(arguments: [
      standing.rawValue, tallyDay, currency, sign, sign * total, sign * balance,
    ])
  }
}
