import Testing

@testable import LocalZoho

@Suite struct ContactRoleTests {
  private func roleID(_ crm: CRMHarness, _ name: String) throws -> String {
    try crm.get("contacts/roles").json["contact_roles"]?.arrayValue?
      .first { $0["name"] == .string(name) }?["id"]?.stringValue ?? ""
  }

  @Test func theStandardRolesAreThereAndCanBeChanged() throws {
    let crm = try CRMHarness()
    let all = try crm.get("Contacts/roles").json["contact_roles"]?.arrayValue ?? []
    #expect(all.count == 7)
    #expect(all.first?["name"] == "Developer/Evaluator")
    #expect(all.first?["sequence_number"] == 1)
    let added = try crm.call(
      "POST", "contacts/roles",
      #"{"contact_roles":[{"name":"Lawyer","sequence_number":8},{"name":"purchasing"},{}]}"#)
    #expect(added.status == 207)
    let rows = added.json["contact_roles"]?.arrayValue ?? []
    #expect(rows.map { $0["code"] } == ["SUCCESS", "DUPLICATE_DATA", "MANDATORY_NOT_FOUND"])
    #expect(rows[1]["details"]?["json_path"] == "$.contact_roles[1].name")
    let id = rows[0]["details"]?["id"]?.stringValue ?? ""
    #expect(
      try crm.call(
        "PUT", "contacts/roles/\(id)", #"{"contact_roles":[{"name":"Counsel"}]}"#
      ).status == 200)
    #expect(
      try crm.get("contacts/roles/\(id)").json["contact_roles"]
        == [["name": "Counsel", "id": .string(id), "sequence_number": 8]])
    #expect(try crm.call("DELETE", "contacts/roles?ids=\(id),1").status == 207)
    #expect(try crm.get("contacts/roles/\(id)").status == 204)
    #expect(
      try crm.call("DELETE", "contacts/roles").json["code"] == "REQUIRED_PARAM_MISSING")
  }

  @Test func aDealHasContactsWithRoles() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"A","Stage":"Qualification"}"#)
    let contact = try crm.insert("Contacts", #"{"Last_Name":"Doe"}"#)
    let role = try roleID(crm, "Decision Maker")
    #expect(try crm.get("Deals/\(deal)/Contact_Roles?fields=Last_Name").status == 204)
    let body = "{\"data\":[{\"id\":\"\(contact)\",\"Contact_Role\":{\"id\":\"\(role)\"}}]}"
    let added = try crm.call("PUT", "Deals/\(deal)/Contact_Roles", body)
    #expect(
      added.data == [
        [
          "code": "SUCCESS", "details": ["id": .string(contact)], "message": "relation added",
          "status": "success",
        ]
      ])
    #expect(
      try crm.get("Deals/\(deal)/Contact_Roles?fields=Last_Name,Contact_Role").data
        == [
          [
            "Last_Name": "Doe", "id": .string(contact),
            "Contact_Role": ["name": "Decision Maker", "id": .string(role)],
          ]
        ])
    let other = try roleID(crm, "Purchasing")
    let changed = try crm.call(
      "PUT", "Deals/\(deal)/Contact_Roles/\(contact)",
      "{\"data\":[{\"Contact_Role\":{\"id\":\"\(other)\"}}]}")
    #expect(changed.data.first?["message"] == "relation updated")
    #expect(
      try crm.get("Deals/\(deal)/Contact_Roles/\(contact)?fields=id").data.first?["Contact_Role"]
        == ["name": "Purchasing", "id": .string(other)])
    let counted = try crm.call(
      "POST", "Deals/\(deal)/actions/get_related_records_count",
      #"{"get_related_records_count":[{"related_list":{"api_name":"Contact_Roles"}}]}"#)
    #expect(counted.json.at("get_related_records_count", "0", "0", "count") == 1)
    let removed = try crm.call("DELETE", "Deals/\(deal)/Contact_Roles/\(contact)")
    #expect(removed.data.first?["message"] == "relation removed")
    #expect(try crm.call("DELETE", "Deals/\(deal)/Contact_Roles/\(contact)").status == 400)
    #expect(
      try crm.get("Deals/99/Contact_Roles?fields=id").json
        == [
          "code": "INVALID_DATA", "details": ["resource_path_index": 1],
          "message": "the related id given seems to be invalid", "status": "error",
        ])
    #expect(
      try crm.call(
        "PUT", "Deals/\(deal)/Contact_Roles",
        "{\"data\":[{\"id\":\"\(contact)\",\"Contact_Role\":{\"id\":\"1\"}}]}"
      ).data.first?["code"] == "INVALID_DATA")
  }
}
