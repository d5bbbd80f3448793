import FoundationEssentials
import Testing

@testable import ZohoAPI

/// What a write is taken for after each kind of answer. The outbox sends again what was not executed,
/// shows what was rejected, and looks before it touches what is uncertain.
@Suite("A failed write", .timeLimit(.minutes(5)))
struct ZohoErrorTests {
  private func crm(
    _ status: Int, _ body: String, type: String = "application/json",
    headers: [(name: String, value: String)] = []
  ) async -> ZohoError? {
    let zoho = FakeZoho { _, _ in
      HTTPResponse(
        status: status, headers: [("content-type", type)] + headers, body: Data(body.utf8))
    }
    return await failure { () throws(ZohoError) in
      _ = try await zoho.client().send(
        .updateDeal("55", ["Stage": "Negotiation/Review"], version: nil))
    }
  }

  private func books(_ status: Int, _ body: String) async -> ZohoError? {
    let zoho = FakeZoho(status, body, headers: [("Retry-After", "3600")])
    return await failure { () throws(ZohoError) in
      try await zoho.client().send(.markSent("98"))
    }
  }

  @Test func isRejectedWithCRMsWords() async {
    let error = await crm(
      400,
      """
      {"data":[{"code":"MAPPING_MISMATCH","details":{"api_name":"Stage","json_path":"$.data[0].Stage",
       "mapped_field":{"api_name":"Pipeline"}},"message":"Pipeline doesn't contain the Stage",
       "status":"error"}]}
      """)
    #expect(
      error
        == .refused(
          Refusal(
            status: 400, code: "MAPPING_MISMATCH", message: "Pipeline doesn't contain the Stage",
            details: [
              "api_name": "Stage", "json_path": "$.data[0].Stage",
              "mapped_field.api_name": "Pipeline",
            ])))
    #expect(error?.outcome == .rejected)
  }

  @Test func isRejectedWhenOnlyTheRowSaysNo() async {
    let error = await crm(
      200,
      """
      {"data":[{"code":"RECORD_LOCKED","details":{},"message":"record locked","status":"error"}]}
      """)
    guard case .refused(let refusal) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(refusal.code == "RECORD_LOCKED")
    #expect(error?.outcome == .rejected)
  }

  @Test func isAConflictAfter412() async {
    let error = await crm(
      412,
      """
      {"data":[{"code":"ALREADY_MODIFIED","details":{"id":"55","Modified_Time":
       "2026-11-24T10:00:00+05:30","Modified_By":{"name":"Bo Chan","id":"412"}},
       "message":"Record updated time has already passed if-unmodified-since time",
       "status":"error"}]}
      """)
    #expect(
      error
        == .alreadyModified(by: "Bo Chan", at: Date(timeIntervalSince1970: 1_795_494_600)))
    #expect(error?.outcome == .rejected)
    #expect(await books(412, #"{"code":9,"message":"no"}"#)?.outcome == .rejected)
  }

  @Test func namesTheRecordThatHasTheValue() async {
    let error = await crm(
      400,
      """
      {"data":[{"code":"DUPLICATE_DATA","details":{"api_name":"Deal_Name","duplicate_record":
       {"id":"77","module":{"api_name":"Deals"}}},"message":"duplicate data","status":"error"}]}
      """)
    guard case .refused(let refusal) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(refusal.duplicateID == "77")
    #expect(refusal.field == "Deal_Name")
  }

  @Test func wasNotExecutedAfterALimitInZohosWords() async {
    let error = await crm(
      429, #"{"code":"TOO_MANY_REQUESTS","details":{},"message":"slow","status":"error"}"#)
    #expect(
      error == .rateLimited(retryAfter: nil, code: "TOO_MANY_REQUESTS", message: "slow"))
    #expect(error?.outcome == .notExecuted)
  }

  @Test(arguments: ["43", "44", "45", "1070"])
  func wasNotExecutedAfterALimitOfBooks(code: String) async {
    let error = await books(429, #"{"code":\#(code),"message":"blocked"}"#)
    #expect(
      error == .rateLimited(retryAfter: .seconds(3600), code: code, message: "blocked"))
    #expect(error?.outcome == .notExecuted)
  }

  @Test func isUncertainAfterALimitFromAnyoneElse() async {
    let error = await crm(
      429, "<html>slow down</html>", type: "text/html", headers: [("retry-after", "7")])
    #expect(error == .rateLimited(retryAfter: .seconds(7), code: nil, message: "HTTP 429"))
    #expect(error?.outcome == .uncertain)
  }

  @Test func waitsUntilTheDayTheServerNames() async {
    let error = await crm(
      429, "",
      headers: [
        ("date", "Tue, 24 Nov 2026 13:58:00 GMT"),
        ("retry-after", "Tue, 24 Nov 2026 13:59:30 GMT"),
      ])
    #expect(error == .rateLimited(retryAfter: .seconds(90), code: nil, message: "HTTP 429"))
  }

  @Test(arguments: [
    (500, #"{"code":"INTERNAL_ERROR","details":{},"message":"x","status":"error"}"#),
    (502, "<html><body>Bad gateway</body></html>"), (503, ""), (504, ""), (408, ""),
    (302, ""), (307, ""), (200, ""), (200, "<html>Welcome to the airport</html>"),
    (200, #"{"data":[{"code":"SUCC"#), (200, #"{"data":[]}"#), (200, "{}"), (200, "null"),
    (200, #"{"data":[{"code":"SUCCESS","details":{},"message":"record updated"}]}"#),
    (204, ""), (401, "<html>who?</html>"), (400, "no"), (304, ""),
    (
      200,
      #"{"data":[{"code":"SUCCESS","details":{"id":"1"}},{"code":"SUCCESS","details":{"id":"2"}}]}"#
    ),
  ])
  func isUncertainWithoutClearEvidence(status: Int, body: String) async {
    let error = await crm(status, body)
    #expect(error?.outcome == .uncertain, "\(String(describing: error))")
  }

  @Test func isUncertainWhenBooksSays200WithACode() async {
    let error = await books(200, #"{"code":1002,"message":"Invoice does not exist."}"#)
    #expect(
      error
        == .refused(Refusal(status: 200, code: "1002", message: "Invoice does not exist.")))
    #expect(error?.outcome == .uncertain)
    #expect(
      await books(404, #"{"code":1002,"message":"Invoice does not exist."}"#)?.outcome
        == .rejected)
    #expect(await books(200, #"{"message":"success"}"#)?.outcome == .uncertain)
  }

  @Test(arguments: [true, false])
  func isUncertainOnceAByteMayHaveLeft(wasSent: Bool) async {
    let zoho = FakeZoho { _, _ in throw TransportError(reason: "gone", wasSent: wasSent) }
    let error = await failure { () throws(ZohoError) in
      try await zoho.client().send(.markSent("98"))
    }
    #expect(error == .offline(reason: "gone", wasSent: wasSent))
    #expect(error?.outcome == (wasSent ? .uncertain : .notSent))
    #expect(zoho.requests.count == 1)
  }

  @Test func isUncertainAfterAnErrorNobodyKnows() async {
    struct Odd: Error {}
    let zoho = FakeZoho { _, _ in throw Odd() }
    let error = await failure { () throws(ZohoError) in
      try await zoho.client().send(.markSent("98"))
    }
    #expect(error?.outcome == .uncertain)
  }

  @Test func wasNotSentWhenItWasCancelledBefore() async {
    let zoho = FakeZoho(200, #"{"code":0,"message":"success"}"#)
    let client = zoho.client()
    let task = Task { () -> ZohoError? in
      while !Task.isCancelled { await Task.yield() }
      return await failure { () throws(ZohoError) in try await client.send(.markSent("98")) }
    }
    task.cancel()
    #expect(await task.value?.outcome == .notSent)
    #expect(zoho.requests.isEmpty)
  }

  @Test func isNeverFollowedToAnotherAddress() async {
    let zoho = FakeZoho(302, "", headers: [("location", "https://evil.example/")])
    _ = await failure { () throws(ZohoError) in
      try await zoho.client().send(.markSent("98"))
    }
    #expect(
      zoho.requests.map(\.url) == [
        "https://www.zohoapis.eu/books/v3/invoices/98/status/sent?organization_id=10229182"
      ])
  }

  @Test func isReportedWithoutSecrets() async {
    let zoho = FakeZoho(
      500, "",
      headers: [
        ("Date", "Tue, 24 Nov 2026 13:58:00 GMT"), ("X-API-CREDITS-REMAINING", "1234"),
      ])
    _ = await failure { () throws(ZohoError) in
      _ = try await zoho.client().send(.query("select id from Deals where id is not null"))
    }
    let record = zoho.records.withLock { $0.last }
    #expect(record?.product == .crm)
    #expect(record?.method == .post)
    #expect(record?.path == "/crm/v8/coql")
    #expect(record?.status == 500)
    #expect(record?.creditsRemaining == 1234)
    #expect(record?.serverTime == Date(timeIntervalSince1970: 1_795_528_680))
    #expect(record?.failure?.isTransient == true)
  }
}

@Suite("A call that must not go out", .timeLimit(.minutes(5)))
struct UnsendableTests {
  private func problem(
    _ call: (ZohoClient) async throws(ZohoError) -> Void, organization: String? = "10229182"
  ) async -> String? {
    let zoho = FakeZoho(200, "{}")
    let client = zoho.client(organization: organization)
    let error = await failure { () throws(ZohoError) in try await call(client) }
    #expect(zoho.requests.isEmpty)
    guard case .unsendable(let reason) = error else { return nil }
    return reason
  }

  @Test func toBooksNeedsAnOrganization() async {
    let reason = await problem(
      { client throws(ZohoError) in try await client.send(.markSent("98")) }, organization: nil)
    #expect(reason == "no Books organization has been chosen")
  }

  @Test func cannotSmuggleAHeader() async {
    let reason = await problem { client throws(ZohoError) in
      _ = try await client.send(
        .updateDeal("55", ["Stage": "x"], version: "2026\r\nX-Evil: 1"))
    }
    #expect(reason == "a control character in the header field if-unmodified-since")
  }

  @Test(arguments: ["/../accounts", "settings/roles", "/a//b", "/a?b", "/a b", "/a/..", "/"])
  func staysBelowItsProduct(path: String) async {
    let reason = await problem { client throws(ZohoError) in
      _ = try await client.send(Request.api(.crm, .get, path))
    }
    #expect(reason == "not a path of the API: \(path)")
  }

  @Test func keepsAnIdInOnePlace() {
    #expect(
      Request.deleteInvoice("../contacts/1?x=y").path == "/invoices/..%2Fcontacts%2F1%3Fx%3Dy")
    #expect(Request.deleteInvoice("..").path == "/invoices/%2E%2E")
  }
}
