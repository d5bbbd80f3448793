import AppCore
import Foundation
import Screen

/// Runs the programs of the user's own commands.
enum OwnProgram {
  /// How long one may take.
  private static let limit = Duration.seconds(600)

  /// Runs a program away from the terminal, with the record on its standard input. Waits for its end.
  static func run(_ run: CommandRun) -> CommandResult {
    guard
      let answer = ChildProcess.ask(
        run.arguments, input: Data((run.input + "\n").utf8), within: limit,
        environment: run.environment, takesErrors: true)
    else { return couldNotStart(run) }
    guard let status = answer.status else {
      return .failed("it was stopped: it took more than ten minutes, wrote too much, or was killed")
    }
    return .ended(status: status, text: String(decoding: answer.output, as: UTF8.self))
  }

  /// Runs a program in the terminal; the record is in its environment. Waits for its end.
  static func runInTerminal(_ run: CommandRun) -> CommandResult {
    guard let status = ChildProcess.run(run.arguments, environment: run.environment) else {
      return couldNotStart(run)
    }
    return .ended(status: status, text: "")
  }

  private static func couldNotStart(_ run: CommandRun) -> CommandResult {
    .failed("\(run.arguments.first ?? "") could not be started, or was killed")
  }
}
