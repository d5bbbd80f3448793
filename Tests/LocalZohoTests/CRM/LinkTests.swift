import Testing

@testable import LocalZoho

@Suite struct LinkTests {
  private func crm() throws -> (CRMHarness, account: String, contact: String) {
    let crm = try CRMHarness()
    return (
      crm, try crm.insert("Accounts", #"{"Account_Name":"Initech"}"#),
      try crm.insert("Contacts", #"{"Last_Name":"Doe"}"#)
    )
  }

  @Test func recordsAreHungOnAnotherAndTakenOff() throws {
    let (crm, account, contact) = try crm()
    let linked = try crm.call(
      "PUT", "Accounts/\(account)/Contacts", "{\"data\":[{\"id\":\"\(contact)\"},{\"id\":\"9\"}]}")
    #expect(linked.status == 207)
    #expect(
      linked.data[0] == [
        "code": "SUCCESS", "details": ["id": .string(contact)], "message": "relation updated",
        "status": "success",
      ])
    #expect(linked.data[1]["code"] == "INVALID_DATA")
    #expect(
      try crm.get("Accounts/\(account)/Contacts/\(contact)").data.first?["Last_Name"] == "Doe")
    #expect(
      try crm.get("Contacts/\(contact)?fields=Account_Name").data.first?["Account_Name"]
        == ["name": "Initech", "id": .string(account)])
    let removed = try crm.call("DELETE", "Accounts/\(account)/Contacts?ids=\(contact)")
    #expect(removed.data.first?["message"] == "relation removed")
    #expect(
      try crm.get("Contacts/\(contact)?fields=Account_Name").data.first?["Account_Name"] == .null)
    #expect(try crm.call("DELETE", "Accounts/\(account)/Contacts/\(contact)").status == 400)
    #expect(try crm.get("Accounts/\(account)/Contacts/\(contact)").status == 204)
  }

  @Test func whatHangsIsCounted() throws {
    let (crm, account, contact) = try crm()
    _ = try crm.call(
      "PUT", "Accounts/\(account)/Contacts/\(contact)", "{\"data\":[{\"id\":\"\(contact)\"}]}")
    let counts = try crm.call(
      "POST", "Accounts/\(account)/actions/get_related_records_count",
      """
      {"get_related_records_count":[{"related_list":{"api_name":"Contacts"}},
       {"related_list":{"api_name":"Notes"}},{"related_list":{"api_name":"Open_Activities"}}]}
      """)
    #expect(counts.status == 200)
    let rows = counts.json["get_related_records_count"]?.arrayValue ?? []
    #expect(rows.map { $0.at("0", "count") } == [1, 0, 0])
    #expect(rows[0].at("0", "related_list", "api_name") == "Contacts")
    let path = "Accounts/\(account)/actions/get_related_records_count"
    #expect(try crm.call("POST", path, "{}").json["code"] == "MANDATORY_NOT_FOUND")
    #expect(
      try crm.call(
        "POST", path, #"{"get_related_records_count":[{"related_list":{"api_name":"Potions"}}]}"#
      ).json["details"]
        == [
          "api_name": "api_name",
          "json_path": "$.get_related_records_count[0].related_list.api_name",
        ])
    #expect(
      try crm.call("POST", path, #"{"get_related_records_count":[{"related_list":{}}]}"#)
        .json["code"] == "EXPECTED_FIELD_MISSING")
  }

  @Test func listsThatHangByNoPlainLookupAreNotLinked() throws {
    let (crm, account, contact) = try crm()
    let body = "{\"data\":[{\"id\":\"\(contact)\"}]}"
    #expect(
      try crm.call("PUT", "Accounts/\(account)/Open_Activities", body).json["code"]
        == "NOT_SUPPORTED")
    #expect(
      try crm.call("PUT", "Accounts/\(account)/Potions", body).json["details"]
        == ["resource_path_index": 2])
  }

  @Test func theWholeOfARecordCanBeFetched() throws {
    let (crm, account, _) = try crm()
    #expect(
      try crm.get("Accounts/\(account)/actions/fetch_full_data?fields=Account_Name").data
        == [["Account_Name": "Initech", "id": .string(account)]])
    #expect(
      try crm.get("Accounts/actions/fetch_full_data?fields=Account_Name&ids=\(account)").data.count
        == 1)
    #expect(
      try crm.get("Accounts/actions/fetch_full_data?fields=Account_Name").json["details"]
        == ["param_name": "ids"])
  }
}
