import Testing

@testable import LocalZoho

@Suite struct COQLTests {
  private static let accountID = "4150868000001000001"

  private func crm() throws -> CRMHarness {
    let crm = try CRMHarness()
    try crm.seed(
      "Accounts",
      [
        [
          "id": .string(Self.accountID), "Account_Name": "O'Brien & Sons", "Industry": "Retail",
        ]
      ])
    let deals: [(String, String, String, JSONValue, String?)] = [
      ("Alpha", "Standard", "Qualification", .number(100.10), "2026-12-01"),
      ("Beta", "Standard", "Qualification", .number(200.20), "2026-12-15"),
      ("Gamma", "Standard", "Closed Won", 300, nil),
      ("Delta", "Renewals", "Renewal Due", .null, "2027-01-01"),
    ]
    try crm.seed(
      "Deals",
      deals.enumerated().map { index, deal in
        var object: JSONObject = [
          "id": .string("415086800000100001\(index)"), "Deal_Name": .string(deal.0),
          "Pipeline": .string(deal.1), "Stage": .string(deal.2), "Amount": deal.3,
          "Closing_Date": JSONValue(deal.4),
          "Modified_Time": .string("2026-11-0\(index + 1)T12:00:00+00:00"),
        ]
        if index < 2 { object["Account_Name"] = ["id": .string(Self.accountID)] }
        return object
      })
    return crm
  }

  private func query(_ crm: CRMHarness, _ query: String) throws -> CRMHarness.Answer {
    let body: JSONValue = ["select_query": .string(query)]
    return try crm.call("POST", "coql", body.text)
  }

  private func names(_ crm: CRMHarness, where condition: String) throws -> [String] {
    try query(crm, "select Deal_Name from Deals where \(condition)").data
      .compactMap { $0["Deal_Name"]?.stringValue }
  }

  @Test func rowsComeByIDWithTheirColumns() throws {
    let answer = try query(
      try crm(),
      """
      select Deal_Name, Amount as value, Account_Name, Account_Name.Account_Name, Owner.last_name
      from Deals where Stage = 'Qualification' limit 1
      """)
    #expect(answer.status == 200)
    #expect(
      answer.json
        == (try json(
          """
          {"data":[{"Deal_Name":"Alpha","value":100.1,
            "Account_Name":{"name":"O'Brien & Sons","id":"4150868000001000001"},
            "Account_Name.Account_Name":"O'Brien & Sons","Owner.last_name":"Hartley",
            "id":"4150868000001000010"}],
           "info":{"count":1,"more_records":true}}
          """)))
  }

  @Test(
    arguments: [
      ("Deal_Name = 'Beta'", ["Beta"]),
      ("Deal_Name != 'Beta'", ["Alpha", "Gamma", "Delta"]),
      ("Deal_Name like '%a%m%'", ["Gamma"]),
      ("Deal_Name like 'B_ta'", []),
      ("Deal_Name not like '%ta'", ["Alpha", "Gamma"]),
      ("Deal_Name in ('Alpha', 'Delta')", ["Alpha", "Delta"]),
      ("Deal_Name not in ('Alpha', 'Delta')", ["Beta", "Gamma"]),
      ("Amount > 100.10", ["Beta", "Gamma"]),
      ("Amount >= 100.1", ["Alpha", "Beta", "Gamma"]),
      ("Amount < 200", ["Alpha"]),
      ("Amount between 100 and 200.20", ["Alpha", "Beta"]),
      ("Amount is null", ["Delta"]),
      ("Amount is not null", ["Alpha", "Beta", "Gamma"]),
      ("Closing_Date <= '2026-12-15'", ["Alpha", "Beta"]),
      ("Closing_Date between '2026-12-15' and '2027-01-01'", ["Beta", "Delta"]),
      ("Modified_Time > '2026-11-03T13:00:00+01:00'", ["Delta"]),
      ("Modified_Time >= '2026-11-03T13:00:00+01:00'", ["Gamma", "Delta"]),
      ("Account_Name = 4150868000001000001", ["Alpha", "Beta"]),
      ("Account_Name in ('4150868000001000001')", ["Alpha", "Beta"]),
      ("Account_Name is null", ["Gamma", "Delta"]),
      ("Account_Name.Account_Name = 'O''Brien & Sons'", ["Alpha", "Beta"]),
      ("Account_Name.Industry like 'Ret%'", ["Alpha", "Beta"]),
      ("Owner.email = 'jane.hartley@fairlead.example'", ["Alpha", "Beta", "Gamma", "Delta"]),
      ("id > 4150868000001000011", ["Gamma", "Delta"]),
      ("Stage = 'Qualification' and Amount > 150", ["Beta"]),
      ("(Stage = 'Closed Won' or Stage = 'Renewal Due')", ["Gamma", "Delta"]),
      (
        "((Stage = 'Qualification' and Amount > 150) or Deal_Name = 'Delta')",
        ["Beta", "Delta"]
      ),
    ])
  func conditions(condition: String, expected: [String]) throws {
    #expect(try names(try crm(), where: condition) == expected)
  }

  @Test func theBoardInOneCall() throws {
    let answer = try query(
      try crm(),
      """
      select Stage, COUNT(id), SUM(Amount), avg(Amount) as average, MAX(Closing_Date)
      from Deals where Pipeline = 'Standard' group by Stage order by COUNT(id) desc
      """)
    #expect(
      answer.json["data"]
        == (try json(
          """
          [{"Stage":"Qualification","COUNT(id)":2,"SUM(Amount)":300.3,"average":150.15,
            "MAX(Closing_Date)":"2026-12-15"},
           {"Stage":"Closed Won","COUNT(id)":1,"SUM(Amount)":300,"average":300,
            "MAX(Closing_Date)":null}]
          """)))
  }

  @Test func oneSumOverAll() throws {
    let answer = try query(
      try crm(), "select COUNT(id) as n, SUM(Amount) as total from Deals where id is not null")
    #expect(answer.json["data"] == (try json(#"[{"n":4,"total":600.3}]"#)))
  }

  @Test(arguments: ["limit 1, 2", "limit 2 offset 1", "LIMIT 2 OFFSET 1"])
  func limits(limit: String) throws {
    let answer = try query(
      try crm(), "select Deal_Name from Deals where id is not null order by Deal_Name desc \(limit)"
    )
    #expect(answer.data.map { $0["Deal_Name"] } == ["Delta", "Beta"])
    #expect(answer.json.at("info", "more_records") == true)
  }

  @Test func aPathLeadsThroughALookupOfSeveralModules() throws {
    let crm = try crm()
    _ = try crm.insert(
      "Tasks",
      "{\"Subject\":\"Visit\",\"What_Id\":{\"id\":\"\(Self.accountID)\"},\"$se_module\":\"Accounts\"}"
    )
    let answer = try query(
      crm,
      """
      select Subject, 'What_Id->Accounts.Account_Name' from Tasks
      where ('What_Id->Accounts.Industry' = 'Retail' and What_Id = '\(Self.accountID)')
      """)
    #expect(answer.data[0]["What_Id->Accounts.Account_Name"] == "O'Brien & Sons")
  }

  @Test func aViewNarrowsTheRows() throws {
    let crm = try crm()
    let views = try crm.get("settings/custom_views?module=Deals").json["custom_views"]
    let won = views?.arrayValue?.first { $0["system_name"] == "WONDEALS" }?["id"]?.stringValue
    let id = try #require(won)
    let answer = try query(crm, "select Deal_Name from Deals#\(id) where id is not null")
    #expect(answer.data.map { $0["Deal_Name"] } == ["Gamma"])
    let refused = try query(crm, "select Deal_Name from Deals#7 where id is not null")
    #expect(refused.json.at("details", "cvid") == "7")
  }

  @Test func nothingIsNoContent() throws {
    let answer = try query(try crm(), "select id from Deals where Deal_Name = 'Omega'")
    #expect(answer.status == 204)
    #expect(answer.json == .null)
  }

  @Test func moreRowsCostMore() throws {
    let crm = try crm()
    for (limit, credits) in [(200, 1), (1000, 2), (2000, 3)] {
      let answer = try query(crm, "select id from Deals where id is not null limit \(limit)")
      #expect(answer.credits == credits)
    }
  }

  @Test(
    arguments: [
      (
        "select Deal_Name from Deals", "SYNTAX_ERROR", "invalid query formed",
        #"{"clause":"where"}"#
      ),
      (
        "select Deal_Name from Deals limit 5", "SYNTAX_ERROR", "invalid query formed",
        #"{"clause":"where"}"#
      ),
      (
        "update Deals set x", "SYNTAX_ERROR", "invalid query formed",
        #"{"near":"update","column":1,"line":1}"#
      ),
      (
        "select id from Deals where id > 1 and id > 2 and id > 3", "SYNTAX_ERROR",
        "invalid query formed", #"{"near":"and","column":46,"line":1}"#
      ),
      (
        "select id\nfrom Deals where Deal_Name = 'open", "SYNTAX_ERROR", "invalid query formed",
        #"{"near":"'open","column":30,"line":2}"#
      ),
      (
        "select id from Deals where Deal_Name =", "SYNTAX_ERROR", "invalid query formed",
        #"{"near":"","column":39,"line":1}"#
      ),
      (
        "select id from Potions where id is not null", "INVALID_QUERY", "invalid query formed",
        #"{"module":"Potions"}"#
      ),
      (
        "select Colour from Deals where id is not null", "INVALID_QUERY",
        "column given seems to be invalid", #"{"column_name":"Colour"}"#
      ),
      (
        "select id from Deals where Account_Name = 'Acme Corp'", "INVALID_QUERY",
        "value given seems to be invalid for the column",
        #"{"expected_data_type":"bigint","column_name":"Account_Name"}"#
      ),
      (
        "select id from Deals where Modified_Time > '2026-11-01T00:00:00'", "INVALID_QUERY",
        "value given seems to be invalid for the column",
        #"{"expected_data_type":"datetime","column_name":"Modified_Time"}"#
      ),
      (
        "select id from Deals where Modified_Time > '2026-11-01T00:00:00.501Z'", "INVALID_QUERY",
        "value given seems to be invalid for the column",
        #"{"expected_data_type":"datetime","column_name":"Modified_Time"}"#
      ),
      (
        "select id from Deals where Closing_Date != null", "INVALID_QUERY",
        "value given seems to be invalid for the column",
        #"{"expected_data_type":"date","column_name":"Closing_Date"}"#
      ),
      (
        "select id from Deals where Stage > 'A'", "INVALID_QUERY", "data type not supported",
        """
        {"column_name":"Stage","data_type":"picklist","operator":">",
         "reason":"operator not supported"}
        """
      ),
      (
        "select id from Deals where Description = 'x'", "INVALID_QUERY",
        "data type not supported",
        """
        {"column_name":"Description","data_type":"textarea","operator":"=",
         "reason":"operator not supported"}
        """
      ),
      (
        "select Deal_Name, COUNT(id) from Deals where id is not null", "INVALID_QUERY",
        "invalid query formed", #"{"column_name":"Deal_Name","clause":"select"}"#
      ),
      (
        "select id from Deals where id is not null limit 2001", "LIMIT_EXCEEDED",
        "invalid query formed", #"{"by":"rows","clause":"limit","limit":2000}"#
      ),
      (
        "select Amount as from from Deals where id is not null", "INVALID_ALIAS",
        "invalid alias", #"{"alias":"from","column_name":"Amount"}"#
      ),
      (
        "select Amount as a, Stage as a from Deals where id is not null", "DUPLICATE_ALIAS",
        "duplicate alias", #"{"alias":"a","referred_columns":["Amount","Stage"]}"#
      ),
      (
        "select Amount, Amount from Deals where id is not null", "DUPLICATE_DATA",
        "duplicate data", #"{"column_name":"Amount"}"#
      ),
    ])
  func queriesThatAreRefused(
    text: String, code: String, message: String, details: String
  ) throws {
    let answer = try query(try crm(), text)
    #expect(answer.status == 400)
    #expect(
      answer.json
        == [
          "code": .string(code), "details": try json(details), "message": .string(message),
          "status": "error",
        ])
  }

  @Test func bodiesThatAreRefused() throws {
    let crm = try crm()
    let missing = try crm.call("POST", "coql", "{}")
    #expect(missing.json["code"] == "MANDATORY_NOT_FOUND")
    #expect(missing.json.at("details", "api_name") == "select_query")
    #expect(try crm.call("POST", "coql", #"{"select_query":7}"#).json["code"] == "INVALID_DATA")
    #expect(try crm.call("POST", "coql", "select").json["message"] == "body")
  }

  @Test func theColumnsAreDescribedOnRequest() throws {
    let answer = try crm().call(
      "POST", "coql",
      """
      {"select_query":"select Amount from Deals where id is not null","include_meta":["fields"]}
      """)
    #expect(answer.json.at("fields", "Amount", "data_type") == "currency")
    let refused = try crm().call(
      "POST", "coql",
      #"{"select_query":"select id from Deals where id is null","include_meta":["x"]}"#)
    #expect(refused.json.at("details", "supported_values") == ["fields"])
  }

  @Test func aDeepNestIsRefusedNotFatal() throws {
    let open = String(repeating: "(", count: 20_000)
    let answer = try query(try crm(), "select id from Deals where \(open)id is null")
    #expect(answer.json["code"] == "SYNTAX_ERROR")
  }
}
