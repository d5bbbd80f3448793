import AppCore
import Foundation
import LocalMirror
import Outbox
import Sales
import Services
import Synchronization
import ZohoAPI

/// How fast the services read deals over the API into an empty mirror, from LocalZoho in a process of
/// its own.
struct ReadingDeals {
  let program: String
  let folder: URL
  let deals: Int

  /// Reads all deals once, and answers how many came in a second.
  func run() async throws -> Double {
    let server = try LocalServer(program: program, deals: deals)
    defer { server.stop() }
    let place = folder.appending(path: "reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let mirror = try MirrorDatabase.open(at: place.appending(path: "mirror.db").path).mirror
    let journal = try Journal.open(at: place.appending(path: "outbox.db").path)
    let (actions, inbox) = AsyncStream<Arrival>.makeStream()
    let client = try server.client()
    let services = Services(
      mirror: mirror, journal: journal,
      tenant: Tenant(organization: "", dataCenter: "local", isDemo: true),
      connect: { () async throws(ZohoError) in client },
      clock: TimeSource(
        now: { Date() },
        today: { CalendarDate(daysSinceEpoch: Int(Date().timeIntervalSince1970 / 86_400)) }),
      files: Files(downloads: place.path, save: { _, _, _ in "" }, open: { _ in false }),
      post: { inbox.yield(Arrival(time: .now, action: $0)) })
    let work = Task { await services.perform(.refresh) }
    defer { work.cancel() }
    return try await rate(of: actions)
  }

  /// An action of the services and when it came.
  private struct Arrival {
    let time: ContinuousClock.Instant
    let action: Action
  }

  /// Deals a second: from when it is known how the organization looks to the last deal.
  private func rate(of actions: AsyncStream<Arrival>) async throws -> Double {
    var began: ContinuousClock.Instant?
    var last: (time: ContinuousClock.Instant, count: Double)?
    for await arrival in actions {
      switch arrival.action {
      case .pipelinesLoaded: began = began ?? arrival.time
      case .syncChanged(let status):
        if let failure = status.failure { throw NotRead(reason: failure.message.string) }
        let words = status.progress?.string.split(separator: " ") ?? []
        if words.count == 2, words[0] == "deals" {
          let digits = words[1].filter(\.isWholeNumber)
          last = (arrival.time, Double(digits) ?? 0)
        }
        guard let began, let last, words.first == "activities" || words.isEmpty else { continue }
        return last.count / ((last.time - began) / .seconds(1))
      default: break
      }
    }
    throw NotRead(reason: "the services said nothing of deals")
  }

  struct NotRead: Error {
    let reason: String
  }
}

/// LocalZoho in a process of its own.
private struct LocalServer {
  private let process = Process()
  private let connection: Connection

  private struct Connection: Decodable {
    let url: String
    let clientID: String
    let clientSecret: String
    let refreshToken: String
    let organizationID: String

    enum CodingKeys: String, CodingKey {
      case url
      case clientID = "client_id"
      case clientSecret = "client_secret"
      case refreshToken = "refresh_token"
      case organizationID = "organization_id"
    }
  }

  init(program: String, deals: Int) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = ["local-zoho", "--seed", "1", "--deals", String(deals), "--json"]
    process.standardOutput = output
    try process.run()
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { break }
      line += part
    }
    connection = try JSONDecoder().decode(Connection.self, from: line)
  }

  func client() throws -> ZohoClient {
    guard let dataCenter = DataCenter.custom(base: connection.url) else {
      throw ReadingDeals.NotRead(reason: "\(connection.url) is not on this machine")
    }
    return ZohoClient(
      credentials: Credentials(
        clientID: connection.clientID, clientSecret: Secret(connection.clientSecret),
        refreshToken: Secret(connection.refreshToken), dataCenter: dataCenter),
      transport: .live(), booksOrganization: connection.organizationID)
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}
