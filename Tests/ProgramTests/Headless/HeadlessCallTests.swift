import Testing

/// `query`, `search`, `export` and `api` without the screen.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct HeadlessCallTests {
  @Test func aQueryTellsTypesAndWhereItGoesOn() async throws {
    let desk = try await Desk()
    let first = try await desk.deal("One", amount: "0.10")
    _ = try await desk.deal("Two")
    let run = try await desk.run(
      "query",
      "select Deal_Name, Amount from Deals where Modified_Time > '2020-01-01T00:00:00Z' "
        + "order by id asc limit 0, 1")
    #expect(
      run.output == """
        {"data":[
        {"id":"\(first)","Deal_Name":"One","Amount":0.1}
        ],"info":{"count":1,"more":true,"hint":"It goes on at offset 1.",\
        "types":{"Amount":"currency","Deal_Name":"text"}}}

        """)
    #expect(run.errors == "1 rows shown; more exist. It goes on at offset 1.\n")
  }

  @Test func aQueryThatZohoRefusesIsToldInItsWords() async throws {
    let desk = try await Desk()
    let run = try await desk.run("query", "select Deal_Name from Deals", "--json-errors")
    #expect(run.status == 7)
    #expect(run.output == "")
    #expect(run.errors.contains(#""name":"refused""#))
    #expect(run.errors.contains(#""code":"SYNTAX_ERROR""#))
  }

  @Test func nothingFoundIsAnEmptyListAndNoFailure() async throws {
    let desk = try await Desk()
    let run = try await desk.run("query", "select Deal_Name from Deals where id is not null")
    #expect(run.status == 0)
    #expect(run.output == "{\"data\":[],\"info\":{\"count\":0,\"more\":false}}\n")
  }

  @Test func aSearchGoesThroughModules() async throws {
    let desk = try await Desk()
    let deal = try await desk.deal("Zeppelin hangar")
    let account = try await desk.made("id", "accounts", "create", "Account_Name=Zeppelin Ltd")
    let run = try await desk.run("search", "Zeppelin", "--csv")
    #expect(
      run.output == """
        module,id,name,detail\r
        Deals,\(deal),Zeppelin hangar,Qualification\r
        Accounts,\(account),Zeppelin Ltd,\r

        """)
  }

  @Test func aModuleThatCannotBeSearchedIsTold() async throws {
    let desk = try await Desk()
    _ = try await desk.deal("Zeppelin hangar")
    let run = try await desk.run("search", "Zeppelin", "--modules", "Deals,Zebras", "--ndjson")
    #expect(run.status == 3)
    #expect(run.output.contains("Zeppelin hangar"))
    #expect(run.errors.contains("Zebras: "))
  }

  @Test func anExportDisarmsFormulasAndHasTheIDsOfLookUps() async throws {
    let desk = try await Desk()
    let account = try await desk.made("id", "accounts", "create", "Account_Name==1+1")
    let id = try await desk.made(
      "id", "deals", "create", "Deal_Name=-Roof", "Stage=Qualification", "Amount=-5",
      "Closing_Date=2026-12-31", "Account_Name=\(account)")
    let run = try await desk.run(
      "export", "deals", "--fields", "Deal_Name,Amount,Account_Name", "--csv")
    #expect(run.status == 0)
    #expect(
      run.output == """
        id,Deal_Name,Amount,Account_Name,Account_Name.id\r
        \(id),'-Roof,-5,'=1+1,\(account)\r

        """)
  }

  @Test func anExportGoesThroughEveryPage() async throws {
    let desk = try await Desk(deals: 450)
    let run = try await desk.run("export", "deals", "--fields", "Deal_Name", "--ndjson")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 450)
    #expect(Set(lines).count == 450)
    #expect(run.errors == "200 rows\n400 rows\n")
  }

  @Test func anExportThatFailsOnTheWaySaysSo() async throws {
    let desk = try await Desk(deals: 250)
    try await desk.fault(
      #"{"fault":"reply","status":400,"path":"/crm/v8/coql","skip":1,"#
        + #""body":"{\"code\":\"LIMIT_EXCEEDED\",\"message\":\"too many\",\"status\":\"error\"}"}"#)
    let run = try await desk.run("export", "deals", "--fields", "Deal_Name", "--json")
    #expect(run.status == 7)
    #expect(!run.output.contains("\"info\""))
    #expect(run.errors.contains(#""name":"refused""#))
  }

  @Test func anyCallCanBeMadeWithEveryPage() async throws {
    let desk = try await Desk(deals: 30)
    let run = try await desk.run(
      "api", "GET", "crm/v8/Deals", "--query", "fields=Deal_Name", "-q", "per_page=7", "--all",
      "--ndjson")
    #expect(run.status == 0)
    #expect(Set(run.output.split(separator: "\n")).count == 30)
    let books = try await desk.run(
      "api", "GET", "books/v3/settings/taxes?per_page=1", "--all", "--ndjson")
    #expect(books.status == 0)
    #expect(books.output.contains("tax_id"))
  }

  @Test func aCallShowsItsStatusAndItsBody() async throws {
    let desk = try await Desk()
    let run = try await desk.run("api", "GET", "books/v3/nothing", "--include")
    #expect(run.status == 4)
    #expect(run.output.hasPrefix("HTTP 404\n"))
    #expect(run.output.contains("content-type: application/json"))
    #expect(run.output.hasSuffix("\n\n{\"code\":5,\"message\":\"Invalid URL Passed\"}\n"))
    #expect(run.errors == "fairlead: Invalid URL Passed (5)\n")
  }

  @Test func aBodyKeepsEveryDigit() async throws {
    let desk = try await Desk()
    let run = try await desk.run(
      "api", "POST", "books/v3/items", "--field", "name=Bolt", "--field", "rate=0.1234567890123",
      "--field", "sku=007", "--dry-run")
    #expect(
      run.output.hasSuffix(
        #""body":{"name":"Bolt","rate":0.1234567890123,"sku":"007"}}"# + "\n"))
    #expect(run.output.contains("organization_id="))
  }

  @Test(arguments: [
    ["api", "GET", "https://evil.example/crm/v8/Deals"], ["api", "GET", "crm/Deals"],
    ["api", "GET", "crm/v8/../../oauth"],
  ])
  func noTokenGoesAstray(arguments: [String]) async throws {
    let desk = try await Desk()
    let (ending, output, _) = try await desk.home.run(arguments)
    #expect(ending == .exited(65))
    #expect(output == "")
  }

  @Test func aFullQuotaIsAStatusOfItsOwn() async throws {
    let desk = try await Desk()
    try await desk.fault(
      #"{"fault":"reply","status":429,"path":"/crm/v8/Deals","count":9,"#
        + #""headers":{"Retry-After":"0"},"#
        + #""body":"{\"code\":\"TOO_MANY_REQUESTS\",\"message\":\"slow down\"}"}"#)
    let run = try await desk.run("deals", "delete", "4150868000000999999", "--yes", "--json")
    #expect(run.status == 75)
    #expect(run.errors.contains(#""name":"try-later""#))
  }

  @Test func withoutAServerNothingIsAnEmptyList() async throws {
    let home = try Home()
    try home.write(
      "client_id = \"1000.A\"\nbase_url = \"http://127.0.0.1:9\"",
      to: ".config/fairlead/profiles/default/profile.toml")
    try home.write(
      "client_secret = \"s\"\nrefresh_token = \"1000.r\"",
      to: ".config/fairlead/profiles/default/secrets.toml")
    let (ending, output, errors) = try await home.run(["deals", "list", "--json"])
    #expect(ending == .exited(69))
    #expect(output == "")
    #expect(errors.contains(#""name":"unavailable""#))
  }

  @Test func aWrongOptionIsJSONWhenJSONWasAsked() async throws {
    let (ending, output, errors) = try await Home().run(["deals", "list", "--json", "--limit", "x"])
    #expect(ending == .exited(64))
    #expect(output == "")
    #expect(errors.hasPrefix(#"{"error":{"status":64,"name":"usage","message":"#))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowTheVerbs(shell: String) async throws {
    let (ending, output, _) = try await Home().run(["completions", shell])
    #expect(ending == .exited(0))
    for word in ["deals", "invoices", "mark-sent", "dry-run"] { #expect(output.contains(word)) }
  }
}
