import Testing

@testable import LocalZoho

/// Lines of a bank statement that show money given back, and other mail and files around them.
@Suite(.timeLimit(.minutes(1))) struct RefundCategorizingTests {
  let books: BooksTestbed
  let bank: String
  /// 250 in, then 40.25 out.
  let lines: [String]

  init() throws {
    books = try BooksTestbed()
    bank = try books.bank()
    try books.call(
      "POST", "bankstatements", [:],
      #"""
      {"account_id":"\#(bank)","start_date":"2026-11-01","end_date":"2026-11-20","transactions":[
       {"date":"2026-11-03","debit_or_credit":"credit","amount":250,"payee":"In"},
       {"date":"2026-11-05","debit_or_credit":"debit","amount":40.25,"payee":"Out"}]}
      """#)
    let list = try books.call(
      "GET", "banktransactions", ["filter_by": "Status.Uncategorized", "sort_column": "date"])
    let rows = list["transactions"]?.arrayValue ?? list["banktransactions"]?.arrayValue ?? []
    lines = rows.sorted { ($0["date"]?.stringValue ?? "") < ($1["date"]?.stringValue ?? "") }
      .compactMap { $0["transaction_id"]?.stringValue }
  }

  private func categorize(_ line: Int, _ word: String, _ body: String) throws
    -> BooksTestbed.Answer
  {
    try books.call(
      "POST", "banktransactions/uncategorized/\(lines[line])/categorize/\(word)", [:], body)
  }

  @Test func moneyOutRefundsACreditNote() throws {
    let customer = try books.customer()
    let note = try books.create(
      "creditnotes",
      #"{"customer_id":"\#(customer)","line_items":[{"name":"Back","rate":100,"quantity":1}]}"#,
      "creditnote", "creditnote_id")
    let done = try categorize(1, "creditnoterefunds", #"{"creditnote_id":"\#(note)"}"#)
    #expect(done.status == 201)
    #expect(done.message == "The transaction(s) have been categorized.")
    #expect(try books.call("GET", "creditnotes/\(note)")["creditnote", "balance"]?.text == "59.75")
    #expect(try books.balance(bank) == "-40.25")
    try books.call("POST", "banktransactions/\(lines[1])/uncategorize")
    #expect(try books.call("GET", "creditnotes/\(note)")["creditnote", "balance"]?.text == "100")
    #expect(try books.balance(bank) == "0")
  }

  @Test func moneyOutRefundsAPayment() throws {
    let customer = try books.customer()
    let payment = try books.create(
      "customerpayments",
      #"{"customer_id":"\#(customer)","payment_mode":"cash","amount":90,"date":"2026-11-01"}"#,
      "payment", "payment_id")
    #expect(
      try categorize(1, "paymentrefunds", #"{"payment_id":"\#(payment)"}"#).status == 201)
    let shown = try books.call("GET", "customerpayments/\(payment)")
    #expect(shown["payment", "unused_amount"]?.text == "49.75")
  }

  @Test func moneyInIsWhatAVendorGaveBack() throws {
    let vendor = try books.vendor()
    let payment = try books.call(
      "POST", "vendorpayments", [:],
      #"{"vendor_id":"\#(vendor)","amount":300,"date":"2026-11-01"}"#)
    let id = try #require(payment["payment_id"]?.stringValue)
    let done = try categorize(0, "vendorpaymentrefunds", #"{"vendorpayment_id":"\#(id)"}"#)
    #expect(done.status == 201)
    #expect(try books.balance(bank) == "250")
    try books.call("POST", "banktransactions/\(lines[0])/uncategorize")
    #expect(try books.balance(bank) == "0")
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let wrongWay = try categorize(0, "creditnoterefunds", #"{"creditnote_id":"7"}"#)
    #expect(wrongWay.message == "Invalid value passed for transaction_id")
    #expect(
      try categorize(1, "creditnoterefunds", "{}").message
        == "Invalid value passed for creditnote_id")
    #expect(try categorize(1, "paymentrefunds", #"{"payment_id":"7"}"#).code == 1002)
    #expect(
      try categorize(0, "vendorcreditrefunds", #"{"vendor_credit_id":"7"}"#).code == 1002)
    #expect(
      try categorize(0, "vendorpaymentrefunds", "{}").message
        == "Invalid value passed for vendorpayment_id")
  }

  @Test func aVendorIsToldOfAPayment() throws {
    let vendor = try books.create(
      "contacts",
      #"""
      {"contact_name":"Quay","contact_type":"vendor","contact_persons":[{"first_name":"Ann",
       "email":"ann@quay.example","is_primary_contact":true}]}
      """#, "contact", "contact_id")
    let payment = try books.call(
      "POST", "vendorpayments", [:],
      #"{"vendor_id":"\#(vendor)","amount":30,"date":"2026-11-01"}"#)
    let path = "vendorpayments/\(try #require(payment["payment_id"]?.stringValue))/email"
    let preview = try books.call("GET", path)
    #expect(preview["subject"]?.stringValue?.hasPrefix("Payment #1 from ") == true)
    #expect(preview["to_contacts", 0, "email"] == "ann@quay.example")
    let sent = try books.call(
      "POST", path, [:],
      #"{"to_mail_ids":["ann@quay.example"],"subject":"Paid","body":"We paid."}"#)
    #expect(sent.message == "Your vendor payment receipt has been sent.")
    #expect(try books.effects().last == "mailed vendorpayments")
    #expect(try books.call("POST", path, [:], "{}").message == "Invalid value passed for subject")
    #expect(
      try books.call(
        "POST", path, [:], #"{"to_mail_ids":["nobody"],"subject":"a","body":"b"}"#
      ).message == "Invalid value passed for to_mail_ids")
  }

  @Test func anInvoicesExpenseLosesItsReceipt() throws {
    #expect(try books.call("DELETE", "invoices/expenses/77/receipt").code == 1002)
  }
}
