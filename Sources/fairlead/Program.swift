import AppCore
import Curses
import Foundation
import Screen
import Services

/// The loop: keys and answers in, the screen out. The main thread runs it and owns state and terminal;
/// nothing on it waits for the network or, once the first screen is there, for the disk.
struct Program {
  /// The services of the account; nil while nobody is signed in.
  let services: Services?
  /// Performs a sign-in.
  let desk: SignInDesk
  /// Reads which accounts are configured.
  let profiles: @Sendable () -> [ProfileInBrief]
  let inbox: Inbox
  let clock: TimeSource

  /// Runs until the user leaves, and answers the state at the end.
  func run(_ initial: AppState, on terminal: inout Terminal) -> AppState {
    var state = initial
    state.size = terminal.size
    var effects = begin(&state)
    let freshness = Task { [services] in await services?.keepFresh() }
    defer { freshness.cancel() }
    while true {
      terminal.show(draw(state))
      // Only now, so that the work does not compete with the picture for a processor.
      for effect in effects { start(effect) }
      if state.isFinished { return state }
      effects = []
      let events = terminal.wait(for: inbox.wakeup)
      var actions: [Action] = [.ticked(clock.now(), today: clock.today())]
      if events.contains(.leave) { return state }
      if events.contains(.suspend) { terminal.suspend() }
      if terminal.size != state.size { actions.append(.resized(terminal.size)) }
      for action in actions { effects += apply(action, to: &state, terminal: &terminal) }
      while let key = terminal.nextKey() {
        effects += apply(.key(key), to: &state, terminal: &terminal)
      }
      for action in inbox.drain() { effects += apply(action, to: &state, terminal: &terminal) }
    }
  }

  /// Answers from local files what they can answer, so that the first screen is a true one, and gives the
  /// work that remains.
  private func begin(_ state: inout AppState) -> [Effect] {
    var effects = reduce(&state, .resized(state.size)) + reduce(&state, .launched)
    var later: [Effect] = []
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      if !effect.readsJournal, let answers = services?.read(effect) {
        for answer in answers { effects += reduce(&state, answer) }
        guard case .loadHome = effect else { continue }
      }
      later.append(effect)
    }
    return later
  }

  /// Applies an action, does what only the terminal's owner can, and gives the work that remains.
  private func apply(
    _ action: Action, to state: inout AppState, terminal: inout Terminal
  ) -> [Effect] {
    reduce(&state, action).filter { effect in
      switch effect {
      case .suspend: terminal.suspend()
      case .repaint: terminal.repaint()
      case .notify(let text, let choice): terminal.tell(text, choice)
      case .copy(let text): terminal.copyToClipboard(text)
      case .editText(let purpose, let text):
        let edited = terminal.handOver { ExternalEditor.edit(text) }
        inbox.post(edited.action(for: purpose, at: clock.now()))
      default: return true
      }
      return false
    }
  }

  private func start(_ effect: Effect) {
    switch effect {
    case .signIn(let work): Task { [desk] in await desk.perform(work) }
    case .loadProfiles:
      Task { [inbox, profiles] in inbox.post(.profilesLoaded(profiles())) }
    default: Task { [services] in await services?.perform(effect) }
    }
  }
}

extension Effect {
  /// Whether it reads drafts and writes, which the first screen does not wait for: they follow at once.
  fileprivate var readsJournal: Bool { self == .loadDrafts || self == .loadOutbox }
}
