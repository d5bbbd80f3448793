import Testing

@testable import LocalZoho

@Suite struct LockingTests {
  @Test func aLockedRecordTakesNoChange() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    let path = "Deals/\(deal)/Locking_Information__s"
    #expect(try crm.get("\(path)?fields=Locked_By__s").status == 204)
    let locked = try crm.call("POST", path, #"{"data":[{"Locked_Reason__s":"Under audit"}]}"#)
    let lock = try #require(locked.data[0].at("details", "id")?.stringValue)
    let jane = #"{"name":"Jane Hartley","id":"4150868000000000101"}"#
    #expect(locked.status == 201)
    #expect(
      locked.json
        == (try json(
          """
          {"data":[{"code":"SUCCESS","details":{"Modified_Time":"2026-11-24T10:00:00+00:00",
            "Modified_By":\(jane),"Created_Time":"2026-11-24T10:00:00+00:00","id":"\(lock)",
            "Created_By":\(jane)},"message":"record locked successfully","status":"success"}]}
          """)))
    let shown = try crm.get(path).data[0]
    #expect(shown["Locked_Reason__s"] == "Under audit")
    #expect(shown.at("Locked_For__s", "name") == "Pumps")
    #expect(shown["Lock_Source__s"] == "Manual")
    let record = try crm.get("Deals/\(deal)").data[0]
    #expect(record["Locked__s"] == true)
    #expect(record["$locked_for_me"] == true)
    #expect(record["$editable"] == false)
    let refused = try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Amount":5}]}"#)
    #expect(refused.status == 400)
    #expect(
      refused.data[0]
        == (try json(
          """
          {"code":"RECORD_LOCKED","details":{"action":"edit","id":"\(deal)"},
           "message":"Sorry, you cannot perform this operation as the record is locked.",
           "status":"error"}
          """)))
    #expect(try crm.call("DELETE", "Deals/\(deal)").data[0]["code"] == "RECORD_LOCKED")
    let again = try crm.call("POST", path, #"{"data":[{"Locked_Reason__s":"Twice"}]}"#)
    #expect(again.json["code"] == "RECORD_LOCKED")
    let reworded = try crm.call(
      "PUT", "\(path)/\(lock)", #"{"data":[{"Locked_Reason__s":"Audit over"}]}"#)
    #expect(reworded.data[0]["message"] == "record updated")
    #expect(try crm.get("\(path)/\(lock)").data[0]["Locked_Reason__s"] == "Audit over")
    let freed = try crm.call("DELETE", "\(path)/\(lock)")
    #expect(
      freed.json
        == (try json(
          """
          {"data":[{"code":"SUCCESS","details":{"id":"\(lock)"},
            "message":"record unlocked successfully","status":"success"}]}
          """)))
    #expect(try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Amount":5}]}"#).status == 200)
  }

  @Test func locksThatAreRefused() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    let task = try crm.insert("Tasks", #"{"Subject":"Ring"}"#)
    let missing = try crm.call(
      "POST", "Deals/\(deal)/Locking_Information__s", #"{"data":[{}]}"#)
    #expect(missing.data[0]["code"] == "MANDATORY_NOT_FOUND")
    #expect(missing.data[0].at("details", "json_path") == "$.data[0].Locked_Reason__s")
    #expect(
      try crm.get("Tasks/\(task)/Locking_Information__s").json
        == (try json(
          """
          {"code":"NOT_ALLOWED","details":{"resource_path_index":0},
           "message":"Required Record Locking Configuration is not present","status":"error"}
          """)))
    let foreign = try crm.call("DELETE", "Deals/\(deal)/Locking_Information__s/7")
    #expect(foreign.json["message"] == "the related id given seems to be invalid")
    #expect(foreign.json.at("details", "resource_path_index") == 3)
  }
}
