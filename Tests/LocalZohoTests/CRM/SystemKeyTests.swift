import Testing

@testable import LocalZoho

@Suite struct SystemKeyTests {
  @Test func oneRecordSaysWhatTheSystemKnowsOfIt() throws {
    let crm = try CRMHarness()
    let id = try crm.insert("Leads", #"{"Last_Name":"Marsh","Company":"Marsh Ltd"}"#)
    let lead = try crm.get("Leads/\(id)").data[0]
    let layouts = try crm.get("settings/layouts?module=Leads").json
    let layout = try #require(layouts.at("layouts", "0", "id")?.stringValue)
    #expect(
      lead["Layout"]
        == (try json(
          "{\"display_label\":\"Standard\",\"name\":\"Standard\",\"id\":\"\(layout)\"}")))
    #expect(lead["Locked__s"] == false)
    #expect(lead["Record_Status__s"] == "Available")
    #expect(lead["$approval_state"] == "approved")
    #expect(
      lead["$approval"]
        == (try json(
          """
          {"delegate":false,"takeover":false,"approve":false,"reject":false,"resubmit":false}
          """)))
    #expect(
      lead["$review_process"]
        == (try json(#"{"approve":false,"reject":false,"resubmit":false}"#)))
    #expect(lead["$editable"] == true)
    #expect(lead["$in_merge"] == false)
    #expect(lead["$locked_for_me"] == false)
    #expect(lead["$currency_symbol"] == "£")
    #expect(lead["$converted"] == false)
    #expect(lead["$process_flow"] == false)
    let some = try crm.get("Leads/\(id)?fields=Last_Name").data[0]
    #expect(some == (try json("{\"Last_Name\":\"Marsh\",\"id\":\"\(id)\"}")))
  }

  @Test func anActivitySaysWhatItHangsOn() throws {
    let crm = try CRMHarness()
    let lead = try crm.insert("Leads", #"{"Last_Name":"Marsh","Company":"Marsh Ltd"}"#)
    let task = try crm.insert(
      "Tasks", "{\"Subject\":\"Ring\",\"What_Id\":{\"id\":\"\(lead)\"},\"$se_module\":\"Leads\"}")
    let answer = try crm.get("Tasks/\(task)").data[0]
    #expect(answer["$se_module"] == "Leads")
    #expect(answer["What_Id"] == (try json("{\"name\":\"Marsh\",\"id\":\"\(lead)\"}")))
  }

  @Test func aDealHasTheLayoutOfItsPipeline() throws {
    let crm = try CRMHarness()
    let layouts = try crm.get("settings/layouts?module=Deals").json["layouts"]?.arrayValue ?? []
    #expect(layouts.map { $0["name"] } == ["Standard", "Partner Deals"])
    let deal = try crm.insert(
      "Deals",
      """
      {"Deal_Name":"Reseller","Pipeline":"Partner Sales","Stage":"Qualification",
       "Closing_Date":"2026-12-01"}
      """)
    #expect(
      try crm.get("Deals/\(deal)?fields=Layout").data[0].at("Layout", "name") == "Partner Deals")
    let standard = try #require(layouts[0]["id"]?.stringValue)
    let refused = try crm.call(
      "POST", "Deals",
      """
      {"data":[{"Deal_Name":"Reseller","Pipeline":"Partner Sales","Stage":"Qualification",
       "Layout":{"id":"\(standard)"}}]}
      """)
    #expect(refused.data[0]["code"] == "MAPPING_MISMATCH")
    #expect(refused.data[0]["message"] == "Layout doesn't contain the Pipeline")
    let unknown = try crm.call(
      "POST", "Leads",
      #"{"data":[{"Last_Name":"Marsh","Company":"Marsh","Layout":{"id":"7"}}]}"#)
    #expect(unknown.data[0].at("details", "json_path") == "$.data[0].Layout")
  }
}
