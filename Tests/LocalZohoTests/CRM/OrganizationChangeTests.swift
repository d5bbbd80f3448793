import Testing

@testable import LocalZoho

@Suite struct OrganizationChangeTests {
  private func id(_ crm: CRMHarness, _ kind: String, _ name: String) throws -> String {
    let all = try crm.get("settings/\(kind)").json[kind]?.arrayValue
    let found = all?.first { $0["name"] == .string(name) }
    return try #require(found?["id"]?.stringValue)
  }

  private func addTom(_ crm: CRMHarness) throws -> CRMHarness.Answer {
    try crm.call(
      "POST", "users",
      """
      {"users":[{"first_name":"Tom","last_name":"Reed","email":"tom.reed@fairlead.example",
       "role":{"id":"\(try id(crm, "roles", "Sales"))"},
       "profile":{"id":"\(try id(crm, "profiles", "Standard"))"}}]}
      """)
  }

  @Test func peopleJoinChangeAndLeave() throws {
    let crm = try CRMHarness()
    let added = try addTom(crm)
    let tom = try #require(added.json.at("users", "0", "details", "id")?.stringValue)
    #expect(added.status == 201)
    #expect(
      added.json
        == (try json(
          """
          {"users":[{"code":"SUCCESS","details":{"id":"\(tom)"},"message":"User added",
            "status":"success"}]}
          """)))
    #expect(try addTom(crm).json.at("users", "0", "code") == "DUPLICATE_DATA")
    #expect(try crm.get("users?type=ActiveUsers").json["users"]?.arrayValue?.count == 2)
    let off = try crm.call(
      "PUT", "users/\(tom)", #"{"users":[{"last_name":"Reade","status":"inactive"}]}"#)
    #expect(off.json.at("users", "0", "message") == "User updated")
    let away = try crm.get("users?type=DeactiveUsers").json.at("users", "0")
    #expect(away?["full_name"] == "Tom Reade")
    let gone = try crm.call("DELETE", "users/\(tom)")
    #expect(gone.json.at("users", "0", "message") == "User deleted")
    #expect(try crm.get("users?type=DeletedUsers").json.at("users", "0", "id") == .string(tom))
    #expect(try crm.get("users").json["users"]?.arrayValue?.count == 1)
    #expect(
      try crm.call("DELETE", "users/\(tom)").json.at("users", "0", "code")
        == "ID_ALREADY_DELETED")
    let first = try crm.call("DELETE", "users/4150868000000000101")
    #expect(first.json.at("users", "0", "message") == "Primary contact cannot be deleted")
    #expect(try crm.call("DELETE", "users/7").json.at("details", "resource_path_index") == 1)
    let missing = try crm.call("POST", "users", #"{"users":[{"last_name":"Reed"}]}"#)
    #expect(missing.json.at("users", "0", "details", "json_path") == "$.users[0].email")
  }

  @Test func rolesHaveAnOrder() throws {
    let crm = try CRMHarness()
    let roles = try crm.get("settings/roles").json["roles"]?.arrayValue ?? []
    #expect(roles.map { $0["name"] } == ["CEO", "Manager", "Sales"])
    #expect(roles[1].at("reporting_to", "name") == "CEO")
    let sales = try id(crm, "roles", "Sales")
    let added = try crm.call(
      "POST", "settings/roles",
      "{\"roles\":[{\"name\":\"Junior\",\"reporting_to\":{\"id\":\"\(sales)\"}}]}")
    let junior = try #require(added.json.at("roles", "0", "details", "id")?.stringValue)
    #expect(added.json.at("roles", "0", "message") == "Role added")
    let renamed = try crm.call(
      "PUT", "settings/roles/\(junior)", #"{"roles":[{"name":"Trainee"}]}"#)
    #expect(renamed.json.at("roles", "0", "message") == "Role updated")
    #expect(
      try crm.get("settings/roles/\(junior)").json.at("roles", "0", "name") == "Trainee")
    let path = "settings/roles/\(junior)"
    #expect(
      try crm.call("DELETE", path).json.at("details", "param_name") == "transfer_to_id")
    #expect(
      try crm.call("DELETE", "\(path)?transfer_to_id=\(junior)").json.at(
        "details", "role_status") == "same_role")
    #expect(try crm.call("DELETE", "\(path)?transfer_to_id=\(sales)").status == 200)
    #expect(try crm.get(path).status == 204)
    let twice = try crm.call(
      "POST", "settings/roles",
      "{\"roles\":[{\"name\":\"Sales\",\"reporting_to\":{\"id\":\"\(sales)\"}}]}")
    #expect(twice.json.at("roles", "0", "code") == "DUPLICATE_DATA")
  }

  @Test func profilesAreCloned() throws {
    let crm = try CRMHarness()
    let standard = try id(crm, "profiles", "Standard")
    let made = try crm.call(
      "POST", "settings/profiles/\(standard)/actions/clone", #"{"profiles":[{"name":"Temp"}]}"#)
    let temp = try #require(made.json.at("profiles", "0", "details", "id")?.stringValue)
    let whole = try crm.get("settings/profiles/\(temp)").json.at("profiles", "0")
    #expect(whole?["custom"] == true)
    #expect(whole?.at("permissions_details", "0", "display_label") == "View")
    let system = try crm.call(
      "PUT", "settings/profiles/\(standard)", #"{"profiles":[{"name":"A"}]}"#)
    #expect(system.json["message"] == "System profile cannot be updated")
    let gone = try crm.call("DELETE", "settings/profiles/\(temp)?transfer_to=\(standard)")
    #expect(gone.json["message"] == "Profile deleted")
  }

  @Test func currenciesAreAddedAndTheirRatesChanged() throws {
    let crm = try CRMHarness()
    let added = try crm.call(
      "POST", "org/currencies", #"{"currencies":[{"iso_code":"CHF","exchange_rate":"1.12"}]}"#)
    let id = try #require(added.json.at("currencies", "0", "details", "id")?.stringValue)
    #expect(
      added.json
        == (try json(
          """
          {"currencies":[{"code":"SUCCESS","details":{"id":"\(id)"},
            "message":"The multi-currency feature is configured successfully",
            "status":"success"}]}
          """)))
    let deal = try crm.insert(
      "Deals", #"{"Deal_Name":"Alp","Stage":"Qualification","Currency":"CHF"}"#)
    let record = try crm.get("Deals/\(deal)").data[0]
    #expect(try record["Exchange_Rate"] == json("1.12"))
    #expect(record["$currency_symbol"] == "CHF")
    let changed = try crm.call(
      "PUT", "org/currencies/\(id)", #"{"currencies":[{"exchange_rate":"1.2"}]}"#)
    #expect(changed.status == 200)
    #expect(
      try crm.get("org/currencies/\(id)").json.at("currencies", "0", "exchange_rate") == "1.2")
    let base = try crm.get("org/currencies").json["currencies"]?.arrayValue?
      .first { $0["is_base"] == true }
    let fixed = try crm.call(
      "PUT", "org/currencies",
      "{\"currencies\":[{\"id\":\"\(base?["id"]?.stringValue ?? "")\",\"exchange_rate\":\"2\"}]}")
    #expect(fixed.json.at("currencies", "0", "code") == "NOT_ALLOWED")
    let twice = try crm.call(
      "POST", "org/currencies", #"{"currencies":[{"iso_code":"CHF","exchange_rate":"1"}]}"#)
    #expect(twice.json.at("currencies", "0", "code") == "DUPLICATE_DATA")
    let unknown = try crm.call(
      "POST", "org/currencies", #"{"currencies":[{"iso_code":"XXX","exchange_rate":"1"}]}"#)
    #expect(unknown.json.at("currencies", "0", "details", "api_name") == "iso_code")
    #expect(
      try crm.call("POST", "org/currencies/actions/enable", "{}").json["code"]
        == "ALREADY_ENABLED")
    let offered = try crm.get("org/currencies/actions/available_currencies").json
    #expect(
      offered["available_currencies"]?.arrayValue?.contains { $0["iso_code"] == "JPY" } == true)
  }

  @Test func singleSettingsAreKept() throws {
    let crm = try CRMHarness()
    #expect(
      try crm.get("settings/fiscal_year").json.at("fiscal_year", "start_month") == "JANUARY")
    let year = try crm.call(
      "PUT", "settings/fiscal_year", #"{"fiscal_year":{"start_month":"APRIL"}}"#)
    #expect(year.json.at("fiscal_year", "code") == "SUCCESS")
    #expect(try crm.get("settings/fiscal_year").json.at("fiscal_year", "start_month") == "APRIL")
    let wrong = try crm.call(
      "PUT", "settings/fiscal_year", #"{"fiscal_year":{"start_month":"MAI"}}"#)
    #expect(wrong.json.at("fiscal_year", "message") == "Please give a valid month")
    let path = "settings/duplicate_check_preference?module=Leads"
    #expect(try crm.get(path).status == 204)
    let body = #"{"duplicate_check_preference":{"type":"converted_records"}}"#
    #expect(try crm.call("POST", path, body).status == 200)
    #expect(try crm.call("POST", path, body).json["code"] == "ALREADY_CONFIGURED")
    #expect(
      try crm.get(path).json.at("duplicate_check_preference", "type") == "converted_records")
    #expect(try crm.call("DELETE", path).status == 200)
    #expect(
      try crm.get("settings/duplicate_check_preference?module=Deals").json["code"]
        == "NOT_SUPPORTED")
    let variable = try crm.call(
      "POST", "settings/variables",
      """
      {"variables":[{"api_name":"Region","name":"Region","type":"text","value":"North",
       "variable_group":{"id":"4150868000000029002"}}]}
      """)
    #expect(variable.status == 201)
    _ = try crm.call("PUT", "settings/variables/Region", #"{"variables":[{"value":"South"}]}"#)
    #expect(
      try crm.get("settings/variables/Region").json.at("variables", "0", "value") == "South")
    #expect(try crm.call("DELETE", "settings/variables/Region").status == 200)
    #expect(try crm.get("settings/variables").status == 204)
    let features = try crm.get("__features/user_licenses").json.at("__features", "0")
    #expect(features?.at("details", "used_count", "total") == 1)
    #expect(try crm.get("__features?api_names=magic").json["code"] == "INVALID_DATA")
  }
}
