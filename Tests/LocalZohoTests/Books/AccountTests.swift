import Testing

@testable import LocalZoho

@Suite struct AccountTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  @Test func anOrganizationStartsWithAccounts() throws {
    let all = try books.call("GET", "chartofaccounts")
    #expect(all["chartofaccounts"]?.arrayValue?.count == 21)
    #expect(all["chartofaccounts", 0, "account_name"] == "Accounts Payable")
    #expect(all["page_context", "report_name"] == "Chart of Accounts")
    let income = try books.call("GET", "chartofaccounts", ["filter_by": "AccountType.Income"])
    let names = income["chartofaccounts"]?.arrayValue?.map { $0["account_name"]?.stringValue }
    #expect(names == ["Interest Income", "Other Charges", "Sales"])
  }

  @Test func lifeOfAnAccount() throws {
    let created = try books.call(
      "POST", "chartofaccounts", [:],
      #"""
      {"account_name":"Notes Payable","account_code":"NP","account_type":"long_term_liability",
       "description":"A liability"}
      """#)
    #expect(created.status == 201)
    #expect(created.message == "The account has been created.")
    #expect(created["chart_of_account", "is_active"] == true)
    #expect(created["chart_of_account", "currency_code"] == "GBP")
    let id = try #require(created["chart_of_account", "account_id"]?.stringValue)

    let read = try books.call("GET", "chartofaccounts/\(id)")
    #expect(read["account_name"] == "Notes Payable")
    #expect(read["closing_balance"] == 0)
    let changed = try books.call(
      "PUT", "chartofaccounts/\(id)", [:], #"{"account_name":"Loans"}"#)
    #expect(changed.message == "The details of the account have been updated.")
    #expect(changed["chart_of_account", "account_code"] == "NP")
    let off = try books.call("POST", "chartofaccounts/\(id)/inactive")
    #expect(off.status == 201)
    #expect(off.message == "The account has been marked as inactive.")
    let inactive = try books.call("GET", "chartofaccounts", ["filter_by": "AccountType.Inactive"])
    #expect(inactive["chartofaccounts", 0, "account_id"]?.stringValue == id)
    #expect(
      try books.call("DELETE", "chartofaccounts/\(id)").message == "The account has been deleted.")
    #expect(try books.call("GET", "chartofaccounts/\(id)").status == 404)
    #expect(
      try books.effects() == [
        "created chartofaccounts", "changed chartofaccounts", "changed chartofaccounts",
        "deleted chartofaccounts",
      ])
  }

  @Test func badAccountsAreRefused() throws {
    let body = #"{"account_name":"X","account_type":"#
    #expect(try books.call("POST", "chartofaccounts", [:], body + #""treasure"}"#).code == 2)
    #expect(try books.call("POST", "chartofaccounts", [:], #"{"account_name":"X"}"#).code == 2)
    let known = #"{"account_name":"sales","account_type":"income"}"#
    #expect(try books.call("POST", "chartofaccounts", [:], known).code == 1001)
    let sales = try books.account("Sales")
    #expect(try books.call("DELETE", "chartofaccounts/\(sales)").code == 1003)
    #expect(try books.call("POST", "chartofaccounts/\(sales)/inactive").code == 1003)
    #expect(
      try books.call("GET", "chartofaccounts", scopes: ["ZohoBooks.banking.READ"]).code == 57)
  }

  @Test func openingBalancesStandOnTheAccounts() throws {
    let bank = try books.bank()
    let equity = try books.account("Owner's Equity")
    let saved = try books.call(
      "POST", "settings/openingbalances", [:],
      #"""
      {"date":"2026-01-01","accounts":[
        {"account_id":"\#(bank)","debit_or_credit":"debit","amount":1200.50},
        {"account_id":"\#(equity)","debit_or_credit":"credit","amount":1000}]}
      """#)
    #expect(saved.status == 200)
    #expect(saved.message == "The opening balances are saved!")
    #expect(saved["opening_balance", "total"]?.text == "1200.5")
    #expect(try books.balance(bank) == "1200.5")
    let rest = try books.call(
      "GET", "chartofaccounts/\(try books.account("Opening Balance Offset"))")
    #expect(rest["closing_balance"]?.text == "200.5")
    let id = try #require(saved["opening_balance", "opening_balance_id"]?.stringValue)
    let corrected = try books.call(
      "PUT", "settings/openingbalances", [:],
      #"""
      {"opening_balance_id":"\#(id)","accounts":[
        {"account_id":"\#(bank)","debit_or_credit":"debit","amount":"900"}]}
      """#)
    #expect(corrected["opening_balance", "accounts", 0, "bcy_amount"] == 900)
    #expect(try books.balance(bank) == "900")
    #expect(
      try books.call("DELETE", "settings/openingbalances").message
        == "The entered opening balance has been deleted.")
    #expect(try books.balance(bank) == "0")
    #expect(try books.call("GET", "settings/openingbalances").status == 404)
  }
}
