import Foundation
import Synchronization
import Testing
import ZohoAPI

@testable import fairlead

/// The access token on disk, shared by every process of a user.
@Suite("The token file", .timeLimit(.minutes(5)))
struct TokenFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "fairlead-token-\(UUID().uuidString)", directoryHint: .isDirectory)

  private var file: URL { folder.appending(path: "acme/token.json") }

  private func client(_ answer: @escaping @Sendable () -> HTTPResponse) -> ZohoClient {
    ZohoClient(
      credentials: Credentials(
        clientID: "1000.C", clientSecret: Secret("s"), refreshToken: Secret("r"),
        dataCenter: .eu),
      transport: Transport(send: { _ in
        await Task.yield()
        return answer()
      }), store: .file(file))
  }

  @Test func processesThatNeedATokenAtOnceAskForOne() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let asked = Mutex(0)
    let answer: @Sendable () -> HTTPResponse = {
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      let body = #"{"access_token":"1000.t\#(number)","expires_in":3600}"#
      return HTTPResponse(status: 200, body: Data(body.utf8))
    }
    let clients = (0..<8).map { _ in client(answer) }
    let tokens = try await withThrowingTaskGroup(of: IssuedToken.self) { group in
      for client in clients {
        for _ in 0..<5 { group.addTask { try await client.accessToken.value() } }
      }
      return try await group.reduce(into: Set<Secret>()) { $0.insert($1.token) }
    }
    #expect(asked.withLock { $0 } == 1)
    #expect(tokens == [Secret("1000.t1")])
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
  }

  @Test func aTokenThatZohoTurnedAwayIsRenewedOnceByAll() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let asked = Mutex(0)
    let answer: @Sendable () -> HTTPResponse = {
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      let body = #"{"access_token":"1000.t\#(number)","expires_in":3600}"#
      return HTTPResponse(status: 200, body: Data(body.utf8))
    }
    let (first, second) = (client(answer), client(answer))
    let old = try await first.accessToken.value().token
    #expect(try await second.accessToken.value().token == old)
    async let one = first.accessToken.value(insteadOf: old)
    async let other = second.accessToken.value(insteadOf: old)
    #expect(try await one.token == Secret("1000.t2"))
    #expect(try await other.token == Secret("1000.t2"))
    #expect(asked.withLock { $0 } == 2)
  }

  @Test func afterAccessDeniedNoProcessAsksForTenMinutes() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let asked = Mutex(0)
    let answer: @Sendable () -> HTTPResponse = {
      asked.withLock { $0 += 1 }
      let body = #"{"error":"Access Denied","error_description":"too many","status":"failure"}"#
      return HTTPResponse(status: 200, body: Data(body.utf8))
    }
    for _ in 0..<3 {
      await #expect(throws: ZohoError.self) { _ = try await client(answer).accessToken.value() }
    }
    #expect(asked.withLock { $0 } == 1)
    let pause = try #require(TokenFile(file).pausedUntil)
    #expect(pause.timeIntervalSinceNow > 590)
  }
}
