import FoundationEssentials
import Sales

/// A pipeline as its settings give it: stages in order, but without their probabilities.
public struct PipelineSettings: Hashable, Sendable, Codable {
  /// A stage of it.
  public struct Step: Hashable, Sendable, Codable {
    /// The id at CRM.
    public let id: String?
    /// What is stored in a deal.
    public let value: String
    /// What people see.
    public let label: String
    /// Its place in the pipeline.
    public let position: Int
    /// `Open`, `Closed Won` or `Closed Lost`.
    public let forecastType: String?
  }

  /// What a deal's `Pipeline` holds.
  public let value: String
  /// What people see.
  public let label: String
  /// Whether new deals start there.
  public let isDefault: Bool
  /// Its stages, first to last.
  public let steps: [Step]
}

extension Request where Response == [PipelineSettings] {
  /// The pipelines of a layout of module Deals; none when the organization has no pipelines.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-pipelines.html>
  public static func pipelines(layout: String) -> Self {
    Request(.crm, .get, "/settings/pipeline", query: [("layout_id", layout)]) { reply in
      try CRMRows.all(reply, "pipeline", row: \PipelineRecord.settings)
    }
  }
}

extension Pipeline {
  /// The id given to the one row of stages of an organization without pipelines. Its deals have no
  /// pipeline of their own.
  public static let withoutPipelines: ID = ""

  /// The pipelines with the probabilities that only the field `Stage` knows.
  ///
  /// - Parameters:
  ///   - settings: The pipelines of every layout; one that occurs again is left out.
  ///   - stageField: The field `Stage` of module Deals.
  /// - Returns: The pipelines, or without any settings a single one of all stages in use.
  public static func joining(
    _ settings: [PipelineSettings], _ stageField: FieldMetadata?
  ) -> [Pipeline] {
    let choices = stageField?.choices ?? []
    var seen: Set<String> = []
    let pipelines = settings.filter { seen.insert($0.value).inserted }.map { pipeline in
      Pipeline(
        id: ID(pipeline.value), name: pipeline.label, isDefault: pipeline.isDefault,
        stages: pipeline.steps.map { step in
          Stage(
            step, choices.first { $0.value == step.value } ?? choices.first { $0.id == step.id })
        })
    }
    guard pipelines.isEmpty else { return pipelines }
    let stages = choices.filter { $0.isUsed && $0.value != "-None-" }.map { Stage($0) }
    return [Pipeline(id: withoutPipelines, name: "Standard", isDefault: true, stages: stages)]
  }
}

extension ZohoClient {
  /// The pipelines of the organization with their stages, from three kinds of settings.
  ///
  /// An edition without pipelines refuses the question; its stages are then one pipeline.
  public func pipelines() async throws(ZohoError) -> [Pipeline] {
    let stage = try await send(.fields(of: "Deals")).first { $0.apiName == "Stage" }
    var settings: [PipelineSettings] = []
    for layout in try await send(Request.layouts(of: "Deals")) {
      do throws(ZohoError) {
        settings += try await send(.pipelines(layout: layout.id))
      } catch .refused(let refusal) where refusal.status == 400 {
        continue
      }
    }
    return Pipeline.joining(settings, stage)
  }
}

extension Stage {
  fileprivate init(_ step: PipelineSettings.Step, _ choice: FieldMetadata.Choice?) {
    let outcome = Outcome(category: choice?.dealCategory ?? step.forecastType)
    self.init(
      id: ID(step.value), name: step.label,
      probability: choice?.probability ?? (outcome == .won ? 100 : 0), outcome: outcome)
  }

  fileprivate init(_ choice: FieldMetadata.Choice) {
    let outcome = Outcome(category: choice.dealCategory)
    self.init(
      id: ID(choice.value), name: choice.label,
      probability: choice.probability ?? (outcome == .won ? 100 : 0), outcome: outcome)
  }
}

extension Stage.Outcome {
  /// What a deal category says; unknown ones count as open.
  fileprivate init(category: String?) {
    self =
      switch category?.lowercased() {
      case "closed won": .won
      case "closed lost": .lost
      default: .open
      }
  }
}

/// A pipeline as CRM sends it.
private struct PipelineRecord: Decodable, Sendable {
  let value: String?
  let label: String?
  let isDefault: Bool?
  let maps: [StepRecord]?

  enum CodingKeys: String, CodingKey {
    case value = "actual_value"
    case label = "display_value"
    case isDefault = "default"
    case maps
  }

  var settings: PipelineSettings {
    let steps = (maps ?? []).enumerated().map { index, map in
      PipelineSettings.Step(
        id: map.id, value: map.value ?? map.label ?? "", label: map.label ?? map.value ?? "",
        position: map.position ?? index, forecastType: map.forecastType)
    }
    return PipelineSettings(
      value: value ?? label ?? "", label: label ?? value ?? "", isDefault: isDefault ?? false,
      steps: steps.sorted { $0.position < $1.position })
  }
}

private struct StepRecord: Decodable, Sendable {
  let id: String?
  let value: String?
  let label: String?
  let position: Int?
  let forecastType: String?

  enum CodingKeys: String, CodingKey {
    case id
    case value = "actual_value"
    case label = "display_value"
    case position = "sequence_number"
    case forecastType = "forecast_type"
  }
}
