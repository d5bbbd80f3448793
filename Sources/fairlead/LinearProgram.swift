import AppCore
import Foundation
import Screen
import Services

/// The program without panels, for screen readers and pipes: a line in, what it did out, one line for each
/// thing that changed. The same commands, state and services as on the screen.
struct LinearProgram {
  let program: Program
  let output: FileHandle

  /// Runs until the user leaves or the input ends, and answers the state at the end.
  func run(_ initial: AppState) -> AppState {
    var state = initial
    var speech = LinearSpeech()
    state.size = SpokenScreen.size
    perform(reduce(&state, .resized(SpokenScreen.size)) + reduce(&state, .launched), on: &state)
    // A list reads line by line; the columns of a board do not.
    if state.signIn == nil { perform(state.perform("deals.list"), on: &state) }
    say(speech.news(of: state))
    while !state.isFinished {
      output.write(Data("\(state.screen.title.string)> ".utf8))
      guard let line = readLine() else { break }
      perform(reduce(&state, program.clock.tick), on: &state)
      answer(line, &state, speech)
      say(speech.news(of: state))
    }
    return state
  }

  /// Does what a line asks for.
  private func answer(_ line: String, _ state: inout AppState, _ speech: LinearSpeech) {
    switch LinearInput(line, in: state) {
    case .keys(let keys):
      for key in keys { perform(reduce(&state, .key(key)), on: &state) }
    case .command(let id): perform(state.perform(id), on: &state)
    case .show: say(SpokenScreen(state).lines)
    case .help: say(speech.help(for: state))
    case .repeated: say(speech.whereabouts(of: state))
    case .unknown(let reason): say([reason])
    }
  }

  /// Does the work that remains, to its end, with all that follows from it.
  private func perform(_ effects: [Effect], on state: inout AppState) {
    var effects = effects
    while !effects.isEmpty {
      finish(effects)
      effects = []
      for action in program.inbox.drain() { effects += reduce(&state, action) }
    }
  }

  private func finish(_ effects: [Effect]) {
    let work = DispatchGroup()
    for effect in effects {
      switch effect {
      case .suspend, .repaint: continue
      case .copy(let text): say(["copied: \(text)"])
      case .editText(let purpose, let text):
        let edited = ExternalEditor.edit(text)
        program.inbox.post(edited.action(for: purpose, at: program.clock.now()))
      default:
        work.enter()
        Task { [program] in
          await program.perform(effect)
          work.leave()
        }
      }
    }
    work.wait()
  }

  private func say(_ lines: [SafeText]) {
    output.write(Data(lines.map { $0.string + "\n" }.joined().utf8))
  }
}
