/// What a deal's move says besides the stage it goes to.
public struct MoveTerms: Hashable, Sendable, Codable {
  /// The name of a check list among a transition's fields.
  public static let checkLists = "CheckLists"

  /// The transition of a Blueprint that makes the move; nil where the stage is simply set.
  public var transition: String?
  /// The fields that are filled in with it, by API name.
  public var values: [String: RecordValue]
  /// The bulk move it is part of: the moves of one are sent together.
  public var batch: String?

  /// What a move says besides the stage.
  public init(
    transition: String? = nil, values: [String: RecordValue] = [:], batch: String? = nil
  ) {
    self.transition = transition
    self.values = values
    self.batch = batch
  }
}

/// The Blueprint that a deal is in, as far as it says where the deal may go from here.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/get-blueprint.html>
public struct DealProcess: Hashable, Sendable {
  /// A step from where the deal stands.
  public struct Step: Hashable, Sendable {
    /// The transition's id.
    public var id: String
    /// What people call it.
    public var name: String
    /// The stage it leads to; nil when Zoho does not say.
    public var target: Stage.ID?
    /// Why it cannot be taken now, in Zoho's words; nil when it can.
    public var reason: String?
    /// What it asks for.
    public var fields: [FormField]

    /// A step from where the deal stands.
    public init(
      id: String, name: String, target: Stage.ID?, reason: String? = nil, fields: [FormField] = []
    ) {
      self.id = id
      self.name = name
      self.target = target
      self.reason = reason
      self.fields = fields
    }
  }

  /// What people call it.
  public var name: String
  /// The steps from where the deal stands.
  public var steps: [Step]

  /// A Blueprint that a deal is in.
  public init(name: String, steps: [Step]) {
    self.name = name
    self.steps = steps
  }

  /// The step that leads to a stage.
  public func step(to stage: Stage.ID) -> Step? { steps.first { $0.target == stage } }
}
