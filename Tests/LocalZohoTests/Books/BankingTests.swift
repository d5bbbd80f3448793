import Testing

@testable import LocalZoho

@Suite struct BankingTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  /// A statement with money in and money out.
  func statement(_ bank: String) throws -> [String] {
    let imported = try books.call(
      "POST", "bankstatements", [:],
      #"""
      {"account_id":"\#(bank)","start_date":"2026-11-01","end_date":"2026-11-20","transactions":[
        {"date":"2026-11-05","debit_or_credit":"credit","amount":250,"payee":"Bowman",
         "reference_number":"R1"},
        {"date":"2026-11-06","debit_or_credit":"debit","amount":40.25,"payee":"Rail"}]}
      """#)
    #expect(imported.status == 201)
    #expect(imported.message == "Your bank statement has been imported.")
    let waiting = try books.call(
      "GET", "banktransactions", ["filter_by": "Status.Uncategorized", "sort_order": "A"])
    return try #require(waiting["banktransactions"]?.arrayValue).compactMap {
      $0["transaction_id"]?.stringValue
    }
  }

  @Test func lifeOfABankAccount() throws {
    let created = try books.call(
      "POST", "bankaccounts", [:],
      #"""
      {"account_name":"Corporate","account_type":"bank","currency_code":"EUR","bank_name":"Xavier",
       "account_number":"80000009823"}
      """#)
    #expect(created.status == 201)
    #expect(created["bankaccount", "currency_symbol"] == "€")
    #expect(created["bankaccount", "balance"] == 0)
    let id = try #require(created["bankaccount", "account_id"]?.stringValue)
    let changed = try books.call(
      "PUT", "bankaccounts/\(id)", [:], #"{"account_name":"Euro account"}"#)
    #expect(changed.message == "The details of the account has been updated.")
    #expect(changed["bankaccount", "bank_name"] == "Xavier")
    let list = try books.call("GET", "bankaccounts")
    #expect(
      list["bankaccounts"]?.arrayValue?.map { $0["account_name"]?.stringValue }
        == ["Euro account", "Petty Cash", "Undeposited Funds"])
    #expect(try books.call("POST", "bankaccounts/\(id)/inactive").status == 201)
    let inactive = try books.call("GET", "bankaccounts", ["filter_by": "Status.Inactive"])
    #expect(inactive["bankaccounts"]?.arrayValue?.count == 1)
    #expect(try books.call("DELETE", "bankaccounts/\(id)").code == 0)
    #expect(try books.call("POST", "bankaccounts", [:], #"{"account_name":"X"}"#).code == 2)
    let sales = try books.account("Sales")
    #expect(try books.call("GET", "bankaccounts/\(sales)").status == 404)
  }

  @Test func aTransferMovesMoney() throws {
    let bank = try books.bank()
    let cash = try books.account("Petty Cash")
    let created = try books.call(
      "POST", "banktransactions", [:],
      #"""
      {"from_account_id":"\#(bank)","to_account_id":"\#(cash)","transaction_type":"transfer_fund",
       "amount":80.10,"date":"2026-11-20","reference_number":"T-1"}
      """#)
    #expect(created.status == 201)
    #expect(created.message == "The bank transaction has been recorded.")
    #expect(created["banktransaction", "to_account_name"] == "Petty Cash")
    #expect(try books.balance(bank) == "-80.1")
    #expect(try books.balance(cash) == "80.1")
    let id = try #require(created["banktransaction", "transaction_id"]?.stringValue)
    let list = try books.call("GET", "banktransactions", .one("account_id", bank))
    #expect(list["banktransactions", 0, "debit_or_credit"] == "credit")
    #expect(list["banktransactions", 0, "offset_account_name"] == "Petty Cash")
    #expect(list["banktransactions", 0, "status"] == "manually_added")
    #expect(
      try books.call("PUT", "banktransactions/\(id)", [:], #"{"amount":50}"#).message
        == "The bank transaction has been updated.")
    #expect(try books.balance(cash) == "50")
    #expect(
      try books.call("DELETE", "banktransactions/\(id)").message
        == "The transaction has been deleted.")
    #expect(try books.balance(bank) == "0")
    let same = #"""
      {"from_account_id":"\#(bank)","to_account_id":"\#(bank)","amount":1,
       "transaction_type":"transfer_fund"}
      """#
    #expect(try books.call("POST", "banktransactions", [:], same).code == 2)
  }

  @Test func aStatementIsMatchedAndExcluded() throws {
    let bank = try books.bank()
    let lines = try statement(bank)
    #expect(lines.count == 2)
    #expect(
      try books.call("GET", "bankaccounts/\(bank)")["bankaccount", "uncategorized_transactions"]
        == 2)
    let deposit = try books.create(
      "banktransactions",
      #"""
      {"from_account_id":"\#(try books.account("Sales"))","to_account_id":"\#(bank)","amount":250,
       "transaction_type":"deposit","date":"2026-11-04"}
      """#, "banktransaction", "transaction_id")
    let path = "banktransactions/uncategorized/\(lines[0])/match"
    let found = try books.call("GET", path)
    #expect(found["matching_transactions", 0, "transaction_id"]?.stringValue == deposit)
    #expect(found["matching_transactions", 0, "is_best_match"] == true)
    let body = #"""
      {"transactions_to_be_matched":[{"transaction_id":"\#(deposit)","transaction_type":"deposit"}]}
      """#
    let wrong = try books.call(
      "POST", "banktransactions/uncategorized/\(lines[1])/match", [:], body)
    #expect(wrong.code == 2)
    let matched = try books.call("POST", path, [:], body)
    #expect(matched.status == 201)
    #expect(matched.message == "The transaction has been matched.")
    let list = try books.call("GET", "banktransactions", ["filter_by": "Status.Matched"])
    #expect(list["banktransactions", 0, "transaction_id"]?.stringValue == deposit)
    #expect(
      try books.call("POST", "banktransactions/\(deposit)/unmatch").message
        == "The transaction has been unmatched.")
    let exclude = "banktransactions/uncategorized/\(lines[1])"
    #expect(
      try books.call("POST", exclude + "/exclude").message == "The transaction has been excluded.")
    #expect(try books.call("POST", exclude + "/exclude").code == 1003)
    #expect(
      try books.call("POST", exclude + "/restore").message
        == "The excluded transaction(s) have been restored.")
  }

  @Test func theLastStatementCanBeTakenBack() throws {
    let bank = try books.bank()
    _ = try statement(bank)
    let last = try books.call("GET", "bankaccounts/\(bank)/statement/lastimported")
    #expect(last["statement", 0, "from_date"] == "2026-11-01")
    #expect(last["statement", 0, "transactions", 1, "amount"]?.text == "40.25")
    let id = try #require(last["statement", 0, "statement_id"]?.stringValue)
    #expect(
      try books.call("DELETE", "bankaccounts/\(bank)/statement/\(id)").message
        == "You have successfully deleted the last imported statement.")
    #expect(try books.call("GET", "bankaccounts/\(bank)/statement/lastimported").status == 404)
    let empty = #"{"account_id":"\#(bank)","transactions":[]}"#
    #expect(try books.call("POST", "bankstatements", [:], empty).code == 2)
  }

  @Test func aRuleKnowsALine() throws {
    let bank = try books.bank()
    let created = try books.call(
      "POST", "bankaccounts/rules", [:],
      #"""
      {"rule_name":"Rail fares","target_account_id":"\#(bank)","apply_to":"withdrawals",
       "criteria_type":"and","record_as":"expense",
       "account_id":"\#(try books.account("Travel Expense"))","criterion":[
         {"field":"payee","comparator":"contains","value":"rail"},
         {"field":"amount","comparator":"less_than","value":"100"}]}
      """#)
    #expect(created.status == 201)
    #expect(created["rule", "rule_order"] == 1)
    #expect(created["rule", "account_name"] == "Travel Expense")
    let id = try #require(created["rule", "rule_id"]?.stringValue)
    _ = try statement(bank)
    let list = try books.call(
      "GET", "banktransactions", ["filter_by": "Status.Uncategorized", "sort_order": "A"])
    #expect(list["banktransactions", 0, "is_rule_exist"] == false)
    #expect(list["banktransactions", 1, "rule_details"] == ["Rail fares"])
    let read = try books.call("GET", "bankaccounts/rules/\(id)")
    #expect(read["rule_name"] == "Rail fares")
    let rules = try books.call("GET", "bankaccounts/rules", .one("account_id", bank))
    #expect(rules["rules"]?.arrayValue?.count == 1)
    #expect(
      try books.call("DELETE", "bankaccounts/rules/\(id)").message == "The rule has been deleted.")
    #expect(try books.call("POST", "bankaccounts/rules", [:], #"{"rule_name":"X"}"#).code == 2)
  }

  @Test func aLineBecomesAnExpenseAndIsFreedAgain() throws {
    let bank = try books.bank()
    let lines = try statement(bank)
    let path = "banktransactions/uncategorized/\(lines[1])/categorize/expenses"
    let travel = try books.account("Travel Expense")
    let done = try books.call("POST", path, [:], #"{"account_id":"\#(travel)"}"#)
    #expect(done.status == 201)
    #expect(done.message == "The transaction(s) have been categorized.")
    let expense = try books.call("GET", "expenses")["expenses", 0]
    #expect(expense?["total"]?.text == "40.25")
    #expect(expense?["date"] == "2026-11-06")
    #expect(try books.balance(bank) == "-40.25")
    let id = try #require(expense?["expense_id"]?.stringValue)
    let list = try books.call("GET", "banktransactions", ["filter_by": "Status.Categorized"])
    #expect(list["banktransactions", 0, "transaction_id"]?.stringValue == id)
    #expect(try books.call("POST", path, [:], #"{"account_id":"\#(travel)"}"#).code == 1003)
    #expect(
      try books.call("POST", "banktransactions/\(id)/uncategorize").message
        == "Transaction(s) have been uncategorized.")
    #expect(try books.call("GET", "expenses/\(id)").status == 404)
    #expect(try books.balance(bank) == "0")
  }

  @Test func aLineBecomesADepositOrAPayment() throws {
    let bank = try books.bank()
    let lines = try statement(bank)
    let path = "banktransactions/uncategorized/\(lines[0])/categorize"
    let sales = try books.account("Sales")
    let short = #"{"transaction_type":"deposit","from_account_id":"\#(sales)","amount":1}"#
    #expect(try books.call("POST", path, [:], short).code == 2)
    let customer = try books.customer()
    let paid = try books.call(
      "POST", path + "/customerpayments", [:],
      #"{"customer_id":"\#(customer)","payment_mode":"banktransfer"}"#)
    #expect(paid.status == 201)
    #expect(try books.call("GET", "customerpayments")["customerpayments", 0, "amount"] == 250)
    #expect(try books.balance(bank) == "250")
    #expect(try books.call("POST", "banktransactions/\(lines[0])/uncategorize").code == 0)
    #expect(try books.call("GET", "customerpayments")["customerpayments"] == [])
    let deposit = #"{"transaction_type":"other_income","from_account_id":"\#(sales)"}"#
    #expect(try books.call("POST", path, [:], deposit).status == 201)
    #expect(try books.balance(bank) == "250")
  }
}
