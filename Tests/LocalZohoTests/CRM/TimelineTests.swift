import Testing

@testable import LocalZoho

@Suite struct TimelineTests {
  @Test func changesAreToldWithBeforeAndAfter() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert(
      "Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification","Amount":100}"#)
    crm.wait(60)
    _ = try crm.call(
      "PUT", "Deals/\(deal)", #"{"data":[{"Stage":"Needs Analysis","Amount":250.5}]}"#)
    let answer = try crm.get("Deals/\(deal)/__timeline").json
    let entries = answer["__timeline"]?.arrayValue ?? []
    #expect(entries.map { $0["action"] } == ["updated", "added"])
    #expect(entries[0]["source"] == "crm_api")
    #expect(entries[0]["audited_time"] == "2026-11-24T10:01:00+00:00")
    #expect(
      entries[0]["done_by"]
        == (try json(
          """
          {"name":"Jane Hartley","id":"4150868000000000101","type__s":"Regular User"}
          """)))
    #expect(entries[0].at("record", "name") == "Pumps")
    let changes = entries[0]["field_history"]?.arrayValue ?? []
    let values = changes.map { [$0["api_name"], $0.at("_value", "old"), $0.at("_value", "new")] }
    #expect(
      values == [
        ["Amount", "100", "250.5"], ["Stage", "Qualification", "Needs Analysis"],
        ["Probability", "10", "20"], ["Expected_Revenue", "10", "50.1"],
      ])
    #expect(answer.at("info", "more_records") == false)
    let first = try crm.get("Deals/\(deal)/__timeline?sort_order=asc&per_page=1").json
    #expect(first.at("__timeline", "0", "action") == "added")
    #expect(first.at("info", "more_records") == true)
  }

  @Test func aTimelineIsFiltered() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    crm.wait(60)
    _ = try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Amount":250.5}]}"#)
    func actions(_ filter: String) throws -> [String] {
      let answer = try crm.get("Deals/\(deal)/__timeline?\(filter)")
      return (answer.json["__timeline"]?.arrayValue ?? []).compactMap { $0["action"]?.stringValue }
    }
    func encoded(_ json: String) -> String {
      json.utf8.map { byte in
        let text = String(byte, radix: 16)
        return "%" + (text.count == 1 ? "0" + text : text)
      }.joined()
    }
    let added = encoded(
      #"{"field":{"api_name":"action"},"comparator":"equal","value":"added"}"#)
    #expect(try actions("filters=\(added)") == ["added"])
    #expect(try actions("filter=\(added)") == ["added"])
    let late = encoded(
      #"""
      {"group_operator":"and","group":[
        {"field":{"api_name":"audited_time"},"comparator":"between",
         "value":["2026-11-24T10:00:30+00:00","2026-11-24T11:00:00+00:00"]},
        {"field":{"api_name":"done_by"},"comparator":"in","value":["4150868000000000101"]}]}
      """#)
    #expect(try actions("filters=\(late)") == ["updated"])
    let nobody = encoded(#"{"field":{"api_name":"done_by"},"comparator":"equal","value":"5"}"#)
    #expect(try crm.get("Deals/\(deal)/__timeline?filters=\(nobody)").status == 204)
    let unknown = encoded(#"{"field":{"api_name":"mood"},"comparator":"equal","value":"5"}"#)
    let refused = try crm.get("Deals/\(deal)/__timeline?filters=\(unknown)")
    #expect(refused.status == 400)
    #expect(refused.json["code"] == "INVALID_DATA")
    #expect(refused.json.at("details", "param_name") == "filters")
  }

  @Test func timelinesThatAreRefused() throws {
    let crm = try CRMHarness()
    #expect(
      try crm.get("Deals/4150868000000999999/__timeline").json.at("details", "resource_path_index")
        == 1)
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    #expect(
      try crm.get("Deals/\(deal)/__timeline?sort_by=name").json["code"] == "NOT_SUPPORTED")
  }
}
