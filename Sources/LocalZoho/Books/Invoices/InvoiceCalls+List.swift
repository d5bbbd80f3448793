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
      var writer = JSONWriter()
      writer.append(raw: #"{"code":0,"message":"success""#)
      var hasMore = false
      if [0, 1, 4].contains(option) {
        let rows = try InvoiceRows(list, today: call.today, db)
        hasMore = rows.hasMore
        writer.append(raw: #","invoices":["#)
        rows.write(to: &writer)
        writer.append(raw: "]")
      }
      var context =
        list.context(hasMore: hasMore, report: "Invoices", appliedFilter: appliedFilter(call.query))
        .objectValue ?? JSONObject()
      if call.query["response_option"] != nil {
        context.append("response_option", JSONValue(option))
        try addSums(option, to: &context, list, db)
      }
      writer.append(raw: #","page_context":"#)
      writer.append(.object(context))
      writer.append(raw: "}")
      return ZohoReply.json(200, Data(writer.bytes))
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
    try list.filter("recurring_invoice_id", .id("i.recurring_invoice_id"))
    try list.filter("type", .word("i.type"))
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
    case "Status.Draft", "Status.draft":
      list.require("i.state = 'draft' AND i.approval = ''")
    case "Status.PendingApproval", "Status.pending_approval":
      list.require("i.state = 'draft' AND i.approval = 'pending_approval'")
    case "Status.Approved", "Status.approved":
      list.require("i.state = 'draft' AND i.approval = 'approved'")
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
}
