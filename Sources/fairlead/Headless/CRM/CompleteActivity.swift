import ArgumentParser
import ZohoAPI

/// A module whose records can be done.
protocol CompletableModule: RecordModule {
  /// The field that says so with `Completed`.
  static var doneField: String { get }
}

/// Marks a task or a call as completed.
struct CompleteActivity<M: CompletableModule>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "complete", abstract: "Mark a \(M.noun) as completed.")
  }

  @Argument(help: "Its id or its exact name.") var record: String

  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let fields: RecordFields = [M.doneField: "Completed"]
      guard !write.dryRun else {
        return try session.show(
          Request.update(try RecordID.only(record), of: M.module, fields, version: nil))
      }
      let id = try await session.id(of: record, M.self)
      _ = try await session.send(.update(id, of: M.module, fields, version: nil))
      session.output.done(
        "Completed the \(M.noun) \(id).", ["id": .text(id), "action": "completed"])
    }
  }
}
