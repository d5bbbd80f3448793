import ArgumentParser
import Curses
import Foundation
import Synchronization

/// The command line.
@main
struct Fairlead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairlead",
    abstract: "A terminal for Zoho: the sales pipeline and the invoices, from the keyboard.",
    discussion: """
      Without a subcommand it opens the pipeline of a configured account. `fairlead demo` opens \
      it on a local server with a full organization, where nothing reaches a customer.

      Every verb works without a screen, for scripts. Its exit status:
      \(ExitStatus.table)
      """,
    version: "0.1.0",
    subcommands: [Open.self, Demo.self, LocalZohoCommand.self, Import.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Accounts and settings",
        subcommands: [
          Login.self, Logout.self, AuthCommand.self, ProfilesCommand.self, DoctorCommand.self,
          PathsCommand.self, ConfigCommand.self, ThemesCommand.self,
        ]),
      CommandGroup(
        name: "Zoho CRM",
        subcommands: [
          RecordsCommand<DealModule>.self, RecordsCommand<ContactModule>.self,
          RecordsCommand<AccountModule>.self, RecordsCommand<LeadModule>.self,
          RecordsCommand<TaskModule>.self, RecordsCommand<CallModule>.self,
          RecordsCommand<EventModule>.self, NotesCommand.self, QueryCommand.self,
          SearchCommand.self, ExportCommand.self, OperationsCommand<CRMOperations>.self,
        ]),
      CommandGroup(
        name: "Zoho Books",
        subcommands: [
          InvoicesCommand.self, PaymentsCommand.self, CustomersCommand.self,
          OperationsCommand<BooksOperations>.self,
        ]),
      CommandGroup(
        name: "Scripts",
        subcommands: [APICommand.self, SyncCommand.self, CompletionsCommand.self]),
    ],
    defaultSubcommand: Open.self)

  /// Runs the command that the arguments name.
  ///
  /// This is no `async` function: the runtime would take the main thread for itself, let every signal
  /// through on it, and run us on another.
  static func main() {
    // Before any thread is started, so that every thread leaves signals to the loop.
    Terminal.blockSignals()
    do {
      var command = try parseAsRoot()
      if command is any AsyncParsableCommand {
        try runWaiting()
      } else {
        try command.run()
      }
    } catch {
      complainAsJSON(error)
      exit(withError: error)
    }
  }

  /// Tells a wrong command line as JSON where errors were asked for so.
  private static func complainAsJSON(_ error: any Error) {
    let status = exitCode(for: error)
    // A command that ran has said why it ended.
    guard status == .validationFailure, !(error is ExitCode),
      CommandLine.arguments.contains(where: ["--json", "--ndjson", "--json-errors"].contains)
    else { return }
    let failure = HeadlessError(.usage, message(for: error))
    FileHandle.standardError.write(Data((Output.json(failure) + "\n").utf8))
    exit(withError: status)
  }

  /// Runs a command that waits for a server or the network, and waits for its end.
  private static func runWaiting() throws {
    let run = CommandRun()
    Task.detached {
      do {
        // Commands cannot go from one task to another, so it reads the arguments again.
        if var command = try parseAsRoot() as? any AsyncParsableCommand { try await command.run() }
      } catch {
        run.result.withLock { $0 = .failure(error) }
      }
      run.isOver.signal()
    }
    run.isOver.wait()
    try run.result.withLock { $0 }.get()
  }
}

/// A command under way, and how it ended.
private final class CommandRun: Sendable {
  let result = Mutex<Result<Void, any Error>>(.success(()))
  let isOver = DispatchSemaphore(value: 0)
}
