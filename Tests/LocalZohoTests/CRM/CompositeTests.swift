import Testing

@testable import LocalZoho

@Suite struct CompositeTests {
  private func step(
    _ id: String, _ method: String, _ uri: String, _ more: String = ""
  ) -> String {
    "{\"sub_request_id\":\"\(id)\",\"method\":\"\(method)\",\"uri\":\"\(uri)\"\(more)}"
  }

  private func send(
    _ crm: CRMHarness, _ steps: [String], flags: String = ""
  ) throws -> CRMHarness.Answer {
    try crm.call(
      "POST", "__composite_requests",
      "{\(flags)\"__composite_requests\":[\(steps.joined(separator: ","))]}")
  }

  private let addContact = #","body":{"data":[{"Last_Name":"Doe"}]}"#

  @Test func eachStepAnswersAsItWouldAlone() throws {
    let crm = try CRMHarness()
    let reply = try send(
      crm,
      [
        step("1", "POST", "/crm/v8/Contacts", addContact),
        step("2", "GET", "/crm/v8/Contacts", #","params":{"fields":"Last_Name"}"#),
        step("3", "GET", "/crm/v8/Potions?fields=id"),
      ])
    #expect(reply.status == 200)
    #expect(reply.credits == 1)
    let rows = reply.json["__composite_requests"]?.arrayValue ?? []
    #expect(rows.map { $0["sub_request_id"] } == ["1", "2", "3"])
    #expect(rows.map { $0["code"] } == ["SUCCESS", "SUCCESS", "SUCCESS"])
    #expect(
      rows.map { $0.at("details", "response", "status_code") } == [201, 200, 400])
    #expect(
      rows[1].at("details", "response", "body", "data", "0", "Last_Name") == "Doe")
    #expect(rows[2].at("details", "response", "body", "code") == "INVALID_MODULE")
  }

  @Test func aStepCanUseWhatAnotherAnswered() throws {
    let crm = try CRMHarness()
    let deal = """
      ,"body":{"data":[{"Deal_Name":"For @{c:$.data[0].details.id}","Stage":"Qualification",
       "Contact_Name":{"id":"@{c:$.data[0].details.id}"}}]}
      """
    let reply = try send(
      crm,
      [
        step("d", "POST", "/crm/v8/Deals", deal),
        step("c", "POST", "/crm/v8/Contacts", addContact),
        step("g", "GET", "/crm/v8/Deals/@{d:$.data[0].details.id}"),
      ])
    #expect(reply.status == 200)
    let contact =
      try crm.get("Contacts?fields=id").data.first?["id"]?.stringValue ?? ""
    let read = reply.json.at(
      "__composite_requests", "2", "details", "response", "body", "data", "0")
    #expect(read?["Deal_Name"] == .string("For \(contact)"))
    #expect(read?["Contact_Name"]?["id"] == .string(contact))
  }

  @Test func aFailureTakesEverythingBackWhenAsked() throws {
    let crm = try CRMHarness()
    let reply = try send(
      crm,
      [
        step("1", "POST", "/crm/v8/Contacts", addContact),
        step("2", "POST", "/crm/v8/Contacts", #","body":{"data":[{"Email":"a@b.example"}]}"#),
        step("3", "GET", "/crm/v8/Contacts?fields=id"),
      ], flags: #""rollback_on_fail":true,"#)
    #expect(reply.status == 207)
    let rows = reply.json["__composite_requests"]?.arrayValue ?? []
    #expect(
      rows.map { $0["code"] } == ["ROLLBACK_PERFORMED", "SUCCESS", "PROCESSING_STOPPED"])
    #expect(rows[0]["details"] == ["rollbacked_by_sub_request_index": 1])
    #expect(rows[1].at("details", "response", "status_code") == 400)
    #expect(try crm.get("Contacts?fields=id").status == 204)
    #expect(try crm.effects().isEmpty)
  }

  @Test func withoutItTheOthersStay() throws {
    let crm = try CRMHarness()
    _ = try send(
      crm,
      [
        step("1", "POST", "/crm/v8/Contacts", #","body":{"data":[{}]}"#),
        step("2", "POST", "/crm/v8/Contacts", addContact),
      ])
    #expect(try crm.get("Contacts?fields=id").data.count == 1)
  }

  @Test func referencesToNothingAndInCirclesAreTold() throws {
    let crm = try CRMHarness()
    let reply = try send(
      crm,
      [
        step("1", "GET", "/crm/v8/Deals/@{9:$.data[0].id}"),
        step("2", "GET", "/crm/v8/Deals/@{3:$.data[0].id}"),
        step("3", "GET", "/crm/v8/Deals/@{2:$.data[0].id}"),
      ])
    #expect(reply.status == 400)
    let rows = reply.json["__composite_requests"]?.arrayValue ?? []
    #expect(rows.map { $0["code"] } == ["INVALID_REFERENCE", "LOOPING_FOUND", "LOOPING_FOUND"])
    #expect(rows[0].at("details", "reference") == "@{9:$.data[0].id}")
  }

  @Test(arguments: [
    ("{}", "MANDATORY_NOT_FOUND"), (#"{"__composite_requests":[]}"#, "INVALID_DATA"),
    (#"{"__composite_requests":[{"uri":"/crm/v8/org"}]}"#, "MANDATORY_NOT_FOUND"),
    (#"{"__composite_requests":[{"uri":"/books/v3/a","method":"GET"}]}"#, "INVALID_DATA"),
    (#"{"__composite_requests":[{"uri":"/crm/v7/org","method":"GET"}]}"#, "NOT_SUPPORTED"),
    (
      #"{"__composite_requests":[{"uri":"/crm/v8/org","method":"GET","headers":{"Authorization":"x"}}]}"#,
      "NOT_SUPPORTED"
    ),
    (
      #"{"rollback_on_fail":true,"parallel_execution":true,"__composite_requests":[{"uri":"/crm/v8/org","method":"GET"}]}"#,
      "AMBIGUITY_DURING_PROCESSING"
    ),
    (
      #"{"__composite_requests":[{"sub_request_id":"1","uri":"/crm/v8/org","method":"GET"},{"sub_request_id":"1","uri":"/crm/v8/org","method":"GET"}]}"#,
      "DUPLICATE_DATA"
    ),
  ])
  func wrongCompositesAreRefused(body: String, code: String) throws {
    let reply = try CRMHarness().call("POST", "__composite_requests", body)
    #expect(reply.status == 400)
    #expect(reply.json["code"] == .string(code))
  }

  @Test func aStepNeedsItsOwnScope() throws {
    var crm = try CRMHarness()
    crm.scopes = ["ZohoCRM.composite_requests.CUSTOM"]
    let reply = try send(crm, [step("1", "GET", "/crm/v8/org")])
    #expect(
      reply.json.at("__composite_requests", "0", "details", "response", "body", "code")
        == "OAUTH_SCOPE_MISMATCH")
  }
}
