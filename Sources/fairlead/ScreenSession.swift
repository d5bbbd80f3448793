import AppCore
import ArgumentParser
import Curses
import Foundation
import LocalMirror
import Sales
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
  ///   - isLinear: Whether lines are read and written instead of a screen.
  func run(
    _ account: OpenAccount?, _ paths: Paths, isReadOnly: Bool, local: String?, isLinear: Bool
  ) throws {
    let settings = Settings(paths)
    let options = Terminal.Options(settings.preferences)
    var session = ScreenSession(
      paths: paths, settings: settings, isReadOnly: isReadOnly, local: local, account: account)
    defer { session.account?.close() }
    if isLinear {
      Terminal.unblockSignals()
      session.stay { program, state, _ in
        LinearProgram(program: program, output: .standardOutput).run(state)
      }
    } else {
      do throws(TerminalError) {
        var terminal = try Terminal(theme: session.theme, options: options)
        session.stay { program, state, dress in
          program.run(state, wearing: dress, on: &terminal)
        }
      } catch {
        throw StartError.noTerminal(error.description)
      }
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
  /// What is set now; it goes with the user from account to account.
  private var preferences: Preferences
  private var looks: Looks
  private let themes: ThemeLibrary
  private let watcher: SettingsWatcher
  private let mailing: MailSettings
  private let notifications: NotificationChoice
  private let stuck: StuckLimits
  let isReadOnly: Bool
  let local: String?
  /// The account on the screen; nil while nobody is signed in.
  var account: OpenAccount?
  /// How many writes of unknown fate were left behind.
  private(set) var uncertain = 0
  /// Why it ended, when that was not the user's wish.
  private(set) var fatal: StartError?
  /// What to tell at the start of the next account.
  private var news: [Event]

  init(paths: Paths, settings: Settings, isReadOnly: Bool, local: String?, account: OpenAccount?) {
    self.paths = paths
    preferences = settings.preferences
    themes = ThemeLibrary(paths)
    looks = Looks(themes, environment: ProcessInfo.processInfo.environment)
    watcher = SettingsWatcher(paths, settings)
    mailing = settings.mailing
    notifications = settings.notifications
    stuck = settings.stuck
    self.isReadOnly = isReadOnly
    self.local = local
    self.account = account
    let now = TimeSource.system.now()
    news = settings.problems.map { Event(time: now, kind: .warning, text: $0.text) }
  }

  /// The theme of the first screen.
  var theme: Theme {
    TerminalDress(themes, color: account?.color).theme(named: start(at: .system).themeName)
  }

  /// Shows accounts until the user leaves for nowhere else.
  ///
  /// - Parameter run: Runs the program on a state, in colours, until the user leaves.
  mutating func stay(_ run: (Program, AppState, TerminalDress) -> AppState) {
    while true {
      let state: AppState
      do {
        state = try show(run)
      } catch {
        fatal = error
        return
      }
      uncertain += state.outbox.uncertainCount
      preferences = state.preferences
      looks = state.looks
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
        case .profile(let name): try OpenAccount.open(name, isReadOnly: isReadOnly, in: paths)
        case .demo: try OpenAccount.demo(isReadOnly: isReadOnly)
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
  private func show(
    _ run: (Program, AppState, TerminalDress) -> AppState
  ) throws(StartError) -> AppState {
    let clock = TimeSource.system
    let inbox = try Inbox()
    let services = account.map { account in
      Services(
        mirror: account.files.mirror, journal: account.files.journal, tenant: account.tenant,
        connect: account.connect, clock: clock,
        files: .user(
          environment: ProcessInfo.processInfo.environment, pdfName: mailing.pdfName),
        post: { inbox.post($0) })
    }
    let desk = SignInDesk(
      flow: SignInFlow(local: local, openBrowser: Browser.open),
      keep: { [paths] signedIn, name, organization in
        try Profile.keep(signedIn, as: name, organization: organization, in: paths)
      }, post: { inbox.post($0) })
    let program = Program(
      services: services, desk: desk, profiles: { [paths] in Profile.all(in: paths) },
      inbox: inbox, clock: clock, keeper: SettingsKeeper(paths), watcher: watcher)
    let dress = TerminalDress(themes, color: account?.color)
    let state = run(program, start(at: clock), dress)
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
    state.preferences = preferences
    state.looks = looks
    state.invoices.preferences = mailing.preferences
    let environment = ProcessInfo.processInfo.environment
    state.decimalMark = ["LC_ALL", "LC_NUMERIC", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }.flatMap(DecimalPoint.ofLocale)
    state.inbox.choice = notifications
    state.board.limits = stuck
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
