import Testing

@testable import LocalZoho

@Suite struct LeadConversionTests {
  private func lead(_ crm: CRMHarness) throws -> String {
    try crm.insert(
      "Leads",
      """
      {"First_Name":"Ann","Last_Name":"Marsh","Company":"Marsh Ltd","Email":"ann@marsh.example",
       "Designation":"Buyer","City":"Leeds","Tag":[{"name":"Fair"}]}
      """)
  }

  private let deal = """
    {"Deal_Name":"First order","Stage":"Qualification","Closing_Date":"2026-12-31",
     "Pipeline":"Standard","Amount":900}
    """

  @Test func aLeadBecomesAContactAnAccountAndADeal() throws {
    let crm = try CRMHarness()
    let lead = try lead(crm)
    _ = try crm.call("POST", "Leads/\(lead)/Notes", #"{"data":[{"Note_Content":"Keen"}]}"#)
    let task = try crm.insert(
      "Tasks", "{\"Subject\":\"Ring\",\"What_Id\":{\"id\":\"\(lead)\"},\"$se_module\":\"Leads\"}")
    let answer = try crm.call(
      "POST", "Leads/\(lead)/actions/convert",
      "{\"data\":[{\"Deals\":\(deal),\"carry_over_tags\":{\"Deals\":[\"Fair\"]}}]}")
    #expect(answer.status == 200)
    #expect(answer.credits == 5)
    let details = answer.data[0]["details"]
    let contact = try #require(details?.at("Contacts", "id")?.stringValue)
    let account = try #require(details?.at("Accounts", "id")?.stringValue)
    let made = try #require(details?.at("Deals", "id")?.stringValue)
    #expect(
      answer.json
        == (try json(
          """
          {"data":[{"code":"SUCCESS","details":{
            "Contacts":{"name":"Ann Marsh","id":"\(contact)"},
            "Deals":{"name":"First order","id":"\(made)"},
            "Accounts":{"name":"Marsh Ltd","id":"\(account)"}},
            "message":"The record has been converted successfully","status":"success"}]}
          """)))
    let person = try crm.get("Contacts/\(contact)").data[0]
    #expect(person["Email"] == "ann@marsh.example")
    #expect(person["Title"] == "Buyer")
    #expect(person["Mailing_City"] == "Leeds")
    #expect(person.at("Account_Name", "id") == .string(account))
    let opened = try crm.get("Deals/\(made)").data[0]
    #expect(opened.at("Contact_Name", "id") == .string(contact))
    #expect(opened.at("Tag", "0", "name") == "Fair")
    #expect(try crm.get("Contacts/\(contact)/Notes?fields=Note_Content").data.count == 1)
    let moved = try crm.get("Tasks/\(task)").data[0]
    #expect(moved.at("What_Id", "id") == .string(made))
    #expect(moved.at("Who_Id", "id") == .string(contact))
    let timeline = try crm.get("Leads/\(lead)/__timeline").json
    #expect(timeline.at("__timeline", "0", "action") == "converted")
    #expect(timeline.at("__timeline", "0", "source") == "convert")
  }

  @Test func aConvertedLeadIsHiddenAndClosed() throws {
    let crm = try CRMHarness()
    let lead = try lead(crm)
    _ = try crm.call("POST", "Leads/\(lead)/actions/convert", #"{"data":[{}]}"#)
    #expect(try crm.get("Leads?fields=Last_Name").status == 204)
    #expect(try crm.get("Leads?fields=Last_Name&converted=both").data.count == 1)
    #expect(try crm.get("Leads?fields=Last_Name&converted=true").data.count == 1)
    #expect(try crm.get("Leads/search?email=ann@marsh.example").status == 204)
    let record = try crm.get("Leads/\(lead)").data[0]
    #expect(record["$converted"] == true)
    #expect(record.at("Converted_Contact", "name") == "Ann Marsh")
    let update = try crm.call("PUT", "Leads/\(lead)", #"{"data":[{"City":"York"}]}"#)
    #expect(update.data[0]["code"] == "CONVERTED_RECORD")
    #expect(update.data[0]["message"] == "can't update the converted record")
    let again = try crm.call("POST", "Leads/\(lead)/actions/convert", #"{"data":[{}]}"#)
    #expect(
      again.json
        == (try json(
          """
          {"code":"ID_ALREADY_CONVERTED","details":{"resource_path_index":1},
           "message":"id already converted","status":"error"}
          """)))
  }

  @Test func aRefusedConversionLeavesNothingBehind() throws {
    let crm = try CRMHarness()
    let lead = try lead(crm)
    let mismatch = try crm.call(
      "POST", "Leads/\(lead)/actions/convert",
      """
      {"data":[{"Deals":{"Deal_Name":"First order","Stage":"Renewal Due",
       "Closing_Date":"2026-12-31","Pipeline":"Standard"}}]}
      """)
    #expect(mismatch.status == 400)
    #expect(
      mismatch.json
        == (try json(
          """
          {"data":[{"code":"MAPPING_MISMATCH","details":{"mapped_field":"Pipeline",
            "api_name":"Stage","json_path":"$.data[0].Deals.Stage"},
            "message":"Pipeline doesn`t contain the Stage","status":"error"}]}
          """)))
    let missing = try crm.call(
      "POST", "Leads/\(lead)/actions/convert", #"{"data":[{"Deals":{"Deal_Name":"A"}}]}"#)
    #expect(missing.data[0].at("details", "json_path") == "$.data[0].Deals.Closing_Date")
    let owner = try crm.call(
      "POST", "Leads/\(lead)/actions/convert", #"{"data":[{"assign_to":{"id":"7"}}]}"#)
    #expect(owner.data[0].at("details", "json_path") == "$.data[0].assign_to.id")
    #expect(try crm.get("Accounts?fields=Account_Name").status == 204)
    #expect(try crm.get("Contacts?fields=Last_Name").status == 204)
    #expect(try crm.get("Leads?fields=Last_Name").data.count == 1)
    #expect(
      try crm.call("POST", "Leads/7/actions/convert", "{}").json.at(
        "details", "resource_path_index") == 1)
  }

  @Test func theOptionsNameWhomTheLeadMayJoin() throws {
    let crm = try CRMHarness()
    let lead = try lead(crm)
    let account = try crm.insert("Accounts", #"{"Account_Name":"Marsh Ltd"}"#)
    let contact = try crm.insert(
      "Contacts", #"{"Last_Name":"Marsh","Email":"ann@marsh.example"}"#)
    let options = try crm.get("Leads/\(lead)/__conversion_options").json["__conversion_options"]
    #expect(options?.at("Accounts", "0", "id") == .string(account))
    #expect(options?.at("Contacts", "0", "id") == .string(contact))
    #expect(
      options?.at("preference_field_matched_value", "Contacts", "0", "matched_lead_value")
        == "ann@marsh.example")
    #expect(options?.at("modules_with_multiple_layouts", "0", "api_name") == "Deals")
    let duplicate = try crm.call(
      "POST", "Leads/\(lead)/actions/convert", #"{"data":[{}]}"#)
    #expect(duplicate.data[0]["code"] == "DUPLICATE_DATA")
    let joined = try crm.call(
      "POST", "Leads/\(lead)/actions/convert", #"{"data":[{"add_to_existing_record":true}]}"#)
    #expect(joined.data[0].at("details", "Contacts", "id") == .string(contact))
    #expect(joined.data[0].at("details", "Accounts", "id") == .string(account))
    #expect(joined.data[0].at("details", "Deals") == .null)
  }

  @Test func manyLeadsAreConvertedInAJob() throws {
    let crm = try CRMHarness()
    let lead = try lead(crm)
    let scheduled = try crm.call(
      "POST", "Leads/actions/mass_convert", "{\"ids\":[\"\(lead)\",\"7\"]}")
    #expect(scheduled.status == 202)
    #expect(scheduled.json["code"] == "SCHEDULED")
    let job = try #require(scheduled.json.at("details", "job_id")?.stringValue)
    #expect(
      try crm.get("Leads/actions/mass_convert?job_id=\(job)").json
        == (try json(
          """
          {"data":[{"Status":"COMPLETED","Total_Count":2,"Converted_Count":1,
            "Not_Converted_Count":0,"Failed_Count":1}]}
          """)))
    #expect(
      try crm.get("Leads/actions/mass_convert").json.at("details", "param_name") == "job_id")
  }
}
