import Foundation
import Services
import ZohoAPI

/// A configured account as commands without a screen use it: within the limits, and with nothing
/// written where the profile or the command line forbids it.
struct HeadlessSession: Sendable {
  /// The profile's name.
  let name: String
  /// The client. Calls go through `send`, which keeps the limits and the read-only rule.
  let client: ZohoClient
  /// The way to Zoho within the limits.
  let gateway: Gateway
  /// Whether nothing may be written.
  let isReadOnly: Bool
  /// Where results and progress go.
  let output: Output
  /// Where the account's files are.
  let paths: Paths
  /// The clock.
  let clock: TimeSource
  private let transport: Transport

  /// The session of a configured account.
  ///
  /// - Throws: `StartError` when the profile is wrong.
  init(_ account: AccountOptions, _ output: Output) throws {
    let paths = Paths(environment: ProcessInfo.processInfo.environment)
    let profile = try account.account.profile(in: paths)
    let transport = Transport.live()
    let client = try profile.client(transport, paths)
    self.init(
      name: profile.name, client: client, transport: transport,
      isReadOnly: profile.isReadOnly || account.readOnly, output: output, paths: paths)
  }

  /// A session of any client, such as a test's.
  init(
    name: String, client: ZohoClient, transport: Transport, isReadOnly: Bool, output: Output,
    paths: Paths, clock: TimeSource = .system
  ) {
    self.name = name
    self.client = client
    self.transport = transport
    self.isReadOnly = isReadOnly
    self.output = output
    self.paths = paths
    self.clock = clock
    gateway = Gateway(client: client, clock: clock) { seconds in
      output.tell("Zoho wants fewer calls. Waiting \(seconds) s.")
    }
  }

  /// Performs a request: a read with a second try, a write once.
  ///
  /// - Throws: `HeadlessError`; `notAllowed` for a write where nothing may be written.
  func send<Response>(_ request: Request<Response>) async throws(HeadlessError) -> Response {
    if request.isWrite { try allowWrite() }
    do throws(ZohoError) {
      return try await gateway.send(request, request.isWrite ? .write : .interactive)
    } catch {
      throw HeadlessError(error, isWrite: request.isWrite)
    }
  }

  /// The pages of a list, each fetched when it is asked for.
  func pages<Row>(_ list: List<Row>, from cursor: PageCursor = .first) -> Pages<Row> {
    list.pages(from: cursor) { [gateway] request throws(ZohoError) in
      try await gateway.send(request, .interactive)
    }
  }

  /// - Throws: `notAllowed` where nothing may be written.
  func allowWrite() throws(HeadlessError) {
    guard !isReadOnly else {
      throw HeadlessError(.notAllowed, "The profile \(name) is read-only: nothing was sent.")
    }
  }

  /// Prints a request that a dry run would send.
  func show<Response>(_ request: Request<Response>) throws(HeadlessError) {
    do throws(ZohoError) {
      output.print(DryRun.line(try client.unsent(request)) + "\n")
    } catch {
      throw HeadlessError(error, isWrite: false)
    }
  }

  /// Lets go of the connections.
  func close() async { await transport.close() }
}
