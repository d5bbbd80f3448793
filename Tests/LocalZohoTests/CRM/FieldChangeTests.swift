import Testing

@testable import LocalZoho

@Suite struct FieldChangeTests {
  private func create(_ crm: CRMHarness, _ field: String, in module: String = "Deals") throws
    -> CRMHarness.Answer
  {
    try crm.call("POST", "settings/fields?module=\(module)", "{\"fields\":[\(field)]}")
  }

  @Test func aFieldOfOnesOwnIsWrittenReadAndSearched() throws {
    let crm = try CRMHarness()
    let old = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    let made = try create(
      crm,
      """
      {"field_label":"Machine Type","data_type":"picklist","pick_list_values":[
       {"display_value":"Lathe","actual_value":"Lathe"},{"display_value":"Mill"}]}
      """)
    let id = try #require(made.json.at("fields", "0", "details", "id")?.stringValue)
    #expect(made.status == 201)
    #expect(
      made.json
        == (try json(
          """
          {"fields":[{"code":"SUCCESS","details":{"id":"\(id)"},"message":"field created",
            "status":"success"}]}
          """)))
    let field = try crm.get("settings/fields/\(id)?module=Deals").json.at("fields", "0")
    #expect(field?["api_name"] == "Machine_Type")
    #expect(field?["custom_field"] == true)
    #expect(
      field?["pick_list_values"]?.arrayValue?.map { $0["display_value"] } == ["Lathe", "Mill"])
    #expect(try crm.get("Deals/\(old)").data[0]["Machine_Type"] == .null)
    let deal = try crm.insert(
      "Deals", #"{"Deal_Name":"Mill","Stage":"Qualification","Machine_Type":"Mill"}"#)
    #expect(
      try crm.get("Deals/search?criteria=(Machine_Type:equals:Mill)").data.map { $0["id"] } == [
        .string(deal)
      ])
    let wrong = try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Machine_Type":"Saw"}]}"#)
    #expect(wrong.data[0].at("details", "supported_values") == ["Lathe", "Mill"])
    let layouts = try crm.get("settings/layouts?module=Deals").json
    let shown = layouts.at("layouts", "0", "sections", "0", "fields")?.arrayValue ?? []
    #expect(shown.contains { $0["api_name"] == "Machine_Type" })
    #expect(try crm.effects().first { $0.contains("fields") } == "created fields \(id)")
  }

  @Test func choicesAreAddedRenamedAndTakenAway() throws {
    let crm = try CRMHarness()
    let fields = try crm.get("settings/fields?module=Deals").json["fields"]?.arrayValue ?? []
    let type = try #require(fields.first { $0["api_name"] == "Type" })
    let id = try #require(type["id"]?.stringValue)
    let first = try #require(type.at("pick_list_values", "0", "id")?.stringValue)
    let second = try #require(type.at("pick_list_values", "1", "id")?.stringValue)
    let answer = try crm.call(
      "PATCH", "settings/fields/\(id)?module=Deals",
      """
      {"fields":[{"field_label":"Kind","pick_list_values":[
       {"id":"\(first)","display_value":"Known customer"},
       {"id":"\(second)","_delete":null},{"display_value":"Tender"}]}]}
      """)
    #expect(answer.json.at("fields", "0", "message") == "field updated")
    let values = try crm.get("settings/fields/\(id)/pick_list_values?module=Deals").json[
      "pick_list_values"]?.arrayValue
    #expect(values?.map { $0["display_value"] } == ["Known customer", "Tender"])
    #expect(values?.map { $0["actual_value"] } == ["Existing Business", "Tender"])
    #expect(values?[0]["layout_associations"]?.arrayValue?.count == 2)
    let unknown = try crm.call(
      "PATCH", "settings/fields?module=Deals", #"{"fields":[{"id":"7","field_label":"A"}]}"#)
    #expect(unknown.json.at("fields", "0", "details", "json_path") == "$.fields[0].id")
  }

  @Test func onlyFieldsOfOnesOwnAreDeleted() throws {
    let crm = try CRMHarness()
    let made = try create(crm, #"{"field_label":"Old Code","data_type":"text","unique":{}}"#)
    let id = try #require(made.json.at("fields", "0", "details", "id")?.stringValue)
    let deleted = try crm.call("DELETE", "settings/fields/\(id)?module=Deals")
    #expect(
      deleted.json
        == (try json(
          """
          {"fields":[{"code":"SUCCESS","details":{"id":"\(id)"},"message":"field deleted",
            "status":"success"}]}
          """)))
    #expect(try crm.get("settings/fields/\(id)?module=Deals").status == 204)
    _ = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification","Old_Code":"x"}"#)
    let system = try crm.call("DELETE", "settings/fields/Amount?module=Deals")
    #expect(system.json["code"] == "NOT_ALLOWED")
    #expect(
      try crm.call("DELETE", "settings/fields/7?module=Deals").json.at(
        "details", "resource_path_index") == 2)
  }

  @Test(
    arguments: [
      (#"{"data_type":"text"}"#, "MANDATORY_NOT_FOUND", "$.fields[0].field_label"),
      (#"{"field_label":"A"}"#, "MANDATORY_NOT_FOUND", "$.fields[0].data_type"),
      (#"{"field_label":"A","data_type":"colour"}"#, "INVALID_DATA", "$.fields[0].data_type"),
      (
        #"{"field_label":"Amount","data_type":"text"}"#, "DUPLICATE_DATA", "$.fields[0].field_label"
      ),
      (
        #"{"field_label":"A","data_type":"picklist"}"#, "MANDATORY_NOT_FOUND",
        "$.fields[0].pick_list_values"
      ),
      (
        #"{"field_label":"A","data_type":"lookup"}"#, "DEPENDENT_FIELD_MISSING",
        "$.fields[0].lookup"
      ),
      (
        #"{"field_label":"A","data_type":"text","length":900}"#, "INVALID_DATA",
        "$.fields[0].length"
      ),
    ])
  func fieldsThatAreRefused(field: String, code: String, path: String) throws {
    let answer = try create(try CRMHarness(), field)
    #expect(answer.status == 400)
    #expect(answer.json.at("fields", "0", "code") == .string(code))
    #expect(answer.json.at("fields", "0", "details", "json_path") == .string(path))
  }
}
