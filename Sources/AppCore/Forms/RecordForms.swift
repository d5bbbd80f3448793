import Sales
import Screen

/// What there is about forms besides the one on the screen: those left with something typed, and how
/// the fields that were saved stand.
public struct RecordForms: Hashable, Sendable {
  /// How a field that was saved stands.
  enum FieldState: Hashable, Sendable {
    /// On its way.
    case saving
    /// Zoho has it.
    case saved
    /// Zoho said no, or somebody else changed it.
    case refused(SafeText)
    /// No answer came: it may have happened.
    case uncertain
  }

  /// A field of a record.
  struct Place: Hashable, Sendable {
    var module: String
    var id: String
    var field: String
  }

  /// Forms that were left with something typed, by what they are for.
  var kept: [RecordForm.Purpose: RecordForm] = [:]
  /// The form behind each write that is under way.
  var sent: [SentForm] = []
  /// How fields that were saved in this run stand.
  var states: [Place: FieldState] = [:]
  /// What was done and can be taken back, the last one last.
  var done: [DoneRecordWrite] = []
  /// What is waited for: the form that was asked for last.
  var awaited: RecordForm.Purpose?
  /// The one field to edit where it stands, of the form that is awaited.
  var awaitedField: String?
  /// How many records this run has asked to make: tells equal wishes apart.
  var count = 0

  /// How many writes can be taken back.
  static let undoLimit = 50

  /// Nothing typed yet.
  public init() {}

  /// How a field of a record stands; nil when it was not saved in this run.
  func state(of field: String, _ module: String, _ id: String) -> FieldState? {
    states[Place(module: module, id: id, field: field)]
  }

  /// Notes how fields of a record stand.
  mutating func note(_ state: FieldState?, _ fields: some Sequence<String>, of edit: RecordEdit) {
    for field in fields {
      states[Place(module: edit.module, id: edit.id, field: field)] = state
    }
  }

  /// Takes out the form behind a write.
  mutating func takeSent(_ request: WriteRequest) -> RecordForm? {
    guard let place = sent.firstIndex(where: { $0.request == request }) else { return nil }
    return sent.remove(at: place).form
  }
}

/// A form that was sent, should Zoho refuse it.
struct SentForm: Hashable, Sendable {
  var request: WriteRequest
  var form: RecordForm
}

/// A write that can be taken back.
struct DoneRecordWrite: Hashable, Sendable {
  /// The write.
  var write: WriteID
  /// What takes it back.
  var reverse: WriteRequest
  /// What it was, in words.
  var words: SafeText
}
