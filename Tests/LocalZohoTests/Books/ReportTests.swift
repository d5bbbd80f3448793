import Testing

@testable import LocalZoho

@Suite struct ReportTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  @Test func receivablesByAge() throws {
    let customer = try books.customer()
    let other = try books.customer("Nordwind GmbH", currency: "EUR")
    _ = try books.sentInvoice(
      customer, rate: "100", #","date":"2026-11-01","due_date":"2026-11-20""#)
    _ = try books.sentInvoice(
      customer, rate: "10.50", #","date":"2026-08-01","due_date":"2026-08-02""#)
    _ = try books.sentInvoice(
      customer, rate: "7", #","date":"2026-11-24","due_date":"2026-12-24""#)
    _ = try books.sentInvoice(
      other, rate: "40", #","date":"2026-10-01","due_date":"2026-10-31","exchange_rate":0.5"#)
    _ = try books.invoice(customer)

    let summary = try books.call("GET", "reports/aragingsummary")
    #expect(summary["page_context", "report_name"] == "AR Aging Summary")
    let rows = try #require(summary["aging_summary"]?.arrayValue)
    #expect(rows.map { $0["customer_name"] } == ["Bowman and Co", "Nordwind GmbH"])
    #expect(rows[0]["current"] == 7)
    #expect(rows[0]["total"]?.text == "117.5")
    let columns = rows[0]["intervals"]?.arrayValue ?? []
    #expect(
      columns.map { $0["interval_name"] }
        == ["1 - 15 Days", "16 - 30 Days", "31 - 45 Days", "> 45 Days"])
    #expect(columns.map { $0["amount"]?.text } == ["100", "0", "0", "10.5"])
    #expect(rows[1]["total"] == 40)
    #expect(rows[1]["bcy_total"] == 20)
    #expect(
      summary["totals"]?.arrayValue?.map { $0["currency_code"] } == ["EUR", "GBP"])

    let details = try books.call(
      "GET", "reports/aragingdetails", ["interval_range": "30", "number_of_columns": "2"])
    let lines = try #require(details["aging_details"]?.arrayValue)
    #expect(
      lines.map { $0["interval_name"] }
        == ["> 30 Days", "1 - 30 Days", "Current", "1 - 30 Days"])
    #expect(lines[0]["age"] == 114)
    #expect(lines[0]["status"] == "overdue")
    #expect(
      try books.call("GET", "reports/aragingsummary", ["interval_range": "0"]).code == 2)
    #expect(
      try books.call("GET", "reports/aragingsummary", scopes: ["ZohoBooks.invoices.READ"]).code
        == 57)
  }

  @Test func whatCustomersOwe() throws {
    let customer = try books.customer()
    _ = try books.sentInvoice(customer, rate: "100")
    try books.call(
      "POST", "customerpayments", [:],
      #"{"customer_id":"\#(customer)","payment_mode":"cash","amount":30,"date":"2026-11-24"}"#)
    let balances = try books.call("GET", "reports/customerbalances")
    #expect(balances["customerbalances", 0, "invoice_balance"] == 100)
    #expect(balances["customerbalances", 0, "available_credits"] == 30)
    #expect(balances["customerbalances", 0, "balance"] == 70)
  }
}
