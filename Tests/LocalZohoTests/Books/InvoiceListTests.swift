import GRDB
import Testing

@testable import LocalZoho

@Suite struct InvoiceListTests {
  let books: BooksTestbed
  let alpha: String
  let beta: String

  /// INV-000001 draft 10 · 2 sent 20 · 3 overdue 30 · 4 partly paid 40 · 5 paid 50 · 6 void 60.
  init() throws {
    books = try BooksTestbed()
    alpha = try books.customer("Alpha Ltd", email: "a@alpha.example")
    beta = try books.customer("Beta Ltd", email: "b@beta.example")
    _ = try books.invoice(alpha, rate: "10")
    try books.store.write { db in
      try db.execute(sql: "UPDATE books_invoices SET zcrm_potential_id = '415001'")
    }
    _ = try books.sentInvoice(alpha, rate: "20", #","reference_number":"FL-AAAA2""#)
    _ = try books.sentInvoice(
      beta, rate: "30", #","date":"2026-10-01","due_date":"2026-11-01""#)
    for (rate, paid) in [("40", "15"), ("50", "50")] {
      let id = try books.sentInvoice(beta, rate: rate)
      try books.call(
        "POST", "customerpayments", [:],
        """
        {"customer_id":"\(beta)","payment_mode":"cash","amount":\(paid),"date":"2026-11-24",
         "invoices":[{"invoice_id":"\(id)","amount_applied":\(paid)}]}
        """)
    }
    let void = try books.sentInvoice(beta, rate: "60")
    try books.call("POST", "invoices/\(void)/status/void")
  }

  func numbers(_ query: NamedValues) throws -> [Int] {
    let answer = try books.call("GET", "invoices", query)
    return try #require(answer["invoices"]?.arrayValue).map {
      try #require($0["invoice_number"]?.stringValue.flatMap { Int($0.suffix(1)) })
    }
  }

  @Test(
    arguments: [
      ("status", "draft", [1]), ("status", "overdue", [3]), ("status", "paid", [5]),
      ("status", "void", [6]), ("status", "partially_paid", [4]), ("status", "unpaid", [4, 3, 2]),
      ("status", "sent", [2]), ("status", "viewed", []), ("filter_by", "Status.OverDue", [3]),
      ("filter_by", "Status.PartiallyPaid", [4]), ("filter_by", "Status.Draft", [1]),
      ("filter_by", "Status.Overdue", [6, 5, 4, 3, 2, 1]), ("total_greater_equals", "50", [6, 5]),
      ("total_less_than", "20", [1]), ("balance", "25", [4]), ("date_before", "2026-10-02", [3]),
      ("due_date_end", "2026-11-01", [3]), ("invoice_number", "INV-000004", [4]),
      ("invoice_number_contains", "5", [5]),
      ("invoice_number_startswith", "INV-00000", [6, 5, 4, 3, 2, 1]),
      ("reference_number", "fl-aaaa2", [2]), ("reference_number_startswith", "FL-", [2]),
      ("customer_name", "Alpha Ltd", [2, 1]), ("email", "b@beta.example", [6, 5, 4, 3]),
      ("search_text", "alpha", [2, 1]), ("zcrm_potential_id", "415001", [1]),
      ("item_name", "Work", [6, 5, 4, 3, 2, 1]), ("item_name", "Play", []),
      ("statuss", "draft", [6, 5, 4, 3, 2, 1]),
      ("last_modified_time", "2026-11-24T10:30:00+0100", [6, 5, 4, 3, 2, 1]),
      ("last_modified_time", "2026-11-24T09:30:01-0000", []),
    ] as [(String, String, [Int])])
  func filters(name: String, value: String, expected: [Int]) throws {
    var query = NamedValues()
    query.append(name, value)
    #expect(try numbers(query) == expected)
  }

  @Test func byCustomer() throws {
    #expect(try numbers(["customer_id": alpha]) == [2, 1])
    #expect(try numbers(["customer_id": alpha, "status": "draft"]) == [1])
  }

  @Test func orderAndPages() throws {
    #expect(
      try numbers(["sort_column": "total", "sort_order": "A", "per_page": "2", "page": "2"])
        == [3, 4])
    #expect(
      try numbers(["sort_column": "customer_name", "sort_order": "A"]) == [1, 2, 3, 4, 5, 6])
    #expect(try numbers(["sort_column": "shoe_size"]) == [6, 5, 4, 3, 2, 1])
    let page = try books.call("GET", "invoices", ["per_page": "5"])
    #expect(
      page["page_context"]
        == [
          "page": 1, "per_page": 5, "has_more_page": true, "report_name": "Invoices",
          "applied_filter": "Status.All", "sort_column": "created_time", "sort_order": "D",
        ])
    #expect(
      try books.call("GET", "invoices", ["per_page": "9999"])["page_context", "per_page"] == 200)
  }

  @Test func rows() throws {
    let row = try books.call("GET", "invoices", ["status": "overdue"])["invoices", 0]
    #expect(row?["customer_name"] == "Beta Ltd")
    #expect(row?["status"] == "overdue")
    #expect(row?["total"] == 30)
    #expect(row?["due_days"] == "Overdue by 23 day(s)")
    #expect(row?["line_items"] == nil)
  }

  @Test(arguments: [
    "created_time", "last_modified_time", "date", "due_date", "total", "balance", "customer_name",
  ])
  func aPageIsReadFromAnIndex(column: String) throws {
    let order = "i.\(column) DESC, i.invoice_id DESC"
    let plan = try books.store.read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN SELECT * FROM books_invoices i ORDER BY \(order) LIMIT 201"
      ).map { $0["detail"] as String }
    }
    #expect(plan.count == 1)
    #expect(plan.first?.hasPrefix("SCAN i USING INDEX books_invoices_by_") == true)
  }

  @Test func sumsInsteadOfRows() throws {
    let count = try books.call("GET", "invoices", ["response_option": "2", "status": "unpaid"])
    #expect(count["invoices"] == nil)
    #expect(count["page_context", "total"] == 3)
    let sums = try books.call("GET", "invoices", ["response_option": "3", "customer_id": beta])
    #expect(sums["page_context", "total"] == 4)
    #expect(sums["page_context", "sum_columns", "total"] == 180)
    #expect(sums["page_context", "sum_columns", "balance"] == 115)
  }

  @Test(arguments: [
    ("date", "yesterday"), ("total", "much"), ("customer_id", "x"), ("last_modified_time", "now"),
  ])
  func badFilterValues(name: String, value: String) throws {
    var query = NamedValues()
    query.append(name, value)
    let answer = try books.call("GET", "invoices", query)
    #expect(answer.status == 400)
    #expect(answer.message == "Invalid value passed for \(name)")
  }
}
