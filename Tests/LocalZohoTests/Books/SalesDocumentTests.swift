import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct SalesOrderTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  func order(_ quantity: String = "3") throws -> (id: String, line: String) {
    let answer = try books.call(
      "POST", "salesorders", [:],
      """
      {"customer_id":"\(customer)","date":"2026-11-24","shipment_date":"2026-11-30",
       "delivery_method":"Air","line_items":[{"name":"Chair","rate":50,"quantity":\(quantity)}]}
      """)
    #expect(answer.status == 201)
    #expect(answer.message == "Sales Order Created Successfully.")
    #expect(answer["salesorder", "delivery_method"] == "Air")
    return (
      try #require(answer["salesorder", "salesorder_id"]?.stringValue),
      try #require(answer["salesorder", "line_items", 0, "line_item_id"]?.stringValue)
    )
  }

  func status(_ id: String) throws -> JSONValue? {
    try books.call("GET", "salesorders/\(id)")["salesorder", "status"]
  }

  @Test func becomesInvoicesBitByBit() throws {
    let (id, line) = try order()
    #expect(
      try books.call("POST", "invoices/fromsalesorder", ["salesorder_id": id]).code == 36_031)
    let opened = try books.call("POST", "salesorders/\(id)/status/open")
    #expect(opened.status == 201)
    #expect(opened.message == "Sales order status has been changed to Open.")
    let part = try books.call(
      "POST", "invoices", [:],
      """
      {"customer_id":"\(customer)","line_items":[{"name":"Chair","rate":50,"quantity":1,
       "salesorder_item_id":"\(line)"}]}
      """)
    #expect(part.status == 201)
    #expect(try status(id) == "partially_invoiced")
    #expect(try books.call("POST", "salesorders/\(id)/status/void").status == 400)
    let rest = try books.call("POST", "invoices/fromsalesorder", ["salesorder_id": id])
    #expect(rest.status == 201)
    #expect(rest["invoice", "line_items", 0, "quantity"]?.text == "2")
    #expect(rest["invoice", "total"]?.text == "100")
    #expect(rest["invoice", "reference_number"] == "SO-000001")
    #expect(try status(id) == "invoiced")
    let list = try books.call("GET", "salesorders", ["filter_by": "Status.Invoiced"])
    #expect(list["salesorders", 0, "salesorder_number"] == "SO-000001")
    #expect(try books.call("DELETE", "salesorders/\(id)").code == 36_017)
  }

  @Test func isOverdueWhenNothingWasShipped() throws {
    let (id, _) = try order()
    try books.call("POST", "salesorders/\(id)/status/open")
    books.pass(days: 7)
    #expect(try status(id) == "overdue")
    let list = try books.call("GET", "salesorders", ["filter_by": "Status.OverDue"])
    #expect(list["salesorders", 0, "salesorder_id"] == .string(id))
  }

  @Test func invoicesAreMappedToTheirOrder() throws {
    let (id, _) = try order("1")
    try books.call("POST", "salesorders/\(id)/status/open")
    func invoice(_ customer: String) throws -> String {
      let answer = try books.call(
        "POST", "invoices", [:],
        """
        {"customer_id":"\(customer)","reference_number":"SO-000001",
         "line_items":[{"name":"Chair","rate":50}]}
        """)
      return try #require(answer["invoice", "invoice_id"]?.stringValue)
    }
    let own = try invoice(customer)
    let foreign = try invoice(try books.customer("Other"))
    let mapped = try books.call(
      "POST", "invoices/mapwithorder", [:], #"{"invoice_ids":["\#(own)","\#(foreign)"]}"#)
    #expect(
      mapped.message == "The invoices selected have been associated with their sales orders.")
    #expect(mapped["errors", 0, "code"] == 4001)
    #expect(mapped["errors", 0, "ids"] == [.string(foreign)])
    #expect(try status(id) == "invoiced")
  }
}

@Suite(.timeLimit(.minutes(5))) struct RecurringInvoiceTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  func recurring(_ more: String) throws -> BooksTestbed.Answer {
    try books.call(
      "POST", "recurringinvoices", [:],
      """
      {"customer_id":"\(customer)","recurrence_name":"Monthly","line_items":[{"name":"Rent",
       "rate":700}]\(more)}
      """)
  }

  func children(_ id: String) throws -> [String?] {
    let list = try books.call(
      "GET", "invoices", ["recurring_invoice_id": id, "sort_column": "date", "sort_order": "A"])
    return (list["invoices"]?.arrayValue ?? []).map { $0["date"]?.stringValue }
  }

  @Test func bringsForthInvoicesWhenTheirDayComes() throws {
    let answer = try recurring(
      #","start_date":"2026-11-30","recurrence_frequency":"months","repeat_every":1"#)
    #expect(answer.status == 201)
    #expect(answer.message == "The recurring invoice has been created.")
    #expect(answer["recurring_invoice", "next_invoice_date"] == "2026-11-30")
    let id = try #require(answer["recurring_invoice", "recurring_invoice_id"]?.stringValue)
    #expect(try children(id) == [])
    books.pass(days: 5)
    #expect(try children(id) == [])
    books.pass(days: 1)
    #expect(try children(id) == ["2026-11-30"])
    books.pass(days: 92)
    #expect(try children(id) == ["2026-11-30", "2026-12-30", "2027-01-30", "2027-02-28"])
    let shown = try books.call("GET", "recurringinvoices/\(id)")
    #expect(shown.message == "Details of a recurring invoice is displayed successfully.")
    #expect(shown["recurring_invoice", "last_sent_date"] == "2027-02-28")
    #expect(shown["recurring_invoice", "next_invoice_date"] == "2027-03-30")
  }

  @Test func aStoppedOneWaits() throws {
    let answer = try recurring(
      #","start_date":"2026-11-24","recurrence_frequency":"weeks","repeat_every":2"#)
    let id = try #require(answer["recurring_invoice", "recurring_invoice_id"]?.stringValue)
    #expect(try children(id) == ["2026-11-24"])
    let stopped = try books.call("POST", "recurringinvoices/\(id)/status/stop")
    #expect(stopped.status == 201)
    #expect(stopped.message == "The recurring invoice has been stopped.")
    books.pass(days: 30)
    #expect(try children(id) == ["2026-11-24"])
    let list = try books.call("GET", "recurringinvoices", ["filter_by": "Status.Stopped"])
    #expect(list["recurring_invoices", 0, "recurrence_name"] == "Monthly")
    #expect(
      try books.call("POST", "recurringinvoices/\(id)/status/resume").message
        == "The recurring invoice has been resumed.")
    books.pass(days: 14)
    #expect(try children(id) == ["2026-11-24", "2027-01-05"])
  }

  @Test func endsAfterItsLastDay() throws {
    let answer = try recurring(
      #","start_date":"2026-11-24","end_date":"2026-11-26","recurrence_frequency":"days""#)
    let id = try #require(answer["recurring_invoice", "recurring_invoice_id"]?.stringValue)
    books.pass(days: 9)
    #expect(try children(id) == ["2026-11-24", "2026-11-25", "2026-11-26"])
    let shown = try books.call("GET", "recurringinvoices/\(id)")
    #expect(shown["recurring_invoice", "status"] == "expired")
  }

  @Test func badOnesAreRefused() throws {
    #expect(try recurring(#","recurrence_frequency":"hours""#).code == 2)
    #expect(try recurring("").code == 2)
    #expect(try recurring(#","recurrence_frequency":"days","repeat_every":0"#).code == 2)
    #expect(try recurring(#","recurrence_frequency":"days""#).status == 201)
    #expect(try recurring(#","recurrence_frequency":"days""#).code == 38_011)
  }
}

@Suite(.timeLimit(.minutes(5))) struct RetainerInvoiceTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  @Test func isPaidAheadAndDrawnByAnInvoice() throws {
    let made = try books.call(
      "POST", "retainerinvoices", [:],
      #"{"customer_id":"\#(customer)","line_items":[{"description":"Ahead","rate":500}]}"#)
    #expect(made.status == 201)
    #expect(made.message == "The retainer invoice has been created.")
    #expect(made["retainerinvoice", "retainerinvoice_number"] == "RET-000001")
    let id = try #require(made["retainerinvoice", "retainerinvoice_id"]?.stringValue)
    func pay(_ amount: String) throws -> BooksTestbed.Answer {
      try books.call(
        "POST", "customerpayments", [:],
        """
        {"customer_id":"\(customer)","payment_mode":"cash","amount":\(amount),"date":"2026-11-24",
         "retainerinvoice_id":"\(id)"}
        """)
    }
    #expect(try pay("1").code == 24_016)
    #expect(
      try books.call("POST", "retainerinvoices/\(id)/status/sent").message
        == "Retainer Invoice status has been changed to Sent.")
    #expect(try pay("500.01").code == 24_016)
    let payment = try #require(try pay("500")["payment", "payment_id"]?.stringValue)
    func shown() throws -> JSONValue? {
      try books.call("GET", "retainerinvoices/\(id)")["retainerinvoice"]
    }
    #expect(try shown()?["status"] == "paid")
    #expect(try shown()?["payment_made"]?.text == "500")
    let ahead = try books.call("GET", "contacts/\(customer)/receivables/unusedretainerpayments")
    #expect(ahead["unused_credits_receivable", 0, "unused_amount"]?.text == "500")
    let contact = try books.call("GET", "contacts/\(customer)")
    #expect(contact["contact", "unused_credits_receivable_amount"]?.text == "0")
    #expect(contact["contact", "unused_retainer_payments"]?.text == "500")
    let invoice = try books.sentInvoice(customer, rate: "500")
    try books.call(
      "POST", "invoices/\(invoice)/credits", [:],
      #"{"invoice_payments":[{"payment_id":"\#(payment)","amount_applied":500}]}"#)
    #expect(try books.status(invoice) == "paid")
    #expect(try shown()?["status"] == "drawn")
    #expect(try shown()?["payment_drawn"]?.text == "500")
    #expect(try books.call("POST", "retainerinvoices/\(id)/status/void").status == 400)
    #expect(try books.call("DELETE", "retainerinvoices/\(id)").code == 37_017)
  }
}

@Suite(.timeLimit(.minutes(5))) struct SalesReceiptTests {
  @Test func isMadeChangedAndMailed() throws {
    let books = try BooksTestbed()
    let customer = try books.customer()
    let lines = #""line_items":[{"name":"Cup","rate":4.5,"quantity":2}]"#
    let bare = #"{"customer_id":"\#(customer)",\#(lines)}"#
    #expect(try books.call("POST", "salesreceipts", [:], bare).code == 2)
    let made = try books.call(
      "POST", "salesreceipts", [:],
      #"{"customer_id":"\#(customer)","payment_mode":"Cash",\#(lines)}"#)
    #expect(made.status == 201)
    #expect(made.message == "Sales Receipt Created Successfully.")
    #expect(made["salesreceipt", "total"]?.text == "9")
    #expect(made["salesreceipt", "payment_mode"] == "Cash")
    let id = try #require(made["salesreceipt", "sales_receipt_id"]?.stringValue)
    let sent = try books.call(
      "POST", "salesreceipts/\(id)/email", [:],
      #"{"to_mail_ids":["a@b.example"],"subject":"Receipt","body":"Thanks"}"#)
    #expect(sent.status == 201)
    let list = try books.call("GET", "salesreceipts", ["filter_by": "Status.Sent"])
    #expect(list["salesreceipts", 0, "receipt_number"] == "SR-000001")
  }
}
