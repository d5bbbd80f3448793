import ArgumentParser
import ZohoAPI

/// Changes fields of a record.
struct EditRecord<M: RecordModule>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit", abstract: "Change fields of a \(M.noun); the others stay.",
      discussion: """
        The change is refused, with exit status \(ExitStatus.conflict.rawValue), when somebody \
        else changed the \(M.noun) after it was read just before, or after the Modified_Time that \
        --unmodified-since names.
        """)
  }

  @Argument(help: "Its id or its exact name.") var record: String

  @Argument(help: "Field=value, by API name; Field= clears the field.") var assignments: [String]

  @Option(help: "The Modified_Time at which you saw it.") var unmodifiedSince: String?

  @OptionGroup var notations: NotationOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let settings = try await session.settings(of: M.module, dryRun: write.dryRun)
      let checked = try FieldAssignments(assignments, settings, notations, isNew: false)
      guard M.module != DealModule.module || checked.fields["Stage"] == nil else {
        throw HeadlessError(.badInput, "Stage: `fairlead deals move` moves a deal.")
      }
      for line in checked.understood { session.output.tell(line) }
      guard !write.dryRun else { return try show(checked.fields, session) }
      let id = try await session.id(of: record, M.self)
      var version = unmodifiedSince
      if version == nil {
        version = try await session.record(id, of: M.module, fields: ["Modified_Time"])[
          "Modified_Time"]?
          .text
      }
      let changed = try await session.send(
        .update(id, of: M.module, checked.fields, version: version))
      session.output.done(
        "Changed the \(M.noun) \(changed.id).",
        [
          "id": .text(changed.id), "action": "updated",
          "Modified_Time": changed.version.map(FieldValue.text) ?? .null,
        ])
    }
  }

  private func show(_ fields: RecordFields, _ session: HeadlessSession) throws {
    if unmodifiedSince == nil {
      session.output.tell("with if-unmodified-since: its Modified_Time, read just before")
    }
    try session.show(
      Request.update(
        try RecordID.only(record), of: M.module, fields, version: unmodifiedSince))
  }
}
