import Testing

@testable import ZohoAPI

@Suite("The table of data centres")
struct DataCenterTests {
  @Test(arguments: [
    ("us", "https://accounts.zoho.com", "https://www.zohoapis.com"),
    ("eu", "https://accounts.zoho.eu", "https://www.zohoapis.eu"),
    ("in", "https://accounts.zoho.in", "https://www.zohoapis.in"),
    ("au", "https://accounts.zoho.com.au", "https://www.zohoapis.com.au"),
    ("jp", "https://accounts.zoho.jp", "https://www.zohoapis.jp"),
    ("ca", "https://accounts.zohocloud.ca", "https://www.zohoapis.ca"),
    ("cn", "https://accounts.zoho.com.cn", "https://www.zohoapis.com.cn"),
    ("sa", "https://accounts.zoho.sa", "https://www.zohoapis.sa"),
    ("uk", "https://accounts.zoho.uk", "https://www.zohoapis.uk"),
    ("ae", "https://accounts.zoho.ae", "https://www.zohoapis.ae"),
  ])
  func hasTheHostsOfEveryRegion(code: String, accounts: String, api: String) {
    let center = DataCenter(code)
    #expect(center?.accounts == accounts)
    #expect(center?.api == api)
  }

  @Test func hasTheOtherHosts() {
    #expect(DataCenter.all.count == 10)
    #expect(DataCenter("ca")?.upload == "https://upload.zohocloud.ca")
    #expect(DataCenter("ca")?.console == "https://api-console.zohocloud.ca")
    #expect(DataCenter("sa")?.upload == "https://files.zoho.sa")
    #expect(DataCenter("eu")?.upload == "https://content.zohoapis.eu")
    #expect(DataCenter("xx") == nil)
  }

  @Test func letsZohosOwnHostsThrough() throws {
    #expect(
      try DataCenter.us.apiBase(named: "https://www.zohoapis.com") == "https://www.zohoapis.com")
    #expect(
      try DataCenter.eu.apiBase(named: "https://sandbox.zohoapis.eu")
        == "https://sandbox.zohoapis.eu")
  }

  @Test(arguments: [
    "https://www.zohoapis.eu.evil.example", "https://evilzohoapis.eu", "http://www.zohoapis.eu",
    "https://www.zohoapis.eu:8443", "https://www.zohoapis.eu@evil.example",
    "https://user:pw@www.zohoapis.eu", "https://www.zohoapis.eu/", "https://WWW.zohoapis.eu",
    "https://www.xn--zohoapis-.eu", "https://www.zohoapis.eu.", "www.zohoapis.eu", "",
    "https://www.zohoapis.eu\\@evil.example", "https://www.zohoapis.eu%2eevil.example",
    "http://127.0.0.1:8080", "https://other.zohoapis.eu", "file:///etc/passwd",
  ])
  func refusesEveryOtherHost(host: String) {
    #expect(
      throws: ZohoError.unsendable(
        reason: "the sign-in server named an API host that is not Zoho's: \(host)")
    ) { try DataCenter.eu.apiBase(named: host) }
  }

  @Test(arguments: [
    "http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:65535", "http://127.0.0.1",
  ])
  func takesAServerOnThisMachine(base: String) throws {
    let center = try #require(DataCenter.custom(base: base))
    #expect(center.accounts == base)
    #expect(try center.apiBase(named: base) == base)
    #expect(throws: ZohoError.self) { try center.apiBase(named: "https://www.zohoapis.com") }
    #expect(throws: ZohoError.self) { try center.apiBase(named: "http://127.0.0.1:9") }
  }

  @Test(arguments: [
    "http://10.0.0.1:8080", "http://127.0.0.1.evil.example", "http://localhost.evil.example:80",
    "http://127.0.0.1:8080/path", "http://127.0.0.1:0", "http://127.0.0.1:99999",
    "http://127.0.0.1:80@evil.example", "https://evil.example", "127.0.0.1:80", "",
    "http://127.0.0.1:+80",
  ])
  func refusesAServerElsewhere(base: String) {
    #expect(DataCenter.custom(base: base) == nil)
  }
}

@Suite("Secrets")
struct SecretTests {
  @Test func doNotShowInAnyDescription() async throws {
    let zoho = FakeZoho(200, #"{"users":[{"id":"1","full_name":"A"}]}"#)
    let client = zoho.client()
    _ = try await client.send(.currentUser())
    var dumped = ""
    dump(Credentials.sample, to: &dumped)
    dump(zoho.requests, to: &dumped)
    dump(client, to: &dumped)
    dump(zoho.records.withLock { $0 }, to: &dumped)
    let shown = [
      "\(Credentials.sample)", String(reflecting: Credentials.sample), dumped,
      "\(zoho.requests)", String(reflecting: zoho.requests), "\(zoho.records.withLock { $0 })",
      "\(Secret("canary-secret"))", String(describing: Mirror(reflecting: Secret("canary"))),
    ]
    for text in shown {
      #expect(!text.contains("canary"))
      #expect(!text.contains("1000.access"))
    }
    #expect("\(Secret("x"))" == "<secret>")
  }
}
