import Testing

@testable import LocalZoho

@Suite struct PaymentTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  func pay(_ amount: String, _ parts: [(String, String)], _ more: String = "") throws
    -> BooksTestbed.Answer
  {
    let invoices = parts.map { #"{"invoice_id":"\#($0.0)","amount_applied":\#($0.1)}"# }
    return try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(customer)","payment_mode":"banktransfer","amount":\(amount),
       "date":"2026-11-24","invoices":[\(invoices.joined(separator: ","))]\(more)}
      """)
  }

  @Test func spreadOverInvoicesWithARest() throws {
    let one = try books.sentInvoice(customer, rate: "100")
    let two = try books.sentInvoice(customer, rate: "50")
    let answer = try pay(
      "200", [(one, "100"), (two, "20.5")],
      #","reference_number":"BACS FL-CCCCCCCCCC","custom_fields":[{"label":"Fairlead tag","value":"FL-CCCCCCCCCC"}]"#
    )
    #expect(answer.status == 201)
    #expect(answer.message == "The payment has been created.")
    #expect(answer["payment", "unused_amount"]?.text == "79.5")
    #expect(answer["payment", "payment_number"] == "1")
    #expect(answer["payment", "invoices", 1, "balance_amount"]?.text == "29.5")
    #expect(answer["payment", "cf_fairlead_tag"] == "FL-CCCCCCCCCC")
    #expect(try books.status(one) == "paid")
    #expect(try books.status(two) == "partially_paid")
    let contact = try books.call("GET", "contacts/\(customer)")
    #expect(contact["contact", "outstanding_receivable_amount"]?.text == "29.5")
    #expect(contact["contact", "unused_credits_receivable_amount"]?.text == "79.5")
    let list = try books.call("GET", "invoices/\(two)/payments")
    #expect(list["payments", 0, "amount"]?.text == "20.5")
    #expect(list["payments", 0, "is_single_invoice_payment"] == false)
    #expect(try books.effects().last == "created customerpayments")
  }

  @Test func moreThanTheBalance() throws {
    let id = try books.sentInvoice(customer, rate: "100")
    let over = try pay("500", [(id, "100.01")])
    #expect(over.status == 400)
    #expect(over.code == 24016)
    #expect(
      over.message == "The amount entered is more than the balance due for the selected invoices.")
    #expect(try pay("50", [(id, "60")]).code == 24016)
    #expect(try books.status(id) == "sent")
    #expect(try books.call("GET", "customerpayments")["customerpayments"] == [])
  }

  @Test func draftsVoidsAndForeignInvoices() throws {
    let draft = try #require(try books.invoice(customer)["invoice", "invoice_id"]?.stringValue)
    #expect(try pay("1", [(draft, "1")]).status == 400)
    let void = try books.sentInvoice(customer)
    try books.call("POST", "invoices/\(void)/status/void")
    #expect(try pay("1", [(void, "1")]).status == 400)
    let other = try books.sentInvoice(try books.customer("Other"))
    #expect(try pay("1", [(other, "1")]).status == 400)
    #expect(try pay("1", [("5", "1")]).message == "Invoice does not exist.")
    #expect(try books.call("GET", "customerpayments")["customerpayments"] == [])
  }

  @Test(arguments: ["0", "-5", "\"much\"", "null"])
  func badAmounts(amount: String) throws {
    #expect(try pay(amount, []).code == 2)
  }

  @Test(arguments: ["customer_id", "payment_mode", "amount", "date"])
  func everyPaymentSaysWhoHowMuchHowAndWhen(missing: String) throws {
    let members = [
      "customer_id": "\"\(customer)\"", "payment_mode": "\"cash\"", "amount": "5",
      "date": "\"2026-11-24\"",
    ]
    let body = members.filter { $0.key != missing }.map { "\"\($0.key)\":\($0.value)" }
    let answer = try books.call(
      "POST", "customerpayments", [:], "{\(body.joined(separator: ","))}")
    #expect(answer.status == 400)
    #expect(answer.code == 2)
    #expect(answer.message == "Invalid value passed for \(missing)")
    #expect(try books.call("GET", "customerpayments")["customerpayments"] == [])
  }

  @Test func aPaymentInAdvanceIsCredit() throws {
    let payment = try #require(try pay("80", [])["payment", "payment_id"]?.stringValue)
    let id = try books.sentInvoice(customer, rate: "100")
    let applied = try books.call(
      "POST", "invoices/\(id)/credits", [:],
      #"{"invoice_payments":[{"payment_id":"\#(payment)","amount_applied":80}]}"#)
    #expect(applied.message == "Credits have been applied to the invoice(s).")
    #expect(try books.call("GET", "invoices/\(id)")["invoice", "balance"] == 20)
    let link = try #require(
      try books.call("GET", "invoices/\(id)/payments")["payments", 0, "invoice_payment_id"]?
        .stringValue)
    #expect(
      try books.call("DELETE", "invoices/\(id)/payments/\(link)").message
        == "The payment has been deleted.")
    #expect(try books.call("GET", "invoices/\(id)")["invoice", "balance"] == 100)
  }

  @Test func deletingRestoresTheBalance() throws {
    let id = try books.sentInvoice(customer, rate: "100")
    let payment = try #require(try pay("100", [(id, "100")])["payment", "payment_id"]?.stringValue)
    #expect(try books.status(id) == "paid")
    #expect(
      try books.call("DELETE", "customerpayments/\(payment)").message
        == "The payment has been deleted.")
    #expect(try books.status(id) == "sent")
    let invoice = try books.call("GET", "invoices/\(id)")
    #expect(invoice["invoice", "balance"] == 100)
    #expect(invoice["invoice", "last_payment_date"] == "")
  }

  @Test func changing() throws {
    let one = try books.sentInvoice(customer, rate: "100")
    let two = try books.sentInvoice(customer, rate: "100")
    let payment = try #require(try pay("100", [(one, "100")])["payment", "payment_id"]?.stringValue)
    let changed = try books.call(
      "PUT", "customerpayments/\(payment)", [:],
      """
      {"customer_id":"\(customer)","payment_mode":"cash","amount":60,
       "invoices":[{"invoice_id":"\(two)","amount_applied":60}]}
      """)
    #expect(changed.message == "The payment details have been updated.")
    #expect(changed["payment", "payment_mode"] == "cash")
    #expect(try books.status(one) == "sent")
    #expect(try books.call("GET", "invoices/\(two)")["invoice", "balance"] == 40)
    let less = try books.call("PUT", "customerpayments/\(payment)", [:], #"{"amount":59}"#)
    #expect(less.code == 24016)
  }

  @Test func upsertByTheTag() throws {
    let headers = [
      "X-Unique-Identifier-Key": "cf_fairlead_tag", "X-Unique-Identifier-Value": "FL-DDDDDDDDDD",
      "X-Upsert": "true",
    ]
    let body =
      #"{"customer_id":"\#(customer)","payment_mode":"cash","amount":5,"date":"2026-11-24"}"#
    let first = try books.call("PUT", "customerpayments", [:], body, headers: headers)
    #expect(first.status == 201)
    let second = try books.call("PUT", "customerpayments", [:], body, headers: headers)
    #expect(second.status == 200)
    #expect(second["payment", "payment_id"] == first["payment", "payment_id"])
    #expect(try books.call("GET", "customerpayments")["customerpayments"]?.arrayValue?.count == 1)
  }

  @Test func listFilters() throws {
    let id = try books.sentInvoice(customer)
    _ = try pay("10", [(id, "10")], #","reference_number":"BACS 1""#)
    _ = try pay("20", [], #","reference_number":"BACS 2""#)
    func amounts(_ query: NamedValues) throws -> [String]? {
      try books.call("GET", "customerpayments", query)["customerpayments"]?.arrayValue?.compactMap {
        $0["amount"]?.text
      }
    }
    #expect(try amounts([:]) == ["20", "10"])
    #expect(try amounts(["reference_number": "BACS 1"]) == ["10"])
    #expect(try amounts(["amount_greater_than": "10"]) == ["20"])
    #expect(try amounts(["filter_by": "PaymentMode.BankTransfer"]) == ["20", "10"])
    #expect(try amounts(["filter_by": "PaymentMode.Cash"]) == [])
    #expect(try amounts(["customer_id": customer, "date": "2026-11-24"]) == ["20", "10"])
    let row = try books.call("GET", "customerpayments", ["search_text": "BACS 1"])
    #expect(row["customerpayments", 0, "invoice_numbers"] == "INV-000001")
    #expect(row["customerpayments", 0, "applied_invoices", 0, "amount_applied"] == 10)
  }
}
