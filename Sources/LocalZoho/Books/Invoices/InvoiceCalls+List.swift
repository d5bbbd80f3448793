import Foundation
import GRDB

extension InvoiceCalls {
  static func list(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query,
      sorts: [
        "customer_name": "i.customer_name", "invoice_number": "i.invoice_number",
        "date": "i.date", "due_date": "i.due_date", "total": "i.total", "balance": "i.balance",
        "created_time": "i.created_time", "last_modified_time": "i.last_modified_time",
      ], defaultSort: "created_time", descending: true, tiebreak: "i.invoice_id")
    try addFilters(to: &list, call)
    addStatus(call.query["status"].map { "Status." + $0 }, to: &list, call.today)
    addStatus(call.query["filter_by"], to: &list, call.today)
    let option = call.query["response_option"].flatMap { Int($0) } ?? 0
    return try call.read { db in
      var reply = JSONObject()
      var hasMore = false
      if [0, 1, 4].contains(option) {
        let page = try list.rows(select: "SELECT \(columns) FROM books_invoices i", db)
        hasMore = page.hasMore
        reply.append("invoices", .array(try rows(page.rows, today: call.today.description, db)))
      }
      var context =
        list.context(
          hasMore: hasMore, report: "Invoices", appliedFilter: appliedFilter(call.query)
        ).objectValue ?? JSONObject()
      if call.query["response_option"] != nil {
        context.append("response_option", JSONValue(option))
        try addSums(option, to: &context, list, db)
      }
      reply.append("page_context", .object(context))
      return BooksCall.success(reply)
    }
  }

  private static func addFilters(to list: inout BooksList, _ call: BooksCall) throws {
    try list.filter("invoice_number", .text("i.invoice_number"))
    try list.filter("reference_number", .text("i.reference_number"))
    try list.filter("customer_name", .text("i.customer_name"))
    try list.filter("customer_id", .id("i.customer_id"))
    try list.filter("total", .amount("i.total"))
    try list.filter("balance", .amount("i.balance"))
    try list.filter("date", .day("i.date"))
    try list.filter("due_date", .day("i.due_date"))
    try list.filter("created_date", .day("date(i.created_time, 'unixepoch')"))
    try list.filter("zcrm_potential_id", .word("i.zcrm_potential_id"))
    try list.filter(
      "search_text", .anywhere(["i.invoice_number", "i.reference_number", "i.customer_name"]))
    if let id = call.query["recurring_invoice_id"], !id.isEmpty { list.require("0") }
    if let text = call.query["last_modified_time"], !text.isEmpty {
      guard let since = Timestamp.read(text) else {
        throw Refusal.booksInvalid("last_modified_time")
      }
      list.require("i.last_modified_time >= ?", [Int64(since.timeIntervalSince1970)])
    }
    let lines = "i.invoice_id IN (SELECT l.invoice_id FROM books_invoice_lines l WHERE"
    try list.filter("item_id", .id("l.item_id"), within: lines)
    try list.filter("item_name", .text("l.name"), within: lines)
    try list.filter("item_description", .text("l.description"), within: lines)
    try list.filter(
      "email", .text("p.email"),
      within: "i.customer_id IN (SELECT p.contact_id FROM books_contact_persons p WHERE")
    let values = "i.invoice_id IN (SELECT v.record_id FROM books_custom_values v WHERE"
    for field in try call.read({ try CustomField.all(of: .invoice, $0) }) {
      try list.filter(
        field.apiName, .text("v.value"), within: "\(values) v.customfield_id = \(field.id) AND")
    }
    try list.filter("custom_field", .text("v.value"), within: values)
  }

  /// `filter_by=Status.OverDue` or `status=overdue`. What it does not know is ignored.
  private static func addStatus(_ filter: String?, to list: inout BooksList, _ today: Day) {
    let day = today.description
    let isOpen = "i.state = 'sent' AND i.balance > 0"
    switch filter {
    case "Status.Draft", "Status.draft": list.require("i.state = 'draft'")
    case "Status.Void", "Status.void": list.require("i.state = 'void'")
    case "Status.Paid", "Status.paid": list.require("i.state = 'sent' AND i.balance <= 0")
    case "Status.OverDue", "Status.overdue": list.require("\(isOpen) AND i.due_date < ?", [day])
    case "Status.Unpaid", "Status.unpaid": list.require(isOpen)
    case "Status.PartiallyPaid", "Status.partially_paid":
      list.require("\(isOpen) AND i.balance < i.total")
    case "Status.Viewed", "Status.viewed":
      list.require(
        """
        \(isOpen) AND i.due_date >= ? AND i.balance = i.total AND i.client_viewed_time IS NOT NULL
        """, [day])
    case "Status.Sent", "Status.sent":
      list.require(
        """
        \(isOpen) AND i.due_date >= ? AND i.balance = i.total AND i.client_viewed_time IS NULL
        """, [day])
    case "Date.PaymentExpectedDate": list.require("i.payment_expected_date <> ''")
    default: break
    }
  }

  private static func appliedFilter(_ query: NamedValues) -> String {
    query["filter_by"] ?? query["status"].map {
      "Status." + $0.prefix(1).uppercased() + $0.dropFirst()
    }
      ?? "Status.All"
  }

  private static func addSums(
    _ option: Int, to context: inout JSONObject, _ list: BooksList, _ db: Database
  ) throws {
    if [1, 2, 3].contains(option) {
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM books_invoices i\(list.whereClause)",
        arguments: list.arguments)
      context.append("total", JSONValue(count ?? 0))
    }
    if [1, 3, 4].contains(option) {
      context.append("sum_columns", .object(try sums(list, db)))
    }
  }

  /// Totals and balances in the base currency.
  private static func sums(_ list: BooksList, _ db: Database) throws -> JSONObject {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT exchange_rate, sum(total) AS total, sum(balance) AS balance
        FROM books_invoices i\(list.whereClause) GROUP BY exchange_rate
        """, arguments: list.arguments)
    let places = try Currency.base(db).places
    var total: Decimal = 0
    var balance: Decimal = 0
    for row in rows {
      let rate = Decimal(millionths: row["exchange_rate"])
      total += Decimal(millionths: row["total"]) * rate
      balance += Decimal(millionths: row["balance"]) * rate
    }
    return [
      "total": .number(total.rounded(places: places)),
      "balance": .number(balance.rounded(places: places)),
    ]
  }

  private static let columns = """
    invoice_id, invoice_number, state, customer_id, customer_name, currency_id, exchange_rate, date,
    due_date, payment_expected_date, last_payment_date, reference_number, shipping_charge, adjustment,
    total, balance, write_off_amount, salesperson_name, zcrm_potential_id, zcrm_potential_name,
    is_emailed, client_viewed_time, reminders_sent, last_reminder_sent_date, created_time,
    last_modified_time
    """

  private static func rows(_ rows: [Row], today: String, _ db: Database) throws -> [JSONValue] {
    let currencies = try Currency.all(db)
    let values = try CustomValues(.invoice, db)
    let custom = try CustomValues.values(of: rows.map { $0["invoice_id"] }, db)
    return rows.map { row in
      var json = Self.row(row, currencies, today: today)
      values.append(custom[row["invoice_id"]] ?? [:], to: &json)
      return .object(json)
    }
  }

  private static func row(
    _ row: Row, _ currencies: [Int64: Currency], today: String
  ) -> JSONObject {
    let viewed: Int64? = row["client_viewed_time"]
    let currency = currencies[row["currency_id"]]
    let dueDate: String = row["due_date"]
    let status = Invoice.status(
      state: row["state"], balance: row["balance"], total: row["total"], dueDate: dueDate,
      isViewed: viewed != nil, today: today)
    var json = JSONObject()
    json.append("invoice_id", .string(String(row["invoice_id"] as Int64)))
    json.append("zcrm_potential_id", .string(row["zcrm_potential_id"]))
    json.append("zcrm_potential_name", .string(row["zcrm_potential_name"]))
    json.append("customer_id", .string(String(row["customer_id"] as Int64)))
    json.append("customer_name", .string(row["customer_name"]))
    json.append("status", .string(status))
    json.append("invoice_number", .string(row["invoice_number"]))
    json.append("reference_number", .string(row["reference_number"]))
    json.append("date", .string(row["date"]))
    json.append("due_date", .string(dueDate))
    json.append("due_days", .string(dueDays(status, dueDate, today: today)))
    json.append("currency_id", .string(String(row["currency_id"] as Int64)))
    json.append("currency_code", .string(currency?.code ?? ""))
    json.append("currency_symbol", .string(currency?.symbol ?? ""))
    json.append("schedule_time", "")
    json.append("is_viewed_by_client", JSONValue(viewed != nil))
    json.append("has_attachment", false)
    json.append("client_viewed_time", .string(viewed.map(Contact.time) ?? ""))
    json.append("total", .number(Decimal(millionths: row["total"])))
    json.append("balance", .number(Decimal(millionths: row["balance"])))
    json.append("created_time", .string(Contact.time(row["created_time"])))
    json.append("last_modified_time", .string(Contact.time(row["last_modified_time"])))
    json.append("is_emailed", JSONValue(row["is_emailed"] as Bool))
    json.append("reminders_sent", JSONValue(row["reminders_sent"] as Int))
    json.append("last_reminder_sent_date", .string(row["last_reminder_sent_date"]))
    json.append("payment_expected_date", .string(row["payment_expected_date"]))
    json.append("last_payment_date", .string(row["last_payment_date"]))
    json.append("documents", "")
    json.append("salesperson_id", "")
    json.append("salesperson_name", .string(row["salesperson_name"]))
    json.append("shipping_charge", .number(Decimal(millionths: row["shipping_charge"])))
    json.append("adjustment", .number(Decimal(millionths: row["adjustment"])))
    json.append("write_off_amount", .number(Decimal(millionths: row["write_off_amount"])))
    json.append("exchange_rate", .number(Decimal(millionths: row["exchange_rate"])))
    return json
  }

  /// `Due in 14 day(s)`, `Overdue by 3 day(s)`, or nothing.
  private static func dueDays(_ status: String, _ dueDate: String, today: String) -> String {
    guard !["draft", "void", "paid"].contains(status), let due = Day(dueDate), let now = Day(today)
    else { return "" }
    let days = due.number - now.number
    if days == 0 { return "Due Today" }
    return days > 0 ? "Due in \(days) day(s)" : "Overdue by \(-days) day(s)"
  }
}
