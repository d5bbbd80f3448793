import Testing

@testable import LocalZoho

@Suite struct ModuleChangeTests {
  private func create(_ crm: CRMHarness, _ apiName: String) throws -> CRMHarness.Answer {
    let profile = try #require(
      try crm.get("settings/profiles").json.at("profiles", "0", "id")?.stringValue)
    return try crm.call(
      "POST", "settings/modules",
      """
      {"modules":[{"singular_label":"Machine","plural_label":"Machines",
       "api_name":"\(apiName)","profiles":[{"id":"\(profile)"}]}]}
      """)
  }

  @Test func aModuleOfOnesOwnTakesEveryCall() throws {
    var crm = try CRMHarness()
    let made = try create(crm, "Machines")
    let id = try #require(made.json.at("modules", "0", "details", "id")?.stringValue)
    #expect(made.status == 201)
    #expect(made.credits == 500)
    #expect(made.json.at("modules", "0", "message") == "module created successfully")
    let module = try crm.get("settings/modules/Machines").json.at("modules", "0")
    #expect(module?["id"] == .string(id))
    #expect(module?["generated_type"] == "custom")
    let one = try crm.insert(
      "Machines", #"{"Name":"Lathe 7","Email":"seven@lathe.example","Tag":[{"name":"Old"}]}"#)
    let record = try crm.get("Machines/\(one)").data[0]
    #expect(record["Name"] == "Lathe 7")
    #expect(record.at("Layout", "name") == "Standard")
    #expect(record.at("Owner", "name") == "Jane Hartley")
    #expect(try crm.get("Machines?fields=Name").data.map { $0["Name"] } == ["Lathe 7"])
    #expect(try crm.get("Machines/search?word=lathe").data.count == 1)
    let query = #"{"select_query":"select Name from Machines where Name like 'Lathe%'"}"#
    #expect(try crm.call("POST", "coql", query).data.count == 1)
    let upsert = try crm.call(
      "POST", "Machines/upsert", #"{"data":[{"Name":"Lathe 7","Email":"7@lathe.example"}]}"#)
    #expect(upsert.data[0]["action"] == "update")
    let task = try crm.insert(
      "Tasks",
      "{\"Subject\":\"Oil\",\"What_Id\":{\"id\":\"\(one)\"},\"$se_module\":\"Machines\"}")
    #expect(try crm.get("Tasks/\(task)").data[0].at("What_Id", "name") == "Lathe 7")
    #expect(try crm.get("Machines/\(one)/Tasks?fields=Subject").data.count == 1)
    _ = try crm.call("POST", "Machines/\(one)/Notes", #"{"data":[{"Note_Content":"Loud"}]}"#)
    #expect(try crm.get("Machines/\(one)/Notes?fields=Note_Content").data.count == 1)
    let views = try crm.get("settings/custom_views?module=Machines").json["custom_views"]
    #expect(views?.arrayValue?.map { $0["name"] } == ["All Machines", "My Machines"])
    #expect(try crm.call("DELETE", "Machines/\(one)").status == 200)
    crm.scopes = ["ZohoCRM.modules.custom.READ"]
    #expect(try crm.get("Machines?fields=Name").status == 204)
    #expect(try crm.call("POST", "Machines", "{}").status == 401)
  }

  @Test func modulesAreRenamed() throws {
    let crm = try CRMHarness()
    let answer = try crm.call(
      "PUT", "settings/modules/Deals", #"{"modules":[{"plural_label":"Chances"}]}"#)
    #expect(answer.json.at("modules", "0", "message") == "module updated successfully")
    #expect(
      try crm.get("settings/modules/Deals").json.at("modules", "0", "plural_label") == "Chances")
    let taken = try crm.call(
      "PUT", "settings/modules/Deals", #"{"modules":[{"plural_label":"Leads"}]}"#)
    #expect(taken.json.at("modules", "0", "code") == "DUPLICATE_DATA")
    let nothing = try crm.call("PUT", "settings/modules/Deals", #"{"modules":[{}]}"#)
    #expect(nothing.json.at("modules", "0", "code") == "EXPECTED_FIELD_MISSING")
    #expect(
      try crm.call("PUT", "settings/modules/Potions", #"{"modules":[{"plural_label":"A"}]}"#)
        .json["code"] == "INVALID_MODULE")
  }

  @Test(
    arguments: [
      ("users", "RESERVED_KEYWORD_NOT_ALLOWED"), ("Deals", "DUPLICATE_DATA"),
      ("7up", "INVALID_DATA"), ("", "MANDATORY_NOT_FOUND"),
    ])
  func namesThatAreRefused(apiName: String, code: String) throws {
    let answer = try create(try CRMHarness(), apiName)
    #expect(answer.status == 400)
    #expect(answer.json.at("modules", "0", "code") == .string(code))
    #expect(answer.json.at("modules", "0", "details", "json_path") == "$.modules[0].api_name")
  }
}
