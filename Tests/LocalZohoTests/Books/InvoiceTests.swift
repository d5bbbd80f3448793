import Testing

@testable import LocalZoho

@Suite struct InvoiceTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  @Test func aDraftWithTaxAndDiscount() throws {
    let customer = try books.customer()
    let vat = try books.tax("VAT")
    let answer = try books.call(
      "POST", "invoices", [:],
      """
      {"customer_id":"\(customer)","date":"2026-11-23","payment_terms":30,
       "reference_number":"PO 7 FL-7Q2M9K4XZT",
       "line_items":[{"name":"Licence, annual","rate":400,"quantity":25,"tax_id":"\(vat)"},
       {"name":"Onboarding day","rate":850.00,"quantity":2,"discount":"10%","tax_id":"\(vat)"}],
       "custom_fields":[{"api_name":"cf_fairlead_tag","value":"FL-7Q2M9K4XZT"},
       {"label":"Deal id","value":"4150868000000500001"}],
       "notes":"Payment due within 30 days."}
      """)
    #expect(answer.status == 201)
    #expect(answer.message == "The invoice has been created.")
    let invoice = try #require(answer["invoice"])
    #expect(invoice["status"] == "draft")
    #expect(invoice["invoice_number"] == "INV-000001")
    #expect(invoice["due_date"] == "2026-12-23")
    #expect(invoice["payment_terms_label"] == "Net 30")
    #expect(invoice["sub_total"] == 11530)
    #expect(invoice["tax_total"] == 2306)
    #expect(invoice["total"] == 13836)
    #expect(invoice["balance"] == 13836)
    #expect(invoice["taxes"]?.arrayValue?.first?["tax_name"] == "VAT")
    #expect(invoice["taxes"]?.arrayValue?.first?["tax_amount"] == 2306)
    #expect(answer["invoice", "line_items", 1, "item_total"] == 1530)
    #expect(answer["invoice", "line_items", 1, "discount"] == "10.00%")
    #expect(answer["invoice", "line_items", 1, "discount_amount"] == 170)
    #expect(invoice["cf_fairlead_tag"] == "FL-7Q2M9K4XZT")
    #expect(invoice["custom_field_hash"]?["cf_deal_id"] == "4150868000000500001")
    #expect(answer["invoice", "custom_fields", 0, "label"] == "Fairlead tag")
    #expect(answer["invoice", "contact_persons_associated", 0, "first_name"] == "Will")
    #expect(invoice["is_emailed"] == false)
    #expect(invoice["price_precision"] == 2)
    #expect(try books.effects() == ["created contacts", "created invoices"])
  }

  @Test func statusesFollowPaymentsAndTheCalendar() throws {
    let customer = try books.customer()
    let id = try #require(
      try books.invoice(customer, #","due_date":"2026-11-30""#)["invoice", "invoice_id"]?
        .stringValue)
    #expect(try books.status(id) == "draft")
    #expect(
      try books.call("POST", "invoices/\(id)/status/sent").message
        == "Invoice status has been changed to Sent.")
    #expect(try books.status(id) == "sent")
    books.pass(days: 6)
    #expect(try books.status(id) == "sent")
    books.pass(days: 1)
    #expect(try books.status(id) == "overdue")
    let paid = try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(customer)","payment_mode":"cash","amount":100,"date":"2026-12-01",
       "invoices":[{"invoice_id":"\(id)","amount_applied":100}]}
      """)
    #expect(paid.status == 201)
    #expect(try books.status(id) == "paid")
  }

  @Test func aPartOfItIsPaid() throws {
    let customer = try books.customer()
    let id = try books.sentInvoice(customer)
    try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(customer)","payment_mode":"cash","amount":40.25,"date":"2026-11-24",
       "invoices":[{"invoice_id":"\(id)","amount_applied":40.25}]}
      """)
    let invoice = try books.call("GET", "invoices/\(id)")
    #expect(invoice["invoice", "status"] == "partially_paid")
    #expect(invoice["invoice", "balance"]?.text == "59.75")
    #expect(invoice["invoice", "payment_made"]?.text == "40.25")
    #expect(invoice["invoice", "last_payment_date"] == "2026-11-24")
  }

  @Test func theCustomerLooksAtIt() throws {
    let id = try books.sentInvoice(try books.customer())
    let url = try #require(
      try books.call("GET", "invoices/\(id)")["invoice", "invoice_url"]?.stringValue)
    let key = try #require(url.split(separator: "=").last).description
    let page = try books.service.customerView(key: key)
    #expect(String(decoding: page.body, as: UTF8.self).contains("INV-000001"))
    #expect(try books.status(id) == "viewed")
    #expect(throws: Refusal.self) { try books.service.customerView(key: "guess") }
  }

  @Test func voidAndBack() throws {
    let customer = try books.customer()
    let id = try books.sentInvoice(customer)
    try books.call(
      "POST", "customerpayments", [:],
      """
      {"customer_id":"\(customer)","payment_mode":"cash","amount":60,"date":"2026-11-24",
       "invoices":[{"invoice_id":"\(id)","amount_applied":60}]}
      """)
    let tooEarly = try books.call("POST", "invoices/\(id)/status/draft")
    #expect(tooEarly.status == 400)
    #expect(
      try books.call("POST", "invoices/\(id)/status/void").message
        == "Invoice status has been changed to Void.")
    #expect(try books.status(id) == "void")
    let contact = try books.call("GET", "contacts/\(customer)")
    #expect(contact["contact", "unused_credits_receivable_amount"] == 60)
    #expect(contact["contact", "outstanding_receivable_amount"] == 0)
    #expect(
      try books.call("POST", "invoices/\(id)/status/draft").message
        == "Status of invoice changed from void to draft")
    #expect(try books.status(id) == "draft")
    #expect(try books.call("GET", "invoices/\(id)")["invoice", "balance"] == 100)
  }

  @Test func numbers() throws {
    let customer = try books.customer()
    let own = try books.invoice(customer, #","invoice_number":"X-1""#)
    #expect(own.status == 400)
    #expect(own.json["invoice"] == nil)
    func ignoring(_ number: String) throws -> BooksTestbed.Answer {
      try books.call(
        "POST", "invoices", ["ignore_auto_number_generation": "true"],
        """
        {"customer_id":"\(customer)","invoice_number":"\(number)",
         "line_items":[{"name":"W","rate":1,"quantity":1}]}
        """)
    }
    #expect(try ignoring("INV-000002")["invoice", "invoice_number"] == "INV-000002")
    #expect(try ignoring("inv-000002").code == 1001)
    #expect(try ignoring("").code == 2)
    #expect(try books.invoice(customer)["invoice", "invoice_number"] == "INV-000001")
    #expect(try books.invoice(customer)["invoice", "invoice_number"] == "INV-000003")
  }

  @Test func aTagOccursOnce() throws {
    let customer = try books.customer()
    let tag = #","custom_fields":[{"api_name":"cf_fairlead_tag","value":"FL-AAAAAAAAAA"}]"#
    #expect(try books.invoice(customer, tag).status == 201)
    let again = try books.invoice(customer, tag)
    #expect(again.status == 400)
    #expect(
      again.message == "The value of the custom field \"Fairlead tag\" already exists.")
    #expect(try books.call("GET", "invoices")["invoices"]?.arrayValue?.count == 1)
    #expect(
      try books.call("GET", "invoices", ["cf_fairlead_tag": "FL-AAAAAAAAAA"])["invoices"]?
        .arrayValue?.count == 1)
  }

  @Test func upsertByTheTag() throws {
    let customer = try books.customer()
    let body =
      #"{"customer_id":"\#(customer)","line_items":[{"name":"Work","rate":70,"quantity":1}]}"#
    var headers = [
      "x-unique-identifier-key": "cf_fairlead_tag", "X-Unique-Identifier-Value": "FL-BBBBBBBBBB",
    ]
    let missing = try books.call("PUT", "invoices", [:], body, headers: headers)
    #expect(missing.status == 404)
    #expect(missing.code == 1002)
    headers["X-Upsert"] = "true"
    let created = try books.call("PUT", "invoices", [:], body, headers: headers)
    #expect(created.status == 201)
    #expect(created["invoice", "cf_fairlead_tag"] == "FL-BBBBBBBBBB")
    let updated = try books.call(
      "PUT", "invoices", [:], #"{"notes":"Second"}"#, headers: headers)
    #expect(updated.status == 200)
    #expect(updated.message == "Invoice information has been updated.")
    #expect(updated["invoice", "invoice_id"] == created["invoice", "invoice_id"])
    #expect(updated["invoice", "notes"] == "Second")
    headers["x-unique-identifier-key"] = "cf_deal_id"
    #expect(try books.call("PUT", "invoices", [:], body, headers: headers).code == 2)
  }

  @Test func linesAreKeptByTheirID() throws {
    let customer = try books.customer()
    let created = try books.call(
      "POST", "invoices", [:],
      """
      {"customer_id":"\(customer)","line_items":[{"name":"One","rate":10,"quantity":1},
       {"name":"Two","rate":20,"quantity":1}]}
      """)
    let id = try #require(created["invoice", "invoice_id"]?.stringValue)
    let first = try #require(created["invoice", "line_items", 0, "line_item_id"]?.stringValue)
    let updated = try books.call(
      "PUT", "invoices/\(id)", [:],
      """
      {"customer_id":"\(customer)","line_items":[{"name":"Three","rate":5,"quantity":1},
       {"line_item_id":"\(first)","quantity":4}]}
      """)
    #expect(updated["invoice", "line_items", 1, "line_item_id"]?.stringValue == first)
    #expect(updated["invoice", "line_items", 1, "name"] == "One")
    #expect(updated["invoice", "total"] == 45)
    #expect(updated["invoice", "line_items"]?.arrayValue?.count == 2)
    let foreign = try books.call(
      "PUT", "invoices/\(id)", [:], #"{"line_items":[{"line_item_id":"1","rate":1}]}"#)
    #expect(foreign.code == 2)
  }

  @Test(arguments: [
    #""line_items":[]"#, #""date":"2026-02-30""#, #""payment_terms":"soon""#,
    #""discount":"101%""#, #""discount":500"#, #""line_items":[{"name":"x"}]"#,
    #""line_items":[{"rate":1,"quantity":1}]"#, #""line_items":[{"name":"x","rate":1e13}]"#,
    #""line_items":[{"name":"x","rate":1,"tax_id":"5"}]"#, #""exchange_rate":{}"#,
    #""customer_id":"77""#, #""custom_fields":[{"api_name":"cf_none","value":"1"}]"#,
    #""line_items":[{"name":"x","rate":1,"quantity":-1}]"#,
  ])
  func badValuesAreRefusedWhole(member: String) throws {
    let customer = try books.customer()
    let head =
      member.contains("customer_id") ? "" : #""customer_id":"\#(customer)","#
    let lines =
      member.contains("line_items")
      ? "" : #","line_items":[{"name":"Work","rate":100,"quantity":1}]"#
    let answer = try books.call("POST", "invoices", [:], "{\(head)\(member)\(lines)}")
    #expect(answer.status == 400)
    #expect(answer.code == 2)
    #expect(try books.call("GET", "invoices")["invoices"] == [])
    #expect(try books.effects() == ["created contacts"])
  }

  @Test func aLongReferenceIsRefused() throws {
    let long = String(repeating: "x", count: 101)
    let answer = try books.invoice(try books.customer(), #","reference_number":"\#(long)""#)
    #expect(answer.code == 4)
    #expect(
      answer.message
        == "Please ensure that the reference_number has less than 100 characters.")
  }

  @Test func anotherCurrency() throws {
    let euro = try books.currency("EUR")
    try books.call(
      "POST", "settings/currencies/\(euro)/exchangerates", [:],
      #"{"effective_date":"2026-11-01","rate":0.86}"#)
    let customer = try books.customer("Müller GmbH", currency: "EUR")
    let invoice = try books.invoice(customer, rate: "99.99")
    #expect(invoice["invoice", "currency_code"] == "EUR")
    #expect(invoice["invoice", "currency_symbol"] == "€")
    #expect(invoice["invoice", "exchange_rate"]?.text == "0.86")
    #expect(invoice["invoice", "total"]?.text == "99.99")
    #expect(invoice["invoice", "bcy_total"]?.text == "85.99")
  }

  @Test func shippingAndAdjustment() throws {
    let invoice = try books.invoice(
      try books.customer(), #","shipping_charge":"7.50","adjustment":-0.5"#)
    #expect(invoice["invoice", "total"] == 107)
    #expect(invoice["invoice", "shipping_charge"]?.text == "7.5")
  }

  @Test func aGroupOfTaxesShowsEachTax() throws {
    let vat = try books.tax("VAT")
    let levy = try #require(
      try books.call(
        "POST", "settings/taxes", [:],
        #"{"tax_name":"Levy","tax_percentage":2.5,"tax_type":"tax"}"#)["tax", "tax_id"]?
        .stringValue)
    let group = try #require(
      try books.call(
        "POST", "settings/taxgroups", [:],
        #"{"tax_group_name":"Both","taxes":["\#(vat)","\#(levy)"]}"#)["tax_group", "tax_group_id"]?
        .stringValue)
    let customer = try books.customer()
    let answer = try books.call(
      "POST", "invoices", [:],
      #"""
      {"customer_id":"\#(customer)",
       "line_items":[{"name":"Box","rate":10,"quantity":3,"tax_id":"\#(group)"}]}
      """#)
    #expect(answer["invoice", "line_items", 0, "tax_type"] == "tax_group")
    #expect(answer["invoice", "line_items", 0, "tax_percentage"]?.text == "22.5")
    #expect(answer["invoice", "line_items", 0, "line_item_taxes", 1, "tax_name"] == "Levy (2.5%)")
    #expect(answer["invoice", "taxes", 0, "tax_amount"] == 6)
    #expect(answer["invoice", "taxes", 1, "tax_amount"]?.text == "0.75")
    #expect(answer["invoice", "total"]?.text == "36.75")
  }

  @Test func ratesWithTaxInThem() throws {
    let vat = try books.tax("VAT")
    let answer = try books.call(
      "POST", "invoices", [:],
      #"""
      {"customer_id":"\#(try books.customer())","is_inclusive_tax":true,
       "line_items":[{"name":"Box","rate":120,"quantity":1,"tax_id":"\#(vat)"}]}
      """#)
    #expect(answer["invoice", "is_inclusive_tax"] == true)
    #expect(answer["invoice", "sub_total"] == 100)
    #expect(answer["invoice", "sub_total_inclusive_of_tax"] == 120)
    #expect(answer["invoice", "tax_total"] == 20)
    #expect(answer["invoice", "total"] == 120)
  }

  @Test func customFieldsAndAddressOnTheirOwn() throws {
    let id = try #require(
      try books.invoice(try books.customer())["invoice", "invoice_id"]?.stringValue)
    let fields = try books.call(
      "PUT", "invoice/\(id)/customfields", [:], #"[{"api_name":"cf_deal_id","value":"415"}]"#)
    #expect(fields.message == "Custom Fields Updated Successfully")
    let address = try books.call(
      "PUT", "invoices/\(id)/address/billing", [:], #"{"city":"Beijing","zip":1000881}"#)
    #expect(address.message == "Billing address updated")
    let invoice = try books.call("GET", "invoices/\(id)")
    #expect(invoice["invoice", "cf_deal_id"] == "415")
    #expect(invoice["invoice", "billing_address", "zip"] == "1000881")
  }

  @Test func aDealLinkInTheBodyIsIgnored() throws {
    let invoice = try books.invoice(try books.customer(), #","zcrm_potential_id":"415""#)
    #expect(invoice.status == 201)
    #expect(invoice["invoice", "zcrm_potential_id"] == "")
  }

  @Test func withPaymentsItCannotGo() throws {
    let customer = try books.customer()
    let id = try books.sentInvoice(customer)
    let payment = try #require(
      try books.call(
        "POST", "customerpayments", [:],
        """
        {"customer_id":"\(customer)","payment_mode":"cash","amount":1,"date":"2026-11-24",
         "invoices":[{"invoice_id":"\(id)","amount_applied":1}]}
        """)["payment", "payment_id"]?.stringValue)
    #expect(try books.call("DELETE", "invoices/\(id)").status == 400)
    try books.call("DELETE", "customerpayments/\(payment)")
    let gone = try books.call("DELETE", "invoices/\(id)")
    #expect(gone.message == "The invoice has been deleted.")
    let after = try books.call("GET", "invoices/\(id)")
    #expect(after.status == 404)
    #expect(after.code == 1002)
    #expect(after.message == "Invoice does not exist.")
  }

  @Test func historyTellsWhatHappened() throws {
    let customer = try books.customer()
    let id = try books.sentInvoice(customer)
    let added = try books.call(
      "POST", "invoices/\(id)/comments", [:],
      #"{"description":"They will pay on Friday","payment_expected_date":"2026-11-27"}"#)
    #expect(added.message == "Comments added.")
    let list = try books.call("GET", "invoices/\(id)/comments")
    #expect(list["comments", 0, "description"] == "They will pay on Friday")
    #expect(list["comments", 0, "comment_type"] == "internal")
    #expect(list["comments", 1, "description"] == "Invoice marked as sent by Jane Hartley")
    #expect(list["comments", 2, "description"] == "Invoice created for £100.00")
    #expect(list["comments", 2, "comment_type"] == "system")
    #expect(list["comments", 2, "commented_by"] == "Jane Hartley")
    #expect(list["comments", 2, "date"] == "2026-11-24")
    #expect(list["comments", 2, "time"] == "9:30 AM")
    #expect(
      try books.call("GET", "invoices/\(id)")["invoice", "payment_expected_date"] == "2026-11-27")
    let whole = try books.call("GET", "contacts/\(customer)/comments")
    #expect(whole["contact_comments"]?.arrayValue?.count == 4)
  }
}
