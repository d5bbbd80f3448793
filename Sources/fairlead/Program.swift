import AppCore
import Curses
import Foundation
import Screen
import Services

/// The loop: keys and answers in, the screen out. The main thread runs it and owns state and terminal;
/// nothing on it waits for the network or, once the first screen is there, for the disk.
struct Program {
  let services: Services
  let inbox: Inbox
  let clock: TimeSource

  /// Runs until the user leaves, and answers the state at the end.
  func run(_ initial: AppState, on terminal: inout Terminal) -> AppState {
    var state = initial
    state.size = terminal.size
    begin(&state)
    while !state.isFinished {
      terminal.show(draw(state))
      let events = terminal.wait(for: inbox.wakeup)
      apply(.ticked(clock.now(), today: clock.today()), to: &state, terminal: &terminal)
      if events.contains(.leave) { break }
      if events.contains(.suspend) { terminal.suspend() }
      if terminal.size != state.size {
        apply(.resized(terminal.size), to: &state, terminal: &terminal)
      }
      while let key = terminal.nextKey() {
        apply(.key(key), to: &state, terminal: &terminal)
      }
      for action in inbox.drain() { apply(action, to: &state, terminal: &terminal) }
    }
    return state
  }

  /// Starts, answering from local files what they can answer, so that the first screen is a true one.
  private func begin(_ state: inout AppState) {
    var effects = reduce(&state, .resized(state.size)) + reduce(&state, .launched)
    var later: [Effect] = []
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      if let answers = services.read(effect) {
        for answer in answers { effects += reduce(&state, answer) }
        guard case .loadHome = effect else { continue }
      }
      later.append(effect)
    }
    for effect in later { start(effect) }
    Task { [services] in await services.keepFresh() }
  }

  private func apply(_ action: Action, to state: inout AppState, terminal: inout Terminal) {
    for effect in reduce(&state, action) {
      switch effect {
      case .suspend: terminal.suspend()
      case .repaint: terminal.repaint()
      case .copy(let text): terminal.copyToClipboard(text)
      case .editText(let purpose, let text):
        let edited = terminal.handOver { ExternalEditor.edit(text) }
        inbox.post(edited.action(for: purpose, at: clock.now()))
      default: start(effect)
      }
    }
  }

  private func start(_ effect: Effect) {
    Task { [services] in await services.perform(effect) }
  }
}
