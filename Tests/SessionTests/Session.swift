import AppCore
import Foundation
import Sales
import Screen
import Synchronization
import Testing

@testable import Services

/// The program without its terminal: keys in, screen out. Every effect is performed to its end before
/// the next key, so that it is idle by construction and nothing sleeps.
final class Session {
  let office: Office
  let services: Services
  /// How long the ledger was when the session began.
  var ledgerStart = 0
  /// How many mails there were when the session began.
  var mailStart = 0
  private(set) var state: AppState
  /// What was asked for and is not done yet: more than nothing only after `type`.
  private var waiting: [Effect] = []
  private let posted = Inbox()

  init(_ office: Office, size: Size) {
    self.office = office
    let clock = office.clock
    let tenant = Tenant(organization: "LocalZoho", dataCenter: "local", isDemo: true)
    state = AppState(size: size, now: clock.now, today: clock.today, tenant: tenant)
    services = Services(
      mirror: office.mirror, journal: office.journal, tenant: tenant,
      connect: { [client = office.client] in client }, clock: clock.source,
      files: .temporary, post: posted.post)
  }

  /// Presses keys, written as in a config file: `jjL<enter>`. Each is done with before the next.
  func press(_ keys: String) async {
    for key in Key.parse(keys) ?? [] { await take(.key(key)) }
  }

  /// Presses keys without doing what they ask for.
  func type(_ keys: String) {
    for key in Key.parse(keys) ?? [] { waiting += reduce(&state, .key(key)) }
  }

  /// Lets something happen, and does all that follows from it.
  func take(_ action: Action) async {
    waiting += reduce(&state, action)
    await settle()
  }

  /// Does what was asked for, until there is nothing left to do.
  func settle() async {
    while !waiting.isEmpty {
      await services.perform(waiting.removeFirst())
      answer()
    }
  }

  private func answer() {
    for action in posted.drain() { waiting += reduce(&state, action) }
  }

  /// Lets time go by, and does what the journal has due by then.
  func wait(seconds: Double) async {
    office.clock.advance(seconds: seconds)
    waiting += reduce(&state, .ticked(office.clock.now, today: office.clock.today))
    await services.dispatcher.probeDue()
    answer()
    await settle()
  }

  /// Finds a deal by its name and puts the cursor on it.
  func find(_ words: String) async { await press("/\(words)<enter>") }

  /// What is on the screen.
  var screen: String { draw(state).text }

  /// What is on the screen of another terminal.
  func screen(_ width: Int, _ height: Int) -> String {
    var state = state
    _ = reduce(&state, .resized(Size(width: width, height: height)))
    return draw(state).text
  }

  /// The last thing that happened, as the line above the footer says it.
  var statusLine: String { state.event?.text.string ?? "" }

  /// What really happened at the server since the session began.
  func effects() async throws -> [String] {
    try await office.colleague.effects(after: ledgerStart)
  }

  /// The mails that have come into the server's mailbox since the session began.
  func mail() async throws -> [JSON] {
    try await office.colleague.mail(after: mailStart)
  }
}

/// The actions that effects have posted.
private final class Inbox: Sendable {
  private let actions = Mutex<[Action]>([])

  var post: @Sendable (Action) -> Void {
    { action in self.actions.withLock { $0.append(action) } }
  }

  func drain() -> [Action] {
    actions.withLock { actions in
      defer { actions = [] }
      return actions
    }
  }
}

extension Files {
  /// The system's folder for what may go at any time; nothing is opened.
  static let temporary = Files(
    downloads: FileManager.default.temporaryDirectory.path,
    save: { data, name, folder in
      let path = URL(filePath: folder).appending(path: "\(UUID().uuidString)-\(name)").path
      try data.write(to: URL(filePath: path))
      return path
    }, open: { _ in false })
}
