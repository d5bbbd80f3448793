import AppCore
import Testing
import ZohoAPI

@testable import fairlead

/// What failures mean to scripts.
struct HeadlessErrorTests {
  @Test func theNumbersNeverChange() {
    let numbers = fairlead.ExitStatus.allCases.map { "\($0.rawValue) \($0.name)" }
    #expect(
      numbers == [
        "0 done", "1 no-terminal", "3 some-failed", "4 not-found", "5 conflict",
        "6 outcome-unknown", "7 refused", "64 usage", "65 bad-input", "66 no-input",
        "69 unavailable", "70 internal", "71 no-system", "73 no-output", "74 no-storage",
        "75 try-later", "77 not-allowed", "78 bad-profile",
      ])
  }

  @Test(arguments: [
    (ZohoError.offline(reason: "x", wasSent: true), true, fairlead.ExitStatus.uncertain),
    (.offline(reason: "x", wasSent: true), false, .unavailable),
    (.offline(reason: "x", wasSent: false), true, .unavailable),
    (.unreadable(path: "/", status: 502, reason: "x"), true, .uncertain),
    (.unreadable(path: "/", status: 502, reason: "x"), false, .unavailable),
    (
      .rateLimited(retryAfter: .seconds(3), code: "TOO_MANY_REQUESTS", message: ""), true, .tryLater
    ),
    (.rateLimited(retryAfter: nil, code: nil, message: ""), false, .tryLater),
    (.signedOut(reason: "x"), true, .notAllowed), (.scopeMissing(message: "x"), false, .notAllowed),
    (.alreadyModified(by: nil, at: nil), true, .conflict),
    (.unsendable(reason: "x"), true, .badInput),
    (.refused(Refusal(status: 404, code: "1002", message: "")), false, .notFound),
    (.refused(Refusal(status: 400, code: "INVALID_DATA", message: "")), true, .refused),
    (.refused(Refusal(status: 500, code: "INTERNAL_ERROR", message: "")), true, .uncertain),
    (.refused(Refusal(status: 500, code: "INTERNAL_ERROR", message: "")), false, .unavailable),
  ])
  func aFailureHasItsStatus(error: ZohoError, isWrite: Bool, status: fairlead.ExitStatus) {
    #expect(HeadlessError(error, isWrite: isWrite).status == status)
  }

  @Test func aBlueprintIsExplained() {
    let refusal = Refusal(
      status: 400, code: "RECORD_IN_BLUEPRINT", message: "The record is in blue print")
    let error = HeadlessError(.refused(refusal), isWrite: true)
    #expect(error.status == .refused)
    #expect(error.details == ["code": "RECORD_IN_BLUEPRINT"])
    #expect(error.lines.count == 2)
    #expect(error.lines[1].hasPrefix("The record is in a Blueprint, which alone moves it"))
  }

  @Test func aBlueprintThatStopsAMoveIsExplainedToo() {
    let failure = Failure.refused(
      code: "RECORD_IN_BLUEPRINT", message: "The record is in blue print")
    #expect(HeadlessError(failure).lines.count == 2)
  }

  @Test func anErrorAsJSONHasItsDetails() {
    let refusal = Refusal(
      status: 400, code: "DUPLICATE_DATA", message: "duplicate data",
      details: ["api_name": "Email", "duplicate_record.id": "4150"])
    #expect(
      Output.json(HeadlessError(.refused(refusal), isWrite: true)) == #"""
        {"error":{"status":7,"name":"refused","message":"duplicate data (DUPLICATE_DATA, Email) \#
        The record 4150 has that value already.","details":{"api_name":"Email",\#
        "code":"DUPLICATE_DATA","duplicate_record.id":"4150"}}}
        """#)
  }
}
