import FoundationEssentials
import Synchronization

@testable import ZohoAPI

/// Stands in for the network: answers as told, and remembers what was sent.
final class FakeZoho: Sendable {
  private let sent = Mutex<[HTTPRequest]>([])
  private let answer: @Sendable (HTTPRequest, Int) throws -> HTTPResponse
  private let clock = Mutex(Date(timeIntervalSince1970: 1_795_000_000))
  let records = Mutex<[CallRecord]>([])

  /// - Parameter answer: Answers a call that is not for a token; the number says which it is, from 1.
  init(_ answer: @escaping @Sendable (HTTPRequest, Int) throws -> HTTPResponse) {
    self.answer = answer
  }

  /// Answers every call with the same.
  convenience init(
    _ status: Int, _ body: String, headers: [(name: String, value: String)] = []
  ) {
    self.init { _, _ in .json(status, body, headers: headers) }
  }

  var requests: [HTTPRequest] {
    sent.withLock { $0.filter { !$0.url.hasSuffix("/oauth/v2/token") } }
  }

  var tokenCalls: Int {
    sent.withLock { $0.count { $0.url.hasSuffix("/oauth/v2/token") } }
  }

  var transport: Transport {
    Transport(send: { request in
      let number = self.sent.withLock { sent in
        sent.append(request)
        let isToken = request.url.hasSuffix("/oauth/v2/token")
        return sent.count { $0.url.hasSuffix("/oauth/v2/token") == isToken }
      }
      if request.url.hasSuffix("/oauth/v2/token") {
        return .json(
          200,
          """
          {"access_token":"1000.access\(number)","api_domain":"https://www.zohoapis.eu",
           "token_type":"Bearer","expires_in":3600}
          """)
      }
      return try self.answer(request, number)
    })
  }

  func client(
    organization: String? = "10229182", transport: Transport? = nil, store: TokenStore = .none
  ) -> ZohoClient {
    ZohoClient(
      credentials: .sample, transport: transport ?? self.transport, store: store,
      booksOrganization: organization, now: { self.now },
      observe: { record in self.records.withLock { $0.append(record) } })
  }

  var now: Date { clock.withLock { $0 } }

  func pass(seconds: Double) { clock.withLock { $0 += seconds } }
}

extension Credentials {
  static let sample = Credentials(
    clientID: "1000.CLIENT", clientSecret: Secret("canary-secret"),
    refreshToken: Secret("canary-refresh"), dataCenter: .eu)
}

extension HTTPResponse {
  static func json(
    _ status: Int, _ body: String, headers: [(name: String, value: String)] = []
  ) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [("Content-Type", "application/json;charset=UTF-8")] + headers,
      body: Data(body.utf8))
  }
}

extension HTTPRequest {
  var text: String { body.map { String(decoding: $0, as: UTF8.self) } ?? "" }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// The error a call throws; nil when it throws none.
func failure(_ call: () async throws(ZohoError) -> Void) async -> ZohoError? {
  do throws(ZohoError) {
    try await call()
    return nil
  } catch {
    return error
  }
}
