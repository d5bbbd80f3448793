import AppCore
import ArgumentParser
import Sales
import Screen
import ZohoAPI

/// Moves a deal to a stage: by the journal that the screen uses, at most once.
struct MoveDeal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: Commands.abstract(of: "deals move"),
    discussion: """
      The move is refused, with exit status \(ExitStatus.conflict.rawValue), when somebody else \
      moved the deal meanwhile. When the answer is lost, the program looks for the move; when that \
      does not settle it, the exit status is \(ExitStatus.uncertain.rawValue), and the journal \
      keeps it: see 6 Outbox of the program.
      """)

  @Argument(help: "The deal, by its id or its exact name.") var deal: String
  @Argument(help: "The stage.") var stage: String

  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      guard !write.dryRun else {
        session.output.tell("with if-unmodified-since: its Modified_Time, read just before")
        return try session.show(
          Request.updateDeal(
            Deal.ID(try RecordID.only(deal)), ["Stage": .text(stage)], version: nil))
      }
      try session.allowWrite()
      let id = Deal.ID(try await session.id(of: deal, DealModule.self))
      let services = try await session.services()
      let base = try await session.deal(id, services)
      let target = try Self.target(stage, base, services.pipelines)
      let facts: RecordFields = [
        "id": .text(id.rawValue), "Deal_Name": .text(base.name), "from": .text(base.stage.rawValue),
        "Stage": .text(target.rawValue),
      ]
      guard base.stage != target else {
        return session.output.done(
          "\(base.name) is in \(target) already.", facts.merging(["action": "none"]) { $1 })
      }
      let end = try await session.seeThrough(
        .moveStage(base: base, to: target, undoes: nil), services)
      session.output.done(end.words, facts.merging(["action": "moved"]) { $1 })
    }
  }

  /// The stage of the deal's pipeline that a text names.
  private static func target(
    _ text: String, _ deal: Deal, _ pipelines: [Pipeline]
  ) throws(HeadlessError) -> Stage.ID {
    let pipeline = pipelines.first { $0.id == deal.pipeline } ?? RowCheck.defaultPipeline(pipelines)
    guard let pipeline = pipeline ?? pipelines.first else { return Stage.ID(text) }
    let lowered = text.lowercased()
    if let stage = pipeline.stages.first(where: { $0.id.rawValue == text || $0.name == text })
      ?? pipeline.stages.first(where: { $0.name.lowercased() == lowered })
    {
      return stage.id
    }
    let near = nearest(to: text, among: pipeline.stages.map(\.name))
    throw HeadlessError(
      .badInput, "The pipeline \(pipeline.name) has no stage \"\(text)\"; the nearest is \(near).")
  }
}
