import Foundation
import Testing

@testable import LocalZoho

@Suite struct BulkReadTests {
  private func crm(pace: BulkPace = BulkPace(seconds: 0)) throws -> CRMHarness {
    let crm = try CRMHarness(pace: pace)
    for (name, amount) in [("One", "10.5"), ("Two, \"quoted\"", "20"), ("Three", "300")] {
      _ = try crm.insert(
        "Deals",
        "{\"Deal_Name\":\(JSONValue.string(name).text),\"Stage\":\"Qualification\",\"Amount\":\(amount)}"
      )
    }
    return crm
  }

  private func start(_ crm: CRMHarness, _ query: String, more: String = "") throws -> ZohoReply {
    try crm.send(
      "POST", "crm/bulk/v8/read",
      Data("{\"query\":{\"module\":{\"api_name\":\"Deals\"},\(query)}\(more)}".utf8))
  }

  private func id(_ reply: ZohoReply) -> String {
    reply.json.at("data", "0", "details", "id")?.stringValue ?? ""
  }

  private func job(_ crm: CRMHarness, _ id: String) throws -> JSONValue {
    try crm.send("GET", "crm/bulk/v8/read/\(id)").json.at("data", "0") ?? .null
  }

  private func file(_ crm: CRMHarness, _ id: String) throws -> (name: String, text: String) {
    let reply = try crm.send("GET", "crm/bulk/v8/read/\(id)/result")
    let entries = try ZipArchive.entries(of: reply.body, limit: 1 << 20)
    #expect(entries.count == 1)
    return (
      entries.first?.name ?? "", String(decoding: entries.first?.data ?? Data(), as: UTF8.self)
    )
  }

  @Test func aJobGivesAZipWithOneFile() throws {
    let crm = try crm()
    let added = try start(crm, #""fields":["Deal_Name","Amount","Owner"]"#)
    #expect(added.status == 201)
    #expect(added.credits == 50)
    let id = id(added)
    #expect(
      added.json
        == [
          "data": [
            [
              "status": "success", "code": "ADDED_SUCCESSFULLY", "message": "Added successfully.",
              "details": [
                "id": .string(id), "operation": "read", "state": "ADDED",
                "created_by": ["name": "Jane Hartley", "id": "4150868000000000101"],
                "created_time": "2026-11-24T10:00:00+00:00",
              ],
            ]
          ], "info": [:],
        ])
    let job = try job(crm, id)
    #expect(job["state"] == "COMPLETED")
    #expect(
      job["result"]
        == [
          "page": 1, "per_page": 200000, "count": 3, "more_records": false,
          "download_url": "/crm/bulk/v8/read/\(id)/result", "next_page_token": nil,
        ])
    #expect(job["query"]?["fields"] == ["Deal_Name", "Amount", "Owner"])
    let (name, text) = try file(crm, id)
    #expect(name == "\(id).csv")
    let lines = text.split(separator: "\n").map { $0.drop { $0 != "," } }
    #expect(
      lines == [
        ",Deal_Name,Amount,Owner", ",One,10.5,4150868000000000101",
        ",\"Two, \"\"quoted\"\"\",20,4150868000000000101", ",Three,300,4150868000000000101",
      ])
  }

  @Test func theClockMovesAJobOn() throws {
    let crm = try crm(pace: BulkPace(seconds: 3))
    let id = id(try start(crm, #""fields":["Deal_Name"]"#))
    #expect(try job(crm, id)["state"] == "ADDED")
    crm.wait(1)
    #expect(try job(crm, id)["state"] == "QUEUED")
    crm.wait(1)
    #expect(try job(crm, id)["state"] == "IN PROGRESS")
    #expect(try crm.send("GET", "crm/bulk/v8/read/\(id)/result").status == 404)
    crm.wait(1)
    #expect(try job(crm, id)["state"] == "COMPLETED")
    #expect(try crm.send("GET", "crm/bulk/v8/read/\(id)/result").status == 200)
    crm.wait(86_400)
    #expect(try crm.send("GET", "crm/bulk/v8/read/\(id)/result").status == 404)
  }

  @Test(arguments: [
    (#"{"field":{"api_name":"Amount"},"comparator":"greater_than","value":"15"}"#, 2),
    (#"{"field":{"api_name":"Deal_Name"},"comparator":"starts_with","value":"T"}"#, 2),
    (#"{"field":{"api_name":"Amount"},"comparator":"between","value":["10","20"]}"#, 2),
    (#"{"field":{"api_name":"Next_Step"},"comparator":"equal","value":"${EMPTY}"}"#, 3),
    (
      #"""
      {"group_operator":"or","group":[
        {"field":{"api_name":"Deal_Name"},"comparator":"equal","value":"One"},
        {"group_operator":"and","group":[
          {"field":{"api_name":"Amount"},"comparator":"less_equal","value":300},
          {"field":{"api_name":"Deal_Name"},"comparator":"contains","value":"hre"}]}]}
      """#, 2
    ),
  ])
  func criteriaChooseTheRows(criteria: String, count: Int) throws {
    let crm = try crm()
    let id = id(try start(crm, "\"fields\":[\"Deal_Name\"],\"criteria\":\(criteria)"))
    #expect(try job(crm, id)["result"]?["count"] == JSONValue(count))
  }

  @Test func laterPagesGoOnWhereTheFirstEnded() throws {
    let crm = try crm(pace: BulkPace(seconds: 0, rowsPerPage: 2))
    let first = id(try start(crm, #""fields":["Deal_Name"]"#))
    let result = try job(crm, first)["result"]
    #expect(result?["more_records"] == true)
    let token = result?["next_page_token"]?.stringValue ?? ""
    let second = id(try start(crm, "\"fields\":[\"Deal_Name\"],\"page_token\":\"\(token)\""))
    #expect(try job(crm, second)["result"]?["count"] == 1)
    #expect(try job(crm, second)["result"]?["page"] == 2)
    #expect(try file(crm, second).text.contains("Three"))
    crm.wait(86_400)
    let late = try start(crm, "\"fields\":[\"Deal_Name\"],\"page_token\":\"\(token)\"")
    #expect(late.json["code"] == "EXPIRED_VALUE")
  }

  @Test func meetingsComeAsACalendarToo() throws {
    let crm = try crm()
    _ = try crm.insert(
      "Events",
      """
      {"Event_Title":"Demo, with lunch","Start_DateTime":"2026-12-01T09:00:00+00:00",
       "End_DateTime":"2026-12-01T10:00:00+00:00"}
      """)
    let added = try crm.send(
      "POST", "crm/bulk/v8/read",
      Data(#"{"query":{"module":{"api_name":"Events"}},"file_type":"ics"}"#.utf8))
    let (name, text) = try file(crm, id(added))
    #expect(name.hasSuffix(".ics"))
    #expect(text.contains("DTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z\r\n"))
    #expect(text.contains("SUMMARY:Demo\\, with lunch\r\n"))
  }

  @Test(arguments: [
    (#"{"query":{"module":{"api_name":"Potions"}}}"#, "MODULE_NOT_AVAILABLE"),
    (#"{"query":{"module":{"api_name":"Notes"}}}"#, "MODULE_NOT_SUPPORTED"),
    (#"{"query":{"module":{"api_name":"Deals"},"fields":["Potion"]}}"#, "FIELD_NOT_AVAILABLE"),
    (#"{"query":{"module":{"api_name":"Deals"},"cvid":"1"}}"#, "CVID_NOT_SUPPORTED"),
    (#"{"query":{"module":{"api_name":"Deals"},"page":501}}"#, "PAGE_RANGE_EXCEEDED"),
    (#"{"query":{"module":{"api_name":"Deals"}},"file_type":"ics"}"#, "INVALID_DATA"),
    (
      #"{"query":{"module":{"api_name":"Deals"}},"callback":{"url":"nowhere","method":"post"}}"#,
      "INVALID_CALLBACK_URL"
    ),
    (
      #"{"query":{"module":{"api_name":"Deals"}},"callback":{"url":"https://a.example","method":"get"}}"#,
      "INVALID_CALLBACK_METHOD"
    ),
    (
      #"{"query":{"module":{"api_name":"Deals"},"criteria":{"field":{"api_name":"Amount"},"comparator":"contains","value":"1"}}}"#,
      "FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE"
    ),
    (
      #"{"query":{"module":{"api_name":"Deals"},"criteria":{"field":{"api_name":"Amount"},"comparator":"equal","value":"much"}}}"#,
      "FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"
    ),
    ("", "REQUEST_BODY_IS_EMPTY"), ("{", "REQUEST_BODY_NOT_READABLE"),
    ("{}", "QUERY_NOT_SUPPORTED"),
  ])
  func wrongJobsAreRefused(body: String, code: String) throws {
    let reply = try CRMHarness().send("POST", "crm/bulk/v8/read", Data(body.utf8))
    #expect(reply.status == 400)
    #expect(reply.json["code"] == .string(code))
  }

  @Test func unknownJobsAndTooManyDownloadsAreRefused() throws {
    let crm = try crm()
    let unknown = try crm.send("GET", "crm/bulk/v8/read/99")
    #expect(unknown.status == 404)
    #expect(
      unknown.json
        == [
          "code": "RESOURCE_NOT_FOUND", "details": ["resource": "99"],
          "message": "The requested resource doesn't exist.", "status": "error",
        ])
    let id = id(try start(crm, #""fields":["Deal_Name"]"#))
    _ = try job(crm, id)
    for _ in 1...10 {
      #expect(try crm.send("GET", "crm/bulk/v8/read/\(id)/result").status == 200)
    }
    let refused = try crm.send("GET", "crm/bulk/v8/read/\(id)/result")
    #expect(refused.status == 429)
    #expect(refused.json["code"] == "TOO_MANY_REQUESTS")
    crm.wait(60)
    #expect(try crm.send("GET", "crm/bulk/v8/read/\(id)/result").status == 200)
  }
}
