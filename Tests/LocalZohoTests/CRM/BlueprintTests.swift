import Testing

@testable import LocalZoho

@Suite struct BlueprintTests {
  private func partnerDeal(_ crm: CRMHarness, trigger: String = "") throws -> String {
    let answer = try crm.call(
      "POST", "Deals",
      """
      {"data":[{"Deal_Name":"Reseller","Pipeline":"Partner Sales","Stage":"Qualification",
       "Closing_Date":"2026-12-01"}]\(trigger)}
      """)
    return try #require(answer.data[0].at("details", "id")?.stringValue)
  }

  private func run(_ crm: CRMHarness, _ deal: String, _ name: String, _ data: String) throws
    -> CRMHarness.Answer
  {
    let transition = try crm.transitions(deal).first { $0["name"] == .string(name) }
    let id = try #require(transition?["id"]?.stringValue)
    return try crm.call(
      "PUT", "Deals/\(deal)/actions/blueprint",
      "{\"blueprint\":[{\"transition_id\":\"\(id)\",\"data\":\(data)}]}")
  }

  @Test func aRecordShowsWhereItStandsAndWhereItMayGo() throws {
    let crm = try CRMHarness()
    let deal = try partnerDeal(crm)
    let answer = try crm.get("Deals/\(deal)/actions/blueprint")
    let info = answer.json.at("blueprint", "process_info")
    #expect(info?["api_name"] == "Stage")
    #expect(info?["field_value"] == "Qualification")
    #expect(info?["name"] == "Partner Sales")
    #expect(info?.at("current_picklist", "value") == "Qualification")
    let transitions = try crm.transitions(deal)
    #expect(transitions.map { $0["name"] } == ["Qualify", "Lose"])
    #expect(transitions[0]["next_field_value"] == "Needs Analysis")
    #expect(transitions[0]["data"] == (try json(#"{"Amount":null,"Next_Step":null}"#)))
    #expect(transitions[0].at("fields", "0", "api_name") == "Amount")
    #expect(transitions[0].at("fields", "0", "mandatory") == true)
    #expect(transitions[0].at("fields", "1", "mandatory") == false)
    #expect(transitions[0].at("next_transitions", "0", "name") == "Send Proposal")
    #expect(try crm.get("Deals/\(deal)").data[0]["$process_flow"] == true)
  }

  @Test func theStageChangesOnlyByATransition() throws {
    let crm = try CRMHarness()
    let deal = try partnerDeal(crm)
    let refused = try crm.call(
      "PUT", "Deals/\(deal)", #"{"data":[{"Stage":"Needs Analysis"}]}"#)
    #expect(refused.status == 400)
    #expect(
      refused.data[0]
        == (try json(
          """
          {"code":"RECORD_IN_BLUEPRINT","details":{"api_name":"Stage",
            "json_path":"$.data[0].Stage"},"message":"The record is in blue print",
           "status":"error"}
          """)))
    #expect(try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Amount":5}]}"#).status == 200)
    let moved = try run(crm, deal, "Qualify", #"{"Amount":1200.5,"Next_Step":"Visit"}"#)
    #expect(
      moved.json
        == (try json(
          """
          {"code":"SUCCESS","details":{},"message":"transition updated successfully",
           "status":"success"}
          """)))
    let record = try crm.get("Deals/\(deal)").data[0]
    #expect(record["Stage"] == "Needs Analysis")
    #expect(record["Amount"] == .number(1200.5))
    let entry = try crm.get("Deals/\(deal)/__timeline").json.at("__timeline", "0")
    #expect(entry?["action"] == "transition_executed")
    #expect(entry?["source"] == "blueprint")
    #expect(entry?.at("automation_details", "transition", "name") == "Qualify")
    #expect(
      try crm.get("Deals/\(deal)/Stage_History?fields=Stage").data.map { $0["Stage"] } == [
        "Needs Analysis", "Qualification",
      ])
  }

  @Test func whatIsMissingIsSavedAndTheTransitionWaits() throws {
    let crm = try CRMHarness()
    let deal = try partnerDeal(crm)
    let saved = try run(crm, deal, "Qualify", #"{"Next_Step":"Visit"}"#)
    #expect(saved.json["message"] == "transition saved partially")
    let waiting = try crm.transitions(deal)[0]
    #expect(waiting["percent_partial_save"] == 50)
    #expect(waiting["data"] == (try json(#"{"Next_Step":"Visit","Amount":null}"#)))
    #expect(try crm.get("Deals/\(deal)").data[0]["Stage"] == "Qualification")
    _ = try run(crm, deal, "Qualify", #"{"Amount":10}"#)
    let record = try crm.get("Deals/\(deal)").data[0]
    #expect(record["Stage"] == "Needs Analysis")
    #expect(record["Next_Step"] == "Visit")
  }

  @Test func notesAndCheckListsBelongToATransition() throws {
    let crm = try CRMHarness()
    let deal = try partnerDeal(crm)
    _ = try run(crm, deal, "Qualify", #"{"Amount":10}"#)
    _ = try run(crm, deal, "Send Proposal", #"{"Closing_Date":"2027-01-15","Notes":"By post"}"#)
    #expect(
      try crm.get("Deals/\(deal)/Notes?fields=Note_Content").data[0]["Note_Content"] == "By post")
    let half = try run(
      crm, deal, "Negotiate", #"{"CheckLists":[{"Price list agreed":true}]}"#)
    #expect(half.json["message"] == "transition saved partially")
    let whole = try run(
      crm, deal, "Negotiate",
      #"{"CheckLists":[{"Price list agreed":true},{"Terms sent to the partner":true}]}"#)
    #expect(whole.json["message"] == "transition updated successfully")
    _ = try run(crm, deal, "Win", #"{"Amount":12}"#)
    #expect(try crm.get("Deals/\(deal)").data[0]["Stage"] == "Closed Won")
    let over = try crm.get("Deals/\(deal)/actions/blueprint")
    #expect(over.status == 400)
    #expect(
      over.json
        == (try json(
          """
          {"code":"RECORD_NOT_IN_PROCESS","details":{},"message":"record not in process",
           "status":"error"}
          """)))
  }

  @Test func transitionsThatAreRefused() throws {
    let crm = try CRMHarness()
    let deal = try partnerDeal(crm)
    let path = "Deals/\(deal)/actions/blueprint"
    let unknown = try crm.call(
      "PUT", path, #"{"blueprint":[{"transition_id":"7","data":{}}]}"#)
    #expect(
      unknown.json
        == (try json(
          """
          {"code":"INVALID_DATA","details":{},"message":"invalid transition","status":"error"}
          """)))
    let wrong = try run(crm, deal, "Qualify", #"{"Amount":"much"}"#)
    #expect(
      wrong.json
        == (try json(
          """
          {"code":"INVALID_DATA","details":{"api_name":"Amount","message":"invalid data",
            "parent_api_name":"data","expected_data_type":"double"},
           "message":"invalid data","status":"error"}
          """)))
    let foreign = try run(crm, deal, "Qualify", #"{"Type":"New Business"}"#)
    #expect(foreign.json.at("details", "api_name") == "Type")
    #expect(
      try crm.call("PUT", path, "{}").json.at("details", "json_path") == "$.blueprint")
    #expect(
      try crm.call("PUT", path, #"{"blueprint":[{}]}"#).json.at("details", "api_name")
        == "transition_id")
  }

  @Test func dealsOfOtherPipelinesAndOfAnEmptyTriggerMoveFreely() throws {
    let crm = try CRMHarness()
    let plain = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    #expect(
      try crm.get("Deals/\(plain)/actions/blueprint").json["code"] == "RECORD_NOT_IN_PROCESS")
    let free = try partnerDeal(crm, trigger: #","trigger":[]"#)
    let moved = try crm.call("PUT", "Deals/\(free)", #"{"data":[{"Stage":"Needs Analysis"}]}"#)
    #expect(moved.status == 200)
  }
}
