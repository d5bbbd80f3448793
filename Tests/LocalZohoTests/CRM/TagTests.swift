import Testing

@testable import LocalZoho

@Suite struct TagTests {
  private func tag(_ crm: CRMHarness, _ name: String) throws -> String {
    let answer = try crm.call(
      "POST", "settings/tags?module=Deals", "{\"tags\":[{\"name\":\"\(name)\"}]}")
    return try #require(answer.json.at("tags", "0", "details", "id")?.stringValue)
  }

  private func deal(_ crm: CRMHarness, _ more: String = "") throws -> String {
    try crm.insert("Deals", "{\"Deal_Name\":\"Pumps\",\"Stage\":\"Qualification\"\(more)}")
  }

  @Test func tagsAreMadeListedRenamedAndDeleted() throws {
    let crm = try CRMHarness()
    let made = try crm.call(
      "POST", "settings/tags?module=Deals",
      ##"{"tags":[{"name":"Hot","color_code":"#F17574"},{"name":"hot"}]}"##)
    let id = try #require(made.json.at("tags", "0", "details", "id")?.stringValue)
    let jane = #"{"name":"Jane Hartley","id":"4150868000000000101"}"#
    let hot = """
      {"created_time":"2026-11-24T10:00:00+00:00","modified_time":"2026-11-24T10:00:00+00:00",
       "name":"Hot","modified_by":\(jane),"id":"\(id)","created_by":\(jane),
       "color_code":"#F17574"}
      """
    #expect(made.status == 207)
    #expect(
      made.json
        == (try json(
          """
          {"tags":[{"code":"SUCCESS","details":\(hot),"message":"tags created successfully",
            "status":"success"},
           {"code":"DUPLICATE_DATA","details":{"api_name":"name",
            "json_path":"$.tags[1].name","id":"\(id)"},"message":"duplicate data",
            "status":"error"}]}
          """)))
    #expect(
      try crm.get("settings/tags?module=Deals").json
        == (try json("{\"tags\":[\(hot)],\"info\":{\"count\":1,\"allowed_count\":100}}")))
    let deal = try deal(crm, #","Tag":[{"name":"Hot"}]"#)
    let renamed = try crm.call(
      "PUT", "settings/tags/\(id)?module=Deals", #"{"tags":[{"name":"Warm"}]}"#)
    #expect(renamed.json.at("tags", "0", "message") == "tags updated successfully")
    #expect(
      try crm.get("Deals/\(deal)?fields=Tag").data[0]["Tag"]
        == (try json("[{\"name\":\"Warm\",\"id\":\"\(id)\",\"color_code\":\"#F17574\"}]")))
    #expect(
      try crm.get("settings/tags/\(id)/actions/records_count?module=Deals").json
        == (try json(#"{"count":"1"}"#)))
    let deleted = try crm.call("DELETE", "settings/tags/\(id)")
    #expect(deleted.json.at("tags", "0", "message") == "tags deleted successfully")
    #expect(try crm.get("Deals/\(deal)?fields=Tag").data[0]["Tag"] == [])
    let again = try crm.call("DELETE", "settings/tags/\(id)")
    #expect(
      again.json
        == (try json(
          """
          {"code":"INVALID_DATA","details":{"id":"\(id)"},"message":"tags not found",
           "status":"error"}
          """)))
    #expect(
      try crm.effects() == [
        "created tags \(id)", "created Deals \(deal)", "changed tags \(id)", "deleted tags \(id)",
      ])
  }

  @Test func tagsThatAreRefused() throws {
    let crm = try CRMHarness()
    let long = String(repeating: "x", count: 26)
    let answer = try crm.call(
      "POST", "settings/tags?module=Deals", "{\"tags\":[{\"name\":\"\(long)\"},{}]}")
    #expect(answer.status == 400)
    #expect(
      answer.json
        == (try json(
          """
          {"tags":[{"code":"INVALID_DATA","details":{"maximum_length":25,"api_name":"name",
            "json_path":"$.tags[0].name"},"message":"invalid data","status":"error"},
           {"code":"MANDATORY_NOT_FOUND","details":{"api_name":"name",
            "json_path":"$.tags[1].name"},"message":"required field not found",
            "status":"error"}]}
          """)))
    #expect(
      try crm.call("POST", "settings/tags", "{}").json.at("details", "param_name") == "module")
    let notes = try crm.call("POST", "settings/tags?module=Notes", "{}")
    #expect(notes.json["message"] == "the given module is not supported for this api")
    let colour = try crm.call(
      "POST", "settings/tags?module=Deals", ##"{"tags":[{"name":"A","color_code":"#000000"}]}"##)
    #expect(colour.json.at("tags", "0", "details", "api_name") == "color_code")
  }

  @Test func recordsGetAndLoseTags() throws {
    let crm = try CRMHarness()
    let one = try deal(crm)
    let two = try crm.insert("Deals", #"{"Deal_Name":"Seals","Stage":"Qualification"}"#)
    crm.wait(60)
    let added = try crm.call(
      "POST", "Deals/actions/add_tags",
      "{\"tags\":[{\"name\":\"Hot\"}],\"ids\":[\"\(one)\",\"\(two)\",\"7\"]}")
    let id = try #require(added.data[0].at("details", "tags", "0", "id")?.stringValue)
    #expect(added.status == 207)
    #expect(added.json["success_count"] == "2")
    #expect(
      added.data[0]
        == (try json(
          """
          {"code":"SUCCESS","details":{"modifiedTime":"2026-11-24T10:01:00+00:00",
            "id":"\(one)","tags":[{"name":"Hot","id":"\(id)","color_code":null}]},
           "message":"tags updated successfully","status":"success"}
          """)))
    #expect(added.data[2]["message"] == "the id given seems to be invalid")
    let single = try crm.call(
      "POST", "Deals/\(one)/actions/add_tags", #"{"tags":[{"name":"Big"}],"over_write":true}"#)
    #expect(
      single.data[0].at("details", "tags")?.arrayValue?.compactMap { $0["name"] } == ["Big"])
    let removed = try crm.call(
      "POST", "Deals/\(one)/actions/remove_tags", #"{"tags":[{"name":"big"}]}"#)
    #expect(removed.data[0].at("details", "tags") == [])
    #expect(removed.json["locked_count"] == "0")
    let missing = try crm.call("POST", "Deals/actions/add_tags", #"{"ids":["1"]}"#)
    #expect(missing.json.at("details", "json_path") == "$.tags")
    #expect(
      try crm.call("POST", "Deals/actions/add_tags", #"{"tags":[{"name":"A"}]}"#).json.at(
        "details", "json_path") == "$.ids")
  }

  @Test func oneTagGoesIntoAnother() throws {
    let crm = try CRMHarness()
    let hot = try tag(crm, "Hot")
    let warm = try tag(crm, "Warm")
    let deal = try deal(crm, #","Tag":[{"name":"Warm"}]"#)
    let merged = try crm.call(
      "POST", "settings/tags/\(warm)/actions/merge", "{\"tags\":[{\"conflict_id\":\"\(hot)\"}]}")
    #expect(merged.json.at("tags", "0", "message") == "tags merged successfully")
    #expect(
      try crm.get("Deals/\(deal)?fields=Tag").data[0].at("Tag", "0", "id") == .string(hot))
    let unknown = try crm.call(
      "POST", "settings/tags/\(hot)/actions/merge", #"{"tags":[{"conflict_id":"7"}]}"#)
    #expect(unknown.json["message"] == "invalid tag id")
    let job = try crm.call(
      "POST", "settings/tags/actions/mass_delete",
      "{\"mass_delete\":[{\"module\":{\"api_name\":\"Deals\"},\"tags\":[{\"id\":\"\(hot)\"}]}]}")
    #expect(job.status == 202)
    let id = try #require(job.json.at("details", "job_id")?.stringValue)
    #expect(
      try crm.get("settings/tags/actions/mass_delete?job_id=\(id)").json.at(
        "mass_delete", "0", "status") == "COMPLETED")
    #expect(try crm.get("Deals/\(deal)?fields=Tag").data[0]["Tag"] == [])
  }
}
