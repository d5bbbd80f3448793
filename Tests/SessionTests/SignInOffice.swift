import AppCore
import FoundationEssentials
import LocalZoho
import Synchronization
import Testing
import ZohoAPI

@testable import Services

/// Two data centres of a local Zoho, and a person who has a browser.
final class SignInOffice: Sendable {
  /// A page that the browser was shown.
  struct Page: Sendable {
    let status: Int
    let body: String
  }

  let us: ZohoServer
  let eu: ZohoServer
  let clock: TestClock
  let transport = Transport.live()
  private let seen = Mutex<[Page]>([])
  private let addresses = Mutex<[String]>([])
  private let calls = Mutex<[String]>([])

  private init(_ us: ZohoServer, _ eu: ZohoServer, _ clock: TestClock) {
    self.us = us
    self.eu = eu
    self.clock = clock
  }

  /// Opens both for the time of a test.
  ///
  /// - Parameter home: Where the user lives.
  static func open(
    home: String = "us", _ work: (SignInOffice) async throws -> Void
  ) async throws {
    let clock = TestClock()
    func start(_ location: String) async throws -> ZohoServer {
      var configuration = ZohoServer.Configuration(
        seed: Seed(number: 7, deals: 3), now: { clock.now })
      configuration.location = location
      return try await ZohoServer.start(configuration)
    }
    let us = try await start("us")
    let eu = try await start("eu")
    let office = SignInOffice(us, eu, clock)
    do {
      if home != "us" { try await office.live(in: home) }
      try await work(office)
    } catch {
      await office.close()
      throw error
    }
    await office.close()
  }

  private func close() async {
    await transport.close()
    await us.stop()
    await eu.stop()
  }

  private func live(in home: String) async throws {
    let body = #"{"others":{"eu":"\#(eu.connection.url)"},"home":"\#(home)"}"#
    let answer = try await send("PUT", us.connection.url + "/_local/data-centres", body)
    #expect(answer.status == 204)
  }

  /// The pages that the browser was shown.
  var pages: [Page] { seen.withLock { $0 } }

  /// The address that the browser was sent to.
  var asked: String { addresses.withLock { $0.last ?? "" } }

  /// Every address that the sign-in has called.
  var dialled: [String] { calls.withLock { $0 } }

  /// Signs in.
  ///
  /// - Parameters:
  ///   - pause: After how many waits the user types the device's code.
  ///   - decision: What the user decides there; nil for nothing.
  ///   - browse: What the user does in the browser.
  func signIn(
    _ way: SignInPlan.Way, isReadOnly: Bool = false, clientID: String? = nil,
    secret: String? = nil, code: String = "", pause: Int = 1, decision: String? = "accept",
    tell: @escaping @Sendable (SignInNews) -> Void = { _ in },
    browse: @escaping @Sendable (String) async throws -> Void = { _ in }
  ) async throws -> SignedIn {
    let connection = us.connection
    var plan = SignInPlan()
    plan.dataCenter = "us"
    plan.way = way
    plan.isReadOnly = isReadOnly
    let isDevice = way == .device
    plan.clientID = clientID ?? (isDevice ? connection.deviceClientID : connection.clientID)
    plan.clientSecret = TypedSecret(
      secret ?? (isDevice ? connection.deviceClientSecret : connection.clientSecret))
    plan.code = TypedSecret(code)
    let typed = Mutex<(code: String, waits: Int)>(("", 0))
    let source = TimeSource(
      now: { [clock] in clock.now }, today: { [clock] in clock.today },
      sleep: { duration in
        self.clock.advance(seconds: Double(duration.components.seconds))
        let userCode = typed.withLock { typed in
          typed.waits += 1
          return typed.waits == pause ? typed.code : ""
        }
        if let decision, !userCode.isEmpty { try await self.decide(userCode, decision) }
      })
    let flow = SignInFlow(
      transport: watched, table: .local(["us": us.connection.url, "eu": eu.connection.url]),
      clock: source, port: 0,
      openBrowser: { address in
        self.addresses.withLock { $0.append(address) }
        Task { try await browse(address) }
        return true
      })
    return try await flow.signIn(plan) { news in
      if case .enterCode(let code, _, _) = news { typed.withLock { $0.code = code.string } }
      tell(news)
    }
  }

  /// The sentence that a sign-in fails with.
  func problem(
    _ way: SignInPlan.Way, clientID: String? = nil, secret: String? = nil, code: String = "",
    decision: String? = "accept",
    browse: @escaping @Sendable (String) async throws -> Void = { _ in }
  ) async throws -> String {
    do {
      _ = try await signIn(
        way, clientID: clientID, secret: secret, code: code, decision: decision, browse: browse)
      return "it worked"
    } catch let problem as SignInProblem {
      return problem.words.string
    }
  }

  private var watched: Transport {
    Transport(send: { request in
      self.calls.withLock { $0.append(request.url) }
      return try await self.transport.send(request)
    })
  }

  /// Agrees on Zoho's page and follows the browser's way back.
  func agree(at address: String, _ decision: String = "accept") async {
    do {
      let query = address.split(separator: "?", maxSplits: 1).last.map(String.init) ?? ""
      let answer = try await send(
        "POST", us.connection.url + "/oauth/v2/auth", query + "&decision=\(decision)",
        type: "application/x-www-form-urlencoded")
      let place = try #require(answer.header("location"))
      _ = try await get(place)
    } catch {
      Issue.record("the browser: \(error)")
    }
  }

  private func decide(_ userCode: String, _ decision: String) async throws {
    let body = #"{"user_code":"\#(userCode)","decision":"\#(decision)"}"#
    let answer = try await send("POST", us.connection.url + "/_local/device", body)
    #expect(answer.status == 204)
  }

  /// A code as the console's self client gives it.
  func selfClientCode(_ scopes: [String]) async throws -> String {
    let body = #"{"scope":"\#(scopes.joined(separator: ","))"}"#
    let answer = try await send("POST", us.connection.url + "/_local/self-client-code", body)
    return try JSONDecoder().decode(JSON.self, from: answer.body)["code"].text
  }

  /// What the browser gets at an address.
  func get(_ url: String, headers: [(String, String)] = []) async throws -> Page {
    let answer = try await transport.send(
      HTTPRequest(
        method: "GET", url: url, headers: headers.map { (name: $0.0, value: $0.1) },
        isWrite: true, maximumBytes: 1 << 20))
    let page = Page(status: answer.status, body: String(decoding: answer.body, as: UTF8.self))
    seen.withLock { $0.append(page) }
    return page
  }

  private func send(
    _ method: String, _ url: String, _ body: String, type: String = "application/json"
  ) async throws -> HTTPResponse {
    try await transport.send(
      HTTPRequest(
        method: method, url: url, headers: [("content-type", type)], body: Data(body.utf8),
        isWrite: true, maximumBytes: 1 << 20))
  }

  /// Where the browser is to come back to, without its path.
  func redirect(in address: String) -> String {
    let text = address.split(separator: "redirect_uri=").last ?? ""
    let encoded = text.prefix { $0 != "&" }
    return String(encoded).replacing("%3A", with: ":").replacing("%2F", with: "/")
      .replacing("/callback", with: "")
  }

  /// The state that has to come back.
  func state(in address: String) -> String {
    String((address.split(separator: "&state=").last ?? "").prefix { $0 != "&" })
  }
}
