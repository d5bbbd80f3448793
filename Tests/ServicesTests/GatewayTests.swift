import FoundationEssentials
import Sales
import Testing
import ZohoAPI

@testable import Services

/// What only reads is asked again; what writes is sent once.
@Suite(.timeLimit(.minutes(5))) struct GatewayTests {
  private let invoice = Request<InvoiceDetail>.invoice("9")
  private let mark = Request<Void>.markSent("9")

  @Test func aReadIsTriedThreeTimes() async throws {
    let bench = try Bench()
    bench.zoho.on("GET /books/v3/invoices/9", .silence)
    await #expect(throws: ZohoError.self) {
      _ = try await bench.services.gateway.send(invoice, .interactive)
    }
    #expect(bench.zoho.calls.count == 3)
  }

  @Test func aReadThatIsRefusedIsNotTriedAgain() async throws {
    let bench = try Bench()
    bench.zoho.on(
      "GET /books/v3/invoices/9", .reply(404, #"{"code":1006,"message":"no such invoice"}"#))
    await #expect(throws: ZohoError.self) {
      _ = try await bench.services.gateway.send(invoice, .interactive)
    }
    #expect(bench.zoho.calls.count == 1)
  }

  @Test(arguments: [
    FakeZoho.Answer.silence, .unreachable, .reply(500, "<h1>Oops</h1>"),
    .reply(429, #"{"code":44,"message":"too many"}"#),
  ])
  func aWriteIsSentOnce(_ answer: FakeZoho.Answer) async throws {
    let bench = try Bench()
    bench.zoho.on("POST /books/v3/invoices/9/status/sent", answer)
    await #expect(throws: ZohoError.self) {
      try await bench.services.gateway.send(mark, .write)
    }
    #expect(bench.zoho.calls.count == 1)
  }

  @Test func whoeverIsHeldBackIsTold() async throws {
    let bench = try Bench()
    bench.zoho.on("GET /books/v3/items", .reply(200, #"{"code":0,"items":[]}"#))
    bench.zoho.on("POST /books/v3/invoices/9/status/sent", .reply(200, #"{"code":0}"#))
    let gateway = bench.services.gateway
    for _ in 0..<90 { for try await _ in gateway.pages(.items(), .interactive) {} }
    #expect(bench.posted.words == [])
    try await gateway.send(mark, .write)
    #expect(bench.posted.words == ["Zoho asks us to wait; going on in 60 s."])
  }

  @Test func aLimitThatNamesNoTimeIsWaitedForAllTheSame() async throws {
    let bench = try Bench()
    bench.zoho.on("POST /books/v3/invoices/9/status/sent", .reply(200, #"{"code":0}"#))
    bench.zoho.on(
      "GET /books/v3/invoices/9", .reply(429, #"{"code":44,"message":"too many"}"#))
    let began = bench.clock.now
    await #expect(throws: ZohoError.self) {
      _ = try await bench.services.gateway.send(invoice, .interactive)
    }
    #expect(bench.zoho.calls.count == 3)
    #expect(bench.clock.now.timeIntervalSince(began) >= 30)
  }
}
