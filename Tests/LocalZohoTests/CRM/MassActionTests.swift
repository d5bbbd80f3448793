import Testing

@testable import LocalZoho

@Suite struct MassActionTests {
  private func deals(_ crm: CRMHarness) throws -> [String] {
    try ["Pumps", "Seals"].map {
      try crm.insert("Deals", "{\"Deal_Name\":\"\($0)\",\"Stage\":\"Qualification\"}")
    }
  }

  private func view(_ crm: CRMHarness) throws -> String {
    let views = try crm.get("settings/custom_views?module=Deals").json["custom_views"]
    let open = views?.arrayValue?.first { $0["system_name"] == "OPENDEALS" }
    return try #require(open?["id"]?.stringValue)
  }

  @Test func oneValueGoesIntoManyDeals() throws {
    let crm = try CRMHarness()
    let ids = try deals(crm)
    let answer = try crm.call(
      "POST", "Deals/actions/mass_update",
      "{\"data\":[{\"Stage\":\"Closed Lost\"}],\"ids\":[\"\(ids[0])\",\"7\"]}")
    #expect(answer.status == 207)
    #expect(answer.data[0]["message"] == "record updated")
    #expect(answer.data[0].at("details", "id") == .string(ids[0]))
    #expect(answer.data[1].at("details", "id") == "7")
    #expect(try crm.get("Deals/\(ids[0])").data[0]["Stage"] == "Closed Lost")
    #expect(
      try crm.get("Deals/\(ids[0])/__timeline").json.at("__timeline", "0", "source")
        == "mass_update")
    let job = try crm.call(
      "POST", "Deals/actions/mass_update",
      "{\"data\":[{\"Next_Step\":\"Visit\"}],\"cvid\":\"\(try view(crm))\"}")
    let id = try #require(job.data[0].at("details", "job_id")?.stringValue)
    #expect(
      try crm.get("Deals/actions/mass_update?job_id=\(id)").json
        == (try json(
          """
          {"data":[{"Status":"COMPLETED","Failed_Count":0,"Updated_Count":1,
            "Not_Updated_Count":0,"Total_Count":1}]}
          """)))
    #expect(try crm.get("Deals/\(ids[1])").data[0]["Next_Step"] == "Visit")
  }

  @Test(
    arguments: [
      (#"{"data":[{"Description":"x"}],"ids":["1"]}"#, "NOT_SUPPORTED"),
      (#"{"data":[{"Account_Name":{"id":"1"}}],"ids":["1"]}"#, "NOT_SUPPORTED"),
      (#"{"data":[{"Colour":"x"}],"ids":["1"]}"#, "INVALID_DATA"),
      (
        #"{"data":[{"Amount":1,"Type":"x","Stage":"y","Next_Step":"z"}],"ids":["1"]}"#,
        "LIMIT_EXCEEDED"
      ),
      (#"{"data":[{"Amount":1}]}"#, "MANDATORY_NOT_FOUND"),
      (#"{"data":[{"Amount":1}],"cvid":"7"}"#, "INVALID_DATA"),
      (#"{"data":[{"Amount":1}],"cvid":"7","ids":["1"]}"#, "AMBIGUITY_DURING_PROCESSING"),
    ])
  func massUpdatesThatAreRefused(body: String, code: String) throws {
    let answer = try CRMHarness().call("POST", "Deals/actions/mass_update", body)
    #expect(answer.status == 400)
    #expect(answer.json["code"] == .string(code))
  }

  @Test func manyAreDeleted() throws {
    let crm = try CRMHarness()
    let ids = try deals(crm)
    let answer = try crm.call("POST", "Deals/actions/mass_delete", "{\"ids\":[\"\(ids[0])\"]}")
    #expect(
      answer.json
        == (try json(
          """
          {"data":[{"code":"SUCCESS","details":{"id":"\(ids[0])"},
            "message":"record is deleted","status":"success"}]}
          """)))
    let job = try crm.call(
      "POST", "Deals/actions/mass_delete", "{\"cvid\":\"\(try view(crm))\"}")
    #expect(job.data[0]["message"] == "mass delete scheduled successfully")
    let id = try #require(job.data[0].at("details", "job_id")?.stringValue)
    #expect(
      try crm.get("Deals/actions/mass_delete?job_id=\(id)").data[0]
        == (try json(
          """
          {"Status":"COMPLETED","Total_Count":1,"Deleted_Count":1,"Failed_Count":0}
          """)))
    #expect(
      try crm.call("POST", "Deals/actions/mass_delete", "{\"cvid\":\"\(try view(crm))\"}").json[
        "code"] == "NO_RECORDS_FOUND")
  }

  @Test func aDealGoesToAnotherOwnerWithItsTasks() throws {
    let crm = try CRMHarness()
    let tom = try crm.addColleague()
    let deal = try deals(crm)[0]
    let task = try crm.insert(
      "Tasks", "{\"Subject\":\"Ring\",\"What_Id\":{\"id\":\"\(deal)\"},\"$se_module\":\"Deals\"}")
    let answer = try crm.call(
      "POST", "Deals/\(deal)/actions/change_owner",
      """
      {"owner":{"id":"\(tom)"},"notify":false,"related_modules":[{"api_name":"Tasks"}]}
      """)
    #expect(
      answer.json
        == (try json(
          """
          {"code":"SUCCESS","details":{"id":"\(deal)"},
           "message":"owner is successfully updated","status":"success"}
          """)))
    #expect(try crm.get("Deals/\(deal)").data[0].at("Owner", "name") == "Tom Reed")
    #expect(try crm.get("Tasks/\(task)").data[0].at("Owner", "id") == .string(tom))
    let entry = try crm.get("Deals/\(deal)/__timeline").json.at("__timeline", "0")
    #expect(entry?["action"] == "owner_reassigned")
    #expect(entry?.at("automation_details", "owner", "old", "name") == "Jane Hartley")
    let bulk = try crm.call(
      "POST", "Deals/actions/change_owner",
      "{\"ids\":[\"\(deal)\",\"7\"],\"owner\":{\"id\":\"4150868000000000101\"}}")
    #expect(bulk.status == 207)
    #expect(bulk.data[0]["message"] == "owner is successfully updated")
    let job = try crm.call(
      "POST", "Deals/actions/mass_change_owner",
      "{\"cvid\":\"\(try view(crm))\",\"owner\":{\"id\":\"\(tom)\"}}")
    #expect(job.status == 202)
    let id = try #require(job.data[0].at("details", "job_id")?.stringValue)
    #expect(
      try crm.get("Deals/actions/mass_change_owner?job_id=\(id)").data[0]["Updated_Count"] == 2)
  }

  @Test(
    arguments: [
      ("{}", "MANDATORY_NOT_FOUND", "$.owner"),
      (#"{"owner":{}}"#, "MANDATORY_NOT_FOUND", "$.owner.id"),
      (#"{"owner":{"id":"7"}}"#, "INVALID_DATA", "$.owner.id"),
      (
        #"{"owner":{"id":"4150868000000000101"},"related_modules":[{"api_name":"Leads"}]}"#,
        "NOT_SUPPORTED", "$.related_modules[0].api_name"
      ),
    ])
  func ownersThatAreRefused(body: String, code: String, path: String) throws {
    let crm = try CRMHarness()
    let deal = try deals(crm)[0]
    let answer = try crm.call("POST", "Deals/\(deal)/actions/change_owner", body)
    #expect(answer.json["code"] == .string(code))
    #expect(answer.json.at("details", "json_path") == .string(path))
  }

  @Test func aCloneHasTheValuesOfItsOriginal() throws {
    let crm = try CRMHarness()
    let contact = try crm.insert(
      "Contacts", #"{"Last_Name":"Marsh","Email":"ann@marsh.example","Title":"Buyer"}"#)
    let answer = try crm.call(
      "POST", "Contacts/\(contact)/actions/clone", #"{"data":[{"First_Name":"Bea"}]}"#)
    #expect(answer.status == 201)
    #expect(answer.data[0]["message"] == "record added")
    let id = try #require(answer.data[0].at("details", "id")?.stringValue)
    let clone = try crm.get("Contacts/\(id)").data[0]
    #expect(clone["Full_Name"] == "Bea Marsh")
    #expect(clone["Title"] == "Buyer")
    #expect(clone["Email"] == .null)
    #expect(
      try crm.call("POST", "Contacts/7/actions/clone", "{}").json.at(
        "details", "resource_path_index") == 1)
  }

  @Test func theseCallsNeedTheirOwnScopes() throws {
    var crm = try CRMHarness()
    crm.scopes = ["ZohoCRM.modules.ALL"]
    for path in [
      "Deals/actions/mass_update", "Deals/actions/mass_delete", "Deals/actions/change_owner",
      "Deals/actions/mass_change_owner", "Leads/actions/mass_convert", "Deals/actions/add_tags",
    ] {
      #expect(try crm.call("POST", path, "{}").json["code"] == "OAUTH_SCOPE_MISMATCH")
    }
  }
}
