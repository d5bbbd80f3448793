import Testing

@testable import LocalZoho

@Suite struct LayoutChangeTests {
  private func layout(_ crm: CRMHarness, _ module: String, _ place: Int = 0) throws -> JSONValue {
    try #require(
      try crm.get("settings/layouts?module=\(module)").json.at("layouts", String(place)))
  }

  private func field(_ crm: CRMHarness, _ name: String, _ module: String) throws -> JSONValue {
    let fields = try crm.get("settings/fields?module=\(module)").json["fields"]?.arrayValue
    return try #require(fields?.first { $0["api_name"] == .string(name) })
  }

  @Test func aLayoutOffersItsOwnChoicesAndRequiresItsOwnFields() throws {
    let crm = try CRMHarness()
    let fields = (try layout(crm, "Deals", 1)["sections"]?.arrayValue ?? []).flatMap {
      $0["fields"]?.arrayValue ?? []
    }
    let closing = fields.first { $0["api_name"] == "Closing_Date" }
    let source = fields.first { $0["api_name"] == "Lead_Source" }
    #expect(closing?["required"] == true)
    #expect(
      source?["pick_list_values"]?.arrayValue?.map { $0["actual_value"] } == [
        "External Referral", "Partner",
      ])
    let refused = try crm.call(
      "POST", "Deals",
      #"{"data":[{"Deal_Name":"A","Pipeline":"Partner Sales","Stage":"Qualification"}]}"#)
    #expect(refused.data[0]["code"] == "MANDATORY_NOT_FOUND")
    #expect(refused.data[0].at("details", "api_name") == "Closing_Date")
  }

  @Test func aFieldBecomesRequiredInALayout() throws {
    let crm = try CRMHarness()
    let layout = try layout(crm, "Leads")
    let id = try #require(layout["id"]?.stringValue)
    let section = try #require(layout.at("sections", "0", "id")?.stringValue)
    let phone = try #require(try field(crm, "Phone", "Leads")["id"]?.stringValue)
    let answer = try crm.call(
      "PATCH", "settings/layouts/\(id)?module=Leads",
      """
      {"layouts":[{"name":"Everyday","sections":[{"id":"\(section)",
       "fields":[{"id":"\(phone)","required":true}]}]}]}
      """)
    #expect(
      answer.json
        == (try json(
          """
          {"layouts":[{"code":"SUCCESS","details":{"id":"\(id)"},"message":"layout updated",
            "status":"success"}]}
          """)))
    #expect(try self.layout(crm, "Leads")["name"] == "Everyday")
    let refused = try crm.call(
      "POST", "Leads", #"{"data":[{"Last_Name":"Marsh","Company":"Marsh"}]}"#)
    #expect(refused.data[0].at("details", "api_name") == "Phone")
    let unknown = try crm.call(
      "PATCH", "settings/layouts/7?module=Leads", #"{"layouts":[{"name":"A"}]}"#)
    #expect(unknown.json.at("details", "resource_path_index") == 2)
  }

  @Test func aLayoutIsSwitchedOffAndDeletedForAnother() throws {
    let crm = try CRMHarness()
    let standard = try #require(try layout(crm, "Deals")["id"]?.stringValue)
    let partner = try #require(try layout(crm, "Deals", 1)["id"]?.stringValue)
    let path = "settings/layouts/\(partner)"
    let first = try crm.call(
      "DELETE", "settings/layouts/\(standard)?module=Deals&transfer_to=\(partner)")
    #expect(first.json["code"] == "NOT_ALLOWED")
    #expect(
      try crm.call("DELETE", "\(path)?module=Deals").json["code"] == "REQUIRED_PARAM_MISSING")
    let off = try crm.call(
      "DELETE", "\(path)/actions/activate?module=Deals&transfer_to=\(standard)")
    #expect(off.json.at("layouts", "0", "message") == "layout deactivated successfully")
    #expect(try layout(crm, "Deals", 1)["status"] == "inactive")
    #expect(
      try crm.call("POST", "\(path)/actions/activate?module=Deals").json.at(
        "layouts", "0", "code") == "SUCCESS")
    let gone = try crm.call("DELETE", "\(path)?module=Deals&transfer_to=\(standard)")
    #expect(gone.json.at("layouts", "0", "message") == "layout deleted")
    #expect(try crm.get("\(path)?module=Deals").status == 204)
  }

  @Test func choicesOfOneListDependOnAnother() throws {
    let crm = try CRMHarness()
    let layout = try #require(try layout(crm, "Leads")["id"]?.stringValue)
    let parent = try field(crm, "Lead_Source", "Leads")
    let child = try field(crm, "Lead_Status", "Leads")
    func id(_ value: JSONValue, _ path: String...) throws -> String {
      var value: JSONValue? = value
      for step in path { value = value?.at(step) }
      return try #require(value?["id"]?.stringValue)
    }
    let body = """
      {"map_dependency":[{"parent":{"id":"\(try id(parent))"},"child":{"id":"\(try id(child))"},
       "pick_list_values":[{"id":"\(try id(parent, "pick_list_values", "0"))",
        "maps":[{"id":"\(try id(child, "pick_list_values", "1"))"}]}]}]}
      """
    let path = "settings/layouts/\(layout)/map_dependency"
    #expect(try crm.get("\(path)?module=Leads").status == 204)
    let made = try crm.call("POST", "\(path)?module=Leads", body)
    let saved = try #require(made.json.at("map_dependency", "0", "details", "id")?.stringValue)
    #expect(made.status == 201)
    #expect(made.json.at("map_dependency", "0", "message") == "Mapping Added Successfully")
    let one = try crm.get("\(path)/\(saved)?module=Leads").json.at("map_dependency", "0")
    #expect(one?.at("child", "api_name") == "Lead_Status")
    #expect(one?.at("pick_list_values", "0", "actual_value") == "Advertisement")
    #expect(one?.at("pick_list_values", "0", "maps", "0", "actual_value") == "Contact in Future")
    let list = try crm.get("\(path)?module=Leads").json
    #expect(list.at("info", "count") == 1)
    #expect(list.at("map_dependency", "0", "pick_list_values") == nil)
    let twice = try crm.call("POST", "\(path)?module=Leads", body)
    #expect(twice.json.at("map_dependency", "0", "code") == "MAPPING_ALREADY_EXISTS")
    #expect(try crm.call("PUT", "\(path)/\(saved)?module=Leads", body).status == 200)
    #expect(try crm.call("DELETE", "\(path)/\(saved)?module=Leads").status == 200)
    #expect(
      try crm.call("DELETE", "\(path)/\(saved)?module=Leads").json.at(
        "details", "resource_path_index") == 4)
  }

  @Test func aViewIsSorted() throws {
    let crm = try CRMHarness()
    let view = try #require(
      try crm.get("settings/custom_views?module=Deals").json.at("custom_views", "0", "id")?
        .stringValue)
    let answer = try crm.call(
      "PUT", "settings/custom_views/actions/change_sort?module=Deals",
      """
      {"custom_views":[{"id":"\(view)","sort_by":{"api_name":"Amount"},"sort_order":"desc"},
       {"id":"7","sort_by":{"api_name":"Amount"},"sort_order":"desc"}]}
      """)
    #expect(answer.status == 207)
    #expect(answer.json.at("custom_views", "1", "details", "api_name") == "id")
    let shown = try crm.get("settings/custom_views/\(view)?module=Deals").json.at(
      "custom_views", "0")
    #expect(shown?.at("sort_by", "api_name") == "Amount")
    #expect(shown?["sort_order"] == "desc")
    let wrong = try crm.call(
      "PUT", "settings/custom_views/\(view)/actions/change_sort?module=Deals",
      #"{"custom_views":[{"sort_by":{"api_name":"Colour"},"sort_order":"asc"}]}"#)
    #expect(wrong.json.at("custom_views", "0", "details", "api_name") == "sort_by")
  }
}
