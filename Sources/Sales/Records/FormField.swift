/// A field of a CRM module as the organization's layout has it: what a form needs to know.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html>
public struct FormField: Hashable, Sendable, Codable {
  /// What sort of value a field takes.
  public enum Kind: Hashable, Sendable, Codable {
    /// One line of text.
    case text
    /// Text of several lines.
    case longText
    /// A mail address.
    case email
    /// A telephone number.
    case phone
    /// A web address.
    case website
    /// A whole number.
    case integer
    /// A number with decimals.
    case decimal
    /// A number of hundredths.
    case percent
    /// An amount of money, in the record's currency.
    case currency
    /// A day.
    case date
    /// A day and a time of day.
    case dateTime
    /// Yes or no.
    case boolean
    /// One of some choices.
    case pickList
    /// Several of some choices.
    case multiPickList
    /// Another record.
    case lookUp
    /// A user of the organization.
    case user
    /// Something that a form shows and does not change, by Zoho's word for it.
    case other(String)
  }

  /// A value to choose from.
  public struct Choice: Hashable, Sendable, Codable {
    /// What is stored.
    public var stored: String
    /// What people see.
    public var shown: String

    /// A value to choose from.
    public init(stored: String, shown: String) {
      self.stored = stored
      self.shown = shown
    }
  }

  /// Which of a pick-list's choices go with which value of another field.
  public struct Dependency: Hashable, Sendable, Codable {
    /// The field that decides, by API name.
    public var parent: String
    /// The stored choices that may be taken, by the parent's stored value. A value that is not here
    /// leaves all.
    public var choices: [String: [String]]

    /// Which choices go with which value of another field.
    public init(parent: String, choices: [String: [String]]) {
      self.parent = parent
      self.choices = choices
    }
  }

  /// The word that stands for the organization's users where a module is asked for.
  public static let users = "users"

  /// The name used in requests, such as `Closing_Date`.
  public var apiName: String
  /// What people see.
  public var label: String
  /// What sort of value it takes.
  public var kind: Kind
  /// Whether a record cannot do without it.
  public var isRequired: Bool
  /// Whether it cannot be written.
  public var isReadOnly: Bool
  /// How many characters it holds; nil when Zoho does not say.
  public var length: Int?
  /// How many decimals a number may have; nil when Zoho does not say.
  public var decimals: Int?
  /// The values to choose from, first to last.
  public var choices: [Choice]
  /// The module that a look-up leads to, by API name.
  public var target: String?
  /// On which other pick-list the choices depend.
  public var dependency: Dependency?

  /// A field of a module.
  public init(
    apiName: String, label: String, kind: Kind, isRequired: Bool = false, isReadOnly: Bool = false,
    length: Int? = nil, decimals: Int? = nil, choices: [Choice] = [], target: String? = nil,
    dependency: Dependency? = nil
  ) {
    self.apiName = apiName
    self.label = label
    self.kind = kind
    self.isRequired = isRequired
    self.isReadOnly = isReadOnly
    self.length = length
    self.decimals = decimals
    self.choices = choices
    self.target = target
    self.dependency = dependency
  }

  /// What can be chosen while the other fields have those values.
  public func choices(with values: [String: RecordValue]) -> [Choice] {
    guard let dependency, let parent = values[dependency.parent],
      let allowed = dependency.choices[parent.text]
    else { return choices }
    return choices.filter { allowed.contains($0.stored) }
  }

  /// A stored value as people see it.
  public func shown(_ stored: String) -> String {
    choices.first { $0.stored == stored }?.shown ?? stored
  }

  /// Whether a form can change it.
  public var isEditable: Bool {
    if case .other = kind { return false }
    return !isReadOnly
  }
}
