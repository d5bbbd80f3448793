/// A field of a module, as the organization has it: what forms are made of.
public struct ModuleField: Hashable, Sendable {
  /// The module's API name, such as `Deals`.
  public let module: String
  /// The field's API name.
  public let apiName: String
  /// What people see.
  public var label: String
  /// Zoho's word for what it holds, such as `picklist`.
  public var dataType: String
  /// Whether a record cannot do without it.
  public var isRequired: Bool
  /// Whether it cannot be written.
  public var isReadOnly: Bool
  /// The values to choose from, first to last: what is stored, and what people see.
  public var choices: [Choice]

  /// A value to choose from.
  public struct Choice: Hashable, Sendable, Codable {
    /// What is stored.
    public let stored: String
    /// What people see.
    public let shown: String

    /// A value to choose from.
    public init(stored: String, shown: String) {
      self.stored = stored
      self.shown = shown
    }
  }

  /// A field of a module.
  public init(
    module: String, apiName: String, label: String, dataType: String, isRequired: Bool = false,
    isReadOnly: Bool = false, choices: [Choice] = []
  ) {
    self.module = module
    self.apiName = apiName
    self.label = label
    self.dataType = dataType
    self.isRequired = isRequired
    self.isReadOnly = isReadOnly
    self.choices = choices
  }
}
