import Testing

@testable import LocalZoho

@Suite struct ExpenseTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  func expense(_ more: String = "", amount: String = "120") throws -> BooksTestbed.Answer {
    let travel = try books.account("Travel Expense")
    let cash = try books.account("Petty Cash")
    return try books.call(
      "POST", "expenses", [:],
      #"""
      {"account_id":"\#(travel)","paid_through_account_id":"\#(cash)","date":"2026-11-20",
       "amount":\#(amount),"description":"Train to Hull"\#(more)}
      """#)
  }

  @Test func lifeOfAnExpense() throws {
    let vat = try books.tax("VAT")
    let created = try expense(#","tax_id":"\#(vat)","is_inclusive_tax":true"#)
    #expect(created.status == 200)
    #expect(created.message == "The expense has been recorded.")
    #expect(created["expense", "account_name"] == "Travel Expense")
    #expect(created["expense", "sub_total"] == 100)
    #expect(created["expense", "tax_amount"] == 20)
    #expect(created["expense", "total"] == 120)
    #expect(created["expense", "status"] == "nonbillable")
    #expect(try books.balance(try books.account("Petty Cash")) == "-120")
    let id = try #require(created["expense", "expense_id"]?.stringValue)
    let changed = try books.call(
      "PUT", "expenses/\(id)", [:], #"{"is_inclusive_tax":false,"amount":"50"}"#)
    #expect(changed.message == "Expense information has been updated.")
    #expect(changed["expense", "total"] == 60)
    #expect(try books.balance(try books.account("Petty Cash")) == "-60")
    let row = try books.call("GET", "expenses", ["search_text": "hull"])["expenses", 0]
    #expect(row?["total"] == 60)
    #expect(row?["paid_through_account_name"] == "Petty Cash")
    #expect(try books.call("GET", "expenses", ["amount_greater_than": "50"])["expenses"] == [])
    let history = try books.call("GET", "expenses/\(id)/comments")
    #expect(history["comments", 0, "operation_type"] == "Added")
    #expect(
      try books.call("DELETE", "expenses/\(id)").message == "The expense has been deleted.")
    #expect(try books.balance(try books.account("Petty Cash")) == "0")
    #expect(try books.call("GET", "expenses/\(id)").status == 404)
  }

  @Test func anItemisedExpenseIsTheSumOfItsItems() throws {
    let vat = try books.tax("VAT")
    let meals = try books.account("Meals and Entertainment")
    let travel = try books.account("Travel Expense")
    let created = try expense(
      #"""
      ,"line_items":[{"account_id":"\#(meals)","amount":33.33,"tax_id":"\#(vat)"},
        {"account_id":"\#(travel)","amount":10}]
      """#)
    #expect(created["expense", "is_itemized_expense"] == true)
    #expect(created["expense", "account_name"] == "Split")
    #expect(created["expense", "sub_total"]?.text == "43.33")
    #expect(created["expense", "tax_amount"]?.text == "6.67")
    #expect(created["expense", "total"] == 50)
    #expect(created["expense", "line_items", 0, "tax_name"] == "VAT")
    let account = try books.call("GET", "chartofaccounts/\(meals)")
    #expect(account["closing_balance"]?.text == "33.33")
    let entries = try books.call("GET", "chartofaccounts/transactions", .one("account_id", meals))
    #expect(entries["transactions", 0, "transaction_type"] == "expense")
    #expect(entries["transactions", 0, "debit_amount"] == "33.33")
  }

  @Test func aBillableExpenseNamesItsCustomer() throws {
    #expect(try expense(#","is_billable":true"#).code == 2)
    let customer = try books.customer()
    let created = try expense(#","is_billable":true,"customer_id":"\#(customer)""#)
    #expect(created["expense", "status"] == "unbilled")
    let id = try #require(created["expense", "expense_id"]?.stringValue)
    let invoice = try #require(Int64(try books.sentInvoice(customer)))
    try books.store.write { db in
      try BillableRecords.bill(
        [BooksFields(["expense_id": .string(id)])], on: invoice, number: "INV-000001", db)
    }
    #expect(try books.call("GET", "expenses/\(id)")["expense", "status"] == "invoiced")
    #expect(
      try books.call("GET", "expenses", ["filter_by": "Status.Billable"])[
        "expenses", 0,
        "expense_id"]?.stringValue == id)
    #expect(try books.call("DELETE", "expenses/\(id)").code == 1003)
    #expect(try books.call("PUT", "expenses/\(id)", [:], #"{"amount":1}"#).code == 1003)
  }

  @Test func badExpensesAreRefused() throws {
    #expect(try expense(amount: "0").code == 2)
    #expect(try expense(amount: "-4").code == 2)
    #expect(try expense(#","currency_id":"12""#).code == 2)
    #expect(try books.call("POST", "expenses", [:], #"{"amount":4}"#).code == 2)
    #expect(try books.call("GET", "expenses", scopes: ["ZohoBooks.bills.ALL"]).code == 57)
  }

  @Test func aForeignExpenseIsWorthTheRateOfItsDay() throws {
    let euro = try books.currency("EUR")
    try books.call(
      "POST", "settings/currencies/\(euro)/exchangerates", [:],
      #"{"effective_date":"2026-11-01","rate":0.86}"#)
    let created = try expense(#","currency_id":"\#(euro)""#, amount: "100")
    #expect(created["expense", "currency_code"] == "EUR")
    #expect(created["expense", "exchange_rate"]?.text == "0.86")
    #expect(created["expense", "bcy_total"] == 86)
    #expect(try books.balance(try books.account("Petty Cash")) == "-86")
  }

  @Test func anExpenseThatRecurs() throws {
    let created = try books.call(
      "POST", "recurringexpenses", [:],
      #"""
      {"recurrence_name":"Rent","start_date":"2026-09-30","recurrence_frequency":"months",
       "repeat_every":"1","amount":900,"account_id":"\#(try books.account("Rent Expense"))",
       "paid_through_account_id":"\#(try books.account("Petty Cash"))"}
      """#)
    #expect(created.status == 200)
    #expect(created.message == "The recurring expense has been created")
    #expect(created["recurring_expense", "last_created_date"] == "2026-10-30")
    #expect(created["recurring_expense", "next_expense_date"] == "2026-11-30")
    let id = try #require(created["recurring_expense", "recurring_expense_id"]?.stringValue)
    let path = "recurringexpenses/\(id)"
    #expect(
      try books.call("GET", path + "/expenses")["expensehistory"]?.arrayValue?.map {
        $0["date"]?.stringValue
      } == ["2026-10-30", "2026-09-30"])
    books.pass(days: 10)
    let later = try books.call("GET", path)
    #expect(later["recurring_expense", "last_created_date"] == "2026-11-30")
    #expect(
      try books.call("GET", "expenses", .one("recurring_expense_id", id))["expenses"]?.arrayValue?
        .count == 3)
    #expect(
      try books.call("POST", path + "/status/stop").message
        == "The recurring expense has been stopped.")
    books.pass(days: 60)
    #expect(try books.call("GET", path)["recurring_expense", "status"] == "stopped")
    #expect(
      try books.call("GET", "recurringexpenses", ["filter_by": "Status.Stopped"])[
        "recurring_expenses", 0, "recurrence_name"] == "Rent")
    #expect(
      try books.call("POST", path + "/status/resume").message
        == "The recurring expense has been activated.")
    #expect(
      try books.call("PUT", path, [:], #"{"end_date":"2020-01-01"}"#).code == 2)
    #expect(try books.call("DELETE", path).message == "The recurring expense has been deleted.")
  }

  @Test func theThirtyFirstComesBack() throws {
    var record = BooksRecord(id: 1, kind: "recurring_expense", created: 0)
    record.members = [
      "start_date": "2026-01-31", "recurrence_frequency": "months", "repeat_every": "1",
      "end_date": "2026-04-15",
    ]
    let schedule = try Schedule(record)
    #expect(schedule.next(after: Day("2026-01-31")) == Day("2026-02-28"))
    #expect(schedule.next(after: Day("2026-02-28")) == Day("2026-03-31"))
    #expect(schedule.next(after: Day("2026-03-31")) == nil)
  }

  @Test func employees() throws {
    let created = try books.call(
      "POST", "employees", [:], #"{"name":"Ola Berg","email":"ola@fairlead.example"}"#)
    #expect(created.status == 201)
    let id = try #require(created["employee", "employee_id"]?.stringValue)
    #expect(try books.call("GET", "employees/\(id)")["employee", "name"] == "Ola Berg")
    #expect(try books.call("GET", "employees")["employees"]?.arrayValue?.count == 1)
    #expect(
      try books.call("DELETE", "employee/\(id)").message == "Employee has been deleted.")
    #expect(try books.call("POST", "employees", [:], #"{"name":"X","email":"x"}"#).code == 2)
  }

  @Test func aReceiptIsKept() throws {
    let id = try #require(try expense()["expense", "expense_id"]?.stringValue)
    let file =
      "--b\r\nContent-Disposition: form-data; name=\"receipt\"; filename=\"till.png\"\r\n\r\nPNG\r\n--b--"
    let headers = ["Content-Type": "multipart/form-data; boundary=b"]
    let path = "expenses/\(id)/receipt"
    #expect(try books.call("GET", path).status == 404)
    #expect(
      try books.call("POST", path, [:], file, headers: headers).message
        == "The expense receipt has been attached.")
    let read = try books.call("GET", path)
    #expect(read.contentType == "image/png")
    #expect(String(decoding: read.body, as: UTF8.self) == "PNG")
    #expect(
      try books.call("GET", "expenses/\(id)")["expense", "expense_receipt_name"] == "till.png")
    #expect(
      try books.call("DELETE", path).message == "The attached expense receipt has been deleted.")
    #expect(try books.call("POST", path, [:], "x", headers: headers).code == 2)
    let more = try books.call(
      "POST", "expenses/\(id)/attachment", [:], file, headers: headers)
    #expect(more["documents", 0, "file_name"] == "till.png")
  }
}
