import FoundationEssentials
import Sales
import Screen

/// A form made of the fields of an organization's layout, with what was typed into it.
///
/// It edits a record of any module, makes a new one, or asks for values on somebody else's behalf, as
/// for what a Blueprint wants before a deal may move. It is opened with `AppState.openForm`.
public struct RecordForm: Hashable, Sendable {
  /// What a form is for.
  public enum Purpose: Hashable, Sendable {
    /// Make a record of a module.
    case create(module: String)
    /// Change a record.
    case edit(RecordKey)
    /// Ask for values: once confirmed they come back as `FormAction.confirmed` under this name.
    case custom(String)
  }

  /// What it is for.
  public let purpose: Purpose
  /// What stands above it.
  public var title: SafeText
  /// What is to be known before it is confirmed, a paragraph each.
  public var notices: [SafeText] = []
  /// The word for what confirming does, such as `save` or `move`.
  public var verb: SafeText
  /// Its fields in their sections.
  public var sections: [FormLayout.Section]
  /// What the record held when it was read; nothing for a new one.
  public internal(set) var base: [String: RecordValue]
  /// The version that `base` was read from.
  public internal(set) var version: String?
  /// The values as they stand, as far as what was typed makes sense.
  public internal(set) var values: [String: RecordValue]
  /// Why a field's text is no value, by API name.
  public internal(set) var problems: [String: SafeText] = [:]
  /// What Zoho said of a field when it was last asked, by API name. It keeps nobody from asking again.
  public internal(set) var remarks: [String: SafeText] = [:]
  /// The field that has the keys, by API name.
  public internal(set) var field: String
  /// What was typed, by API name.
  var texts: [String: TextField] = [:]
  /// Whether the next character replaces the field's text.
  var isFresh = true
  /// The choices of the field, when they are open.
  var menu: FieldMenu?
  /// Why Zoho did not take it as a whole; nil when it was not refused.
  var refusal: SafeText?
  /// The record that already has a value of this one, after a refusal.
  var duplicate: RecordKey?
  /// Records that look like the one being made, as far as the local copy knows.
  var lookalikes: [RecordMatch] = []
  /// Whether it is one field of a pane, edited where it stands.
  var isInPlace = false
  /// How values are read and shown.
  let notation: FieldNotation

  /// A form of fields in their sections.
  ///
  /// - Parameters:
  ///   - verb: What confirming does, in a word.
  ///   - base: What the record holds now; nothing for a new one.
  ///   - values: What is filled in at the start, over `base`.
  ///   - version: The version that `base` was read from.
  ///   - notation: How days, times and amounts are read: `AppState.notation`.
  public init(
    _ purpose: Purpose, title: SafeText, verb: SafeText = "save",
    sections: [FormLayout.Section], base: [String: RecordValue] = [:],
    values: [String: RecordValue] = [:], version: String? = nil, notation: FieldNotation
  ) {
    self.purpose = purpose
    self.title = title
    self.verb = verb
    self.sections = sections
    self.base = base
    self.values = base.merging(values) { $1 }
    self.version = version
    self.notation = notation
    field = ""
    field = editable.first?.apiName ?? ""
  }

  /// The fields that can be changed, from top to bottom.
  var editable: [FormField] { sections.flatMap(\.fields).filter(\.isEditable) }

  /// The field that has the keys.
  var current: FormField? { named(field) }

  /// The field of an API name.
  func named(_ apiName: String) -> FormField? {
    for section in sections {
      if let field = section.fields.first(where: { $0.apiName == apiName }) { return field }
    }
    return nil
  }

  /// The value of a field; nothing when it has none.
  func value(_ apiName: String) -> RecordValue { values[apiName] ?? .empty }

  /// The fields whose values differ from what was read, with their new values.
  public var changes: [String: RecordValue] {
    values.filter { name, value in !value.isSame(as: base[name] ?? .empty) }
  }

  /// Whether anything was typed that is not saved.
  public var isChanged: Bool {
    !changes.isEmpty || problems.keys.contains { texts[$0] != nil }
  }

  /// The first field, from the top, that keeps it from being confirmed, with the reason; nil when
  /// nothing does.
  var obstacle: (field: String, reason: SafeText)? {
    for field in editable {
      if let problem = problems[field.apiName] { return (field.apiName, problem) }
      if field.isRequired, value(field.apiName).isEmpty {
        return (field.apiName, "\(field.label) is needed")
      }
    }
    return nil
  }

  /// What is wrong with a field, as far as known.
  func complaint(about field: String) -> SafeText? { problems[field] ?? remarks[field] }

  /// Goes to another field, by so many steps; stops at either end, and goes around them by one step.
  mutating func move(_ step: Int) {
    let fields = editable
    guard !fields.isEmpty else { return }
    let place = fields.firstIndex { $0.apiName == field } ?? 0
    let next =
      abs(step) == 1
      ? (place + step + fields.count) % fields.count
      : min(max(0, place + step), fields.count - 1)
    go(to: fields[next].apiName)
  }

  /// Goes to a field.
  mutating func go(to apiName: String) {
    menu = nil
    field = apiName
    isFresh = true
  }

  /// Takes what Zoho has meanwhile: fields that were not touched follow it, others keep what was typed.
  mutating func rebase(on record: RecordSnapshot) {
    for (name, value) in record.values where (values[name] ?? .empty) == (base[name] ?? .empty) {
      if texts[name] != nil, name == field { continue }
      values[name] = value
      base[name] = value
      texts[name] = nil
    }
    for (name, value) in record.values where base[name] == nil { base[name] = value }
    version = record.version
  }

  /// Forgets all that was typed.
  mutating func reset() {
    values = base
    texts = [:]
    problems = [:]
    remarks = [:]
    refusal = nil
    duplicate = nil
    menu = nil
    isFresh = true
  }
}
