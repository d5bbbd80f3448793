import FoundationEssentials
import NIOCore
import NIOPosix
import Testing

@testable import ZohoAPI

private let done = """
  HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 30\r\n\r\n\
  {"code":0,"message":"success"}
  """

@Suite("The real network", .timeLimit(.minutes(5)))
struct LiveTransportTests {
  /// Performs work with a transport, a server and a request to it, and lets go of both.
  private func withServer(
    _ behaviour: @escaping @Sendable (Int) -> SocketServer.Behaviour,
    deadline: Duration = .seconds(30),
    _ work: (SocketServer, Transport) async throws -> Void
  ) async throws {
    let server = try await SocketServer(behaviour)
    let transport = Transport.live(deadline: deadline)
    do {
      try await work(server, transport)
    } catch {
      await transport.close()
      try await server.stop()
      throw error
    }
    await transport.close()
    try await server.stop()
  }

  private func request(
    _ server: SocketServer, _ method: String, body: String? = nil, isWrite: Bool,
    maximumBytes: Int = 1 << 20
  ) -> HTTPRequest {
    HTTPRequest(
      method: method, url: server.base + "/books/v3/invoices/1/status/sent",
      token: Secret("1000.abc"), body: body.map { Data($0.utf8) }, isWrite: isWrite,
      maximumBytes: maximumBytes)
  }

  private func failure(_ transport: Transport, _ request: HTTPRequest) async -> TransportError? {
    do {
      let answer = try await transport.send(request)
      Issue.record("an answer: \(answer.status)")
      return nil
    } catch {
      return error as? TransportError
    }
  }

  @Test func sendsARequestAndReadsItsAnswer() async throws {
    try await withServer({ _ in .answer(done) }) { server, transport in
      let answer = try await transport.send(
        request(server, "POST", body: #"{"a":1}"#, isWrite: true))
      #expect(answer.status == 200)
      #expect(String(decoding: answer.body, as: UTF8.self) == #"{"code":0,"message":"success"}"#)
      let sent = try #require(server.requests.first).lowercased()
      #expect(sent.hasPrefix("post /books/v3/invoices/1/status/sent http/1.1\r\n"))
      #expect(sent.contains("\r\nauthorization: zoho-oauthtoken 1000.abc\r\n"))
      #expect(sent.contains("\r\nconnection: close\r\n"))
      #expect(sent.contains("\r\naccept-encoding: gzip\r\n"))
      #expect(sent.hasSuffix(#"{"a":1}"#))
    }
  }

  @Test(arguments: [
    "", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{\"co",
  ])
  func sendsAWriteOnceWhenTheServerReadsItAndHangsUp(partial: String) async throws {
    // A read first, so that a connection is open that a careless client would use again.
    try await withServer({ $0 == 1 ? .answer(done) : .drop(after: partial) }) {
      server, transport in
      _ = try await transport.send(request(server, "GET", isWrite: false))
      for body in [nil, #"{"amount":100}"#] as [String?] {
        let before = server.requests.count
        let error = await failure(transport, request(server, "POST", body: body, isWrite: true))
        #expect(error?.wasSent == true)
        #expect(server.requests.count == before + 1)
      }
    }
  }

  @Test func givesEveryWriteAConnectionOfItsOwn() async throws {
    try await withServer({ _ in .answer(done) }) { server, transport in
      for _ in 0..<3 {
        _ = try await transport.send(request(server, "GET", isWrite: false))
      }
      #expect(server.connections == 1)
      for _ in 0..<3 {
        _ = try await transport.send(request(server, "POST", isWrite: true))
      }
      #expect(server.connections == 4)
    }
  }

  @Test func followsNoRedirect() async throws {
    let elsewhere = try await SocketServer { _ in .answer(done) }
    let moved =
      "HTTP/1.1 307 Moved\r\nLocation: \(elsewhere.base)/\r\nContent-Length: 0\r\n\r\n"
    try await withServer({ _ in .answer(moved) }) { server, transport in
      for isWrite in [true, false] {
        let answer = try await transport.send(
          request(server, isWrite ? "POST" : "GET", isWrite: isWrite))
        #expect(answer.status == 307)
      }
    }
    #expect(elsewhere.connections == 0)
    try await elsewhere.stop()
  }

  @Test func knowsThatNothingWasSentWhenNobodyListens() async throws {
    let port = try SilentPort()
    let transport = Transport.live()
    for isWrite in [true, false] {
      let error = await failure(
        transport,
        HTTPRequest(
          method: "POST", url: port.base + "/books/v3/invoices", isWrite: isWrite,
          maximumBytes: 1 << 20))
      #expect(error?.wasSent == false)
      #expect(error?.isCancelled == false)
    }
    await transport.close()
  }

  @Test func knowsThatNothingWasSentToAHostWithoutAnAddress() async throws {
    let transport = Transport.live()
    let request = HTTPRequest(
      method: "POST", url: "http://nowhere.invalid/", isWrite: true, maximumBytes: 10)
    #expect(await failure(transport, request)?.wasSent == false)
    await transport.close()
  }

  @Test func knowsThatNothingWasSentWithoutATrustedConnection() async throws {
    // A server that speaks no TLS.
    let plain = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.execute {
          channel.writeAndFlush(
            ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n\r\n"), promise: nil)
        }
        return channel.eventLoop.makeSucceededVoidFuture()
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let transport = Transport.live()
    let request = HTTPRequest(
      method: "POST", url: "https://127.0.0.1:\(plain.localAddress?.port ?? 0)/", isWrite: true,
      maximumBytes: 10)
    #expect(await failure(transport, request)?.wasSent == false)
    await transport.close()
    try await plain.close()
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{\"code\""])
  func givesUpOnAServerThatGoesSilent(partial: String) async throws {
    try await withServer({ _ in .stall(after: partial) }, deadline: .milliseconds(300)) {
      server, transport in
      let error = await failure(transport, request(server, "POST", isWrite: true))
      #expect(error?.wasSent == true)
      #expect(server.requests.count == 1)
    }
  }

  @Test func refusesAnAnswerThatIsTooLong() async throws {
    try await withServer({ _ in .answer(done) }) { server, transport in
      let error = await failure(
        transport, request(server, "GET", isWrite: false, maximumBytes: 29))
      #expect(error?.wasSent == true)
    }
  }

  @Test func stopsWhenItIsCancelled() async throws {
    try await withServer({ _ in .stall(after: "") }) { server, transport in
      let request = request(server, "POST", isWrite: true)
      let task = Task { await failure(transport, request) }
      while server.requests.isEmpty { await Task.yield() }
      task.cancel()
      let error = await task.value
      #expect(error?.isCancelled == true)
      #expect(error?.wasSent == true)
    }
  }

  @Test func carriesAWholeCall() async throws {
    let token = """
      {"access_token":"1000.a","expires_in":3600}
      """
    try await withServer({ number in
      number == 1
        ? .answer(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(token.utf8.count)\r\n\r\n\(token)") : .answer(done)
    }) { server, transport in
      let local = try #require(DataCenter.custom(base: server.base))
      let client = ZohoClient(
        credentials: Credentials(
          clientID: "c", clientSecret: Secret("s"), refreshToken: Secret("r"), dataCenter: local),
        transport: transport, booksOrganization: "1")
      try await client.send(.markSent("98"))
      #expect(server.requests.count == 2)
      #expect(
        server.requests.last?.hasPrefix(
          "POST /books/v3/invoices/98/status/sent?organization_id=1 HTTP/1.1\r\n") == true)
    }
  }
}
