import Foundation
import GRDB
import Testing

@testable import LocalZoho

/// What a customer owes and has left, after whatever was done with payments, credits and write-offs.
@Suite(.timeLimit(.minutes(5))) struct SettlingTests {
  @Test(arguments: 1...6)
  func theSumsHoldAfterAnySequence(seed: Int) throws {
    let books = try BooksTestbed()
    let customer = try books.customer()
    var random = SplitMix64(seed: UInt64(seed))
    var invoices: [String] = []
    var notes: [String] = []
    var payments: [String] = []
    func pick(_ ids: [String]) -> String { ids.randomElement(using: &random) ?? "1" }
    func amount() -> Int { Int.random(in: 1...120, using: &random) }
    for _ in 1...60 {
      switch Int.random(in: 0...11, using: &random) {
      case 0: invoices.append(try books.sentInvoice(customer, rate: "\(amount()).37"))
      case 1:
        let note = try books.call(
          "POST", "creditnotes", [:],
          """
          {"customer_id":"\(customer)","date":"2026-11-24",
           "line_items":[{"name":"Back","rate":\(amount()).11}]}
          """)
        notes.append(try #require(note["creditnote", "creditnote_id"]?.stringValue))
      case 2, 3:
        let paid = try books.call(
          "POST", "customerpayments", [:],
          """
          {"customer_id":"\(customer)","payment_mode":"cash","date":"2026-11-24",
           "amount":\(amount()).5,"invoices":[{"invoice_id":"\(pick(invoices))",
           "amount_applied":\(amount())}]}
          """)
        if let id = paid["payment", "payment_id"]?.stringValue { payments.append(id) }
      case 4, 5:
        try books.call(
          "POST", "invoices/\(pick(invoices))/credits", [:],
          """
          {"apply_creditnotes":[{"creditnote_id":"\(pick(notes))","amount_applied":\(amount())}]}
          """)
      case 6: try books.call("POST", "invoices/\(pick(invoices))/writeoff")
      case 7: try books.call("POST", "invoices/\(pick(invoices))/writeoff/cancel")
      case 8: try books.call("POST", "invoices/\(pick(invoices))/status/void")
      case 9: try books.call("DELETE", "customerpayments/\(pick(payments))")
      case 10:
        try books.call(
          "POST", "creditnotes/\(pick(notes))/refunds", [:],
          #"{"date":"2026-11-24","amount":\#(amount()),"from_account_id":"5"}"#)
      default:
        try books.call(
          "POST", "customerpayments/\(pick(payments))/refunds", [:],
          #"{"date":"2026-11-24","amount":\#(amount()),"from_account_id":"5"}"#)
      }
      try demandThatSumsHold(books, customer)
    }
  }

  /// What came in and was credited is what was applied, refunded or is left; what was billed is what
  /// was settled or is owed.
  private func demandThatSumsHold(_ books: BooksTestbed, _ customer: String) throws {
    let wrong = try books.store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT 'invoice ' || invoice_id FROM books_invoices i WHERE balance < 0
            OR payment_made <> (SELECT coalesce(sum(amount_applied), 0) FROM books_payment_invoices a
              WHERE a.invoice_id = i.invoice_id)
            OR credits_applied <> (SELECT coalesce(sum(amount), 0)
              FROM books_credit_applications a WHERE a.target_id = i.invoice_id)
            OR balance <> total - payment_made - credits_applied - write_off_amount
          UNION ALL SELECT 'payment ' || payment_id FROM books_payments p WHERE unused_amount < 0
            OR unused_amount <> amount - (SELECT coalesce(sum(amount_applied), 0)
              FROM books_payment_invoices a WHERE a.payment_id = p.payment_id)
              - (SELECT coalesce(sum(amount), 0) FROM books_refunds r WHERE r.source_id = p.payment_id)
          UNION ALL SELECT 'document ' || document_id FROM books_documents d WHERE balance < 0
            OR balance <> total - (SELECT coalesce(sum(amount), 0)
              FROM books_credit_applications a WHERE a.credit_id = d.document_id)
              - (SELECT coalesce(sum(amount), 0) FROM books_refunds r
                WHERE r.source_id = d.document_id)
          """)
    }
    #expect(wrong == [])
    let sums = try books.store.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT coalesce(sum(total - write_off_amount), 0) FROM books_invoices
              WHERE state = 'sent') AS billed,
            (SELECT coalesce(sum(amount), 0) FROM books_payments) AS paid,
            (SELECT coalesce(sum(total), 0) FROM books_documents) AS credited,
            (SELECT coalesce(sum(amount), 0) FROM books_refunds) AS refunded
          """)
    }
    let row = try #require(sums)
    let contact = try books.call("GET", "contacts/\(customer)")["contact"]
    let owed = try #require(contact?["outstanding_receivable_amount"]?.numberValue)
    let left = try #require(contact?["unused_credits_receivable_amount"]?.numberValue)
    let net =
      Decimal(millionths: row["billed"]) - Decimal(millionths: row["paid"])
      - Decimal(millionths: row["credited"]) + Decimal(millionths: row["refunded"])
    #expect(owed - left == net)
  }
}
