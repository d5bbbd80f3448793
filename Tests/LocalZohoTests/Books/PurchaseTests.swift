import Testing

@testable import LocalZoho

@Suite struct PurchaseTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  func bill(_ vendor: String, _ number: String = "B-1", rate: String = "100", more: String = "")
    throws -> BooksTestbed.Answer
  {
    try books.call(
      "POST", "bills", [:],
      #"""
      {"vendor_id":"\#(vendor)","bill_number":"\#(number)","date":"2026-11-20",
       "due_date":"2026-12-20","line_items":[
         {"account_id":"\#(try books.account("Office Supplies"))","description":"Paper",
          "rate":\#(rate),"quantity":1,"tax_id":"\#(try books.tax("VAT"))"}]\#(more)}
      """#)
  }

  func id(_ answer: BooksTestbed.Answer, _ one: String, _ name: String) throws -> String {
    try #require(answer[one, name]?.stringValue, "\(answer.message ?? "")")
  }

  func status(_ bill: String) throws -> String? {
    try books.call("GET", "bills/\(bill)")["bill", "status"]?.stringValue
  }

  @Test func lifeOfABill() throws {
    let vendor = try books.vendor()
    let created = try bill(vendor)
    #expect(created.status == 201)
    #expect(created["bill", "total"] == 120)
    #expect(created["bill", "balance"] == 120)
    #expect(created["bill", "status"] == "open")
    #expect(created["bill", "line_items", 0, "account_name"] == "Office Supplies")
    let bill = try id(created, "bill", "bill_id")
    #expect(try self.bill(vendor).code == 13_011)
    #expect(try self.bill(try books.vendor("Another")).status == 201)
    let owed = "chartofaccounts/\(try books.account("Accounts Payable"))"
    #expect(try books.call("GET", owed)["closing_balance"] == 240)
    let changed = try books.call("PUT", "bills/\(bill)", [:], #"{"reference_number":"R-9"}"#)
    #expect(changed.message == "Bill information has been updated.")
    let row = try books.call("GET", "bills", ["reference_number": "R-9"])["bills", 0]
    #expect(row?["bill_number"] == "B-1")
    books.pass(days: 60)
    #expect(try status(bill) == "overdue")
    let voided = try books.call("POST", "bills/\(bill)/status/void")
    #expect(voided.status == 201)
    #expect(voided.message == "The bill has been marked as void.")
    #expect(try books.call("GET", owed)["closing_balance"] == 120)
    #expect(
      try books.call("POST", "bills/\(bill)/status/open").message
        == "The status of the bill has been chaged to open.")
    #expect(
      try books.call("DELETE", "bills/\(bill)").message == "The bill has been deleted.")
    #expect(try books.call("GET", "bills/\(bill)").status == 404)
  }

  @Test func badBillsAreRefused() throws {
    let customer = try books.customer()
    #expect(try bill(customer).code == 2)
    let vendor = try books.vendor()
    #expect(try bill(vendor, "").code == 2)
    let wrong = #"""
      {"vendor_id":"\#(vendor)","bill_number":"X","line_items":[{"account_id":"5","rate":1}]}
      """#
    #expect(try books.call("POST", "bills", [:], wrong).code == 2)
    #expect(try books.call("GET", "bills", scopes: ["ZohoBooks.invoices.ALL"]).code == 57)
  }

  @Test func aBillIsPaid() throws {
    let vendor = try books.vendor()
    let bill = try id(try bill(vendor), "bill", "bill_id")
    let bank = try books.bank()
    let paid = try books.call(
      "POST", "vendorpayments", [:],
      #"""
      {"vendor_id":"\#(vendor)","amount":150,"date":"2026-11-21","payment_mode":"banktransfer",
       "paid_through_account_id":"\#(bank)","bills":[{"bill_id":"\#(bill)","amount_applied":50}]}
      """#)
    #expect(paid.status == 201)
    #expect(paid.message == "The payment made to the vendor has been recorded.")
    #expect(paid["balance"] == 100)
    #expect(paid["bills", 0, "bill_number"] == "B-1")
    let payment = try #require(paid["payment_id"]?.stringValue)
    #expect(try status(bill) == "partially_paid")
    #expect(try books.balance(bank) == "-150")
    let credits = #"{"bill_payments":[{"payment_id":"\#(payment)","amount_applied":70}]}"#
    let applied = try books.call("POST", "bills/\(bill)/credits", [:], credits)
    #expect(applied.status == 201)
    #expect(try status(bill) == "paid")
    #expect(try books.call("POST", "bills/\(bill)/credits", [:], credits).code == 2)
    #expect(try books.call("DELETE", "bills/\(bill)").status == 400)
    let parts = try books.call("GET", "bills/\(bill)/payments")["payments"]?.arrayValue ?? []
    #expect(parts.map { $0["amount"] } == [50, 70])
    let part = try #require(parts[1]["bill_payment_id"]?.stringValue)
    #expect(
      try books.call("DELETE", "bills/\(bill)/payments/\(part)").message
        == "The payment has been deleted.")
    #expect(try books.call("GET", "bills/\(bill)")["bill", "balance"] == 70)
    let row = try books.call("GET", "vendorpayments", .one("vendor_id", vendor))
    #expect(row["vendorpayments", 0, "balance"] == 100)
    let over = #"""
      {"vendor_id":"\#(vendor)","amount":500,"bills":[{"bill_id":"\#(bill)","amount_applied":71}]}
      """#
    #expect(try books.call("POST", "vendorpayments", [:], over).code == 24_016)
    #expect(
      try books.call("DELETE", "vendorpayments/\(payment)").message
        == "The payment has been deleted.")
    #expect(try status(bill) == "open")
    #expect(try books.balance(bank) == "0")
  }

  @Test func aPaymentIsRefunded() throws {
    let vendor = try books.vendor()
    let bank = try books.bank()
    let paid = try books.call(
      "POST", "vendorpayments", [:],
      #"{"vendor_id":"\#(vendor)","amount":80,"paid_through_account_id":"\#(bank)"}"#)
    let payment = try #require(paid["payment_id"]?.stringValue)
    let path = "vendorpayments/\(payment)/refunds"
    let body = #"{"date":"2026-11-24","to_account_id":"\#(bank)","amount":"#
    let refunded = try books.call("POST", path, [:], body + "30}")
    #expect(refunded.status == 201)
    #expect(refunded.message == "Vendor Payment Refunded successfully")
    #expect(refunded["vendorpayment_refund", 0, "to_account_name"] == "Harbour Bank")
    #expect(try books.balance(bank) == "-50")
    #expect(try books.call("POST", path, [:], body + "50.01}").code == 12_008)
    let read = try books.call("GET", "vendorpayments/\(payment)")
    #expect(read["vendorpayment", "balance"] == 50)
    #expect(read["vendorpayment", "vendorpayment_refunds", 0, "amount_fcy"] == 30)
    #expect(try books.call("DELETE", "vendorpayments/\(payment)").code == 1003)
    let id = try #require(
      refunded["vendorpayment_refund", 0, "vendorpayment_refund_id"]?.stringValue)
    #expect(
      try books.call("DELETE", "\(path)/\(id)").message == "The refund has been deleted.")
    let changed = try books.call(
      "PUT", "vendorpayments/\(payment)", [:], #"{"reference_number":"X"}"#)
    #expect(changed["vendorpayment", 0, "reference_number"] == "X")
    #expect(
      try books.call("DELETE", "vendorpayments", .one("vendorpayment_id", payment)).message
        == "The selected vendor payments have been deleted.")
  }

  @Test func anOrderBecomesABill() throws {
    let vendor = try books.vendor()
    let created = try books.call(
      "POST", "purchaseorders", [:],
      #"""
      {"vendor_id":"\#(vendor)","delivery_date":"2026-12-01","line_items":[
        {"name":"Rope","rate":2.5,"quantity":100}]}
      """#)
    #expect(created.status == 201)
    #expect(created.message == "Purchase Order has been added.")
    #expect(created["purchaseorder", "purchaseorder_number"] == "PO-000001")
    #expect(created["purchaseorder", "status"] == "draft")
    #expect(created["purchaseorder", "total"] == 250)
    let order = try id(created, "purchaseorder", "purchaseorder_id")
    let path = "purchaseorders/\(order)"
    #expect(
      try books.call("POST", path + "/submit").message
        == "The purchase order has been successfully submitted for approval.")
    #expect(try books.call("POST", path + "/reject").status == 201)
    #expect(try books.call("POST", path + "/status/billed").status == 400)
    try books.call("POST", path + "/submit")
    try books.call("POST", path + "/approve")
    #expect(
      try books.call("POST", path + "/status/open").message
        == "The purchase order has been marked as open.")
    let prefilled = try books.call(
      "GET", "bills/editpage/frompurchaseorders", .one("purchaseorder_ids", order))
    #expect(prefilled["bill", "line_items", 0, "rate"]?.text == "2.5")
    let ordered = try bill(vendor, "B-7", more: #","purchaseorder_ids":["\#(order)"]"#)
    #expect(ordered.status == 201)
    #expect(try books.call("GET", path)["purchaseorder", "status"] == "billed")
    let bills = try books.call("GET", "bills", .one("purchaseorder_id", order))
    #expect(bills["bills", 0, "bill_number"] == "B-7")
  }

  @Test func aVendorsCredit() throws {
    let vendor = try books.vendor()
    let bill = try id(try bill(vendor), "bill", "bill_id")
    let created = try books.call(
      "POST", "vendorcredits", [:],
      #"""
      {"vendor_id":"\#(vendor)","date":"2026-11-22","line_items":[
        {"account_id":"\#(try books.account("Office Supplies"))","rate":60,"quantity":1}]}
      """#)
    #expect(created.status == 201)
    #expect(created.message == "Vendor credit has been created.")
    #expect(created["vendor_credit", "vendor_credit_number"] == "VC-000001")
    let credit = try id(created, "vendor_credit", "vendor_credit_id")
    let path = "vendorcredits/\(credit)"
    let owed = "chartofaccounts/\(try books.account("Accounts Payable"))"
    #expect(try books.call("GET", owed)["closing_balance"] == 60)
    let apply = #"{"bills":[{"bill_id":"\#(bill)","amount_applied":45}]}"#
    #expect(
      try books.call("POST", path + "/bills", [:], apply).message
        == "Credits have been applied to the bill(s).")
    #expect(try books.call("POST", path + "/bills", [:], apply).status == 400)
    #expect(try books.call("GET", "bills/\(bill)")["bill", "vendor_credits_applied"] == 45)
    #expect(try books.call("GET", "bills/\(bill)")["bill", "balance"] == 75)
    let refund = try books.call(
      "POST", path + "/refunds", [:],
      #"{"date":"2026-11-24","amount":15,"account_id":"\#(try books.account("Petty Cash"))"}"#)
    #expect(refund.status == 201)
    #expect(try books.call("GET", path)["vendor_credit", "status"] == "closed")
    #expect(try books.call("POST", path + "/status/void").status == 400)
    let application = try #require(
      try books.call("GET", path + "/bills")["bills_credited", 0, "vendor_credit_bill_id"]?
        .stringValue)
    #expect(
      try books.call("DELETE", "\(path)/bills/\(application)").message
        == "Credits applied to the bill have been deleted.")
    #expect(try books.call("GET", "bills/\(bill)")["bill", "balance"] == 120)
    #expect(try books.call("GET", path)["vendor_credit", "balance"] == 45)
    #expect(
      try books.call("GET", "vendorcredits/refunds")["vendor_credit_refunds", 0, "amount_fcy"]
        == 15)
  }

  @Test func aBillThatRecurs() throws {
    let vendor = try books.vendor()
    let created = try books.call(
      "POST", "recurringbills", [:],
      #"""
      {"vendor_id":"\#(vendor)","recurrence_name":"Hosting","start_date":"2026-10-01",
       "recurrence_frequency":"months","repeat_every":"1","line_items":[
         {"account_id":"\#(try books.account("IT and Internet Expenses"))","rate":40}]}
      """#)
    #expect(created.status == 201)
    let recurring = try id(created, "recurring_bill", "recurring_bill_id")
    let made = try books.call("GET", "bills", .one("recurring_bill_id", recurring))
    #expect(
      made["bills"]?.arrayValue?.map { $0["date"]?.stringValue } == ["2026-11-01", "2026-10-01"])
    books.pass(days: 8)
    let read = try books.call("GET", "recurring_bills/\(recurring)")
    #expect(read["recurring_bill", "next_bill_date"] == "2027-01-01")
    #expect(
      try books.call("POST", "recurringbills/\(recurring)/status/stop").message
        == "The recurring bill has been stopped.")
    #expect(
      try books.call("POST", "recurringbills/\(recurring)/status/resume").message
        == "The recurring bill has been activated.")
    #expect(
      try books.call("DELETE", "recurring_bills/\(recurring)").message
        == "The recurring bill has been deleted.")
    let wrong = #"""
      {"vendor_id":"\#(vendor)","recurrence_name":"X","start_date":"2026-10-01",
       "recurrence_frequency":"months","repeat_every":"0","line_items":[{"name":"a","rate":1}]}
      """#
    #expect(try books.call("POST", "recurringbills", [:], wrong).code == 2)
  }

  @Test func anInvoiceBillsAnExpense() throws {
    let customer = try books.customer()
    let expense = try books.create(
      "expenses",
      #"""
      {"account_id":"\#(try books.account("Travel Expense"))","date":"2026-11-20","amount":30,
       "paid_through_account_id":"\#(try books.account("Petty Cash"))","is_billable":true,
       "customer_id":"\#(customer)"}
      """#, "expense", "expense_id")
    let body = #"""
      {"customer_id":"\#(customer)","line_items":[
        {"name":"Train","rate":30,"expense_id":"\#(expense)"}]}
      """#
    let invoice = try books.create("invoices", body, "invoice", "invoice_id")
    let billed = try books.call("GET", "expenses/\(expense)")
    #expect(billed["expense", "status"] == "invoiced")
    #expect(billed["expense", "invoice_id"]?.stringValue == invoice)
    #expect(try books.call("POST", "invoices", [:], body).code == 2)
    try books.call("DELETE", "invoices/\(invoice)")
    #expect(try books.call("GET", "expenses/\(expense)")["expense", "status"] == "unbilled")
  }
}
