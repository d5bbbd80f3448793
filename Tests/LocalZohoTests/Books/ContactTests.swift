import Testing

@testable import LocalZoho

@Suite struct ContactTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  @Test func createdAsTheDescriptionShows() throws {
    let answer = try books.call(
      "POST", "contacts", [:],
      """
      {"contact_name":"Bowman and Co","company_name":"Bowman and Co","contact_type":"customer",
       "customer_sub_type":"business","payment_terms":15,"payment_terms_label":"Net 15",
       "billing_address":{"attention":"Mr.John","address":"4900 Hopyard Rd","city":"Pleasanton",
       "state":"CA","zip":94588,"country":"U.S.A"},
       "contact_persons":[{"salutation":"Mr","first_name":"Will","last_name":"Smith",
       "email":"willsmith@bowman.example","is_primary_contact":true},
       {"first_name":"Ann","email":"ann@bowman.example"}]}
      """)
    #expect(answer.status == 201)
    #expect(answer.message == "The contact has been created")
    #expect(answer["contact", "payment_terms_label"] == "Net 15")
    #expect(answer["contact", "billing_address", "zip"] == "94588")
    #expect(answer["contact", "contact_persons", 0, "first_name"] == "Will")
    #expect(answer["contact", "contact_persons", 1, "is_primary_contact"] == false)
    #expect(answer["contact", "email"] == "willsmith@bowman.example")
    #expect(answer["contact", "created_time"] == "2026-11-24T09:30:00+0000")
    #expect(answer["contact", "outstanding_receivable_amount"] == 0)
    #expect(try books.effects() == ["created contacts"])
  }

  @Test func aNameOccursOnce() throws {
    _ = try books.customer("Bowman and Co")
    let again = try books.call("POST", "contacts", [:], #"{"contact_name":"BOWMAN and Co"}"#)
    #expect(again.status == 400)
    #expect(again.code == 3062)
    #expect(
      again.message
        == "The customer \"BOWMAN and Co\" already exists. Please specify a different name.")
  }

  @Test(arguments: [
    "{}", #"{"contact_name":"  "}"#, #"{"contact_name":"A","contact_type":"friend"}"#,
    #"{"contact_name":"A","currency_id":"1"}"#,
    #"{"contact_name":"A","contact_persons":[{"email":"no address"}]}"#,
    #"{"contact_name":"A","contact_persons":{}}"#,
  ])
  func badValuesAreRefusedAndNothingIsKept(body: String) throws {
    let answer = try books.call("POST", "contacts", [:], body)
    #expect(answer.status == 400)
    #expect(answer.code == 2)
    #expect(try books.call("GET", "contacts")["contacts"] == [])
    #expect(try books.effects() == [])
  }

  @Test func listFilters() throws {
    _ = try books.customer("Alpha Ltd", email: "a@alpha.example")
    let beta = try books.customer("Beta 100% Ltd", email: "b@beta.example")
    try books.call("POST", "contacts/\(beta)/inactive")
    func names(_ query: NamedValues) throws -> [String]? {
      try books.call("GET", "contacts", query)["contacts"]?.arrayValue?.compactMap {
        $0["contact_name"]?.stringValue
      }
    }
    #expect(try names([:]) == ["Alpha Ltd", "Beta 100% Ltd"])
    #expect(try names(["sort_order": "D"]) == ["Beta 100% Ltd", "Alpha Ltd"])
    #expect(try names(["email": "A@ALPHA.example"]) == ["Alpha Ltd"])
    #expect(try names(["contact_name_startswith": "bet"]) == ["Beta 100% Ltd"])
    #expect(try names(["contact_name_contains": "100%"]) == ["Beta 100% Ltd"])
    #expect(try names(["contact_name_contains": "0%L"]) == [])
    #expect(try names(["filter_by": "Status.Inactive"]) == ["Beta 100% Ltd"])
    #expect(try names(["filter_by": "Status.Crm"]) == [])
    #expect(try names(["zcrm_account_id": "4150868000000500001"]) == [])
    #expect(try names(["no_such_filter": "x"]) == ["Alpha Ltd", "Beta 100% Ltd"])
    let page = try books.call("GET", "contacts", ["per_page": "1", "page": "2"])
    #expect(page["contacts", 0, "contact_name"] == "Beta 100% Ltd")
    #expect(page["page_context", "has_more_page"] == false)
    #expect(page["page_context", "per_page"] == 1)
    let first = try books.call("GET", "contacts", ["per_page": "1"])
    #expect(first["page_context", "has_more_page"] == true)
  }

  @Test func renamingReachesItsInvoices() throws {
    let id = try books.customer()
    let invoice = try books.sentInvoice(id)
    let answer = try books.call("PUT", "contacts/\(id)", [:], #"{"contact_name":"Bowman Group"}"#)
    #expect(answer.message == "Contact has been updated successfully")
    #expect(
      try books.call("GET", "invoices/\(invoice)")["invoice", "customer_name"] == "Bowman Group")
  }

  @Test func withTransactionsItCannotGo() throws {
    let id = try books.customer()
    let other = try books.customer("Other")
    _ = try books.sentInvoice(id)
    let refused = try books.call("DELETE", "contacts/\(id)")
    #expect(refused.status == 400)
    #expect(try books.call("GET", "contacts/\(id)")["contact", "has_transaction"] == true)
    #expect(
      try books.call("DELETE", "contacts/\(other)").message == "The contact has been deleted.")
    #expect(try books.call("GET", "contacts/\(other)").status == 404)
  }

  @Test func persons() throws {
    let id = try books.customer()
    let created = try books.call(
      "POST", "contacts/contactpersons", [:],
      #"{"contact_id":"\#(id)","first_name":"Ann","email":"ann@bowman.example"}"#)
    #expect(created.status == 201)
    #expect(created.message == "The contactperson has been Created")
    let ann = try #require(created["contact_person", "contact_person_id"]?.stringValue)
    #expect(
      try books.call("POST", "contacts/contactpersons/\(ann)/primary").message
        == "This contact person has been marked as your primary contact person.")
    #expect(try books.call("GET", "contacts/\(id)")["contact", "email"] == "ann@bowman.example")
    let changed = try books.call(
      "PUT", "contacts/contactpersons/\(ann)", [:],
      #"{"contact_id":"\#(id)","first_name":"Anna"}"#)
    #expect(changed["contact_person", "first_name"] == "Anna")
    #expect(try books.call("DELETE", "contacts/contactpersons/\(ann)").code == 0)
    let list = try books.call("GET", "contacts/\(id)/contactpersons")
    #expect(list["contact_persons"]?.arrayValue?.count == 1)
    #expect(list["contact_persons", 0, "is_primary_contact"] == true)
  }

  @Test func importsAnAccountOnce() throws {
    let account = CRMRecords.Account(
      id: "4150868000000500001", name: "Initech", currency: "EUR",
      persons: [CRMRecords.Person(id: "7", lastName: "Doe", email: "jane@initech.example")])
    let books = try BooksTestbed(
      crm: CRMRecords(
        account: { id, _ in id == account.id ? account : nil }, contact: { _, _ in nil }))
    let first = try books.call("POST", "crm/account/4150868000000500001/import")
    #expect(first.message == "success")
    let id = try #require(first["data", "contact_id"]?.stringValue)
    let again = try books.call("POST", "crm/account/4150868000000500001/import")
    #expect(again["data", "contact_id"]?.stringValue == id)
    let found = try books.call("GET", "contacts", ["zcrm_account_id": "4150868000000500001"])
    #expect(found["contacts"]?.arrayValue?.count == 1)
    #expect(found["contacts", 0, "contact_name"] == "Initech")
    #expect(found["contacts", 0, "currency_code"] == "EUR")
    #expect(found["contacts", 0, "email"] == "jane@initech.example")
    let contact = try books.call("GET", "contacts/\(id)")
    #expect(contact["contact", "is_linked_with_zohocrm"] == true)
    #expect(try books.call("POST", "crm/account/5/import").status == 404)
    #expect(try books.effects() == ["created contacts"])
  }

  @Test func importsAProductAsAnItemOnce() throws {
    let books = try BooksTestbed(
      crm: CRMRecords(
        account: { _, _ in nil }, contact: { _, _ in nil },
        product: { id, _ in
          id == "4150868000000500009"
            ? CRMRecords.Product(name: "Desk", code: "D-1", unitPrice: 19_950) : nil
        }))
    let first = try books.call("POST", "crm/item/4150868000000500009/import")
    #expect(first.status == 200)
    let id = try #require(first["data", "item_id"]?.stringValue)
    let again = try books.call("POST", "crm/item/4150868000000500009/import")
    #expect(again["data", "item_id"]?.stringValue == id)
    let item = try books.call("GET", "items/\(id)")
    #expect(item["item", "name"] == "Desk")
    #expect(item["item", "sku"] == "D-1")
    #expect(item["item", "rate"]?.text == "199.5")
    #expect(try books.call("POST", "crm/item/5/import").status == 404)
    #expect(try books.effects() == ["created items"])
  }
}
