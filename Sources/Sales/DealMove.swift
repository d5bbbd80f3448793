/// What a deal's move says besides the stage it goes to.
public struct MoveTerms: Hashable, Sendable, Codable {
  /// A field that is filled in with the move.
  public struct Value: Hashable, Sendable, Codable {
    /// The name used in requests, such as `Closing_Date`.
    public var apiName: String
    /// Zoho's word for what it holds, such as `picklist`.
    public var type: String
    /// The value as text; of a check list the items that are checked, a line each.
    public var text: String

    /// A field that is filled in.
    public init(apiName: String, type: String, text: String) {
      self.apiName = apiName
      self.type = type
      self.text = text
    }
  }

  /// The transition of a Blueprint that makes the move; nil where the stage is simply set.
  public var transition: String?
  /// The fields that are filled in with it.
  public var values: [Value]
  /// The bulk move it is part of: the moves of one are sent together.
  public var batch: String?

  /// What a move says besides the stage.
  public init(transition: String? = nil, values: [Value] = [], batch: String? = nil) {
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
    public var fields: [Field]

    /// A step from where the deal stands.
    public init(
      id: String, name: String, target: Stage.ID?, reason: String? = nil, fields: [Field] = []
    ) {
      self.id = id
      self.name = name
      self.target = target
      self.reason = reason
      self.fields = fields
    }
  }

  /// A field that is filled in with a move.
  public struct Field: Hashable, Sendable {
    /// The name used in requests.
    public var apiName: String
    /// What people see.
    public var label: String
    /// Zoho's word for what it holds, such as `picklist`.
    public var type: String
    /// Whether the move cannot be made without it.
    public var isRequired: Bool
    /// What can be chosen: the choices of a pick-list, the items of a check list.
    public var choices: [String]

    /// A field that is filled in with a move.
    public init(
      apiName: String, label: String, type: String, isRequired: Bool = false,
      choices: [String] = []
    ) {
      self.apiName = apiName
      self.label = label
      self.type = type
      self.isRequired = isRequired
      self.choices = choices
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
