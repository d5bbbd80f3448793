import FoundationEssentials
import Sales
import Testing

@testable import ZohoAPI

@Suite("Payments in Books", .timeLimit(.minutes(5)))
struct PaymentTests {
  private let answer = """
    {"code":0,"message":"The payment has been created.","payment":{"payment_id":"9030000079467",
     "payment_number":"2","payment_mode":"banktransfer","amount":450.05,"date":"2026-06-05",
     "reference_number":"FL-7Q2M9K4XZT","customer_id":"903","customer_name":"Bowman",
     "invoices":[{"invoice_id":"90300000079426","invoice_number":"INV-384","amount_applied":450.05}],
     "currency_code":"USD","last_modified_time":"2026-10-01T09:30:00+0530"}}
    """

  @Test func areRecordedWithTheirParts() async throws {
    let zoho = FakeZoho(201, answer)
    let draft = PaymentDraft(
      tag: "FL-7Q2M9K4XZT", customer: Reference(id: "903", name: "Bowman"),
      date: try #require(CalendarDate("2026-06-05")), mode: "banktransfer",
      amount: Money(Decimal(45_005) / 100, Currency("USD")),
      applications: [
        Payment.Application(invoice: "90300000079426", amount: Decimal(45_005) / 100)
      ])
    let payment = try await zoho.client().send(.recordPayment(draft))
    #expect(
      payment
        == Payment(
          id: "9030000079467", number: "2", customer: Reference(id: "903", name: "Bowman"),
          date: try #require(CalendarDate("2026-06-05")), mode: "banktransfer",
          amount: Money(Decimal(45_005) / 100, Currency("USD")), reference: "FL-7Q2M9K4XZT",
          applications: [
            Payment.Application(invoice: "90300000079426", amount: Decimal(45_005) / 100)
          ], modifiedTime: Date(timeIntervalSince1970: 1_790_827_200)))
    #expect(
      zoho.requests.first?.text
        == #"{"amount":450.05,"customer_id":"903","date":"2026-06-05","#
        + #""invoices":[{"amount_applied":450.05,"invoice_id":"90300000079426"}],"#
        + #""payment_mode":"banktransfer","reference_number":"FL-7Q2M9K4XZT"}"#)
  }

  @Test func ofNothingAreNotSent() async throws {
    let zoho = FakeZoho(201, answer)
    let draft = PaymentDraft(
      tag: "FL-7Q2M9K4XZT", customer: Reference(id: "903", name: "Bowman"),
      date: try #require(CalendarDate("2026-06-05")), mode: "cash",
      amount: .zero(Currency("USD")), applications: [])
    await #expect(throws: ZohoError.unsendable(reason: "a payment of nothing")) {
      _ = try await zoho.client().send(.recordPayment(draft))
    }
  }

  @Test(arguments: ["customerpayments", "customer_payments"])
  func areListedUnderEitherName(name: String) async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","\(name)":[{"payment_id":"1","payment_number":7,
       "date":"2016-06-05","payment_mode":"cash","amount":"450.00","reference_number":99782374}],
       "page_context":null}
      """)
    let list = List<Payment>.payments(reference: "99782374", currency: Currency("USD"))
    let page = try await zoho.client().send(list.page(.first))
    #expect(page.rows.map(\.amount) == [Money(450, Currency("USD"))])
    #expect(page.rows.map(\.number) == ["7"])
    #expect(page.next == nil)
  }

  @Test func ofAnInvoiceGetItsCustomer() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","payments":[{"payment_id":"1","payment_number":7,
       "invoice_id":9,"invoice_payment_id":12,"payment_mode":"cash","date":"2026-10-01",
       "reference_number":"x","amount":10.57}]}
      """)
    let invoice = Invoice(
      id: "9", number: "INV-9", status: .known(.sent), customer: Reference(id: "7", name: "X"),
      date: try #require(CalendarDate("2026-09-01")), dueDate: nil, currency: Currency("EUR"),
      total: 20, balance: 9, modifiedTime: Date(timeIntervalSince1970: 0))
    let payments = try await zoho.client().send(.payments(of: invoice))
    #expect(payments.map(\.customer.name) == ["X"])
    #expect(
      payments.first?.applications == [
        Payment.Application(invoice: "9", amount: Decimal(1057) / 100)
      ])
    #expect(payments.first?.modifiedTime == Date(timeIntervalSince1970: 1_790_812_800))
  }
}

@Suite("Customers and settings of Books", .timeLimit(.minutes(5)))
struct BooksTests {
  private let contacts = """
    {"code":0,"message":"success","contacts":[
     {"contact_id":460000000026049,"contact_name":"Bowman and Co","company_name":"Bowman and Co",
      "contact_type":"customer","status":"active","payment_terms":15,
      "payment_terms_label":"Net 15","currency_code":"USD","outstanding_receivable_amount":250,
      "unused_credits_receivable_amount":1369.66,"email":"will@bowman.example",
      "zcrm_account_id":"51","last_modified_time":"2026-10-01T09:30:00+0530"},
     {"contact_id":"2","contact_name":"Old","status":"inactive","currency_code":"USD",
      "last_modified_time":"2013-10-07T18:24:51+0530"}],
     "page_context":{"page":1,"per_page":200,"has_more_page":true}}
    """

  @Test func customersAreReadUntilTheyAreOlderThanAsked() async throws {
    let zoho = FakeZoho(200, contacts)
    let since = Date(timeIntervalSince1970: 1_790_000_000)
    var names: [String] = []
    for try await page in zoho.client().pages(.customers(modifiedSince: since)) {
      names += page.rows.map(\.name)
    }
    #expect(names == ["Bowman and Co"])
    #expect(
      zoho.requests.map(\.url) == [
        "https://www.zohoapis.eu/books/v3/contacts?contact_type=customer"
          + "&sort_column=last_modified_time&sort_order=D&page=1&per_page=200"
          + "&organization_id=10229182"
      ])
  }

  @Test func customersAreReadFieldByField() async throws {
    let page = try await FakeZoho(200, contacts).client().send(
      List<Customer>.customers().page(.first))
    #expect(page.next == .number(2))
    #expect(
      page.rows.first
        == Customer(
          id: "460000000026049", name: "Bowman and Co", company: "Bowman and Co",
          email: "will@bowman.example", currency: Currency("USD"), paymentTerms: 15,
          paymentTermsLabel: "Net 15", account: "51", outstanding: 250,
          unusedCredits: Decimal(136_966) / 100, isActive: true,
          modifiedTime: Date(timeIntervalSince1970: 1_790_827_200)))
    #expect(page.rows.last?.isActive == false)
  }

  @Test func aFilterThatBooksIgnoresFindsNobodyElse() async throws {
    let zoho = FakeZoho(200, contacts)
    let client = zoho.client()
    #expect(
      try await client.send(List<Customer>.customers(email: "WILL@bowman.example").page(.first))
        .rows.map(\.name) == ["Bowman and Co"])
    #expect(
      try await client.send(List<Customer>.customers(named: "Bowman").page(.first)).rows.isEmpty)
    #expect(
      try await client.send(List<Customer>.customers(of: "99").page(.first)).rows.map(\.name)
        == ["Old"])
    #expect(
      zoho.requests.last?.url.contains("contact_type=customer&zcrm_account_id=99&") == true)
  }

  @Test func aCustomerIsMadeWithItsPerson() async throws {
    let zoho = FakeZoho(
      201,
      """
      {"code":0,"message":"The contact has been created","contact":{"contact_id":"7",
       "contact_name":"Initech","currency_code":"GBP","contact_persons":[
       {"contact_person_id":"1","first_name":"Bob","last_name":"","email":"b@x.example",
        "is_primary_contact":false},
       {"contact_person_id":"2","first_name":"Jane","last_name":"Doe","email":"jane@x.example",
        "is_primary_contact":true}]}}
      """)
    let made = try await zoho.client().send(
      .createCustomer(
        CustomerDraft(
          name: "Initech", paymentTerms: 30,
          person: .init(firstName: "Jane", lastName: "Doe", email: "jane@x.example"))))
    #expect(made.persons.map(\.name) == ["Jane Doe", "Bob"])
    #expect(made.customer.email == "jane@x.example")
    #expect(
      zoho.requests.first?.text
        == #"{"contact_name":"Initech","contact_persons":[{"email":"jane@x.example","#
        + #""first_name":"Jane","is_primary_contact":true,"last_name":"Doe"}],"#
        + #""contact_type":"customer","payment_terms":30}"#)
  }

  @Test func anAccountOfCRMBecomesACustomer() async throws {
    let zoho = FakeZoho(
      200, #"{"code":0,"message":"success","data":{"contact_id":460000000026049}}"#)
    #expect(try await zoho.client().send(.importAccount("51")) == "460000000026049")
    #expect(
      zoho.requests.first?.url
        == "https://www.zohoapis.eu/books/v3/crm/account/51/import?organization_id=10229182")
    #expect(zoho.requests.first?.method == "POST")
  }

  @Test func itemsTaxesAndCurrenciesAreRead() async throws {
    let items = FakeZoho(
      200,
      """
      {"code":0,"message":"success","items":[{"item_id":45667789900,"name":"Hard Drive",
       "status":"active","description":"500GB","rate":"120.10","unit":"day",
       "tax_id":982000000037049,"tax_percentage":"70%"}],"page_context":{"has_more_page":false}}
      """)
    #expect(
      try await items.client().send(List<Item>.items().page(.first)).rows == [
        Item(
          id: "45667789900", name: "Hard Drive", description: "500GB", rate: Decimal(12_010) / 100,
          unit: "day", tax: "982000000037049", isActive: true)
      ])
    let taxes = FakeZoho(
      200,
      """
      {"code":0,"message":"success","taxes":[{"tax_id":"9","tax_name":"VAT","tax_percentage":10.5,
       "tax_type":"tax"}],"page_context":{"has_more_page":false}}
      """)
    #expect(
      try await taxes.client().send(List<Tax>.taxes().page(.first)).rows == [
        Tax(id: "9", name: "VAT", percentage: Decimal(105) / 10)
      ])
    let group = FakeZoho(
      200,
      """
      {"code":0,"message":"success","tax_group":{"tax_group_id":"8","tax_group_name":"Both",
       "tax_group_percentage":12,"taxes":[]}}
      """)
    #expect(
      try await group.client().send(.taxGroup("8")) == Tax(id: "8", name: "Both", percentage: 12))
    let currencies = FakeZoho(
      200,
      """
      {"code":0,"message":"success","currencies":[{"currency_id":"982","currency_code":"JPY",
       "price_precision":0,"is_base_currency":false,"exchange_rate":0.0051}]}
      """)
    let yen = try await currencies.client().send(
      List<BooksCurrency>.booksCurrencies().page(.first)
    ).rows.first
    #expect(yen?.rate.description == "0.0051")
    #expect(yen?.decimals == 0)
  }

  @Test func organizationsAreAskedForWithoutNamingOne() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","organizations":[{"organization_id":"10229182",
       "name":"Zillium Inc","is_default_org":false,"plan_name":"PROFESSIONAL","time_zone":"PST",
       "is_org_active":true,"currency_code":"USD"}]}
      """)
    let found = try await zoho.client(organization: nil).send(.organizations())
    #expect(
      found == [
        BooksOrganization(
          id: "10229182", name: "Zillium Inc", isDefault: false, isActive: true,
          currency: Currency("USD"), plan: "PROFESSIONAL", timeZone: "PST")
      ])
    #expect(zoho.requests.first?.url == "https://www.zohoapis.eu/books/v3/organizations")
  }

  @Test(arguments: [
    #"{"code":0,"message":"success","customfields":[{"customfield_id":"1","label":"Fairlead tag","is_unique":true}]}"#,
    #"{"code":0,"message":"success","customfields":{"invoice":[{"field_id":1,"api_name":"cf_fairlead_tag","field_name":"Fairlead tag","is_unique":true}]}}"#,
  ])
  func customFieldsAreKnownInEitherForm(body: String) async throws {
    #expect(
      try await FakeZoho(200, body).client().send(.customFields(of: "invoice")) == [
        CustomField(
          id: "1", apiName: "cf_fairlead_tag", label: "Fairlead tag", isUnique: true)
      ])
  }

  @Test func customFieldsAreNoneWhereBooksKnowsNoSuchCall() async throws {
    let unknown = FakeZoho(404, #"{"code":5,"message":"Invalid URL Passed"}"#)
    #expect(try await unknown.client().send(.customFields(of: "invoice")) == [])
    let broken = FakeZoho(500, #"{"code":1000,"message":"Internal error"}"#)
    await #expect(throws: ZohoError.self) {
      _ = try await broken.client().send(.customFields(of: "invoice"))
    }
  }

  @Test(arguments: [200, 404, 500])
  func anyCallCanBeMadeAndShowsWhatCame(status: Int) async throws {
    let zoho = FakeZoho(status, #"{"code":5,"message":"x"}"#)
    let answer = try await zoho.client().send(
      .api(.books, .get, "/bills", query: [("status", "open")]))
    #expect(answer.status == status)
    #expect(answer.contentType == "application/json")
    #expect(answer.body == Data(#"{"code":5,"message":"x"}"#.utf8))
    #expect(answer.headers.map(\.value) == ["application/json;charset=UTF-8"])
    #expect(
      zoho.requests.first?.url
        == "https://www.zohoapis.eu/books/v3/bills?status=open&organization_id=10229182")
  }
}
