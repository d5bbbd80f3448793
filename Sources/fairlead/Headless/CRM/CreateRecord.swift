import ArgumentParser
import Sales
import Screen
import ZohoAPI

/// Makes a record.
struct CreateRecord<M: RecordModule>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "create", abstract: "Make a \(M.noun).",
      discussion: """
        Values are checked against the organization's own fields first. When the answer is lost \
        the exit status is \(ExitStatus.uncertain.rawValue): look for the \(M.noun) before you \
        repeat the command.
        """)
  }

  @Argument(help: "Field=value, by API name: \"\(M.nameField)=…\".") var assignments: [String]

  @OptionGroup var notations: NotationOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let settings = try await session.settings(of: M.module, dryRun: write.dryRun)
      let checked = try FieldAssignments(assignments, settings, notations, isNew: true)
      for line in checked.understood { session.output.tell(line) }
      let fields = try Self.placed(checked.fields, settings)
      let request = Request.insert(fields, into: M.module)
      guard !write.dryRun else { return try session.show(request) }
      let made = try await session.send(request)
      session.output.done(
        "Made the \(M.noun) \(made.id).", ["id": .text(made.id), "action": "created"])
    }
  }

  /// The fields of a deal with its pipeline, which must have the stage.
  private static func placed(
    _ fields: RecordFields, _ settings: ModuleSettings?
  ) throws(HeadlessError) -> RecordFields {
    guard M.module == DealModule.module, let settings, let stage = fields["Stage"]?.text,
      let usual = RowCheck.defaultPipeline(settings.pipelines)
    else { return fields }
    let name = fields["Pipeline"]?.text ?? usual.id.rawValue
    guard let pipeline = settings.pipelines.first(where: { $0.id.rawValue == name }) else {
      return fields
    }
    guard pipeline.stage(Stage.ID(stage)) != nil else {
      let names = pipeline.stages.map(\.name)
      throw HeadlessError(
        .badInput,
        "Stage: the pipeline \(pipeline.name) has no \"\(stage)\"; the nearest is "
          + "\(nearest(to: stage, among: names)).")
    }
    return fields.merging(["Pipeline": .text(pipeline.id.rawValue)]) { own, _ in own }
  }
}

extension HeadlessSession {
  /// The settings of a module: asked of Zoho, or for a dry run those that are known here. Nil, with a
  /// word about it, when a dry run cannot check.
  func settings(of module: String, dryRun: Bool) async throws -> ModuleSettings? {
    guard dryRun else { return try await settings(of: module) }
    let known = try knownSettings(of: module)
    if known == nil {
      output.tell(
        "not checked: the fields of \(module) are not known here yet, and a dry run asks nobody")
    }
    return known
  }
}
