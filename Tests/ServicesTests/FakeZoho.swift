import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import Synchronization
import Testing
import ZohoAPI

@testable import Services

/// Zoho as a test writes it: for each call the answer that is written out, and a record of all calls.
final class FakeZoho: Sendable {
  /// What to answer, or what goes wrong on the way.
  enum Answer: Sendable {
    case reply(Int, String, [String: String] = [:])
    /// No byte left.
    case unreachable
    /// The call was read and never answered.
    case silence
  }

  private let script = Mutex<[(call: String, answers: [Answer])]>([])
  private let seen = Mutex<[String]>([])

  /// Every call that was made but those for tokens: `GET /crm/v8/org`.
  var calls: [String] { seen.withLock { $0 } }

  func forget() { seen.withLock { $0 = [] } }

  /// Says what calls that begin so are answered, one after the other; the last one again and again.
  func on(_ call: String, _ answers: Answer...) {
    script.withLock { script in
      script.removeAll { $0.call == call }
      script.append((call, answers))
    }
  }

  var client: ZohoClient {
    let credentials = Credentials(
      clientID: "1000.A", clientSecret: Secret("s"), refreshToken: Secret("r"),
      dataCenter: .eu)
    return ZohoClient(
      credentials: credentials, transport: Transport(send: { try self.answer($0) }),
      booksOrganization: "77", now: { Date(timeIntervalSince1970: 1_795_510_800) })
  }

  private func answer(_ request: HTTPRequest) throws -> HTTPResponse {
    let path = "/" + request.url.split(separator: "/").dropFirst(2).joined(separator: "/")
    let call = "\(request.method) \(path)"
    if path.hasPrefix("/oauth") {
      return HTTPResponse(
        status: 200,
        body: Data(
          #"{"access_token":"t","api_domain":"https://www.zohoapis.eu","expires_in":3600}"#.utf8))
    }
    seen.withLock { $0.append(call) }
    let next: Answer? = script.withLock { script in
      let matching = script.indices.filter { call.hasPrefix(script[$0].call) }
      guard let place = matching.max(by: { script[$0].call.count < script[$1].call.count }) else {
        return nil
      }
      return script[place].answers.count > 1
        ? script[place].answers.removeFirst() : script[place].answers.first
    }
    switch next {
    case .reply(let status, let body, let headers):
      return HTTPResponse(
        status: status, headers: headers.map { (name: $0.key, value: $0.value) },
        body: Data(body.utf8))
    case .unreachable: throw TransportError(reason: "no route", wasSent: false)
    case .silence: throw TransportError(reason: "timed out", wasSent: true)
    case nil:
      Issue.record("nobody said what \(call) answers")
      return HTTPResponse(status: 404)
    }
  }
}

/// What effects have posted, in order.
final class Posted: Sendable {
  private let actions = Mutex<[Action]>([])
  private let (arrivals, arrive) = AsyncStream<Void>.makeStream()

  var all: [Action] { actions.withLock { $0 } }

  var post: @Sendable (Action) -> Void {
    { action in
      self.actions.withLock { $0.append(action) }
      self.arrive.yield()
    }
  }

  /// Goes on once what was posted is as wanted.
  func wait(until isWanted: (Posted) -> Bool) async {
    if isWanted(self) { return }
    for await _ in arrivals where isWanted(self) { return }
  }

  func forget() { actions.withLock { $0 = [] } }

  /// What became of writes, in order.
  var outcomes: [AppCore.WriteOutcome] {
    all.compactMap { action in
      if case .writeSettled(_, _, let outcome) = action { return outcome }
      return nil
    }
  }

  /// What was told in the status line, in order.
  var words: [String] {
    all.compactMap { action in
      if case .told(let event) = action { return event.text.string }
      return nil
    }
  }

  var failures: [Failure] {
    all.compactMap { action in
      if case .syncChanged(let status) = action { return status.failure }
      return nil
    }
  }
}

/// Everything below the services of one test.
struct Bench {
  let clock = TestClock()
  let zoho = FakeZoho()
  let posted = Posted()
  let mirror: MirrorDatabase
  let journal: Journal
  let services: Services

  /// - Parameter alarm: Waits until something is due; nil for an alarm that never rings.
  init(alarm: (@Sendable (Duration) async throws -> Void)? = nil) throws {
    var time = clock.source
    if let alarm { time.alarm = alarm }
    mirror = try .inMemory()
    journal = try .inMemory()
    let client = zoho.client
    services = Services(
      mirror: mirror, journal: journal,
      tenant: Tenant(organization: "Acme", dataCenter: "eu", currency: Currency("GBP")),
      connect: { client }, clock: time,
      files: Files(downloads: "/", save: { _, _, _ in "/" }, open: { _ in false }),
      post: posted.post)
  }

  /// An organization is known, with a deal.
  func fill() throws {
    try mirror.write { writer in
      try writer.replace(
        organization: Organization(
          crmID: "1", booksID: "77", name: "Acme", currency: Currency("GBP"), edition: "enterprise")
      )
      try writer.save(deals: [Self.deal])
    }
  }

  static let deal = Deal(
    id: "5", name: "Zebra", amount: Money(100, Currency("GBP")), stage: "Qualification",
    createdTime: Date(timeIntervalSince1970: 1_794_000_000),
    modifiedTime: Date(timeIntervalSince1970: 1_795_000_000))

  static let invoice = Invoice(
    id: "9", number: "INV-9", status: .known(.draft), customer: Reference(id: "3", name: "Acme"),
    date: CalendarDate(daysSinceEpoch: 20_758), dueDate: nil, currency: Currency("GBP"), total: 5,
    balance: 5, modifiedTime: Date(timeIntervalSince1970: 1_795_000_000))
}
