import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `fairlead local-zoho`, run by itself.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct LocalServerTests {
  @Test func itSaysWhereItListensAndAnswersThere() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    #expect(server.connection.url.hasPrefix("http://127.0.0.1:"))
    #expect(server.connection.refresh_token.hasPrefix("1000."))
    #expect(try await server.effects().isEmpty)
    #expect(try await server.text("/crm/v8/Deals").contains("AUTHENTICATION_FAILURE"))
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func itEndsWhenAsked(signal: Int32) async throws {
    let server = try await LocalServer(home: Home())
    kill(server.child.pid, signal)
    #expect(try await server.child.waitForEnd() == .exited(0))
  }

  @Test func itKnowsTheSameClientAfterARestart() async throws {
    let home = try Home()
    let arguments = ["--seed", "1", "--deals", "60", "--data", home.path("zoho.db")]
    let first = try await LocalServer(home: home, arguments)
    kill(first.child.pid, SIGTERM)
    _ = try await first.child.waitForEnd()
    let second = try await LocalServer(home: home, arguments)
    #expect(second.connection.client_id == first.connection.client_id)
    #expect(second.connection.refresh_token == first.connection.refresh_token)
    #expect(second.connection.organization_id == first.connection.organization_id)
  }

  @Test func aTakenPortIsToldAtOnce() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    let port = String(server.connection.url.split(separator: ":").last ?? "")
    let (ending, output, errors) = try await home.run(["local-zoho", "--port", port])
    #expect(ending == .exited(69))
    #expect(output == "")
    #expect(errors.contains("LocalZoho did not start"))
  }
}
