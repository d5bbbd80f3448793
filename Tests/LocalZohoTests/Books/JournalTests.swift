import Testing

@testable import LocalZoho

@Suite struct JournalTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  func journal(_ debit: String, _ credit: String, _ more: String = "") throws
    -> BooksTestbed.Answer
  {
    try books.call(
      "POST", "journals", [:],
      #"""
      {"journal_date":"2026-11-20","reference_number":"J-7","line_items":[
        {"account_id":"\#(try books.account("Furniture and Equipment"))",
         "debit_or_credit":"debit","amount":\#(debit)},
        {"account_id":"\#(try books.account("Owner's Equity"))",
         "debit_or_credit":"credit","amount":\#(credit)}]\#(more)}
      """#)
  }

  @Test func lifeOfAJournal() throws {
    let created = try journal("500.50", "500.5", #","status":"draft""#)
    #expect(created.status == 201)
    #expect(created.message == "The journal entry has been created.")
    #expect(created["journal", "entry_number"] == "1")
    #expect(created["journal", "total"]?.text == "500.5")
    #expect(created["journal", "line_items", 0, "bcy_amount"]?.text == "500.5")
    let id = try #require(created["journal", "journal_id"]?.stringValue)
    let furniture = "chartofaccounts/\(try books.account("Furniture and Equipment"))"
    #expect(try books.call("GET", furniture)["closing_balance"] == 0)
    let published = try books.call("POST", "journals/\(id)/status/publish")
    #expect(published.status == 201)
    #expect(published.message == "Journal has been published.")
    #expect(try books.call("GET", furniture)["closing_balance"]?.text == "500.5")
    #expect(try books.call("POST", "journals/\(id)/status/publish").code == 1003)
    let changed = try books.call("PUT", "journals/\(id)", [:], #"{"notes":"Desks"}"#)
    #expect(changed.message == "The journal entry has been updated.")
    #expect(changed["journal", "entry_number"] == "1")
    let month = try books.call("GET", "journals", ["filter_by": "JournalDate.ThisMonth"])
    #expect(month["journals", 0, "reference_number"] == "J-7")
    #expect(month["journals", 0, "line_items"] == nil)
    #expect(
      try books.call("GET", "journals", ["filter_by": "JournalDate.Today"])["journals"] == [])
    #expect(try books.call("GET", "journals", ["date_before": "2026-11-20"])["journals"] == [])
    let comment = try books.call(
      "POST", "journals/\(id)/comments", [:], #"{"description":"Checked"}"#)
    #expect(comment.message == "Journal comment has been added successfully.")
    #expect(comment["comment", 0, "description"] == "Checked")
    #expect(
      try books.call("DELETE", "journals/\(id)").message
        == "The selected journal entry has been deleted.")
    #expect(try books.call("GET", furniture)["closing_balance"] == 0)
  }

  @Test func aJournalThatDoesNotBalanceIsRefused() throws {
    #expect(try journal("500", "499.99").code == 20_012)
    #expect(try journal("0", "0").code == 20_012)
    let empty = #"{"journal_date":"2026-11-20","line_items":[]}"#
    #expect(try books.call("POST", "journals", [:], empty).code == 2)
  }

  @Test func foreignMoneyIsRevalued() throws {
    let euro = try books.currency("EUR")
    let bank = try books.bank("Euro account", currency: "EUR")
    let equity = try books.account("Owner's Equity")
    try books.call(
      "POST", "banktransactions", [:],
      #"""
      {"to_account_id":"\#(bank)","from_account_id":"\#(equity)","amount":1000,"date":"2026-11-01",
       "transaction_type":"owner_contribution","exchange_rate":0.80}
      """#)
    let query: NamedValues = [
      "currency_id": "\(euro)", "adjustment_date": "2026-11-24", "exchange_rate": "0.86",
      "notes": "x",
    ]
    let preview = try books.call("GET", "basecurrencyadjustment/accounts", query)
    #expect(preview["data", "accounts", 0, "gain_or_loss"] == 60)
    let made = try books.call(
      "POST", "basecurrencyadjustment", [:],
      #"""
      {"currency_id":"\#(euro)","adjustment_date":"2026-11-24","exchange_rate":0.86,"notes":"Month"}
      """#)
    #expect(made.status == 200)
    #expect(
      made.message
        == "The adjustment has been made. The account balances will now reflect the adjustment.")
    #expect(made["data", "accounts", 0, "adjusted_balance"] == 860)
    #expect(made["data", "gain_or_loss"] == 60)
    let read = try books.call("GET", "bankaccounts/\(bank)")
    #expect(read["bankaccount", "balance"] == 1000)
    #expect(read["bankaccount", "bcy_balance"] == 860)
    let id = try #require(made["data", "base_currency_adjustment_id"]?.stringValue)
    #expect(
      try books.call("GET", "basecurrencyadjustment")["base_currency_adjustments", 0, "notes"]
        == "Month")
    #expect(
      try books.call("DELETE", "basecurrencyadjustment/\(id)").message
        == "The selected base currency adjustment has been deleted.")
    #expect(try books.call("GET", "bankaccounts/\(bank)")["bankaccount", "bcy_balance"] == 800)
    let home = try books.currency("GBP")
    let own = #"""
      {"currency_id":"\#(home)","adjustment_date":"2026-11-24","exchange_rate":2,"notes":"x"}
      """#
    #expect(try books.call("POST", "basecurrencyadjustment", [:], own).code == 2)
  }
}
