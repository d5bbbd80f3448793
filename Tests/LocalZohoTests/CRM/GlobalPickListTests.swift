import Testing

@testable import LocalZoho

@Suite struct GlobalPickListTests {
  let crm: CRMHarness
  init() throws { crm = try CRMHarness() }

  private let path = "settings/global_picklists"

  private func make() throws -> String {
    let made = try crm.call(
      "POST", path,
      #"""
      {"global_picklists":[{"display_label":"Regions","pick_list_values":[
        {"display_value":"North","type":"used"},{"display_value":"South","type":"used"}]}]}
      """#)
    #expect(made.status == 201)
    return try #require(made.json.at("global_picklists", "0", "details", "id")?.stringValue)
  }

  /// A field of deals that uses it.
  private func use(_ list: String) throws -> String {
    let made = try crm.call(
      "POST", "settings/fields?module=Deals",
      """
      {"fields":[{"field_label":"Region","data_type":"picklist",
       "global_picklist":{"id":"\(list)"}}]}
      """)
    return try #require(made.json.at("fields", "0", "details", "id")?.stringValue)
  }

  @Test func aListIsMadeAndRead() throws {
    #expect(try crm.get(path).status == 204)
    let id = try make()
    let list = try #require(try crm.get("\(path)/\(id)").json.at("global_picklists", "0"))
    #expect(list["display_label"] == "Regions")
    #expect(list["api_name"] == "Regions")
    #expect(list["created_time"] == "2026-11-24T10:00:00+00:00")
    #expect(list.at("created_by", "name") == "Jane Hartley")
    #expect(list.at("pick_list_values", "1", "actual_value") == "South")
    #expect(list.at("pick_list_values", "1", "sequence_number") == 2)
    #expect(list["associated_fields_count"] == 0)
  }

  @Test func aDescriptionIsKeptUntilItIsCleared() throws {
    let id = try make()
    func change(_ text: String) throws -> JSONValue? {
      try crm.call("PATCH", "\(path)/\(id)", "{\"global_picklists\":[{\"description\":\(text)}]}")
        .json
        .at("global_picklists", "0")
    }
    func shown() throws -> JSONValue? {
      try crm.get("\(path)/\(id)").json.at("global_picklists", "0", "description")
    }
    #expect(try shown() == .null)
    #expect(try change(#""As on the map""#)?["code"] == "SUCCESS")
    #expect(try shown() == "As on the map")
    let long = String(repeating: "m", count: 1001)
    #expect(try change("\"\(long)\"")?.at("details", "maximum_length") == 1000)
    #expect(try shown() == "As on the map")
    #expect(try change("null")?["code"] == "SUCCESS")
    #expect(try shown() == .null)
  }

  @Test func fieldsOfferItsChoicesAsTheyChange() throws {
    let id = try make()
    _ = try use(id)
    let deal = try crm.insert(
      "Deals", #"{"Deal_Name":"A","Stage":"Qualification","Region":"North"}"#)
    let refused = try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Region":"West"}]}"#)
    #expect(refused.data[0].at("details", "supported_values") == ["North", "South"])
    let changed = try crm.call(
      "PATCH", "\(path)/\(id)",
      #"{"global_picklists":[{"pick_list_values":[{"display_value":"West","type":"used"}]}]}"#)
    #expect(changed.json.at("global_picklists", "0", "code") == "SUCCESS")
    #expect(
      try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Region":"West"}]}"#).status == 200)
    let fields = try crm.get("\(path)/\(id)/actions/associations").json
    #expect(fields.at("associations", "0", "field", "api_name") == "Region")
    #expect(fields.at("associations", "0", "module", "api_name") == "Deals")
    #expect(fields.at("info", "count") == 1)
  }

  @Test func aChoiceTakesThePlaceOfAnotherInEveryRecord() throws {
    let id = try make()
    _ = try use(id)
    let deal = try crm.insert(
      "Deals", #"{"Deal_Name":"A","Stage":"Qualification","Region":"North"}"#)
    let answer = try crm.call(
      "POST", "\(path)/\(id)/actions/replace_picklist_values",
      #"""
      {"replace_picklist_values":[{"old_value":{"display_value":"North"},
       "new_value":{"display_value":"South"}}]}
      """#)
    #expect(answer.json.at("replace_picklist_values", "0", "code") == "SCHEDULED")
    #expect(try crm.get("Deals/\(deal)").data[0]["Region"] == "South")
    #expect(
      try crm.get("\(path)/\(id)/actions/replaced_values").json.at(
        "replaced_values", "0", "display_value") == "North")
  }

  @Test func listsThatAreRefused() throws {
    let id = try make()
    func code(_ body: String) throws -> JSONValue? {
      try crm.call("POST", path, body).json.at("global_picklists", "0", "code")
    }
    let values = #""pick_list_values":[{"display_value":"A"}]"#
    #expect(
      try code("{\"global_picklists\":[{\"display_label\":\"Regions\",\(values)}]}")
        == "DUPLICATE_DATA")
    #expect(try code("{\"global_picklists\":[{\(values)}]}") == "MANDATORY_NOT_FOUND")
    #expect(
      try code(#"{"global_picklists":[{"display_label":"B"}]}"#) == "MANDATORY_NOT_FOUND")
    #expect(try crm.get("\(path)/77").json["code"] == "INVALID_DATA")
    let field = try use(id)
    #expect(
      try crm.call("DELETE", "\(path)/\(id)").json.at("global_picklists", "0", "code")
        == "CANNOT_DELETE")
    _ = try crm.call("DELETE", "settings/fields/\(field)?module=Deals")
    #expect(
      try crm.call("DELETE", "\(path)?ids=\(id)").json.at("global_picklists", "0", "code")
        == "SUCCESS")
    #expect(try crm.get(path).status == 204)
  }
}
