import GRDB
import Testing

@testable import LocalZoho

/// What sales put on the accounts.
@Suite(.timeLimit(.minutes(1))) struct SalesPostingTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  /// What is on an account, as people read it.
  private func on(_ account: String) throws -> String? {
    try books.call("GET", "chartofaccounts/\(try books.account(account))")["closing_balance"]?.text
  }

  @Test func anInvoiceIsOwedFromTheDayItIsSent() throws {
    let vat = try books.tax("VAT")
    let line = #"[{"name":"Work","rate":100,"quantity":1,"tax_id":"\#(vat)"}]"#
    let made = try books.call(
      "POST", "invoices", [:], #"{"customer_id":"\#(customer)","line_items":\#(line)}"#)
    let id = try #require(made["invoice", "invoice_id"]?.stringValue)
    #expect(try on("Accounts Receivable") == "0")
    try books.call("POST", "invoices/\(id)/status/sent")
    #expect(try on("Accounts Receivable") == "120")
    #expect(try on("Sales") == "100")
    #expect(try on("Tax Payable") == "20")
    let entries = try books.call(
      "GET", "chartofaccounts/transactions", .one("account_id", try books.account("Sales")))
    #expect(entries["transactions", 0, "transaction_type"] == "invoice")
    #expect(entries["transactions", 0, "transaction_id"] == .string(id))
    #expect(entries["transactions", 0, "debit_or_credit"] == "credit")
    #expect(entries["transactions", 0, "credit_amount"]?.text == "100")
    #expect(entries["transactions", 0, "payee"] == "Bowman and Co")
    #expect(entries["transactions", 0, "transaction_status"] == "sent")
    #expect(entries["transactions", 0, "entry_number"] == "INV-000001")
    try books.call("POST", "invoices/\(id)/status/void")
    #expect(try on("Accounts Receivable") == "0")
    #expect(try on("Sales") == "0")
    #expect(try on("Tax Payable") == "0")
  }

  @Test func aPaymentMovesWhatIsOwedToItsAccount() throws {
    let bank = try books.bank()
    let invoice = try books.sentInvoice(customer, rate: "100")
    let paid = try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(customer)","payment_mode":"banktransfer","amount":60,"bank_charges":2,
       "date":"2026-11-24","account_id":"\(bank)",
       "invoices":[{"invoice_id":"\(invoice)","amount_applied":60}]}
      """)
    let id = try #require(paid["payment", "payment_id"]?.stringValue)
    #expect(paid["payment", "account_name"] == "Harbour Bank")
    #expect(try books.balance(bank) == "58")
    #expect(try on("Bank Fees and Charges") == "2")
    #expect(try on("Accounts Receivable") == "40")
    #expect(try on("Undeposited Funds") == "0")
    try books.call("DELETE", "customerpayments/\(id)")
    #expect(try books.balance(bank) == "0")
    #expect(try on("Accounts Receivable") == "100")
    let unknown = try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(customer)","payment_mode":"cash","amount":1,"date":"2026-11-24",
       "account_id":"77"}
      """)
    #expect(unknown.status == 400)
    #expect(unknown.message == "Invalid value passed for account_id")
  }

  @Test func aRateThatMovedIsGainedOrLost() throws {
    let abroad = try books.customer("Quai Frères", currency: "EUR")
    let invoice = try books.sentInvoice(abroad, rate: "100", #","exchange_rate":0.8"#)
    #expect(try on("Accounts Receivable") == "80")
    try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(abroad)","payment_mode":"cash","amount":100,"exchange_rate":0.9,
       "date":"2026-11-24","invoices":[{"invoice_id":"\(invoice)","amount_applied":100}]}
      """)
    #expect(try on("Accounts Receivable") == "0")
    #expect(try on("Undeposited Funds") == "90")
    // The account is one of losses.
    #expect(try on("Exchange Gain or Loss") == "-10")
  }

  @Test func whatIsWrittenOffIsABadDebt() throws {
    let invoice = try books.sentInvoice(customer, rate: "100")
    try books.call("POST", "invoices/\(invoice)/writeoff")
    #expect(try on("Bad Debt") == "100")
    #expect(try on("Accounts Receivable") == "0")
    try books.call("POST", "invoices/\(invoice)/writeoff/cancel")
    #expect(try on("Bad Debt") == "0")
    #expect(try on("Accounts Receivable") == "100")
  }

  @Test func aCreditNoteAndItsRefund() throws {
    let made = try books.call(
      "POST", "creditnotes", [:],
      #"{"customer_id":"\#(customer)","line_items":[{"name":"Returned","rate":30,"quantity":1}]}"#)
    let id = try #require(made["creditnote", "creditnote_id"]?.stringValue)
    #expect(try on("Accounts Receivable") == "-30")
    #expect(try on("Sales") == "-30")
    let cash = try books.account("Petty Cash")
    let refund = try books.call(
      "POST", "creditnotes/\(id)/refunds", [:],
      #"{"date":"2026-11-24","refund_mode":"cash","amount":30,"from_account_id":"\#(cash)"}"#)
    let refundID = try #require(
      refund["creditnote_refund", "creditnote_refund_id"]?.stringValue)
    #expect(try on("Accounts Receivable") == "0")
    #expect(try on("Petty Cash") == "-30")
    try books.call("DELETE", "creditnotes/\(id)/refunds/\(refundID)")
    #expect(try on("Petty Cash") == "0")
    let unknown = try books.call(
      "POST", "creditnotes/\(id)/refunds", [:],
      #"{"date":"2026-11-24","refund_mode":"cash","amount":1,"from_account_id":"5"}"#)
    #expect(unknown.message == "Invalid value passed for from_account_id")
  }

  @Test func bothSidesOfTheBooksAgree() throws {
    let abroad = try books.customer("Quai Frères", currency: "EUR")
    let invoice = try books.sentInvoice(abroad, rate: "33.33", #","exchange_rate":0.8571"#)
    try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(abroad)","payment_mode":"cash","amount":20,"exchange_rate":0.8333,
       "date":"2026-11-24","invoices":[{"invoice_id":"\(invoice)","amount_applied":11.11}]}
      """)
    let sum = try books.store.read {
      try Int64.fetchOne($0, sql: "SELECT sum(bcy_debit) FROM books_postings")
    }
    #expect(sum == 0)
  }
}
