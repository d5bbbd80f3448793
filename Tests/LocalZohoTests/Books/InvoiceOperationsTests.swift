import Foundation
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct InvoiceOperationsTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  func draft() throws -> String {
    try #require(try books.invoice(customer)["invoice", "invoice_id"]?.stringValue)
  }

  @Test func isSubmittedAndApprovedBeforeItIsSent() throws {
    let id = try draft()
    #expect(try books.call("POST", "invoices/\(id)/approve").code == 4026)
    #expect(
      try books.call("POST", "invoices/\(id)/submit").message
        == "The invoice has been submitted for approval successfully.")
    #expect(try books.status(id) == "pending_approval")
    #expect(try books.call("POST", "invoices/\(id)/status/sent").code == 4024)
    let waiting = try books.call("GET", "invoices", ["filter_by": "Status.PendingApproval"])
    #expect(waiting["invoices", 0, "status"] == "pending_approval")
    #expect(
      try books.call("POST", "invoices/\(id)/approve").message == "You have approved the invoice.")
    #expect(try books.status(id) == "approved")
    try books.call("POST", "invoices/\(id)/status/sent")
    #expect(try books.status(id) == "sent")
  }

  @Test func filesHangOnItAndGoWithItsMail() throws {
    let id = try draft()
    func upload(_ name: String) throws -> BooksTestbed.Answer {
      try books.call(
        "POST", "invoices/\(id)/attachment", ["can_send_in_mail": "true"],
        "--x\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"\(name)\"\r\n"
          + "Content-Type: image/png\r\n\r\npicture bytes\r\n--x--\r\n",
        headers: ["Content-Type": "multipart/form-data; boundary=x"])
    }
    #expect(try upload("virus.exe").code == 2)
    #expect(
      try upload("plan.png").message
        == "Your file has been successfully attached to the invoice.")
    let shown = try books.call("GET", "invoices/\(id)")
    #expect(shown["invoice", "has_attachment"] == true)
    #expect(shown["invoice", "attachment_name"] == "plan.png")
    let document = try #require(shown["invoice", "documents", 0, "document_id"]?.stringValue)
    let file = try books.call("GET", "invoices/\(id)/attachment")
    #expect(file.contentType == "image/png")
    #expect(file.body == Data("picture bytes".utf8))
    try books.call("POST", "invoices/\(id)/email")
    let mail = try #require(try books.store.read { try Mailbox.message(1, $0) })
    #expect(String(decoding: mail, as: UTF8.self).contains("filename=\"plan.png\""))
    let path = "invoices/\(id)/documents/\(document)"
    #expect(
      try books.call("GET", path, ["responseformat": "json"])["document", "file_size"] == 13)
    #expect(
      try books.call("DELETE", path).message == "The document has been deleted successfully.")
    #expect(try books.call("GET", "invoices/\(id)/attachment").status == 404)
  }

  @Test func remindersOfManyTellWhichFailed() throws {
    let open = try books.sentInvoice(customer)
    let draft = try draft()
    let answer = try books.call(
      "POST", "invoices/paymentreminder", ["invoice_ids": "\(open),\(draft)"])
    #expect(answer.status == 201)
    #expect(answer["info", "code"] == 4083)
    #expect(answer["info", "email_success_info", "sent_count"] == 1)
    #expect(answer["info", "email_errors_info", 0, "ids"] == [.string(draft)])
    #expect(try books.call("GET", "invoices/\(open)")["invoice", "reminders_sent"] == 1)
    #expect(try books.call("POST", "invoices/paymentreminder").code == 2)
  }

  @Test func papersTemplatesAndTheLinkToPay() throws {
    let id = try books.sentInvoice(customer)
    let pdf = try books.call("GET", "invoices/pdf", ["invoice_ids": "\(id),\(try draft())"])
    #expect(pdf.contentType == "application/pdf")
    #expect(try books.call("GET", "invoices/print").code == 2)
    #expect(
      try books.call("PUT", "invoices/\(id)/templates/4600000000000000145").message
        == "Invoice information has been updated.")
    #expect(
      try books.call("GET", "invoices/\(id)")["invoice", "template_name"] == "Service - Classic")
    let link = try books.call(
      "GET", "share/paymentlink",
      [
        "transaction_id": id, "transaction_type": "invoice", "link_type": "public",
        "expiry_time": "2026-12-31",
      ])
    #expect(
      link["data", "share_link"]?.stringValue?.contains("/SecurePayment?CInvoiceID=") == true)
    #expect(try books.call("GET", "share/paymentlink", ["transaction_id": id]).code == 2)
  }

  @Test func aDebitNoteAddsToAnInvoice() throws {
    let id = try books.sentInvoice(customer)
    #expect(try books.invoice(customer, #","type":"debit_note""#).code == 2)
    let note = try books.invoice(
      customer, #","type":"debit_note","reference_invoice_id":"\#(id)""#)
    #expect(note.status == 201)
    #expect(note.message == "The debit note has been created.")
    #expect(note["invoice", "type"] == "debit_note")
  }

  @Test func aQuickOneIsPaidAtOnce() throws {
    func create(_ amount: String) throws -> BooksTestbed.Answer {
      try books.call(
        "POST", "invoices", ["is_quick_create": "true", "batch_payments": "true"],
        """
        {"customer_id":"\(customer)","line_items":[{"name":"Work","rate":100}],
         "batch_payments":[{"payment_mode":"Cash","amount":"\(amount)"}]}
        """)
    }
    #expect(try create("100.01").code == 24_016)
    #expect(try books.call("GET", "invoices")["invoices"] == [])
    let paid = try create("100.00")
    #expect(paid["invoice", "status"] == "paid")
    #expect(paid["invoice", "payment_made"]?.text == "100")
  }

  @Test func mailsGoToTheNamedCustomersAlone() throws {
    let other = try books.customer("Other", email: "other@other.example")
    let ids = [try draft(), try books.sentInvoice(other)]
    let body = #"{"contacts":[{"contact_id":"\#(other)","email":true}]}"#
    try books.call("POST", "invoices/email", ["invoice_ids": ids.joined(separator: ",")], body)
    let mail = try books.store.read { try Mailbox.list(after: 0, limit: 9, $0) }
    #expect(mail.map { $0["recipients"] } == [["other@other.example"]])
  }

  @Test func remindersAreSwitchedOffAndOn() throws {
    let id = try books.sentInvoice(customer)
    #expect(
      try books.call("POST", "invoices/\(id)/paymentreminder/disable").message
        == "Reminders stopped.")
    #expect(
      try books.call("GET", "invoices/\(id)")["invoice", "payment_reminder_enabled"] == false)
    #expect(
      try books.call("POST", "invoices/\(id)/paymentreminder/enable").message
        == "Reminders enabled.")
  }

  @Test func paymentsAreRefundedAndReceipted() throws {
    let paid = try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(customer)","payment_mode":"cash","amount":90,"date":"2026-11-24",
       "invoices":[]}
      """)
    let id = try #require(paid["payment", "payment_id"]?.stringValue)
    let body = """
      {"date":"2026-11-24","amount":40,"from_account_id":"\(try books.account("Petty Cash"))",
       "refund_mode":"cash"}
      """
    let refund = try books.call("POST", "customerpayments/\(id)/refunds", [:], body)
    #expect(refund.message == "The refund information for this payment has been saved.")
    #expect(refund["payment_refunds", 0, "amount"]?.text == "40")
    let shown = try books.call("GET", "customerpayments/\(id)")
    #expect(shown["payment", "amount_refunded"]?.text == "40")
    #expect(shown["payment", "unused_amount"]?.text == "50")
    #expect(
      try books.call(
        "POST", "customerpayments/\(id)/refunds", [:], #"{"date":"2026-11-24","amount":1}"#
      ).message == "Invalid value passed for from_account_id")
    #expect(try books.call("DELETE", "customerpayments/\(id)").code == 24_021)
    #expect(
      try books.call("GET", "customerpayments/\(id)", ["accept": "pdf"]).contentType
        == "application/pdf")
    let list = try books.call("GET", "customerpayments/\(id)/refunds")
    #expect(list["payment_refunds", 0, "payment_number"] == "1")
  }
}

@Suite(.timeLimit(.minutes(5))) struct ContactOperationsTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  @Test func aStatementSaysWhatIsOwed() throws {
    _ = try books.sentInvoice(customer, rate: "120")
    let preview = try books.call(
      "GET", "contacts/\(customer)/statements/email",
      ["start_date": "2026-11-01", "end_date": "2026-11-30"])
    #expect(
      preview["data", "subject"] == "Account Statement from 01 Nov 2026 to 30 Nov 2026")
    #expect(preview["data", "file_name"] == "statement_Bowman and Co.pdf")
    #expect(
      try books.call(
        "GET", "contacts/\(customer)/statements/email",
        ["start_date": "2026-11-02", "end_date": "2026-11-01"]
      ).code == 2)
    let sent = try books.call("POST", "contacts/\(customer)/statements/email")
    #expect(sent.message == "Statement has been sent to the Customer.")
    let mail = try books.store.read { try Mailbox.list(after: 0, limit: 9, $0) }
    #expect(mail.first?["recipients"] == ["will@bowman.example"])
    #expect(try books.effects().last == "mailed contacts")
  }

  @Test func aMailNeedsItsWords() throws {
    #expect(
      try books.call(
        "POST", "contacts/\(customer)/email", [:], #"{"to_mail_ids":["a@b.example"]}"#
      ).message == "Invalid value passed for subject")
    #expect(
      try books.call(
        "POST", "contacts/\(customer)/email", [:],
        #"{"to_mail_ids":["a@b.example"],"subject":"Hello","body":"There"}"#
      ).message == "Email has been sent.")
  }

  @Test func addressesComeAndGo() throws {
    let made = try books.call(
      "POST", "contacts/\(customer)/address", [:], #"{"city":"York","zip":"YO1"}"#)
    #expect(made.message == "The address has been created.")
    #expect(made["address_info", "city"] == "York")
    let id = try #require(made["address_info", "address_id"]?.stringValue)
    let path = "contacts/\(customer)/address/\(id)"
    #expect(
      try books.call("PUT", path, [:], #"{"city":"Hull"}"#).message
        == "The address has been updated.")
    #expect(
      try books.call("GET", "contacts/\(customer)/address")["addresses", 2, "city"] == "Hull")
    #expect(try books.call("DELETE", path).message == "The address has been deleted.")
    #expect(try books.call("DELETE", path).code == 1002)
  }

  @Test func thePortalAndRemindersAreSwitched() throws {
    let person = try #require(
      books.call("GET", "contacts/\(customer)")[
        "contact", "contact_persons", 0, "contact_person_id"]?.stringValue)
    let portal = try books.call(
      "POST", "contacts/\(customer)/portal/enable", [:],
      #"{"contact_persons":[{"contact_person_id":"\#(person)"}]}"#)
    #expect(portal.message == "Client Portal preferences have been updated")
    #expect(
      try books.call("POST", "contacts/\(customer)/portal/enable", [:], "{}").code == 2)
    #expect(
      try books.call("POST", "contacts/\(customer)/paymentreminder/disable").message
        == "All reminders associated with this contact have been stopped.")
    #expect(
      try books.call("POST", "contacts/\(customer)/track1099").message
        == "1099 tracking is enabled.")
    let shown = try books.call("GET", "contacts/\(customer)")
    #expect(shown["contact", "is_portal_enabled"] == true)
    #expect(shown["contact", "contact_persons", 0, "is_added_in_portal"] == true)
    #expect(shown["contact", "payment_reminder_enabled"] == false)
    #expect(shown["contact", "track_1099"] == true)
  }
}
