import FoundationEssentials
import Synchronization
import Testing
import ZohoAPI

@testable import fairlead

/// `fairlead api` at products that this program has no words for, against a stand-in for the network.
@Suite(.timeLimit(.minutes(1)))
struct APICallTests {
  @Test(arguments: [
    ("us", "desk/api/v1/tickets", "https://desk.zoho.com/api/v1/tickets"),
    ("eu", "projects/api/v3/portals", "https://projectsapi.zoho.eu/api/v3/portals"),
    (
      "in", "campaigns/api/v1.1/getmailinglists",
      "https://campaigns.zoho.in/api/v1.1/getmailinglists"
    ),
    ("au", "analytics/restapi/v2/orgs", "https://analyticsapi.zoho.com.au/restapi/v2/orgs"),
    (
      "ca", "people/api/v3/leave-tracker/leaves",
      "https://people.zohocloud.ca/api/v3/leave-tracker/leaves"
    ),
    (
      "jp", "people/api/forms/employee/getRecords",
      "https://people.zoho.jp/people/api/forms/employee/getRecords"
    ),
    ("cn", "sign/api/v1/requests", "https://sign.zoho.com.cn/api/v1/requests"),
    ("sa", "https://mail.zoho.sa/api/accounts", "https://mail.zoho.sa/api/accounts"),
    ("eu", "inventory/v1/items", "https://www.zohoapis.eu/inventory/v1/items"),
    ("eu", "crm/bulk/v8/write/7", "https://www.zohoapis.eu/crm/bulk/v8/write/7"),
  ])
  func everyProductHasItsAddressInEveryDataCentre(
    center: String, path: String, address: String
  ) async throws {
    let net = Net(.json(200, #"{"data":[]}"#))
    try await net.run(["GET", path], in: try #require(DataCenter(center)))
    #expect(net.sent.map(\.url) == [address])
    #expect(net.sent[0].token?.revealed == "1000.token1")
  }

  @Test(arguments: [
    "https://desk.zoho.com/api/v1/tickets", "https://desk.zoho.eu.evil.example/api/v1/x",
    "desk/tickets", "desk/", "https://download-accl.zoho.eu/v2/crm/1/x",
  ])
  func noOtherHostGetsTheToken(path: String) async throws {
    let net = Net(.json(200, "{}"))
    await #expect(throws: HeadlessError.self) { try await net.run(["GET", path], in: .eu) }
    #expect(net.sent.isEmpty)
  }

  @Test func aHeaderGoesAlongAndThoseOfTheProgramStay() async throws {
    let net = Net(.json(200, "{}"))
    try await net.run(["GET", "desk/api/v1/tickets", "--header", "orgId: 92712345"])
    #expect(net.sent[0].headers.map(\.name) == ["orgId"])
    #expect(net.sent[0].headers.map(\.value) == ["92712345"])
    for wrong in ["Authorization: Bearer x", "orgId", "a b: c", "Host: evil.example"] {
      #expect(throws: (any Error).self) {
        try APICommand.parse(["GET", "desk/api/v1/tickets", "--header", wrong])
      }
    }
  }

  @Test func aFormIsEncoded() async throws {
    let net = Net(.json(200, #"{"status":"success","code":"0"}"#))
    try await net.run([
      "POST", "campaigns/api/v1.1/json/listsubscribe", "--form", "resfmt=JSON", "--form",
      #"contactinfo={"Contact Email":"ana+1@acme.example"}"#,
    ])
    #expect(
      net.sent[0].text
        == "resfmt=JSON&contactinfo=%7B%22Contact%20Email%22%3A%22ana%2B1%40acme.example%22%7D")
    #expect(net.sent[0].header("content-type") == "application/x-www-form-urlencoded")
    #expect(net.sent[0].isWrite)
  }

  @Test func filesGoAsPartsWithTextBeside() async throws {
    let file = FilePlace("note.txt", Data("hello\n".utf8))
    let net = Net(.json(200, "{}"))
    try await net.run([
      "POST", "desk/api/v1/uploads", "--file", "file=@\(file.path)", "--form", "kind=note",
    ])
    #expect(
      net.sent[0].header("content-type")
        == "multipart/form-data; boundary=fairlead-boundary")
    #expect(
      net.sent[0].text == """
        --fairlead-boundary\r
        Content-Disposition: form-data; name="kind"\r
        \r
        note\r
        --fairlead-boundary\r
        Content-Disposition: form-data; name="file"; filename="note.txt"\r
        Content-Type: text/plain\r
        \r
        hello
        \r
        --fairlead-boundary--\r

        """)
  }

  @Test func aBodyGoesAsItIs() async throws {
    let file = FilePlace("x.xml", Data("<a/>".utf8))
    let net = Net(.json(200, "{}"))
    try await net.run([
      "POST", "people/people/api/forms/xml", "--body", "@\(file.path)", "--content-type",
      "text/xml",
    ])
    #expect(net.sent[0].text == "<a/>")
    #expect(net.sent[0].header("content-type") == "text/xml")
    try await net.run(["PATCH", "desk/api/v1/tickets/1", "--body", #"{"subject":"x"}"#])
    #expect(net.sent[1].text == #"{"subject":"x"}"#)
    #expect(net.sent[1].header("content-type") == "application/json")
    for wrong in [["--form", "a=b", "--field", "c=d"], ["--content-type", "text/xml"]] {
      #expect(throws: (any Error).self) {
        try APICommand.parse(["POST", "desk/api/v1/x"] + wrong)
      }
    }
  }

  @Test func aReadOnlyProfileReadsOnly() async throws {
    let net = Net(.json(200, "{}"), isReadOnly: true)
    await #expect(throws: HeadlessError.self) {
      try await net.run(["DELETE", "desk/api/v1/contacts/1"])
    }
    #expect(net.sent.isEmpty)
    try await net.run(["GET", "desk/api/v1/contacts/1"])
    #expect(net.sent.count == 1)
  }

  @Test func theHeadIsShownWithoutSecrets() async throws {
    let net = Net(
      HTTPResponse(
        status: 200,
        headers: [
          ("Content-Type", "application/json"), ("X-Rate-Limit-Remaining-v3", "4999"),
          ("Set-Cookie", "session=secret"), ("X-Auth-Token", "secret"),
        ], body: Data(#"{"a":1}"#.utf8)))
    try await net.run(["GET", "desk/api/v1/x", "--include"])
    #expect(
      net.output == """
        HTTP 200
        content-type: application/json
        x-rate-limit-remaining-v3: 4999
        set-cookie: (hidden)
        x-auth-token: (hidden)

        {"a":1}

        """)
  }

  @Test func aFileComesByteForByte() async throws {
    let bytes = Data((0...255).map { UInt8($0) })
    let net = Net(
      HTTPResponse(status: 200, headers: [("content-type", "application/pdf")], body: bytes))
    let goal = FilePlace("out.pdf")
    try await net.run(["GET", "analytics/restapi/v2/x", "--output-file", goal.path])
    #expect(goal.content == bytes)
    #expect(net.output == "")
  }

  @Test func aTokenThatWasTurnedAwayIsRenewedOnce() async throws {
    let net = Net { _, number in
      number == 1 ? .json(400, #"{"error":{"title":"INVALID_OAUTHTOKEN"}}"#) : .json(200, "[]")
    }
    try await net.run(["GET", "projects/api/v3/portals"])
    #expect(net.sent.map { $0.token?.revealed } == ["1000.token1", "1000.token2"])
    let closed = Net(.json(401, #"{"errorCode":"SCOPE_MISMATCH","message":"no scope"}"#))
    let error = await #expect(throws: HeadlessError.self) {
      try await closed.run(["GET", "desk/api/v1/tickets"])
    }
    #expect(error?.status == .notAllowed)
    #expect(error?.lines == ["no scope (SCOPE_MISMATCH)"])
    #expect(closed.sent.count == 2)
    #expect(closed.output.contains("SCOPE_MISMATCH"))
  }

  @Test(
    arguments: [
      (
        "campaigns/api/v1.1/x", 200, #"{"status":"error","code":"2501","message":"Invalid list"}"#,
        7, "Invalid list (2501)"
      ),
      (
        "people/people/api/x", 200,
        #"{"response":{"message":"Error occurred","errors":[{"code":7011,"message":"no form"}],"status":1}}"#,
        7, "no form (7011)"
      ),
      (
        "people/people/api/attendance", 200, #"[{"response":"failure","msg":"Invalid User"}]"#,
        7, "Invalid User"
      ),
      (
        "analytics/restapi/v2/x", 404,
        #"{"status":"failure","summary":"META_OBJECT_NOT_PRESENT","data":{"errorCode":7103,"errorMessage":"Workspace not found"}}"#,
        4, "Workspace not found (7103)"
      ),
      (
        "projects/api/v3/x", 400,
        #"{"error":{"status_code":"400","title":"INVALID_METHOD","details":[{"message":"m"}]}}"#,
        7, "INVALID_METHOD (INVALID_METHOD)"
      ),
      (
        "desk/api/v1/x", 429, #"{"errorCode":"TOO_MANY_REQUESTS","message":"slow"}"#, 75,
        "slow (TOO_MANY_REQUESTS)"
      ),
    ] as [(String, Int, String, Int32, String)])
  func aRefusalIsKnownWhateverItsShape(
    path: String, status: Int, body: String, exit: Int32, words: String
  ) async throws {
    let net = Net(.json(status, body))
    let error = await #expect(throws: HeadlessError.self) { try await net.run(["GET", path]) }
    #expect(error?.status.rawValue == exit)
    #expect(error?.lines == [words])
    #expect(net.output != "")
  }
}

/// Lists of products, page by page.
@Suite(.timeLimit(.minutes(1)))
struct APIPagingTests {
  @Test func deskCountsFromNothing() async throws {
    let net = Net(pages: [
      #"{"data":[{"id":"1"},{"id":"2"}]}"#, #"{"data":[{"id":"2"},{"id":"3"}]}"#, nil,
    ])
    try await net.run(["GET", "desk/api/v1/tickets", "--all", "--ndjson"])
    #expect(net.output == "{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":\"3\"}\n")
    #expect(net.queries == ["from=0&limit=90", "from=2&limit=90", "from=4&limit=90"])
    let agents = Net(pages: [#"{"data":[{"id":"1"}]}"#, nil])
    try await agents.run([
      "GET", "desk/api/v1/agents", "-q", "limit=10", "-q", "status=ACTIVE", "--all",
    ])
    #expect(
      agents.queries == ["status=ACTIVE&from=1&limit=10", "status=ACTIVE&from=2&limit=10"])
  }

  @Test func projectsNumbersItsPages() async throws {
    let net = Net(pages: [
      #"{"page_info":[{"has_next_page":"true"}],"milestones":[{"id":"1"}]}"#,
      #"{"page_info":{"has_next_page":false},"milestones":[{"id":"2"}]}"#,
    ])
    try await net.run(["GET", "projects/api/v3/portal/1/milestones", "--all", "--csv"])
    #expect(net.output == "id\r\n1\r\n2\r\n")
    #expect(net.queries == ["page=1&per_page=200", "page=2&per_page=200"])
    // Time logs promise a next page for ever, and repeat the last.
    let logs = Net(.json(200, #"{"page_info":{"has_next_page":"true"},"time_logs":[{"id":"1"}]}"#))
    try await logs.run(["GET", "projects/api/v3/portal/1/timelogs", "--all", "--ndjson"])
    #expect(logs.output == "{\"id\":\"1\"}\n")
    #expect(logs.sent.count == 2)
    let bare = Net(pages: [#"[{"id":"1"}]"#, "[]"])
    try await bare.run(["GET", "projects/api/v3/portals", "--all", "--ndjson"])
    #expect(bare.output == "{\"id\":\"1\"}\n")
  }

  @Test func anErrorIsTheEndOfCampaignsAndPeople() async throws {
    let lists = Net(pages: [
      #"{"status":"success","code":"0","list_of_details":[{"listkey":"3z"}]}"#,
      #"{"status":"error","code":"2502","message":"No contacts"}"#,
    ])
    try await lists.run([
      "GET", "campaigns/api/v1.1/getmailinglists", "-q", "resfmt=JSON", "--all", "--ndjson",
    ])
    #expect(lists.output == "{\"listkey\":\"3z\"}\n")
    #expect(
      lists.queries
        == ["resfmt=JSON&fromindex=1&range=100", "resfmt=JSON&fromindex=2&range=100"])
    let people = Net(pages: [
      #"{"response":{"result":[{"412":[{"EmployeeID":"S20","Zoho_ID":412345000000306097}]}],"status":0}}"#,
      #"{"response":{"errors":{"code":7024,"message":"No records found"},"status":1}}"#,
    ])
    try await people.run(["GET", "people/api/forms/employee/getRecords", "--all", "--ndjson"])
    #expect(people.output == "{\"EmployeeID\":\"S20\",\"Zoho_ID\":412345000000306097}\n")
    #expect(people.queries == ["sIndex=1&limit=200", "sIndex=2&limit=200"])
    let leave = Net(pages: [
      #"{"records":{"7":{"Employee":"Ana"},"8":{"Employee":"Jo"}}}"#, #"{"records":{}}"#,
    ])
    try await leave.run(["GET", "people/api/v2/leavetracker/leaves/records", "--all", "--ndjson"])
    #expect(
      leave.output == "{\"id\":\"7\",\"Employee\":\"Ana\"}\n{\"id\":\"8\",\"Employee\":\"Jo\"}\n")
  }

  @Test func whatHasNoPagesIsOnePageAndWhatIsNotKnownIsSaid() async throws {
    let net = Net(.json(200, #"{"status":"success","data":{"views":[{"viewId":"1"}]}}"#))
    try await net.run(["GET", "analytics/restapi/v2/workspaces/1/views", "--all", "--ndjson"])
    #expect(net.output == "{\"viewId\":\"1\"}\n")
    #expect(net.queries == [""])
    let error = await #expect(throws: HeadlessError.self) {
      try await net.run(["GET", "sign/api/v1/requests", "--all"])
    }
    #expect(error?.status == .usage)
  }

  @Test func aFailureOnTheWayIsAFailure() async throws {
    let net = Net { _, number in
      number == 1 ? .json(200, #"{"data":[{"id":"1"}]}"#) : .json(500, "{}")
    }
    let error = await #expect(throws: HeadlessError.self) {
      try await net.run(["GET", "desk/api/v1/tickets", "--all", "--ndjson"])
    }
    #expect(error?.status == .unavailable)
  }
}
