import Testing

@testable import LocalZoho

@Suite struct LockingConfigurationTests {
  let crm: CRMHarness
  init() throws { crm = try CRMHarness() }

  private let path = "settings/record_locking_configurations"

  private func save(_ method: String, _ place: String, _ body: String) throws -> JSONValue? {
    try crm.call(
      method, "\(path)\(place)", "{\"record_locking_configurations\":[{\(body)}]}"
    ).json.at("record_locking_configurations", "0")
  }

  @Test func aModuleIsConfigured() throws {
    #expect(try crm.get("\(path)?module=Deals").status == 204)
    let made = try save(
      "POST", "?module=Deals",
      #"""
      "lock_type":"both","restricted_actions":["update","delete"],"locking_rules":[{"name":"Won",
       "lock_existing_records":true,"criteria":{"comparator":"equal",
       "field":{"api_name":"Stage"},"value":"Closed Won"}}]
      """#)
    #expect(made?["message"] == "record locking configuration created successfully")
    let id = try #require(made?.at("details", "id")?.stringValue)
    let shown = try #require(
      try crm.get("\(path)/\(id)?module=Deals").json.at("record_locking_configurations", "0"))
    #expect(shown["lock_type"] == "both")
    #expect(shown["locked_for"] == "all_profiles")
    #expect(shown["restricted_actions"] == ["update", "delete"])
    #expect(shown.at("locking_rules", "0", "criteria", "value") == "Closed Won")
    #expect(shown.at("created_by", "name") == "Jane Hartley")
    let changed = try save(
      "PUT", "/\(id)?module=Deals", #""restricted_communications":["send_mail"]"#)
    #expect(changed?["message"] == "record locking configuration updated successfully")
    #expect(try crm.call("DELETE", "\(path)/\(id)?module=Deals").status == 200)
    #expect(try crm.get("\(path)/\(id)?module=Deals").json["code"] == "INVALID_DATA")
  }

  @Test func aModuleHasOneConfigurationAtMost() throws {
    let manual = #""lock_type":"manual""#
    let id = try save("POST", "?module=Deals", manual)?.at("details", "id")?.stringValue
    let second = try save("POST", "?module=Deals", manual)
    #expect(second?["code"] == "LIMIT_EXCEEDED")
    #expect(second?.at("details", "limit") == 1)
    #expect(try save("POST", "?module=Leads", manual)?["code"] == "SUCCESS")
    #expect(
      try crm.get("\(path)?module=Deals").json["record_locking_configurations"]?.arrayValue?.count
        == 1)
    #expect(try crm.call("DELETE", "\(path)/\(id ?? "")?module=Deals").status == 200)
    #expect(try save("POST", "?module=Deals", manual)?["code"] == "SUCCESS")
  }

  @Test func configurationsThatAreRefused() throws {
    #expect(try save("POST", "?module=Deals", "")?["code"] == "MANDATORY_NOT_FOUND")
    let type = try save("POST", "?module=Deals", #""lock_type":"never""#)
    #expect(type?.at("details", "supported_values") == ["automatic", "manual", "both"])
    #expect(
      try save("POST", "?module=Deals", #""lock_type":"automatic""#)?["code"]
        == "DEPENDENT_FIELD_MISSING")
    #expect(
      try crm.call("POST", "\(path)?module=Boats", #"{"record_locking_configurations":[{}]}"#)
        .json["code"] == "INVALID_MODULE")
    #expect(
      try save("PUT", "?module=Deals", #""id":"7","lock_type":"manual""#)?["code"]
        == "INVALID_DATA")
  }
}
