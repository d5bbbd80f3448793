import Sales
import Screen

/// What became of a write to a record of CRM, where there is more to say than that it is done.
public enum RecordOutcome: Hashable, Sendable {
  /// Zoho has it; the record as it is now, when it could be read back.
  case done(RecordKey?, version: String?)
  /// Zoho does not take the value of a field.
  case refused(FieldRefusal)
  /// Somebody else changed the same fields meanwhile.
  case conflict(RecordConflict)
}

/// Why Zoho did not take a record.
public struct FieldRefusal: Hashable, Sendable {
  /// The field at fault, by API name; nil when Zoho names none.
  public var field: String?
  /// Zoho's code, such as `MANDATORY_NOT_FOUND`.
  public var code: String
  /// Zoho's words.
  public var message: String
  /// The record that already has the value, after `DUPLICATE_DATA`.
  public var duplicate: RecordKey?

  /// Why Zoho did not take a record.
  public init(field: String?, code: String, message: String, duplicate: RecordKey? = nil) {
    self.field = field
    self.code = code
    self.message = message
    self.duplicate = duplicate
  }

  /// The reason in words that stand beside the field.
  func words(label: String) -> SafeText {
    switch code {
    case "MANDATORY_NOT_FOUND": "\(label) is needed"
    case "DUPLICATE_DATA":
      "\(duplicate.map { "\($0.name.isEmpty ? $0.id : $0.name)" } ?? "another record") has this \(label) already"
    case "INVALID_DATA": "Zoho does not take this \(label): \(message)"
    default: "\(message) (\(code))"
    }
  }
}

/// An edit that met somebody else's change of the same fields.
public struct RecordConflict: Hashable, Sendable {
  /// What we wanted.
  public var edit: RecordEdit
  /// The record as Zoho has it now.
  public var theirs: RecordSnapshot
  /// What people call the fields, by API name.
  public var labels: [String: String]

  /// An edit that met somebody else's change.
  public init(edit: RecordEdit, theirs: RecordSnapshot, labels: [String: String]) {
    self.edit = edit
    self.theirs = theirs
    self.labels = labels
  }
}
