import AppCore
import ArgumentParser
import Sales
import ZohoAPI

/// Brings the local copy up to date; below it, CRM and Books in step with each other.
struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: Commands.abstract(of: "sync"),
    discussion: "Reads what changed at Zoho since the last time into the local copy.",
    subcommands: [SyncContacts.self])

  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let services = try session.localServices()
      try await services.synchronize()
      session.output.done("The local copy is up to date.", ["action": "synchronized"])
    }
  }
}

extension HeadlessWrites {
  /// Brings the local copy up to date.
  ///
  /// - Throws: `HeadlessError` with the reason when that did not work.
  func synchronize() async throws(HeadlessError) {
    var failure: Failure?
    for case .syncChanged(let status) in await perform(.refresh) { failure = status.failure }
    if let failure { throw HeadlessError(failure) }
  }
}
