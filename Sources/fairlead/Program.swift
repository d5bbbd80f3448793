import AppCore
import Curses
import Foundation
import Screen
import Services

/// The loop: keys and answers in, the screen out. The main thread runs it and owns state and terminal;
/// nothing on it waits for the network or, once the first screen is there, for the disk.
struct Program: Sendable {
  /// The services of the account; nil while nobody is signed in.
  let services: Services?
  /// Performs a sign-in.
  let desk: SignInDesk
  /// Reads which accounts are configured.
  let profiles: @Sendable () -> [ProfileInBrief]
  let inbox: Inbox
  let clock: TimeSource
  /// Writes what the user sets.
  let keeper: SettingsKeeper
  /// Tells when the user's files were saved.
  let watcher: SettingsWatcher

  /// Runs until the user leaves, and answers the state at the end.
  func run(
    _ initial: AppState, wearing dress: TerminalDress, on terminal: inout Terminal
  ) -> AppState {
    var state = initial
    var dress = dress
    state.size = terminal.size
    watcher.tell { [inbox] in inbox.post($0) }
    var effects = begin(&state)
    var freshness = Freshness(services)
    defer { freshness.rest() }
    while true {
      dress.put(state, on: &terminal)
      terminal.show(draw(state))
      terminal.ask()
      freshness.follow(state)
      // Only now, so that the work does not compete with the picture for a processor.
      for effect in effects { start(effect) }
      if state.isFinished { return state }
      effects = []
      let events = terminal.wait(
        for: inbox.wakeup, timeout: state.nextTick.map { .until($0, from: clock.now()) })
      if events.contains(.leave) { return state }
      if events.contains(.suspend) { terminal.suspend() }
      effects += apply(clock.tick, to: &state, terminal: &terminal)
      while let key = terminal.nextKey() {
        effects += apply(.key(key), to: &state, terminal: &terminal)
      }
      for news in terminal.takeNews() {
        effects += apply(.settings(SettingsAction(news)), to: &state, terminal: &terminal)
      }
      for action in inbox.drain() { effects += apply(action, to: &state, terminal: &terminal) }
      // Last, because a key may have handed the terminal over, and it came back with another size.
      if terminal.size != state.size {
        effects += apply(.resized(terminal.size), to: &state, terminal: &terminal)
      }
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
      case .copy(let text): copy(text, state.preferences.clipboard, on: terminal)
      case .settings(.run(let run)) where run.output == .terminal:
        let result = terminal.handOver { OwnProgram.runInTerminal(run) }
        inbox.post(.settings(.commandEnded(run, result)))
      case .billing(.showPicture(let data)):
        guard let picture = Picture(ppm: Array(data)), terminal.show(picture) else {
          inbox.post(.billing(.pictureRefused))
          return false
        }
      case .editText(let purpose, let text):
        let edited = terminal.handOver { ExternalEditor.edit(text) }
        inbox.post(edited.action(for: purpose, at: clock.now()))
      default: return true
      }
      return false
    }
  }

  private func start(_ effect: Effect) {
    Task { [self] in await perform(effect) }
  }

  /// Performs an effect to its end, wherever it belongs. Its answers go into the inbox.
  func perform(_ effect: Effect) async {
    switch effect {
    case .signIn(let work): await desk.perform(work)
    case .loadProfiles: inbox.post(.profilesLoaded(profiles()))
    case .settings(let effect): start(effect)
    default: await services?.perform(effect)
    }
  }

  /// What waits for a file or a program has a thread of its own, so that nothing else waits with it.
  private func start(_ effect: SettingsEffect) {
    Thread.detachNewThread { [inbox, keeper, watcher] in
      switch effect {
      case .keep(let changes):
        if let reason = keeper.keep(changes) { inbox.post(.settings(.notKept(reason))) }
        watcher.begin()
      case .run(let run):
        inbox.post(.settings(.commandEnded(run, OwnProgram.run(run))))
      }
    }
  }

  /// Puts text on the clipboard, by the ways the user has chosen.
  private func copy(_ text: SafeText, _ way: Preferences.Clipboard, on terminal: borrowing Terminal)
  {
    if way == .auto || way == .terminal { terminal.copyToClipboard(text) }
    guard way == .auto || way == .native else { return }
    Thread.detachNewThread { [inbox, clock] in
      let environment = ProcessInfo.processInfo.environment
      guard !NativeClipboard.copy(text.string, environment: environment), way == .native else {
        return
      }
      let words: SafeText = "no program could copy it: wl-copy, xclip or tmux is needed"
      inbox.post(.told(Event(time: clock.now(), kind: .failure, text: words)))
    }
  }
}

/// Keeps the local copy fresh while somebody looks.
private struct Freshness {
  private let services: Services?
  private var task: Task<Void, Never>?

  init(_ services: Services?) { self.services = services }

  /// Rests while the terminal has not the focus, where the user wants that.
  mutating func follow(_ state: AppState) {
    if state.preferences.heedsFocus, !state.looks.isFocused { return rest() }
    guard task == nil else { return }
    task = Task { [services] in await services?.keepFresh() }
  }

  mutating func rest() {
    task?.cancel()
    task = nil
  }
}

extension SettingsAction {
  /// What the terminal has told, as the state takes it.
  fileprivate init(_ news: TerminalNews) {
    switch news {
    case .background(let background): self = .backgroundTold(background)
    case .focused(let isFocused): self = .focused(isFocused)
    }
  }
}

extension Duration {
  /// How long it is until a time; never negative, and a little more than less.
  fileprivate static func until(_ time: Date, from now: Date) -> Duration {
    .milliseconds(Int64(max(0, time.timeIntervalSince(now)) * 1000) + 1)
  }
}

extension Effect {
  /// Whether it reads drafts and writes, which the first screen does not wait for: they follow at once.
  fileprivate var readsJournal: Bool { self == .loadDrafts || self == .loadOutbox }
}
