import Testing

@testable import LocalZoho

@Suite struct RelatedRecordsTests {
  private func crmWithDeal() throws -> (CRMHarness, account: String, contact: String, deal: String)
  {
    let crm = try CRMHarness()
    let account = try crm.insert("Accounts", #"{"Account_Name":"Initech"}"#)
    let contact = try crm.insert(
      "Contacts", "{\"Last_Name\":\"Doe\",\"Account_Name\":{\"id\":\"\(account)\"}}")
    let deal = try crm.insert(
      "Deals",
      """
      {"Deal_Name":"Licences","Stage":"Qualification","Account_Name":{"id":"\(account)"},
       "Contact_Name":{"id":"\(contact)"}}
      """)
    return (crm, account, contact, deal)
  }

  @Test func dealsAndContactsHangOnTheirAccount() throws {
    let (crm, account, contact, deal) = try crmWithDeal()
    #expect(
      try crm.get("Accounts/\(account)/Deals?fields=Deal_Name").data
        == [["Deal_Name": "Licences", "id": .string(deal)]])
    #expect(
      try crm.get("Accounts/\(account)/Contacts?fields=Last_Name").data[0]["id"]
        == .string(contact))
    #expect(
      try crm.get("Contacts/\(contact)/Deals?fields=Deal_Name").data[0]["id"] == .string(deal))
    #expect(try crm.get("Deals/\(deal)/Notes?fields=id").status == 204)
    #expect(try crm.get("Deals/\(deal)/Notes").json["code"] == "REQUIRED_PARAM_MISSING")
    #expect(try crm.get("Deals/\(deal)/Potions?fields=id").status == 400)
    #expect(try crm.get("Deals/99/Notes?fields=id").json["code"] == "INVALID_DATA")
  }

  @Test func activitiesAreOpenOrClosed() throws {
    let (crm, _, contact, deal) = try crmWithDeal()
    let about = "\"What_Id\":{\"id\":\"\(deal)\"},\"$se_module\":\"Deals\""
    let task = try crm.insert(
      "Tasks",
      "{\"Subject\":\"Call\",\"Due_Date\":\"2026-11-20\",\(about),\"Who_Id\":{\"id\":\"\(contact)\"}}"
    )
    crm.wait(1)
    let event = try crm.insert(
      "Events",
      """
      {"Event_Title":"Demo","Start_DateTime":"2026-12-01T09:00:00+00:00",
       "End_DateTime":"2026-12-01T10:00:00+00:00",\(about)}
      """)
    crm.wait(1)
    let call = try crm.insert(
      "Calls",
      """
      {"Subject":"Intro","Call_Type":"Outbound","Call_Duration":"05:30",
       "Call_Start_Time":"2026-11-01T09:00:00+00:00",\(about)}
      """)
    let open = try crm.get("Deals/\(deal)/Open_Activities?fields=Subject,Event_Title")
    #expect(open.data.map { $0["id"] } == [.string(event), .string(task)])
    #expect(open.data.map { $0["Activity_Type"] } == ["Events", "Tasks"])
    let closed = try crm.get("Deals/\(deal)/Activities_History?fields=Subject")
    #expect(closed.data.map { $0["id"] } == [.string(call)])
    let first = try crm.get("Deals/\(deal)/Activities?fields=Subject&per_page=2")
    #expect(first.data.count == 2)
    #expect(first.json.at("info", "more_records") == true)
    #expect(
      try crm.get("Contacts/\(contact)/Tasks?fields=Subject").data[0]["id"] == .string(task))
    let stored = try crm.get("Tasks/\(task)").data[0]
    #expect(stored["What_Id"] == ["name": "Licences", "id": .string(deal)])
    #expect(stored["$se_module"] == "Deals")
    #expect(stored["Status"] == "Not Started")
    #expect(try crm.get("Calls/\(call)").data[0]["Call_Duration_in_seconds"] == 330)
    crm.wait(60)
    _ = try crm.call("PUT", "Tasks/\(task)", #"{"data":[{"Status":"Completed"}]}"#)
    #expect(
      try crm.get("Tasks/\(task)").data[0]["Closed_Time"] == "2026-11-24T10:01:02+00:00")
    #expect(
      try crm.get("Deals/\(deal)/Activities_History?fields=Subject").data.count == 2)
  }

  @Test func anActivityNamesTheModuleOfItsRecord() throws {
    let (crm, _, _, deal) = try crmWithDeal()
    let answer = try crm.call(
      "POST", "Tasks", "{\"data\":[{\"Subject\":\"s\",\"What_Id\":{\"id\":\"\(deal)\"}}]}")
    #expect(answer.data[0]["code"] == "DEPENDENT_FIELD_MISSING")
    #expect(answer.data[0].at("details", "dependee", "api_name") == "$se_module")
    let wrong = try crm.call(
      "POST", "Tasks",
      """
      {"data":[{"Subject":"s","What_Id":{"id":"\(deal)"},"$se_module":"Accounts"}]}
      """)
    #expect(wrong.data[0]["message"] == "the id given seems to be invalid")
    let backwards = try crm.call(
      "POST", "Events",
      """
      {"data":[{"Event_Title":"x","Start_DateTime":"2026-12-01T09:00:00+00:00",
        "End_DateTime":"2026-12-01T09:59:00+01:00"}]}
      """)
    #expect(backwards.data[0].at("details", "api_name") == "End_DateTime")
  }

  @Test func notesHangOnTheirRecord() throws {
    let (crm, _, _, deal) = try crmWithDeal()
    let direct = try crm.insert(
      "Notes",
      """
      {"Note_Content":"split the invoice?","Parent_Id":{"module":{"api_name":"Deals"},
       "id":"\(deal)"}}
      """)
    let under = try crm.call(
      "POST", "Deals/\(deal)/Notes", #"{"data":[{"Note_Title":"Call","Note_Content":"tomorrow"}]}"#)
    #expect(under.status == 201)
    let second = try #require(under.data[0].at("details", "id")?.stringValue)
    let notes = try crm.get("Deals/\(deal)/Notes?fields=Note_Title,Note_Content,Parent_Id")
    let deals = try #require(
      try crm.get("settings/modules/Deals").json.at("modules", "0", "id")?.stringValue)
    #expect(
      notes.json["data"]
        == (try json(
          """
          [{"Note_Title":"Call","Note_Content":"tomorrow","Parent_Id":{
             "module":{"api_name":"Deals","id":"\(deals)"},"name":"Licences","id":"\(deal)"},"id":"\(second)"},
           {"Note_Title":null,"Note_Content":"split the invoice?","Parent_Id":{
             "module":{"api_name":"Deals","id":"\(deals)"},"name":"Licences","id":"\(deal)"},"id":"\(direct)"}]
          """)))
    #expect(
      notes.json["info"]
        == (try json(
          """
          {"per_page":200,"next_page_token":null,"count":2,"page":1,"previous_page_token":null,
           "page_token_expiry":null,"more_records":false}
          """)))
    let changed = try crm.call(
      "PUT", "Deals/\(deal)/Notes/\(second)", #"{"data":[{"Note_Content":"today"}]}"#)
    #expect(changed.status == 200)
    #expect(try crm.get("Notes/\(second)").data[0]["Note_Content"] == "today")
    #expect(try crm.get("Deals/\(deal)/Notes/\(second)").data[0]["Note_Content"] == "today")
    #expect(try crm.get("Deals/\(deal)/Notes/99").status == 204)
    let mixed = try crm.call(
      "PUT", "Deals/\(deal)/Notes",
      "{\"data\":[{\"id\":\"99\"},{\"id\":\"\(second)\",\"Note_Title\":\"Later\"}]}")
    #expect(mixed.status == 207)
    #expect(mixed.data.map { $0["code"] } == ["INVALID_DATA", "SUCCESS"])
    #expect(try crm.call("DELETE", "Deals/\(deal)/Notes/\(second)").status == 200)
    #expect(try crm.call("DELETE", "Notes/\(direct)").status == 200)
    #expect(try crm.get("Deals/\(deal)/Notes?fields=id").status == 204)
    #expect(try crm.get("Notes/deleted").data.count == 2)
  }

  @Test(
    arguments: [
      (#"{"Note_Title":"x"}"#, "MANDATORY_NOT_FOUND"),
      (#"{"Parent_Id":{"module":{"api_name":"Deals"},"id":"DEAL"}}"#, "EXPECTED_FIELD_MISSING"),
      (#"{"Note_Title":"x","Parent_Id":{"id":"DEAL"}}"#, "MANDATORY_NOT_FOUND"),
      (
        #"{"Note_Title":"x","Parent_Id":{"module":{"api_name":"Potions"},"id":"DEAL"}}"#,
        "INVALID_MODULE"
      ),
      (
        #"{"Note_Title":"x","Parent_Id":{"module":{"api_name":"Deals"},"id":"99"}}"#, "INVALID_DATA"
      ),
    ])
  func notesThatAreRefused(note: String, code: String) throws {
    let (crm, _, _, deal) = try crmWithDeal()
    let text = note.split(separator: "DEAL", omittingEmptySubsequences: false)
      .joined(separator: deal)
    let answer = try crm.call("POST", "Notes", "{\"data\":[\(text)]}")
    #expect(answer.status == 400)
    #expect(answer.data[0]["code"] == .string(code))
  }

  @Test func aNoteIsASignOfLifeOfItsDeal() throws {
    let (crm, _, _, deal) = try crmWithDeal()
    crm.wait(60)
    _ = try crm.call("POST", "Deals/\(deal)/Notes", #"{"data":[{"Note_Content":"x"}]}"#)
    let touched = try crm.get("Deals/\(deal)?fields=Last_Activity_Time,Modified_Time").data[0]
    #expect(touched["Last_Activity_Time"] == "2026-11-24T10:01:00+00:00")
    #expect(touched["Modified_Time"] == "2026-11-24T10:00:00+00:00")
  }

  @Test func deletingADealTakesItsNotesAlong() throws {
    let (crm, _, _, deal) = try crmWithDeal()
    _ = try crm.call("POST", "Deals/\(deal)/Notes", #"{"data":[{"Note_Content":"x"}]}"#)
    #expect(try crm.call("DELETE", "Deals/\(deal)").status == 200)
    #expect(try crm.get("Notes?fields=id").status == 204)
    #expect(
      try crm.effects().suffix(2).map { $0.prefix(13) } == ["deleted Deals", "deleted Notes"])
  }
}
