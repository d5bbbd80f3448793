import Testing

@testable import LocalZoho

/// What a layout asks of the records that are written.
@Suite struct LayoutRuleTests {
  let crm: CRMHarness
  init() throws { crm = try CRMHarness() }

  private func id(_ value: JSONValue?) throws -> String {
    try #require(value?["id"]?.stringValue)
  }

  private func choice(_ field: JSONValue, _ name: String) throws -> String {
    try id(
      field["pick_list_values"]?.arrayValue?.first { $0["actual_value"] == .string(name) })
  }

  private func depend(isActive: Bool = true) throws {
    let layout = try id(try crm.get("settings/layouts?module=Leads").json.at("layouts", "0"))
    let fields = try crm.get("settings/fields?module=Leads").json["fields"]?.arrayValue ?? []
    let parent = try #require(fields.first { $0["api_name"] == "Lead_Source" })
    let child = try #require(fields.first { $0["api_name"] == "Lead_Status" })
    let made = try crm.call(
      "POST", "settings/layouts/\(layout)/map_dependency?module=Leads",
      """
      {"map_dependency":[{"parent":{"id":"\(try id(parent))"},"child":{"id":"\(try id(child))"},
       "active":\(isActive),
       "pick_list_values":[{"id":"\(try choice(parent, "Cold Call"))",
         "maps":[{"id":"\(try choice(child, "Contacted"))"}]}]}]}
      """)
    try #require(made.status == 201)
  }

  @Test func aChoiceHasToGoWithTheOneItDependsOn() throws {
    try depend()
    let refused = try crm.call(
      "POST", "Leads",
      #"""
      {"data":[{"Last_Name":"Marsh","Company":"Marsh","Lead_Source":"Cold Call",
       "Lead_Status":"Lost Lead"}]}
      """#)
    #expect(refused.status == 400)
    #expect(
      refused.data[0]
        == (try json(
          #"""
          {"code":"MAPPING_MISMATCH","details":{"mapped_field":"Lead_Source",
            "api_name":"Lead_Status","json_path":"$.data[0].Lead_Status",
            "supported_values":["Contacted"]},
            "message":"the given value is not mapped to the value of the parent field",
            "status":"error"}
          """#)))
    let lead = try crm.insert(
      "Leads",
      #"{"Last_Name":"Marsh","Company":"A","Lead_Source":"Cold Call","Lead_Status":"Contacted"}"#)
    let later = try crm.call("PUT", "Leads/\(lead)", #"{"data":[{"Lead_Status":"Lost Lead"}]}"#)
    #expect(later.data[0]["code"] == "MAPPING_MISMATCH")
    // A choice that nobody mapped allows everything, and what is not touched is not checked.
    #expect(
      try crm.call(
        "PUT", "Leads/\(lead)",
        #"{"data":[{"Lead_Source":"Advertisement","Lead_Status":"Lost Lead"}]}"#
      ).status == 200)
    #expect(try crm.call("PUT", "Leads/\(lead)", #"{"data":[{"Phone":"1"}]}"#).status == 200)
  }

  @Test func aDependencyThatIsOffAsksNothing() throws {
    try depend(isActive: false)
    _ = try crm.insert(
      "Leads",
      #"{"Last_Name":"Marsh","Company":"A","Lead_Source":"Cold Call","Lead_Status":"Lost Lead"}"#)
  }

  @Test func aLayoutTakesOnlyTheChoicesItOffers() throws {
    let deal = """
      "Deal_Name":"A","Pipeline":"Partner Sales","Stage":"Qualification","Closing_Date":"2026-12-01"
      """
    let refused = try crm.call(
      "POST", "Deals", "{\"data\":[{\(deal),\"Lead_Source\":\"Cold Call\"}]}")
    #expect(refused.data[0]["code"] == "INVALID_DATA")
    #expect(
      refused.data[0].at("details", "supported_values") == ["Partner", "External Referral"])
    let id = try crm.insert("Deals", "{\(deal),\"Lead_Source\":\"Partner\"}")
    let cleared = try crm.call("PUT", "Deals/\(id)", #"{"data":[{"Closing_Date":null}]}"#)
    #expect(cleared.data[0]["code"] == "MANDATORY_NOT_FOUND")
    #expect(cleared.data[0].at("details", "json_path") == "$.data[0].Closing_Date")
  }
}
