/// A sales process: an ordered row of stages.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/get-pipelines.html>
public struct Pipeline: Hashable, Sendable {
  /// The stored value (`actual_value`) that a deal's `Pipeline` field carries.
  public typealias ID = Identifier<Pipeline>

  /// The stored value.
  public let id: ID
  /// The name people see.
  public let name: String
  /// Whether new deals start here.
  public let isDefault: Bool
  /// The stages, first to last.
  public let stages: [Stage]

  /// A pipeline with its stages in order.
  public init(id: ID, name: String, isDefault: Bool, stages: [Stage]) {
    self.id = id
    self.name = name
    self.isDefault = isDefault
    self.stages = stages
  }

  /// The stage of that id, when the pipeline has it.
  public func stage(_ id: Stage.ID) -> Stage? {
    stages.first { $0.id == id }
  }

  /// The stage that many steps after the given one, or before when negative; nil past the ends.
  public func stage(_ steps: Int, after id: Stage.ID) -> Stage? {
    guard let index = stages.firstIndex(where: { $0.id == id }) else { return nil }
    let target = index + steps
    return stages.indices.contains(target) ? stages[target] : nil
  }
}

/// A step of a pipeline.
public struct Stage: Hashable, Sendable {
  /// The stored value (`actual_value`) that a deal's `Stage` field carries.
  public typealias ID = Identifier<Stage>

  /// Whether deals here are still open, and how they ended if not.
  public enum Outcome: String, Hashable, Sendable, Codable {
    /// Still being worked on.
    case open
    /// Closed and won.
    case won
    /// Closed and lost.
    case lost
  }

  /// The stored value.
  public let id: ID
  /// The name people see.
  public let name: String
  /// The chance that a deal here is won, in percent.
  public let probability: Int
  /// What being here means for the deal.
  public let outcome: Outcome

  /// A step of a pipeline.
  public init(id: ID, name: String, probability: Int, outcome: Outcome) {
    self.id = id
    self.name = name
    self.probability = probability
    self.outcome = outcome
  }
}
