import Testing

@testable import LocalZoho

/// Zoho's own libraries write ids as numbers.
@Suite struct NumericIDTests {
  let crm: CRMHarness
  init() throws { crm = try CRMHarness() }

  @Test func recordsAreNamedByNumbers() throws {
    let account = try crm.insert("Accounts", #"{"Account_Name":"Initech"}"#)
    let product = try crm.insert("Products", #"{"Product_Name":"Pump","Unit_Price":9.5}"#)
    let quote = try crm.insert(
      "Quotes",
      """
      {"Subject":"Q","Account_Name":{"id":\(account)},
       "Quoted_Items":[{"Product_Name":{"id":\(product)},"Quantity":2}]}
      """)
    let shown = try crm.get("Quotes/\(quote)").data[0]
    #expect(shown.at("Account_Name", "id") == .string(account))
    #expect(shown["Grand_Total"] == 19)
    let changed = try crm.call(
      "PUT", "Accounts", #"{"data":[{"id":\#(account),"Phone":"1"}]}"#)
    #expect(changed.status == 200)
  }

  @Test func ownersAndRolesAreNamedByNumbers() throws {
    let colleague = try crm.addColleague()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"A","Stage":"Qualification"}"#)
    let owner = try crm.call(
      "POST", "Deals/\(deal)/actions/change_owner", #"{"owner":{"id":\#(colleague)}}"#)
    #expect(owner.status == 200)
    #expect(try crm.get("Deals/\(deal)").data[0].at("Owner", "id") == .string(colleague))
    let contact = try crm.insert("Contacts", #"{"Last_Name":"Marsh"}"#)
    let role = try #require(
      try crm.get("Contacts/roles").json.at("contact_roles", "0", "id")?.stringValue)
    let linked = try crm.call(
      "PUT", "Deals/\(deal)/Contact_Roles/\(contact)",
      #"{"data":[{"Contact_Role":{"id":\#(role)}}]}"#)
    #expect(linked.status == 200)
    // One contact is shown without naming fields.
    let one = try crm.get("Deals/\(deal)/Contact_Roles/\(contact)")
    #expect(one.data[0].at("Contact_Role", "id") == .string(role))
    let mass = try crm.call(
      "POST", "Deals/actions/mass_update", #"{"data":[{"Next_Step":"Call"}],"ids":[\#(deal)]}"#)
    #expect(mass.status == 200)
  }

  @Test func attachmentsAreCounted() throws {
    let deal = try crm.insert("Deals", #"{"Deal_Name":"A","Stage":"Qualification"}"#)
    let answer = try crm.call(
      "POST", "Deals/\(deal)/actions/get_related_records_count",
      #"{"get_related_records_count":[{"related_list":{"api_name":"Attachments"}}]}"#)
    #expect(answer.status == 200)
    #expect(answer.json.at("get_related_records_count", "0", "0", "count") == 0)
  }
}
