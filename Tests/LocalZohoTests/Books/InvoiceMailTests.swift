import Foundation
import GRDB
import Testing

@testable import LocalZoho

@Suite struct InvoiceMailTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  func mails() throws -> [String] {
    try books.store.read { db in
      try Data.fetchAll(db, sql: "SELECT message FROM mail ORDER BY id").map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  @Test func whatWouldBeSent() throws {
    let customer = try books.customer()
    let id = try #require(try books.invoice(customer)["invoice", "invoice_id"]?.stringValue)
    let data = try #require(try books.call("GET", "invoices/\(id)/email")["data"])
    #expect(data["subject"] == "Invoice - INV-000001 from Fairlead Trading Ltd")
    #expect(data["body"]?.stringValue?.contains("Dear Bowman and Co,<br>") == true)
    #expect(data["body"]?.stringValue?.contains("Amount : £100.00") == true)
    #expect(data["to_contacts"]?.arrayValue?.first?["email"] == "will@bowman.example")
    #expect(data["to_contacts"]?.arrayValue?.first?["selected"] == true)
    #expect(data["from_emails"]?.arrayValue?.first?["email"] == "jane.hartley@fairlead.example")
    #expect(data["from_emails"]?.arrayValue?.last?["is_org_email_id"] == true)
    #expect(data["file_name"] == "INV-000001.pdf")
    #expect(data["attach_pdf"] == true)
  }

  @Test func sendingADraftMarksItSentAndKeepsTheMail() throws {
    let customer = try books.customer()
    let id = try #require(try books.invoice(customer)["invoice", "invoice_id"]?.stringValue)
    let sent = try books.call(
      "POST", "invoices/\(id)/email", [:],
      """
      {"to_mail_ids":["will@bowman.example","boss@bowman.example"],
       "cc_mail_ids":["sales@fairlead.example"],
       "subject":"Ihre Rechnung für Müller","body":"Dear Will,<br>here is <b>it</b> &amp; thanks."}
      """)
    #expect(sent.status == 200)
    #expect(sent.message == "Your invoice has been sent.")
    let invoice = try books.call("GET", "invoices/\(id)")
    #expect(invoice["invoice", "status"] == "sent")
    #expect(invoice["invoice", "is_emailed"] == true)
    let mail = try #require(try mails().first)
    let head = mail.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
    #expect(head.contains("From: Jane Hartley <jane.hartley@fairlead.example>"))
    #expect(head.contains("Date: Tue, 24 Nov 2026 09:30:00 +0000"))
    #expect(head.contains("Cc: sales@fairlead.example"))
    #expect(mail.contains("To: Will Smith <will@bowman.example>,\r\n boss@bowman.example\r\n"))
    #expect(mail.contains("Subject: =?UTF-8?B?SWhyZSBSZWNobnVuZyBmw7xyIE3DvGxsZXI=?=\r\n"))
    #expect(mail.contains("Dear Will,\r\nhere is it & thanks."))
    #expect(mail.contains("here is <b>it</b> &amp; thanks."))
    #expect(mail.contains("Content-Type: application/pdf; name=\"INV-000001.pdf\"\r\n"))
    #expect(mail.contains("\r\n\r\nJVBERi0xLj"))
    #expect(!mail.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
    let history = try books.call("GET", "invoices/\(id)/comments")
    #expect(
      history["comments", 0, "description"]
        == "Invoice emailed to will@bowman.example, boss@bowman.example, sales@fairlead.example")
    #expect(try books.effects().filter { $0 == "mailed invoices" }.count == 1)
  }

  @Test func anEmptyBodySendsTheDefault() throws {
    let id = try books.sentInvoice(try books.customer())
    #expect(try books.call("POST", "invoices/\(id)/email").code == 0)
    #expect(try mails().first?.contains("To: Will Smith <will@bowman.example>") == true)
  }

  @Test(arguments: [
    #"{"subject":"x"}"#, #"{"to_mail_ids":[]}"#, #"{"to_mail_ids":["nobody"]}"#,
    #"{"to_mail_ids":["a@b.example\nBcc: c@d.example"]}"#, #"{"to_mail_ids":"a@b.example"}"#,
    #"{"to_mail_ids":["a@b.example"],"cc_mail_ids":["x"]}"#,
    #"{"to_mail_ids":["a@b.example"],"from_address_id":"5"}"#,
  ])
  func badAddressesSendNothing(body: String) throws {
    let id = try #require(
      try books.invoice(try books.customer())["invoice", "invoice_id"]?.stringValue)
    let answer = try books.call("POST", "invoices/\(id)/email", [:], body)
    #expect(answer.status == 400)
    #expect(answer.code == 2)
    #expect(try mails().isEmpty)
    #expect(try books.status(id) == "draft")
    #expect(try !books.effects().contains("mailed invoices"))
  }

  @Test func createdWithSendItIsMailed() throws {
    let customer = try books.customer()
    let answer = try books.call(
      "POST", "invoices", ["send": "true"],
      #"{"customer_id":"\#(customer)","line_items":[{"name":"Work","rate":1,"quantity":1}]}"#)
    #expect(answer["invoice", "status"] == "sent")
    #expect(try mails().count == 1)
  }

  @Test func voidInvoicesAreNotMailed() throws {
    let id = try books.sentInvoice(try books.customer())
    try books.call("POST", "invoices/\(id)/status/void")
    #expect(try books.call("POST", "invoices/\(id)/email").status == 400)
    #expect(try mails().isEmpty)
  }

  @Test func remindersAreForOpenInvoices() throws {
    let customer = try books.customer()
    let draft = try #require(try books.invoice(customer)["invoice", "invoice_id"]?.stringValue)
    #expect(try books.call("POST", "invoices/\(draft)/paymentreminder").status == 400)
    let id = try books.sentInvoice(customer)
    #expect(
      try books.call("POST", "invoices/\(id)/paymentreminder").message
        == "Your payment reminder has been sent.")
    #expect(try books.call("GET", "invoices/\(id)")["invoice", "reminders_sent"] == 1)
  }

  @Test func aLongHeaderIsFolded() {
    let words = MailMessage.encodedWords(String(repeating: "漢字", count: 40))
    let lines = words.components(separatedBy: "\r\n ")
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.count <= 75 && $0.hasPrefix("=?UTF-8?B?") })
    #expect(MailMessage.encodedWords("Doe, Jane", isPhrase: true) == "\"Doe, Jane\"")
    #expect(MailMessage.encodedWords("a\r\nBcc: x") == "a  Bcc: x")
  }

  @Test func quotedPrintableLinesAreShort() {
    let encoded = QuotedPrintable.encode(String(repeating: "é=", count: 60) + "\nend ")
    let lines = encoded.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.count <= 76 })
    #expect(lines.last == "end=20")
    #expect(encoded.hasPrefix("=C3=A9=3D"))
  }
}
