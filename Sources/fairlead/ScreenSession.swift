import AppCore
import ArgumentParser
import Curses
import Foundation
import LocalMirror
import Screen
import Services
import ZohoAPI

extension ParsableCommand {
  /// Opens the screen on an account, or on a sign-in without one, and stays until the user leaves for
  /// nowhere else.
  ///
  /// - Parameters:
  ///   - isReadOnly: Whether nothing may be written, in whichever account.
  ///   - local: The address of a local server to sign in to; nil for none.
  func run(_ account: Account?, _ paths: Paths, isReadOnly: Bool, local: String?) throws {
    let settings = Settings(paths)
    var options = Terminal.Options()
    options.usesMouse = settings.usesMouse
    var session = ScreenSession(
      paths: paths, settings: settings, isReadOnly: isReadOnly, local: local, account: account)
    defer { session.account?.close() }
    do throws(TerminalError) {
      var terminal = try Terminal(theme: settings.theme, options: options)
      try session.stay(on: &terminal)
    } catch {
      throw StartError.noTerminal(error.description)
    }
    if let problem = session.fatal { throw problem }
    if session.uncertain > 0 {
      print(
        "\(session.uncertain) write(s) of unknown fate; the next start looks for them. "
          + "See the Outbox.")
    }
  }
}

/// What is on the screen from the start to the end: one account after the other.
struct ScreenSession {
  let paths: Paths
  let settings: Settings
  let isReadOnly: Bool
  let local: String?
  /// The account on the screen; nil while nobody is signed in.
  var account: Account?
  /// How many writes of unknown fate were left behind.
  private(set) var uncertain = 0
  /// Why it ended, when that was not the user's wish.
  private(set) var fatal: StartError?
  /// What to tell at the start of the next account.
  private var news: [Event]

  init(paths: Paths, settings: Settings, isReadOnly: Bool, local: String?, account: Account?) {
    self.paths = paths
    self.settings = settings
    self.isReadOnly = isReadOnly
    self.local = local
    self.account = account
    let now = TimeSource.system.now()
    news = settings.problems.map { Event(time: now, kind: .warning, text: $0.text) }
  }

  /// Shows accounts until the user leaves for nowhere else.
  mutating func stay(on terminal: inout Terminal) throws(TerminalError) {
    while true {
      var theme = settings.theme
      if let color = account?.color { theme[.organization] = color }
      terminal.setTheme(theme)
      let state: AppState
      do {
        state = try show(on: &terminal)
      } catch {
        fatal = error
        return
      }
      uncertain += state.outbox.uncertainCount
      guard let destination = state.destination else { return }
      go(to: destination)
      if let event = state.event, event.kind == .done { news.append(event) }
    }
  }

  /// Goes to another account. When that cannot be opened, the one before comes back and says why.
  private mutating func go(to destination: Destination) {
    news = []
    do {
      let next =
        switch destination {
        case .profile(let name): try Account.open(name, isReadOnly: isReadOnly, in: paths)
        case .demo: try Account.demo(isReadOnly: isReadOnly)
        }
      account?.close()
      account = next
    } catch {
      let event = Event(
        time: TimeSource.system.now(), kind: .failure, text: SafeText("\(error)"))
      news.append(event)
    }
  }

  /// Shows the account until the user leaves it.
  private func show(on terminal: inout Terminal) throws(StartError) -> AppState {
    let clock = TimeSource.system
    let inbox = try Inbox()
    let services = account.map { account in
      Services(
        mirror: account.files.mirror, journal: account.files.journal, tenant: account.tenant,
        connect: account.connect, clock: clock,
        files: .user(environment: ProcessInfo.processInfo.environment),
        post: { inbox.post($0) })
    }
    let desk = SignInDesk(
      flow: SignInFlow(local: local, openBrowser: Browser.open),
      keep: { [paths] signedIn, name, organization in
        try Profile.keep(signedIn, as: name, organization: organization, in: paths)
      }, post: { inbox.post($0) })
    let program = Program(
      services: services, desk: desk, profiles: { [paths] in Profile.all(in: paths) },
      inbox: inbox, clock: clock)
    let state = program.run(start(at: clock), on: &terminal)
    // A write that has left is seen through; everything else of this account ends here.
    Task { await services?.stop() }
    return state
  }

  /// The state before anything is known.
  private func start(at clock: TimeSource) -> AppState {
    let tenant = account?.tenant ?? Tenant(organization: "nobody", dataCenter: "")
    var state = AppState(
      size: Size(width: 80, height: 24), now: clock.now(), today: clock.today(), tenant: tenant)
    state.secondsAheadOfUTC = TimeSource.secondsAheadOfUTC(at: clock.now())
    state.keymap = settings.keymap
    state.inbox.choice = settings.notifications
    state.profile = account?.profile
    let facts = SignInWizard.Facts(paths, local: local)
    state.signInFacts = facts
    if account == nil { state.signIn = SignInWizard(facts) }
    for event in news { state.tell(event.text, kind: event.kind) }
    for problem in account?.files.opening.problems ?? [] { state.tell(problem, kind: .warning) }
    return state
  }
}

extension MirrorDatabase.Opening {
  /// What the user should know about it.
  fileprivate var problems: [SafeText] {
    guard case .rebuilt(let path, let reason) = self else { return [] }
    return [
      "The local copy could not be used (\(reason)); it was moved to \(path) and is fetched anew"
    ]
  }
}
