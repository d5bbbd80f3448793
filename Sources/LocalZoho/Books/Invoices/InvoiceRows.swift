import Foundation
import GRDB

/// A page of the list of invoices, read by column and written as JSON without a tree between: this
/// is what clients ask for most.
struct InvoiceRows {
  private let rows: [Values]
  let hasMore: Bool
  private let currencies: [Int64: Currency]
  private let fields: CustomValues
  private let custom: [Int64: [Int64: String]]
  private let today: Day

  init(_ list: BooksList, today: Day, _ db: Database) throws {
    let found = try list.fetch(
      select: "SELECT \(Values.columns) FROM books_invoices i", db
    ) { statement in
      var rows: [Values] = []
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() { rows.append(Values(row)) }
      return rows
    }
    hasMore = found.count > list.perPage
    rows = Array(found.prefix(list.perPage))
    currencies = try Currency.all(db)
    fields = try CustomValues(.invoice, db)
    custom = try CustomValues.values(of: rows.map(\.id), db)
    self.today = today
  }

  /// The rows, separated by commas.
  func write(to writer: inout JSONWriter) {
    let day = today.description
    for (index, row) in rows.enumerated() {
      if index > 0 { writer.append(raw: ",") }
      write(row, day, to: &writer)
    }
  }

  private func write(_ row: Values, _ today: String, to writer: inout JSONWriter) {
    let currency = currencies[row.currency]
    let status = Invoice.status(
      state: row.state, balance: row.balance, total: row.total, dueDate: row.dueDate,
      isViewed: row.viewed != nil, today: today)
    writer.append(raw: #"{"invoice_id":"\#(row.id)","customer_id":"\#(row.customer)""#)
    let texts: KeyValuePairs<String, String> = [
      "customer_name": row.customerName, "status": status, "invoice_number": row.number,
      "reference_number": row.reference, "date": row.date, "due_date": row.dueDate,
      "due_days": dueDays(status, row.dueDate), "zcrm_potential_id": row.deal,
      "zcrm_potential_name": row.dealName, "currency_code": currency?.code ?? "",
      "currency_symbol": currency?.symbol ?? "", "currency_id": String(row.currency),
      "client_viewed_time": row.viewed.map(Contact.time) ?? "",
      "created_time": Contact.time(row.created), "last_modified_time": Contact.time(row.modified),
      "last_reminder_sent_date": row.lastReminder, "payment_expected_date": row.expected,
      "last_payment_date": row.lastPayment, "salesperson_name": row.salesperson,
    ]
    for (name, text) in texts {
      writer.append(raw: ",\"\(name)\":")
      writer.append(text)
    }
    let amounts: KeyValuePairs<String, Int64> = [
      "total": row.total, "balance": row.balance, "shipping_charge": row.shipping,
      "adjustment": row.adjustment, "write_off_amount": row.writeOff,
      "exchange_rate": row.exchangeRate,
    ]
    for (name, amount) in amounts {
      writer.append(raw: ",\"\(name)\":\(Decimal.json(millionths: amount))")
    }
    writer.append(
      raw: """
        ,"is_viewed_by_client":\(row.viewed != nil),"is_emailed":\(row.isEmailed),\
        "reminders_sent":\(row.reminders),"has_attachment":\(row.hasAttachment),"schedule_time":"","documents":"",\
        "salesperson_id":""
        """)
    fields.write(custom[row.id] ?? [:], to: &writer)
    writer.append(raw: "}")
  }

  /// `Due in 14 day(s)`, `Overdue by 3 day(s)`, or nothing.
  private func dueDays(_ status: String, _ dueDate: String) -> String {
    guard !["draft", "void", "paid"].contains(status), let due = Day(dueDate) else { return "" }
    let days = due.number - today.number
    if days == 0 { return "Due Today" }
    return days > 0 ? "Due in \(days) day(s)" : "Overdue by \(-days) day(s)"
  }

  /// The columns of a row, in the order in which they are selected.
  private struct Values {
    static let columns = """
      invoice_id, invoice_number,
      CASE WHEN state = 'draft' AND approval <> '' THEN approval ELSE state END, customer_id, customer_name, currency_id, exchange_rate,
      date, due_date, payment_expected_date, last_payment_date, reference_number, shipping_charge,
      adjustment, total, balance, write_off_amount, salesperson_name, zcrm_potential_id,
      zcrm_potential_name, is_emailed, client_viewed_time, reminders_sent,
      last_reminder_sent_date, created_time, last_modified_time,
      EXISTS (SELECT 1 FROM books_attachments a WHERE a.owner_id = i.invoice_id)
      """

    let id: Int64
    let number: String
    let state: String
    let customer: Int64
    let customerName: String
    let currency: Int64
    let exchangeRate: Int64
    let date: String
    let dueDate: String
    let expected: String
    let lastPayment: String
    let reference: String
    let shipping: Int64
    let adjustment: Int64
    let total: Int64
    let balance: Int64
    let writeOff: Int64
    let salesperson: String
    let deal: String
    let dealName: String
    let isEmailed: Bool
    let viewed: Int64?
    let reminders: Int
    let lastReminder: String
    let created: Int64
    let modified: Int64
    let hasAttachment: Bool

    init(_ row: Row) {
      id = row[0]
      number = row[1]
      state = row[2]
      customer = row[3]
      customerName = row[4]
      currency = row[5]
      exchangeRate = row[6]
      date = row[7]
      dueDate = row[8]
      expected = row[9]
      lastPayment = row[10]
      reference = row[11]
      shipping = row[12]
      adjustment = row[13]
      total = row[14]
      balance = row[15]
      writeOff = row[16]
      salesperson = row[17]
      deal = row[18]
      dealName = row[19]
      isEmailed = row[20]
      viewed = row[21]
      reminders = row[22]
      lastReminder = row[23]
      created = row[24]
      modified = row[25]
      hasAttachment = row[26]
    }
  }
}
