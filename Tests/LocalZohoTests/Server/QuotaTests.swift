import FoundationEssentials
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct QuotaTests {
  @Test func booksTakesAHundredCallsInAnyMinute() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      for _ in 1...60 { #expect(try await zoho.get("/books/v3/x", token: token).status == 404) }
      zoho.clock.advance(seconds: 50)
      for _ in 1...40 { #expect(try await zoho.get("/books/v3/x", token: token).status == 404) }
      let refused = try await zoho.get("/books/v3/x", token: token)
      #expect(refused.status == 429)
      #expect(refused.json["code"] == 44)
      #expect(refused.headers["retry-after"] == nil)
      zoho.clock.advance(seconds: 10)
      for _ in 1...60 { #expect(try await zoho.get("/books/v3/x", token: token).status == 404) }
      #expect(try await zoho.get("/books/v3/x", token: token).json["code"] == 44)
    }
  }

  @Test func hammeringOnGetsTheOrganizationBlockedForAnHour() async throws {
    var quotas = Quotas()
    quotas.booksPerMinute = 1
    quotas.booksRefusalsBeforeBlock = 3
    try await TestServer.run(quotas: quotas) { zoho async throws in
      let token = try await zoho.accessToken()
      _ = try await zoho.get("/books/v3/x", token: token)
      #expect(try await zoho.get("/books/v3/x", token: token).json["code"] == 44)
      #expect(try await zoho.get("/books/v3/x", token: token).json["code"] == 44)
      let blocked = try await zoho.get("/books/v3/x", token: token)
      #expect(blocked.json["code"] == 43)
      #expect(blocked.headers["retry-after"] == "3600")
      zoho.clock.advance(seconds: 3000)
      #expect(try await zoho.get("/books/v3/x", token: token).headers["retry-after"] == "600")
      zoho.clock.advance(seconds: 599)
      #expect(try await zoho.get("/books/v3/x", token: token).json["code"] == 43)
    }
  }

  @Test func booksTakesSoManyCallsADay() async throws {
    var quotas = Quotas()
    quotas.booksPerDay = 2
    try await TestServer.run(quotas: quotas) { zoho async throws in
      var token = try await zoho.accessToken()
      for _ in 1...2 { #expect(try await zoho.get("/books/v3/x", token: token).status == 404) }
      let refused = try await zoho.get("/books/v3/x", token: token)
      #expect(refused.status == 429)
      #expect(refused.json["code"] == 45)
      zoho.clock.advance(seconds: 86_400)
      token = try await zoho.accessToken()
      #expect(try await zoho.get("/books/v3/x", token: token).status == 404)
    }
  }

  @Test func theCRMShowsCreditsOnlyPastHalfOfThem() async throws {
    var quotas = Quotas()
    quotas.crmCreditsPerDay = 4
    try await TestServer.run(quotas: quotas) { zoho async throws in
      var token = try await zoho.accessToken()
      var shown: [String?] = []
      for _ in 1...4 {
        let reply = try await zoho.get("/crm/v8/org", token: token)
        #expect(reply.status == 200)
        shown.append(reply.headers["x-api-credits-remaining"])
      }
      #expect(shown == [nil, nil, "1", "0"])
      let refused = try await zoho.get("/crm/v8/org", token: token)
      #expect(refused.status == 429)
      #expect(refused.json["code"] == "TOO_MANY_REQUESTS")
      zoho.clock.advance(seconds: 86_400)
      token = try await zoho.accessToken()
      #expect(try await zoho.get("/crm/v8/org", token: token).status == 200)
    }
  }

  @Test func concurrencyIsCountedPerProduct() throws {
    var organization = Organization.standard
    organization.booksPlan = "FREE"
    organization.edition = "free"
    let gate = QuotaGate(Allowance(Quotas(), of: organization), now: { Date.distantPast })
    for _ in 1...5 {
      try gate.enter(.books)
      try gate.enter(.crm(isHeavy: false))
    }
    let books = #expect(throws: Refusal.self) { try gate.enter(.books) }
    #expect(books?.reply.status == 429)
    #expect(books.map { String(decoding: $0.reply.body, as: UTF8.self).contains("1070") } == true)
    let crm = #expect(throws: Refusal.self) { try gate.enter(.crm(isHeavy: false)) }
    #expect(crm?.reply.status == 429)
    _ = gate.leave(.books, credits: 1)
    _ = gate.leave(.crm(isHeavy: false), credits: 1)
    try gate.enter(.books)
    try gate.enter(.crm(isHeavy: false))
  }

  @Test(arguments: [
    ("POST", ["crm", "v8", "coql"], 0, true), ("GET", ["crm", "v8", "Deals"], 0, false),
    ("POST", ["crm", "v8", "Deals"], 10, false), ("POST", ["crm", "v8", "Deals"], 11, true),
    ("PUT", ["crm", "v8", "Deals"], 11, true),
    ("POST", ["crm", "v8", "Deals", "upsert"], 11, true),
    ("POST", ["crm", "v8", "Deals", "1", "actions", "send_mail"], 1, true),
  ])
  func heavyCallsAreThoseThatZohoNames(
    method: String, path: [String], rows: Int, isHeavy: Bool
  ) {
    let body = "{\"data\":[\(Array(repeating: "{}", count: rows).joined(separator: ","))]}"
    let kind = QuotaGate.Kind.crm(ZohoRequest(method, path, body: Data(body.utf8)))
    guard case .crm(let heavy) = kind else {
      Issue.record("a CRM call is counted as one of Books")
      return
    }
    #expect(heavy == isHeavy)
  }

  @Test func heavyCallsHaveACapOfTheirOwn() throws {
    let gate = QuotaGate(Allowance(Quotas(), of: .standard), now: { Date.distantPast })
    for _ in 1...10 { try gate.enter(.crm(isHeavy: true)) }
    #expect(throws: Refusal.self) { try gate.enter(.crm(isHeavy: true)) }
    try gate.enter(.crm(isHeavy: false))
  }

  @Test(arguments: [
    ("free", 10, 5000), ("standard", 10, 52_500), ("standard", 1000, 100_000),
    ("professional", 10, 55_000), ("enterprise", 10, 60_000), ("ultimate", 10, 70_000),
  ])
  func creditsFollowTheEditionAndTheSeats(edition: String, seats: Int, credits: Int) {
    var organization = Organization.standard
    organization.edition = edition
    organization.seats = seats
    #expect(Allowance(Quotas(), of: organization).crmCreditsPerDay == credits)
  }
}
