import FoundationEssentials
import GRDB

/// What one accounts server tells another whose user consented here: the client, and the code that
/// the client will come with. Zoho's own servers do this out of sight.
struct HandOver: Codable, Sendable {
  var client: OAuthClient
  var device: DeviceCode?
  var grant: GrantCode?

  /// The accounts server of the user's data centre did not take it.
  struct Unanswered: Error, CustomStringConvertible {
    var accounts: String
    var reason: String
    var description: String { "the data centre at \(accounts) did not answer: \(reason)" }
  }

  /// - Parameter accounts: base address of another such server.
  /// - Throws: ``Unanswered``.
  func send(to accounts: String) throws {
    do {
      let status = try OutgoingPost(
        url: "\(accounts)/_local/hand-over", body: try JSONEncoder().encode(self)
      ).sendAndWait().status
      guard status == 204 else { throw Unanswered(accounts: accounts, reason: "HTTP \(status)") }
    } catch let error as Unanswered {
      throw error
    } catch {
      throw Unanswered(accounts: accounts, reason: "\(error)")
    }
  }

  /// Takes what another server sent; from now on the code is good here.
  func keep(_ db: Database) throws {
    if try OAuthClient.find(client.id, db) == nil { try client.insert(db) }
    if var device {
      device.lastPoll = nil
      try device.insert(db)
    }
    try grant?.insert(db)
  }
}
