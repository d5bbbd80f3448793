import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct CreditNoteTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  func note(_ rate: String = "100", _ more: String = "", _ query: NamedValues = [:]) throws
    -> BooksTestbed.Answer
  {
    try books.call(
      "POST", "creditnotes", query,
      """
      {"customer_id":"\(customer)","date":"2026-11-24",
       "line_items":[{"name":"Returned","rate":\(rate),"quantity":1}]\(more)}
      """)
  }

  func openNote(_ rate: String = "100") throws -> String {
    try #require(note(rate)["creditnote", "creditnote_id"]?.stringValue)
  }

  func note(at id: String) throws -> JSONValue? {
    try books.call("GET", "creditnotes/\(id)")["creditnote"]
  }

  func unused() throws -> String? {
    try books.call("GET", "contacts/\(customer)")["contact", "unused_credits_receivable_amount"]?
      .text
  }

  @Test func isOpenAndTheCustomersCredit() throws {
    let answer = try note("80.25")
    #expect(answer.status == 201)
    #expect(answer.message == "The credit note has been created.")
    #expect(answer["creditnote", "creditnote_number"] == "CN-000001")
    #expect(answer["creditnote", "status"] == "open")
    #expect(answer["creditnote", "balance"]?.text == "80.25")
    #expect(try unused() == "80.25")
    #expect(try note("5", #","is_draft":true"#)["creditnote", "status"] == "draft")
    #expect(try unused() == "80.25")
  }

  @Test func isAppliedToInvoicesAndTakenOff() throws {
    let id = try openNote("100")
    let invoice = try books.sentInvoice(customer, rate: "70")
    let applied = try books.call(
      "POST", "creditnotes/\(id)/invoices", [:],
      #"{"invoices":[{"invoice_id":"\#(invoice)","amount_applied":70}]}"#)
    #expect(applied.message == "Credits have been applied to the invoice(s).")
    #expect(try books.status(invoice) == "paid")
    #expect(try note(at: id)?["balance"]?.text == "30")
    #expect(try unused() == "30")
    let shown = try books.call("GET", "invoices/\(invoice)")
    #expect(shown["invoice", "credits_applied"]?.text == "70")
    #expect(shown["invoice", "balance"]?.text == "0")
    let list = try books.call("GET", "invoices/\(invoice)/creditsapplied")
    #expect(list["credits", 0, "creditnotes_number"] == "CN-000001")
    #expect(list["credits", 0, "amount_applied"]?.text == "70")
    let credited = try books.call("GET", "creditnotes/\(id)/invoices")
    #expect(credited["invoices_credited", 0, "credited_amount"]?.text == "70")
    let link = try #require(
      credited["invoices_credited", 0, "creditnote_invoice_id"]?.stringValue)
    #expect(
      try books.call("DELETE", "creditnotes/\(id)/invoices/\(link)").message
        == "Credits applied to an invoice have been deleted.")
    #expect(try books.status(invoice) == "sent")
    #expect(try unused() == "100")
  }

  @Test func fromTheInvoicesSideToo() throws {
    let id = try openNote("40")
    let invoice = try books.sentInvoice(customer, rate: "70")
    let applied = try books.call(
      "POST", "invoices/\(invoice)/credits", [:],
      #"{"apply_creditnotes":[{"creditnote_id":"\#(id)","amount_applied":40}]}"#)
    #expect(applied.message == "Credits have been applied to the invoice(s).")
    #expect(try books.status(invoice) == "partially_paid")
    #expect(try note(at: id)?["status"] == "closed")
    let link = try #require(
      books.call("GET", "invoices/\(invoice)/creditsapplied")[
        "credits", 0, "creditnotes_invoice_id"]?.stringValue)
    let path = "invoices/\(invoice)/creditsapplied/\(link)"
    #expect(
      try books.call("DELETE", path).message
        == "Credits applied to an invoice have been deleted.")
    #expect(try books.call("DELETE", path).code == 1002)
    #expect(try note(at: id)?["status"] == "open")
  }

  @Test func neverMoreThanThereIs() throws {
    let id = try openNote("40")
    let invoice = try books.sentInvoice(customer, rate: "30")
    func apply(_ amount: String, _ to: String) throws -> Int? {
      try books.call(
        "POST", "creditnotes/\(id)/invoices", [:],
        #"{"invoices":[{"invoice_id":"\#(to)","amount_applied":\#(amount)}]}"#
      ).code
    }
    #expect(try apply("30.01", invoice) == 12_021)
    #expect(try apply("0", invoice) == 2)
    #expect(try apply("10", try books.sentInvoice(try books.customer("Other"))) == 12_020)
    #expect(try apply("10", "77") == 1002)
    #expect(try unused() == "40")
    #expect(try note(at: id)?["balance"]?.text == "40")
  }

  @Test func isRefunded() throws {
    let id = try openNote("100")
    let refund = try books.call(
      "POST", "creditnotes/\(id)/refunds", [:],
      """
      {"date":"2026-11-24","refund_mode":"cash","amount":"30",
       "from_account_id":"\(try books.account("Petty Cash"))"}
      """)
    #expect(refund.message == "The credit note amount is refunded successfully.")
    #expect(refund["creditnote_refund", "amount"]?.text == "30")
    let refundID = try #require(
      refund["creditnote_refund", "creditnote_refund_id"]?.stringValue)
    #expect(try unused() == "70")
    let path = "creditnotes/\(id)/refunds/\(refundID)"
    #expect(
      try books.call("PUT", path, [:], #"{"amount":101}"#).code == 12_008)
    #expect(
      try books.call("PUT", path, [:], #"{"amount":100}"#).message
        == "The credit note refund is updated successfully.")
    #expect(try note(at: id)?["status"] == "closed")
    let all = try books.call("GET", "creditnotes/refunds")
    #expect(all.message == "The list of credit note refunds are displayed successfully.")
    #expect(all["creditnote_refunds", 0, "creditnote_number"] == "CN-000001")
    #expect(all["creditnote_refunds", 0, "amount_bcy"]?.text == "100")
    let own = try books.call("GET", "contacts/\(customer)/refunds")
    #expect(own["creditnote_refunds", 0, "creditnote_refund_id"] == .string(refundID))
    #expect(try books.call("POST", "creditnotes/\(id)/status/void").code == 12_019)
    #expect(try books.call("DELETE", "creditnotes/\(id)").code == 12_017)
    #expect(
      try books.call("DELETE", path).message == "The refund has been successfully deleted.")
    #expect(try unused() == "100")
  }

  @Test func voidDraftAndOpen() throws {
    let id = try openNote("100")
    #expect(
      try books.call("POST", "creditnotes/\(id)/status/void").message
        == "The credit note has been marked as void.")
    #expect(try unused() == "0")
    #expect(
      try books.call("PUT", "creditnotes/\(id)", [:], #"{"notes":"x"}"#).code == 12_015)
    #expect(
      try books.call("POST", "creditnotes/\(id)/status/draft").message
        == "The credit note has been marked as Draft.")
    #expect(
      try books.call("POST", "creditnotes/\(id)/status/open").message
        == "Status of the credit note has been changed to open.")
    #expect(try unused() == "100")
  }

  @Test func aVoidInvoiceGivesItsCreditsBack() throws {
    let id = try openNote("100")
    let invoice = try books.sentInvoice(customer, rate: "60")
    try books.call(
      "POST", "creditnotes/\(id)/invoices", [:],
      #"{"invoices":[{"invoice_id":"\#(invoice)","amount_applied":60}]}"#)
    #expect(try books.call("DELETE", "invoices/\(invoice)").code == 4017)
    try books.call("POST", "invoices/\(invoice)/status/void")
    #expect(try unused() == "100")
    #expect(try note(at: id)?["balance"]?.text == "100")
  }

  @Test func isMadeForAnInvoiceAtOnce() throws {
    let invoice = try books.sentInvoice(customer, rate: "60")
    let answer = try note("100", "", ["invoice_id": invoice])
    #expect(answer["creditnote", "invoices", 0, "amount"]?.text == "60")
    #expect(answer["creditnote", "balance"]?.text == "40")
    #expect(try books.status(invoice) == "paid")
  }

  @Test func mailsAreRemembered() throws {
    let id = try openNote()
    let sent = try books.call(
      "POST", "creditnotes/\(id)/email", [:],
      #"{"to_mail_ids":["a@b.example"],"subject":"Credit","body":"Yours"}"#)
    #expect(sent.message == "Your creditnote has been sent.")
    let history = try books.call("GET", "creditnotes/\(id)/emailhistory")
    #expect(history["email_history", 0, "to_mail_ids"] == "a@b.example")
    #expect(history["email_history", 0, "subject"] == "Credit")
    #expect(history["email_history", 0, "date"] == "2026-11-24")
  }
}
