import Testing

@testable import LocalZoho

@Suite struct RecycleBinTests {
  @Test func aDeletedDealComesBackWithAllThatHungOnIt() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert(
      "Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification","Amount":12.34}"#)
    let task = try crm.insert(
      "Tasks", "{\"Subject\":\"Ring\",\"What_Id\":{\"id\":\"\(deal)\"},\"$se_module\":\"Deals\"}")
    _ = try crm.call("POST", "Deals/\(deal)/Notes", #"{"data":[{"Note_Content":"Keen"}]}"#)
    crm.wait(60)
    _ = try crm.call("DELETE", "Deals/\(deal)")
    #expect(try crm.get("Tasks/\(task)").data[0]["What_Id"] == .null)
    let bin = try crm.get("settings/recycle_bin?ids=\(deal)")
    let jane = #"{"name":"Jane Hartley","id":"4150868000000000101"}"#
    #expect(
      bin.json
        == (try json(
          """
          {"recycle_bin":[{"display_name":"Pumps","deleted_time":"2026-11-24T10:01:00+00:00",
            "owner":\(jane),"module":"Deals","deleted_by":\(jane),"id":"\(deal)"}],
           "info":{"per_page":200,"count":1,"page":1,"more_records":false}}
          """)))
    #expect(try crm.get("settings/recycle_bin/actions/count").json == ["count": 2])
    #expect(
      try crm.get("settings/recycle_bin/\(deal)").json.at("recycle_bin", "0", "module", "api_name")
        == "Deals")
    let restored = try crm.call("POST", "settings/recycle_bin/\(deal)/actions/restore")
    #expect(
      restored.json
        == (try json(
          """
          {"recycle_bin":[{"code":"SUCCESS","details":{"id":"\(deal)"},
            "message":"record restored successfully","status":"success"}]}
          """)))
    #expect(try crm.get("settings/recycle_bin/actions/count").json == ["count": 0])
    #expect(try crm.get("Deals/\(deal)").data[0]["Amount"] == .number(12.34))
    #expect(try crm.get("Tasks/\(task)").data[0].at("What_Id", "id") == .string(deal))
    #expect(try crm.get("Deals/\(deal)/Notes?fields=Note_Content").data.count == 1)
    #expect(
      try crm.get("Deals/\(deal)/Stage_History?fields=Stage").data.map { $0["Stage"] } == [
        "Qualification"
      ])
    #expect(try crm.get("Deals/deleted").status == 204)
  }

  @Test func whatIsPurgedIsGoneButStaysInTheFeed() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    _ = try crm.call("DELETE", "Deals/\(deal)")
    let purged = try crm.call("DELETE", "settings/recycle_bin?ids=\(deal),7")
    #expect(purged.status == 207)
    #expect(purged.json.at("recycle_bin", "0", "code") == "SUCCESS")
    #expect(purged.json.at("recycle_bin", "1", "message") == "the id given seems to be invalid")
    #expect(try crm.get("settings/recycle_bin").status == 204)
    #expect(try crm.get("Deals/deleted?type=permanent").data[0]["type"] == "permanent")
    #expect(
      try crm.call("POST", "settings/recycle_bin/\(deal)/actions/restore").status == 400)
    #expect(
      try crm.call("DELETE", "settings/recycle_bin").json["code"] == "EXPECTED_PARAM_MISSING")
    let ambiguous = try crm.call(
      "POST", "settings/recycle_bin/actions/restore",
      #"{"ids":["1"],"restore_all_records":true}"#)
    #expect(ambiguous.json["code"] == "AMBIGUITY_DURING_PROCESSING")
  }

  @Test func manyComeBackByFilterAndTheRestIsEmptied() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    let account = try crm.insert("Accounts", #"{"Account_Name":"Acme"}"#)
    _ = try crm.call("DELETE", "Deals/\(deal)")
    _ = try crm.call("DELETE", "Accounts/\(account)")
    let restored = try crm.call(
      "POST", "settings/recycle_bin/actions/restore",
      """
      {"filters":{"group_operator":"AND","group":[{"field":{"api_name":"module"},
       "comparator":"equal","value":{"api_name":"Accounts"}}]}}
      """)
    #expect(restored.json.at("recycle_bin", "0", "details", "id") == .string(account))
    let emptied = try crm.call("POST", "settings/recycle_bin/actions/empty")
    #expect(emptied.json["code"] == "SUCCESS")
    #expect(try crm.get("settings/recycle_bin/actions/count").json == ["count": 0])
    #expect(try crm.get("Accounts/\(account)").status == 200)
  }
}
