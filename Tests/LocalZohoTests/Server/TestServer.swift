import Foundation
import Synchronization

@testable import LocalZoho

/// A clock that stands until a test moves it. It starts on 24 November 2026, 09:00 UTC.
final class TestClock: Sendable {
  private let instant = Mutex(Date(timeIntervalSince1970: 1_795_510_800))

  var now: Date { instant.withLock { $0 } }

  func advance(seconds: TimeInterval) { instant.withLock { $0.addTimeInterval(seconds) } }
}

/// A server on a free port, with a client that keeps no connection and repeats nothing.
struct TestServer: Sendable {
  let server: ZohoServer
  let clock: TestClock

  /// Starts a server for the time of `body`.
  static func run(
    seed: Seed? = nil, quotas: Quotas = Quotas(), faults: [Fault] = [], dataFile: String? = nil,
    configure: (inout ZohoServer.Configuration) -> Void = { _ in },
    _ body: (TestServer) async throws -> Void
  ) async throws {
    let clock = TestClock()
    var configuration = ZohoServer.Configuration(
      dataFile: dataFile, seed: seed, now: { clock.now }, quotas: quotas, faults: faults,
      log: { print($0) })
    configure(&configuration)
    let server = try await ZohoServer.start(configuration)
    do {
      try await body(TestServer(server: server, clock: clock))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  var connection: ZohoServer.Connection { server.connection }

  var port: UInt16 {
    connection.url.split(separator: ":").last.flatMap { UInt16($0) } ?? 0
  }

  func send(
    _ method: String, _ target: String, headers: [String: String] = [:], body: String = ""
  ) async throws -> TestReply {
    try await send(method, target, headers: headers, content: Data(body.utf8))
  }

  func send(
    _ method: String, _ target: String, headers: [String: String], content: Data
  ) async throws -> TestReply {
    var lines = ["\(method) \(target) HTTP/1.1", "Connection: close"]
    if headers["Host"] == nil { lines.append("Host: 127.0.0.1:\(port)") }
    lines += headers.map { "\($0.key): \($0.value)" }
    lines.append("Content-Length: \(content.count)")
    let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + content
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      // A thread of its own: one of the shared pool's would be missing to the server's tasks.
      Thread.detachNewThread {
        continuation.resume(with: Result { TestReply(try LoopbackSocket.exchange(bytes, port)) })
      }
    }
  }

  func post(form: NamedValues, to target: String) async throws -> TestReply {
    try await send(
      "POST", target, headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: form.urlEncoded)
  }

  /// Asks for an access token with the standard refresh token, or another one.
  func refresh(_ token: String? = nil) async throws -> TestReply {
    try await post(
      form: [
        "grant_type": "refresh_token", "client_id": connection.clientID,
        "client_secret": connection.clientSecret,
        "refresh_token": token ?? connection.refreshToken,
      ], to: "/oauth/v2/token")
  }

  func accessToken() async throws -> String { try await refresh().json["access_token"].text }

  func get(_ target: String, token: String) async throws -> TestReply {
    try await send("GET", target, headers: ["Authorization": "Zoho-oauthtoken \(token)"])
  }
}

/// What came back before the connection ended.
struct TestReply: Sendable {
  /// Nil when not even a status line came.
  var status: Int?
  var headers: [String: String] = [:]
  var body = ""

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.utf8Range(of: "\r\n\r\n") else { return }
    let lines = text[..<end.lowerBound].split(separator: "\r\n")
    status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
    }
    body = String(text[end.upperBound...])
  }

  /// The body as JSON; null when it is none.
  var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }
}

extension String {
  fileprivate func utf8Range(of other: String) -> Range<String.Index>? {
    firstRange(of: other)
  }
}

extension JSONValue? {
  /// The text, or an empty one.
  var text: String { self?.stringValue ?? "" }
}
