import FoundationEssentials
import GRDB
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct DoorTests {
  @Test(arguments: ["evil.example", "127.0.0.1.evil.example", "localhost:1", ""])
  func otherHostNamesAreRefused(host: String) async throws {
    try await TestServer.run { zoho async throws in
      #expect(
        try await zoho.send("GET", "/oauth/serverinfo", headers: ["Host": host]).status == 403)
    }
  }

  @Test func aPortThatIsTakenIsAnError() async throws {
    try await TestServer.run { zoho async throws in
      await #expect(throws: (any Error).self) {
        try await ZohoServer.start(ZohoServer.Configuration(port: Int(zoho.port)))
      }
      #expect(try await zoho.send("GET", "/oauth/serverinfo").status == 200)
    }
  }

  @Test func aStoppedServerAnswersNobody() async throws {
    try await TestServer.run { zoho async throws in
      await zoho.server.stop()
      // The connection is refused, or closed without a byte.
      let reply = try? await zoho.send("GET", "/oauth/serverinfo")
      #expect(reply?.status == nil)
    }
  }

  @Test func anAnswerToHeadHasNoBody() async throws {
    try await TestServer.run { zoho async throws in
      let reply = try await zoho.send("HEAD", "/crm/v8/Deals?fields=Deal_Name")
      #expect(reply.status == 401)
      #expect(reply.body.isEmpty)
    }
  }

  @Test func localhostIsWelcome() async throws {
    try await TestServer.run { zoho async throws in
      let reply = try await zoho.send(
        "GET", "/oauth/serverinfo", headers: ["Host": "localhost:\(zoho.port)"])
      #expect(reply.status == 200)
    }
  }

  @Test func webPagesAreRefusedExceptOurOwnConsentPage() async throws {
    try await TestServer.run { zoho async throws in
      func status(_ target: String, origin: String) async throws -> Int? {
        try await zoho.send("POST", target, headers: ["Origin": origin]).status
      }
      #expect(try await status("/_local/faults", origin: "https://evil.example") == 403)
      #expect(try await status("/_local/faults", origin: zoho.connection.url) == 403)
      #expect(try await status("/oauth/v2/auth", origin: "https://evil.example") == 403)
      #expect(try await status("/oauth/v2/auth", origin: "null") == 403)
      #expect(try await status("/oauth/v2/auth", origin: zoho.connection.url) == 400)
    }
  }

  @Test func callsWithoutAGoodTokenAreRefusedInTheProductsWords() async throws {
    try await TestServer.run { zoho async throws in
      let missing = try await zoho.send("GET", "/crm/v8/Deals?fields=Deal_Name")
      #expect(missing.status == 401)
      #expect(missing.json["code"] == "AUTHENTICATION_FAILURE")
      let invalid = try await zoho.get("/crm/v8/Deals?fields=Deal_Name", token: "1000.nothing")
      #expect(invalid.status == 401)
      #expect(invalid.json["code"] == "INVALID_TOKEN")
      let books = try await zoho.get("/books/v3/invoices", token: "1000.nothing")
      #expect(books.status == 401)
      #expect(
        books.body == #"{"code":57,"message":"You are not authorized to perform this operation"}"#)
    }
  }

  @Test func bearerTokensAreTakenToo() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      let reply = try await zoho.send(
        "GET", "/books/v3/a/b/c/d/e", headers: ["Authorization": "Bearer \(token)"])
      #expect(reply.status == 404)
    }
  }

  @Test func unknownPathsAreAnsweredInTheProductsWords() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      let crm = try await zoho.get("/crm/v8/Deals/1/2/3/4", token: token)
      #expect(crm.status == 404)
      #expect(crm.json["code"] == "INVALID_URL_PATTERN")
      let method = try await zoho.send(
        "PATCH", "/crm/v8/Deals", headers: ["Authorization": "Zoho-oauthtoken \(token)"])
      #expect(method.status == 400)
      #expect(method.json["code"] == "INVALID_REQUEST_METHOD")
      let books = try await zoho.get("/books/v3/a/b/c/d/e", token: token)
      #expect(books.status == 404)
      #expect(books.body == #"{"code":5,"message":"Invalid URL Passed"}"#)
      let booksMethod = try await zoho.send(
        "PATCH", "/books/v3/invoices", headers: ["Authorization": "Zoho-oauthtoken \(token)"])
      #expect(booksMethod.status == 405)
      #expect(booksMethod.json["code"] == 37)
      #expect(try await zoho.send("GET", "/").status == 404)
      #expect(try await zoho.send("GET", "/_local/nothing").status == 404)
    }
  }

  @Test func aBodyBeyondTheLimitIsRefused() async throws {
    try await TestServer.run { zoho async throws in
      let reply = try await zoho.send(
        "POST", "/crm/v8/Deals", body: String(repeating: "x", count: 33 << 20))
      #expect(reply.status == nil || reply.status == 413)
    }
  }
}

@Suite struct LedgerTests {
  private let noon = Date(timeIntervalSince1970: 1_795_521_600)

  @Test func effectsAreListedInOrder() throws {
    let store = try ZohoStore(.memory, now: { noon })
    try store.write { db in
      try EffectsLedger.append(
        Effect(.crm, .changed, "Deals", "1", ["Stage": "Closed Won"]), at: store.now(), db)
      try EffectsLedger.append(Effect(.books, .mailed, "invoices", "2"), at: store.now(), db)
    }
    let entries = try store.read { try EffectsLedger.entries(after: 0, limit: 10, $0) }
    #expect(
      entries.map(\.text) == [
        #"{"sequence":1,"time":"2026-11-24T12:00:00+00:00","product":"crm","verb":"changed","#
          + #""module":"Deals","record_id":"1","summary":{"Stage":"Closed Won"}}"#,
        #"{"sequence":2,"time":"2026-11-24T12:00:00+00:00","product":"books","verb":"mailed","#
          + #""module":"invoices","record_id":"2","summary":{}}"#,
      ])
    #expect(try store.read { try EffectsLedger.entries(after: 1, limit: 10, $0) }.count == 1)
  }

  @Test(arguments: ["DELETE FROM effects", "UPDATE effects SET verb = 'created'"])
  func effectsCannotBeChanged(sql: String) throws {
    let store = try ZohoStore(.memory, now: { noon })
    try store.write { db in
      try EffectsLedger.append(Effect(.crm, .deleted, "Deals", "1"), at: store.now(), db)
    }
    #expect(throws: DatabaseError.self) { try store.write { try $0.execute(sql: sql) } }
    #expect(try store.read { try EffectsLedger.entries(after: 0, limit: 10, $0) }.count == 1)
  }

  @Test func anEffectGoesWithItsChange() throws {
    struct Trouble: Error {}
    let store = try ZohoStore(.memory, now: { noon })
    #expect(throws: Trouble.self) {
      try store.write { db in
        try EffectsLedger.append(Effect(.crm, .created, "Deals", "1"), at: store.now(), db)
        throw Trouble()
      }
    }
    #expect(try store.read { try EffectsLedger.entries(after: 0, limit: 10, $0) }.isEmpty)
  }
}
