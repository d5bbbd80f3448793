import Testing

@testable import LocalZoho

@Suite struct GroundRulesTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  @Test func organizationsNeedNoOrganization() throws {
    let answer = try books.call("GET", "organizations", organization: nil)
    #expect(answer.status == 200)
    #expect(answer.code == 0)
    #expect(answer.message == "success")
    #expect(answer["organizations", 0, "organization_id"] == "20071234567")
    #expect(answer["organizations", 0, "currency_code"] == "GBP")
    #expect(answer["organizations", 0, "price_precision"] == 2)
  }

  @Test func everythingElseDemandsTheOrganization() throws {
    let missing = try books.call("GET", "invoices", organization: nil)
    #expect(missing.status == 400)
    #expect(missing.code == 6041)
    let foreign = try books.call("GET", "contacts", organization: "999")
    #expect(foreign.code == 6041)
    #expect(
      foreign.message == "This user is not associated with the CompanyID/CompanyName: 999.")
  }

  @Test func unknownPathsAndMethods() throws {
    let path = try books.call("GET", "nothing/here")
    #expect(path.status == 404)
    #expect(path.code == 5)
    let method = try books.call("PATCH", "invoices")
    #expect(method.status == 405)
    #expect(method.code == 37)
  }

  @Test(arguments: ["0", "-1", "9223372036854775807", "99999999999999999999", "x"])
  func oddPagesAreNoTrap(page: String) throws {
    var query = NamedValues()
    query.append("page", page)
    query.append("per_page", page)
    #expect(try books.call("GET", "invoices", query).code == 0)
    #expect(try books.call("GET", "contacts", query).code == 0)
  }

  @Test(arguments: ["{", "[1]", "{\"customer_id\":}", "\"text\""])
  func malformedJSON(body: String) throws {
    let answer = try books.call("POST", "contacts", [:], body)
    #expect(answer.status == 400)
    #expect(answer.code == 1038)
    #expect(answer.message == "JSON is not well formed")
  }

  @Test func theOldFormBodyIsTakenToo() throws {
    let form = try books.call(
      "POST", "contacts", [:], "JSONString=%7B%22contact_name%22%3A%22Form+Ltd%22%7D",
      headers: ["Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"])
    #expect(form.status == 201)
    #expect(form["contact", "contact_name"] == "Form Ltd")
    let multipart = try books.call(
      "POST", "contacts", [:],
      "--xyz\r\nContent-Disposition: form-data; name=\"JSONString\"\r\n\r\n"
        + "{\"contact_name\":\"Part Ltd\"}\r\n--xyz--\r\n",
      headers: ["Content-Type": "multipart/form-data; boundary=xyz"])
    #expect(multipart["contact", "contact_name"] == "Part Ltd")
  }

  @Test func stateChangingPostsAskForCreate() throws {
    let customer = try books.customer()
    let id = try #require(try books.invoice(customer)["invoice", "invoice_id"]?.stringValue)
    let refused = try books.call(
      "POST", "invoices/\(id)/status/sent",
      scopes: ["ZohoBooks.invoices.UPDATE", "ZohoBooks.invoices.READ"])
    #expect(refused.status == 401)
    #expect(refused.code == 57)
    let allowed = try books.call(
      "POST", "invoices/\(id)/status/sent", scopes: ["ZohoBooks.invoices.CREATE"])
    #expect(allowed.code == 0)
    let items = try books.call("GET", "items", scopes: ["ZohoBooks.invoices.ALL"])
    #expect(items.code == 57)
    #expect(try books.call("GET", "items", scopes: ["ZohoBooks.settings.READ"]).code == 0)
  }

  @Test func whoAmI() throws {
    let me = try books.call("GET", "users/me")
    #expect(me["user", "name"] == "Jane Hartley")
    #expect(me["user", "email_ids", 0, "email"] == "jane.hartley@fairlead.example")
    let users = try books.call("GET", "users")
    #expect(users["users", 0, "is_current_user"] == true)
    #expect(users["page_context", "report_name"] == "Users")
  }

  @Test func settings() throws {
    let codes = try books.call("GET", "settings/currencies")["currencies"]?.arrayValue?.compactMap {
      $0["currency_code"]?.stringValue
    }
    #expect(codes == ["EUR", "GBP", "JPY", "USD"])
    let fields = try books.call(
      "GET", "settings/preferences/customfields", ["entity": "invoice"])
    #expect(fields["customfields", 0, "api_name"] == "cf_fairlead_tag")
    #expect(fields["customfields", 0, "is_unique"] == true)
    #expect(fields["customfields", 1, "api_name"] == "cf_deal_id")
    #expect(
      try books.call("GET", "settings/preferences")["preferences", "tax_rounding"]
        == "item_level")
  }

  @Test func aTaxGroupAddsUpItsTaxes() throws {
    let vat = try books.tax("VAT")
    let levy = try #require(
      try books.call(
        "POST", "settings/taxes", [:],
        #"{"tax_name":"Levy","tax_percentage":2.5,"tax_type":"tax"}"#)["tax", "tax_id"]?
        .stringValue)
    let group = try books.call(
      "POST", "settings/taxgroups", [:],
      #"{"tax_group_name":"VAT and levy","taxes":"\#(vat),\#(levy)"}"#)
    #expect(group.status == 201)
    #expect(group["tax_group", "tax_group_percentage"]?.text == "22.5")
    let id = try #require(group["tax_group", "tax_group_id"]?.stringValue)
    let fewer = try books.call(
      "PUT", "settings/taxgroups/\(id)", [:], #"{"taxes":[{"tax_id":"\#(levy)"}]}"#)
    #expect(fewer["tax_group", "tax_group_percentage"]?.text == "2.5")
    let used = try books.call("DELETE", "settings/taxes/\(levy)")
    #expect(used.status == 400)
  }

  @Test func exchangeRates() throws {
    let euro = try books.currency("EUR")
    let added = try books.call(
      "POST", "settings/currencies/\(euro)/exchangerates", [:],
      #"{"effective_date":"2026-11-01","rate":0.86}"#)
    #expect(added.message == "The exchange rate has been added.")
    let rates = try books.call("GET", "settings/currencies/\(euro)/exchangerates")
    #expect(rates["exchange_rates", 0, "rate"]?.text == "0.86")
    #expect(rates["exchange_rates", 0, "effective_date"] == "2026-11-01")
  }

  @Test func aRateIsReadCorrectedAndDropped() throws {
    let euro = try books.currency("EUR")
    let path = "settings/currencies/\(euro)/exchangerates"
    let added = try books.call(
      "POST", path, [:], #"{"effective_date":"2026-11-02","rate":0.87}"#)
    let id = try #require(added["exchange_rate", "exchange_rate_id"]?.stringValue)
    let changed = try books.call("PUT", "\(path)/\(id)", [:], #"{"rate":0.88}"#)
    #expect(changed.message == "The exchange rate has been updated.")
    let read = try books.call("GET", "\(path)/\(id)")
    #expect(read["exchange_rate", "rate"]?.text == "0.88")
    #expect(read["exchange_rate", "effective_date"] == "2026-11-02")
    #expect(try books.call("PUT", "\(path)/\(id)", [:], #"{"rate":0}"#).code == 2)
    let dropped = try books.call("DELETE", "\(path)/\(id)")
    #expect(dropped.message == "Exchange rate successfully deleted")
    #expect(try books.call("GET", "\(path)/\(id)").status == 404)
  }

  @Test func aCurrencyIsChangedAndDroppedWhileNothingUsesIt() throws {
    let added = try books.call(
      "POST", "settings/currencies", [:], #"{"currency_code":"AUD","currency_symbol":"$"}"#)
    let id = try #require(added["currency", "currency_id"]?.stringValue)
    let changed = try books.call(
      "PUT", "settings/currencies/\(id)", [:],
      #"{"currency_code":"AUD","currency_symbol":"A$","price_precision":3}"#)
    #expect(changed.message == "Currency information has been saved.")
    #expect(changed["currency", "currency_symbol"] == "A$")
    #expect(changed["currency", "price_precision"] == 3)
    let dropped = try books.call("DELETE", "settings/currencies/\(id)")
    #expect(dropped.message == "The currency has been deleted.")
    #expect(try books.call("GET", "settings/currencies/\(id)").status == 404)
    let base = try books.currency("GBP")
    #expect(try books.call("DELETE", "settings/currencies/\(base)").status == 400)
    let euro = try books.currency("EUR")
    _ = try books.customer("Nordwind GmbH", currency: "EUR")
    #expect(try books.call("DELETE", "settings/currencies/\(euro)").status == 400)
  }
}
