import Testing

@testable import LocalZoho

@Suite struct SettingsTests {
  private func field(_ name: String, of module: String) throws -> JSONValue? {
    try CRMHarness().get("settings/fields?module=\(module)").json["fields"]?.arrayValue?
      .first { $0["api_name"] == .string(name) }
  }

  @Test func theModulesAreListed() throws {
    let crm = try CRMHarness()
    let modules = try crm.get("settings/modules").json["modules"]?.arrayValue ?? []
    #expect(
      modules.compactMap { $0["api_name"]?.stringValue } == [
        "Leads", "Contacts", "Accounts", "Deals", "Tasks", "Events", "Calls", "Products", "Notes",
        "Quotes", "Sales_Orders",
      ])
    let events = try crm.get("settings/modules/Events").json.at("modules", "0")
    #expect(events?["plural_label"] == "Meetings")
    #expect(events?["api_supported"] == true)
    #expect(try crm.get("settings/modules/Potions").json["code"] == "INVALID_MODULE")
  }

  @Test func aStageSaysItsProbabilityAndForecast() throws {
    let stage = try field("Stage", of: "Deals")
    #expect(stage?["data_type"] == "picklist")
    #expect(stage?["system_mandatory"] == true)
    let values = stage?["pick_list_values"]?.arrayValue ?? []
    let won = values.first { $0["actual_value"] == "Closed Won" }
    #expect(won?["probability"] == 100)
    #expect(won?["deal_category"] == "Closed Won")
    #expect(won?.at("forecast_category", "name") == "Closed")
    #expect(won?["forecast_type"] == "Closed Won")
    let lost = values.first { $0["actual_value"] == "Closed Lost" }
    #expect(lost?.at("forecast_category", "name") == "Omitted")
    #expect(values.first?["probability"] == 10)
    #expect(values.first?.at("forecast_category", "name") == "Pipeline")
  }

  @Test func fieldsSayWhatTheyTake() throws {
    let name = try field("Deal_Name", of: "Deals")
    #expect(name?["length"] == 120)
    #expect(name?["json_type"] == "string")
    #expect(name?["unique"] == [:])
    let account = try field("Account_Name", of: "Deals")
    #expect(account?["json_type"] == "jsonobject")
    #expect(account?.at("lookup", "module", "api_name") == "Accounts")
    #expect(try field("Email", of: "Contacts")?["unique"] == ["casesensitive": "false"])
    #expect(try field("Expected_Revenue", of: "Deals")?["read_only"] == true)
    #expect(try field("Amount", of: "Deals")?["decimal_place"] == 2)
    let crm = try CRMHarness()
    #expect(
      try crm.get("settings/fields").json.at("details", "param_name") == "module")
    #expect(try crm.get("settings/fields?module=Potions").json["code"] == "INVALID_MODULE")
    #expect(try crm.get("settings/fields/7?module=Deals").status == 204)
  }

  @Test func thePipelinesOfTheLayoutHaveTheirStagesInOrder() throws {
    let crm = try CRMHarness()
    let layouts = try crm.get("settings/layouts?module=Deals").json["layouts"]
    let layoutID = try #require(layouts?.at("0", "id")?.stringValue)
    let pipelines =
      try crm.get("settings/pipeline?layout_id=\(layoutID)").json["pipeline"]?.arrayValue ?? []
    #expect(pipelines.map { $0["actual_value"] } == ["Standard", "Renewals"])
    #expect(pipelines.map { $0["default"] } == [true, false])
    let maps = pipelines[1]["maps"]?.arrayValue ?? []
    #expect(
      maps.compactMap { $0["actual_value"]?.stringValue } == [
        "Renewal Due", "Needs Analysis", "Renewal Quoted", "Negotiation/Review", "Closed Won",
        "Closed Lost",
      ])
    #expect(maps.compactMap { $0["sequence_number"]?.intValue } == [1, 2, 3, 4, 5, 6])
    let stageID = try field("Stage", of: "Deals")?["pick_list_values"]?.arrayValue?
      .first { $0["actual_value"] == "Renewal Due" }?["id"]
    #expect(maps[0]["id"] == stageID)
    let missing = try crm.get("settings/pipeline")
    #expect(missing.json["code"] == "REQUIRED_PARAM_MISSING")
    #expect(missing.json.at("details", "param") == "layout_id")
    #expect(try crm.get("settings/pipeline?layout_id=7").json["code"] == "INVALID_DATA")
  }

  @Test func aLayoutHasSectionsWithRequiredFields() throws {
    let crm = try CRMHarness()
    let listed = try crm.get("settings/layouts?module=Deals").json.at("layouts", "0")
    let id = try #require(listed?["id"]?.stringValue)
    let layout = try crm.get("settings/layouts/\(id)?module=Deals").json.at("layouts", "0")
    #expect(layout == listed)
    let section = layout?.at("sections", "0")
    #expect(section?["name"] == "Deal Information")
    let stage = section?["fields"]?.arrayValue?.first { $0["api_name"] == "Stage" }
    #expect(stage?["required"] == true)
    #expect(try crm.get("settings/layouts/7?module=Deals").status == 204)
  }

  @Test func relatedListsAreNamed() throws {
    let lists =
      try CRMHarness().get("settings/related_lists?module=Deals").json["related_lists"]?
      .arrayValue ?? []
    let names = lists.compactMap { $0["api_name"]?.stringValue }
    #expect(names.contains("Stage_History"))
    #expect(names.contains("Open_Activities"))
    let history = lists.first { $0["api_name"] == "Stage_History" }
    let fields = history?["fields"]?.arrayValue?.compactMap { $0["api_name"]?.stringValue } ?? []
    #expect(fields.contains("Moved_To__s"))
    #expect(history?["href"] == "Deals/{ENTITYID}/Stage_History")
  }

  @Test func theOrganizationAndItsCurrencies() throws {
    let crm = try CRMHarness()
    let org = try crm.get("org").json.at("org", "0")
    #expect(org?["company_name"] == "Fairlead Trading Ltd")
    #expect(org?["iso_code"] == "GBP")
    #expect(org?.at("license_details", "paid_type") == "enterprise")
    let currencies = try crm.get("org/currencies").json["currencies"]?.arrayValue ?? []
    #expect(currencies.map { $0["iso_code"] } == ["GBP", "EUR", "USD"])
    #expect(currencies[0]["is_base"] == true)
    #expect(currencies[0]["exchange_rate"] == "1")
    #expect(currencies[1]["exchange_rate"] == "1.17")
    #expect(try crm.get("org/currencies/7").status == 204)
  }

  @Test func theUsers() throws {
    let crm = try CRMHarness()
    try crm.store.write { db in
      try User(
        id: "4150868000000000102", zuid: "2", firstName: "Omar", lastName: "Haddad",
        email: "omar@fairlead.example", role: "Sales", profile: "Standard", status: "disabled",
        sequence: 2
      ).insert(db)
    }
    let me = try crm.get("users?type=CurrentUser")
    #expect(me.json.at("users", "0", "email") == "jane.hartley@fairlead.example")
    #expect(me.json.at("users", "0", "full_name") == "Jane Hartley")
    #expect(me.json["info"] == ["per_page": 200, "count": 1, "page": 1, "more_records": false])
    #expect(try crm.get("users?type=AllUsers").json["users"]?.arrayValue?.count == 2)
    #expect(try crm.get("users?type=ActiveUsers").json["users"]?.arrayValue?.count == 1)
    #expect(
      try crm.get("users?type=DeactiveUsers").json.at("users", "0", "last_name") == "Haddad")
    #expect(try crm.get("users?type=DeletedUsers").status == 204)
    #expect(try crm.get("users?type=Odd").json["code"] == "PATTERN_NOT_MATCHED")
    #expect(
      try crm.get("users/4150868000000000102").json.at("users", "0", "status") == "disabled")
    #expect(try crm.get("users/99").status == 204)
  }
}

@Suite struct CustomFieldTests {
  @Test func aFieldOfTheOrganizationsOwnWorksLikeTheOthers() throws {
    let crm = try CRMHarness()
    let before = try crm.insert("Deals", #"{"Deal_Name":"Old","Stage":"Qualification"}"#)
    try crm.service.addField(
      CRMField(
        "Region", "Region", .picklist, values: PickListValue.values("North", "South"),
        in: "Deal Information"), to: "Deals")
    let described = try crm.get("settings/fields?module=Deals").json["fields"]?.arrayValue?.last
    #expect(described?["api_name"] == "Region")
    #expect(described?["custom_field"] == true)
    let id = try crm.insert(
      "Deals", #"{"Deal_Name":"New","Stage":"Qualification","Region":"North"}"#)
    #expect(try crm.get("Deals/\(id)?fields=Region").data[0]["Region"] == "North")
    #expect(try crm.get("Deals/\(before)?fields=Region").data[0]["Region"] == .null)
    let found = try crm.call(
      "POST", "coql", #"{"select_query":"select id from Deals where Region = 'North'"}"#)
    #expect(found.data == [["id": .string(id)]])
    let refused = try crm.call(
      "POST", "Deals",
      #"{"data":[{"Deal_Name":"New","Stage":"Qualification","Region":"West"}]}"#)
    #expect(refused.data[0].at("details", "supported_values") == ["North", "South"])
  }
}
