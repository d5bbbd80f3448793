import Testing

@testable import LocalZoho

@Suite struct OrganizationTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  @Test func anOrganizationIsChanged() throws {
    let path = "organizations/\(BooksTestbed.organization)"
    let changed = try books.call(
      "PUT", path, [:],
      #"{"name":"Fairlead and Daughters","phone":"020 7946 0000","address":{"city":"Hull"}}"#)
    #expect(changed["organization", "name"] == "Fairlead and Daughters")
    let read = try books.call("GET", path)
    #expect(read["organization", "phone"] == "020 7946 0000")
    #expect(read["organization", "address", "city"] == "Hull")
    #expect(read["organization", "tax_id_label"] == "VAT Number")
    #expect(try books.call("PUT", path, [:], #"{"name":""}"#).code == 2)
    #expect(try books.call("GET", "organizations/1").code == 6041)
  }

  @Test func lifeOfAUser() throws {
    let invited = try books.call(
      "POST", "users", [:], #"{"name":"Ola Berg","email":"ola@fairlead.example","cost_rate":12}"#)
    #expect(invited.status == 200)
    #expect(invited.message == "Your invitation has been sent.")
    let waiting = try books.call("GET", "users", ["filter_by": "Status.Invited"])
    #expect(waiting["users", 0, "name"] == "Ola Berg")
    let id = try #require(waiting["users", 0, "user_id"]?.stringValue)
    #expect(try books.call("POST", "users/\(id)/invite").code == 0)
    #expect(
      try books.call("POST", "users/\(id)/active").message
        == "The user has been marked as active.")
    #expect(try books.call("POST", "users/\(id)/invite").code == 1003)
    let changed = try books.call(
      "PUT", "users/\(id)", [:],
      #"{"name":"Ola Lund","email":"ola@fairlead.example","role_id":"4600000000000000657"}"#)
    #expect(changed.message == "The user information has been updated.")
    let read = try books.call("GET", "users/\(id)")
    #expect(read["user", "name"] == "Ola Lund")
    #expect(read["user", "user_role"] == "timesheetstaff")
    #expect(read["user", "cost_rate"] == 12)
    #expect(
      try books.call("DELETE", "users/\(id)").message
        == "The user has been removed from your organization.")
    #expect(try books.call("GET", "users/\(id)").status == 404)
    #expect(try books.call("GET", "users")["users"]?.arrayValue?.count == 1)
  }

  @Test func badUsersAreRefused() throws {
    let own = User.administrator.id
    #expect(try books.call("POST", "users/\(own)/inactive").code == 1003)
    #expect(try books.call("DELETE", "users/\(own)").code == 1003)
    #expect(try books.call("POST", "users", [:], #"{"name":"X","email":"x"}"#).code == 2)
    let known = #"{"name":"X","email":"JANE.hartley@fairlead.example"}"#
    #expect(try books.call("POST", "users", [:], known).code == 1001)
  }

  @Test func locations() throws {
    let body = #"{"location_name":"Hull","address":{"city":"Hull"}}"#
    #expect(try books.call("POST", "locations", [:], body).code == 1003)
    #expect(
      try books.call("POST", "settings/locations/enable").message
        == "We're enabling locations for your organization.")
    let created = try books.call("POST", "locations", [:], body)
    #expect(created.status == 201)
    #expect(created.message == "Location has been created.")
    #expect(created["locations", "is_primary"] == false)
    #expect(created["locations", "associated_users", 0, "user_name"] == "Jane Hartley")
    let id = try #require(created["locations", "location_id"]?.stringValue)
    #expect(
      try books.call("POST", "locations/\(id)/markasprimary").message
        == "The location has been marked as primary.")
    #expect(try books.call("POST", "locations/\(id)/inactive").code == 1003)
    let all = try books.call("GET", "locations")["locations"]?.arrayValue ?? []
    #expect(all.map { $0["is_primary"] } == [false, true])
    let head = try #require(all[0]["location_id"]?.stringValue)
    #expect(
      try books.call("POST", "locations/\(head)/inactive").message
        == "The location has been marked as inactive.")
    #expect(
      try books.call("DELETE", "locations/\(head)").message
        == "The location has been deleted..")
    #expect(
      try books.call("PUT", "locations/\(id)", [:], #"{"location_name":"Hull docks"}"#).message
        == "Location has been updated.")
  }

  @Test func taxAuthoritiesAndExemptions() throws {
    let authority = try books.call(
      "POST", "settings/taxauthorities", [:],
      #"{"tax_authority_name":"HMRC","registration_number":"GB 1"}"#)
    #expect(authority.status == 201)
    #expect(authority.message == "Tax Authority has been added.")
    #expect(authority["tax_authority", "registration_number"] == "GB 1")
    #expect(
      try books.call("GET", "settings/taxauthorities")["tax_authorities", 0, "tax_authority_name"]
        == "HMRC")
    let exemption = try books.call(
      "POST", "settings/taxexemptions", [:], #"{"tax_exemption_code":"RESALE","type":"customer"}"#)
    #expect(exemption.status == 200)
    let id = try #require(exemption["tax_exemption", "tax_exemption_id"]?.stringValue)
    let path = "settings/taxexemptions/\(id)"
    #expect(
      try books.call("PUT", path, [:], #"{"type":"item"}"#).message
        == "Tax Exemption has been updated.")
    #expect(try books.call("GET", path)["tax_exemption", "type"] == "item")
    #expect(
      try books.call("DELETE", path).message == "Tax exemption has been deleted successfully.")
    let wrong = #"{"tax_exemption_code":"X","type":"dog"}"#
    #expect(try books.call("POST", "settings/taxexemptions", [:], wrong).code == 2)
  }

  @Test func paymentTermsAndPriceLists() throws {
    let terms = try books.call("GET", "settings/paymentterms")
    #expect(
      terms["payment_terms"]?.arrayValue?.map { $0["payment_terms_label"]?.stringValue }
        == ["Due on Receipt", "Net 15", "Net 30", "Net 45", "Net 60"])
    let own = try books.call(
      "POST", "settings/paymentterms", [:],
      #"{"payment_terms_label":"Net 21","payment_terms":21,"is_default":true}"#)
    #expect(own["payment_term", "is_default"] == true)
    let defaults = try books.call("GET", "settings/paymentterms")["payment_terms"]?.arrayValue
    #expect(defaults?.filter { $0["is_default"] == true }.count == 1)

    let item = try books.create("items", #"{"name":"Rope","rate":3}"#, "item", "item_id")
    let list = try books.call(
      "POST", "pricebooks", [:],
      #"""
      {"name":"Trade","pricebook_type":"per_item",
       "pricebook_items":[{"item_id":"\#(item)","pricebook_rate":2.25}]}
      """#)
    #expect(list.status == 201)
    #expect(list["pricebook", "pricebook_items", 0, "item_name"] == "Rope")
    let id = try #require(list["pricebook", "pricebook_id"]?.stringValue)
    let row = try books.call("GET", "pricebooks")["pricebooks", 0]
    #expect(row?["name"] == "Trade")
    #expect(row?["pricebook_items"] == nil)
    #expect(
      try books.call("GET", "pricebooks/\(id)")[
        "pricebook", "pricebook_items", 0, "pricebook_rate"]?
        .text == "2.25")
    #expect(try books.call("POST", "pricebooks", [:], #"{"name":"trade"}"#).code == 1001)
  }
}
