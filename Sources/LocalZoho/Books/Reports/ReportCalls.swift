import Foundation
import GRDB

/// Reports on what customers owe. Zoho describes none of them; paths and parameters are those its own
/// pages use, the shape of the ageing rows is ours.
enum ReportCalls {
  static let routes: [BooksRoute] = [
    BooksRoute("GET", "reports/aragingsummary", "reports.READ", summary),
    BooksRoute("GET", "reports/aragingdetails", "reports.READ", details),
    BooksRoute("GET", "reports/customerbalances", "reports.READ", balances),
    BooksRoute("GET", "reports/customerbalancessummary", "reports.READ", balances),
  ]

  /// A row for each customer and currency.
  private static func summary(_ call: BooksCall) throws -> ZohoReply {
    let ageing = try call.read { try Ageing(call, $0) }
    let groups = grouped(ageing.invoices) { "\($0.customer) \($0.currency.id)" }
    let rows = groups.map { invoices -> JSONValue in
      var row = JSONObject()
      if let first = invoices.first {
        row = [
          "customer_id": .string(String(first.customer)),
          "customer_name": .string(first.row["customer_name"]),
          "currency_id": .string(String(first.currency.id)),
          "currency_code": .string(first.currency.code),
        ]
      }
      for member in ageing.sums(invoices).members { row.append(member.name, member.value) }
      row.append("invoice_count", JSONValue(invoices.count))
      return .object(row)
    }
    return page(rows, "aging_summary", "AR Aging Summary", totals(ageing), call)
  }

  /// A row for each open invoice.
  private static func details(_ call: BooksCall) throws -> ZohoReply {
    let ageing = try call.read { try Ageing(call, $0) }
    let rows = ageing.invoices.map { invoice -> JSONValue in
      let row = invoice.row
      let status = Invoice.status(
        state: row["state"], balance: row["balance"], total: row["total"],
        dueDate: row["due_date"], isViewed: (row["client_viewed_time"] as Int64?) != nil,
        today: call.today.description)
      return [
        "entity_id": .string(String(row["invoice_id"] as Int64)),
        "transaction_type": "invoice", "transaction_number": .string(row["invoice_number"]),
        "date": .string(row["date"]), "due_date": .string(row["due_date"]),
        "status": .string(status), "customer_id": .string(String(invoice.customer)),
        "customer_name": .string(row["customer_name"]), "age": JSONValue(invoice.age),
        "interval_name": .string(
          ageing.interval(of: invoice.age).map { ageing.intervals[$0].name } ?? "Current"),
        "currency_code": .string(invoice.currency.code),
        "amount": .number(Decimal(millionths: row["total"])),
        "balance": .number(invoice.balance),
        "bcy_balance": .number(invoice.baseBalance(ageing.base)),
      ]
    }
    return page(rows, "aging_details", "AR Aging Details", totals(ageing), call)
  }

  /// What each customer owes and has in credit.
  private static func balances(_ call: BooksCall) throws -> ZohoReply {
    let rows = try call.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.contact_id, c.contact_name, y.currency_id, y.currency_code,
            (SELECT coalesce(sum(balance), 0) FROM books_invoices i
              WHERE i.customer_id = c.contact_id AND state = 'sent') AS invoiced,
            (SELECT coalesce(sum(unused_amount), 0) FROM books_payments p
              WHERE p.customer_id = c.contact_id) AS credits
          FROM books_contacts c JOIN books_currencies y USING (currency_id)
          WHERE c.contact_type <> 'vendor' AND (invoiced <> 0 OR credits <> 0)
          ORDER BY c.contact_name
          """)
    }
    let json = rows.map { row -> JSONValue in
      let invoiced = Decimal(millionths: row["invoiced"])
      let credits = Decimal(millionths: row["credits"])
      return [
        "customer_id": .string(String(row["contact_id"] as Int64)),
        "customer_name": .string(row["contact_name"]),
        "currency_id": .string(String(row["currency_id"] as Int64)),
        "currency_code": .string(row["currency_code"]), "invoice_balance": .number(invoiced),
        "available_credits": .number(credits), "balance": .number(invoiced - credits),
      ]
    }
    return page(json, "customerbalances", "Customer Balances", nil, call)
  }

  private static func totals(_ ageing: Ageing) -> JSONValue {
    .array(
      grouped(ageing.invoices.sorted { $0.currency.code < $1.currency.code }) {
        $0.currency.code
      }.map { invoices in
        var total: JSONObject = [
          "currency_code": .string(invoices.first?.currency.code ?? "")
        ]
        for member in ageing.sums(invoices).members { total.append(member.name, member.value) }
        return .object(total)
      })
  }

  /// Runs of neighbours with the same key.
  private static func grouped(
    _ invoices: [Ageing.OpenInvoice], by key: (Ageing.OpenInvoice) -> String
  ) -> [[Ageing.OpenInvoice]] {
    var groups: [[Ageing.OpenInvoice]] = []
    for invoice in invoices {
      if let last = groups.last?.first, key(last) == key(invoice) {
        groups[groups.count - 1].append(invoice)
      } else {
        groups.append([invoice])
      }
    }
    return groups
  }

  private static func page(
    _ rows: [JSONValue], _ key: String, _ report: String, _ totals: JSONValue?, _ call: BooksCall
  ) -> ZohoReply {
    let list = BooksList(
      call.query, sorts: ["customer_name": "customer_name"], defaultSort: "customer_name",
      descending: false, tiebreak: "customer_name")
    let start = (list.page - 1) * list.perPage
    var reply: JSONObject = [key: .array(Array(rows.dropFirst(start).prefix(list.perPage)))]
    if let totals { reply.append("totals", totals) }
    reply.append(
      "page_context",
      list.context(hasMore: rows.count > start + list.perPage, report: report))
    return BooksCall.success(reply)
  }
}
