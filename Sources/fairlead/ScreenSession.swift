import AppCore
import ArgumentParser
import Curses
import Foundation
import LocalMirror
import Screen
import Services
import ZohoAPI

extension ParsableCommand {
  /// Opens the screen on an account and stays until the user leaves.
  ///
  /// - Parameter connect: Gives the client, as soon as there is a server to talk to.
  func run(
    _ tenant: Tenant, _ account: AccountFiles, _ paths: Paths,
    connect: @escaping @Sendable () async throws(ZohoError) -> ZohoClient
  ) throws {
    let clock = TimeSource.system
    let inbox = try Inbox()
    let settings = Settings(paths)
    let services = Services(
      mirror: account.mirror, journal: account.journal, tenant: tenant, connect: connect,
      clock: clock, files: .user(environment: ProcessInfo.processInfo.environment),
      post: { inbox.post($0) })
    let size = Size(width: 80, height: 24)
    var state = AppState(size: size, now: clock.now(), today: clock.today(), tenant: tenant)
    state.secondsAheadOfUTC = TimeSource.secondsAheadOfUTC(at: clock.now())
    state.keymap = settings.keymap
    for problem in settings.problems + account.opening.problems {
      state.tell(problem, kind: .warning)
    }
    var options = Terminal.Options()
    options.usesMouse = settings.usesMouse
    let program = Program(services: services, inbox: inbox, clock: clock)
    do throws(TerminalError) {
      var terminal = try Terminal(theme: settings.theme, options: options)
      state = program.run(state, on: &terminal)
    } catch {
      throw StartError.noTerminal(error.description)
    }
    let uncertain = state.outbox.uncertainCount
    if uncertain > 0 {
      print("\(uncertain) write(s) of unknown fate; the next start looks for them. See the Outbox.")
    }
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
