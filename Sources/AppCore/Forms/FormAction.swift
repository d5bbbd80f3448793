import Sales

/// What happened to forms.
public enum FormAction: Hashable, Sendable {
  /// A form's layout and the record as the local copy has it, or why there is none.
  case loaded(RecordForm.Purpose, Result<FormStart, Failure>)
  /// A record as Zoho has it now: the form on it follows where nothing was typed.
  case refreshed(RecordSnapshot)
  /// Records that a look-up may lead to, those of the local copy first; more may come.
  case found(field: String, words: String, [RecordMatch], isComplete: Bool)
  /// Records that look like the one being made.
  case lookalikes(RecordForm.Purpose, [RecordMatch])
  /// The values of a form of purpose `custom`, confirmed.
  case confirmed(String, values: [String: RecordValue])
}

/// Work that forms want done.
public enum FormEffect: Hashable, Sendable {
  /// Read the layout, and the record that is edited. Answered by `FormAction.loaded`, then, for a
  /// record, by `refreshed`.
  case load(RecordForm.Purpose, initial: [String: RecordValue])
  /// Find the records of a module, or the users, by words. Answered by `FormAction.found`, maybe twice.
  case find(module: String, words: String, field: String)
  /// Look for records of the local copy that look like the one being made. Answered by
  /// `FormAction.lookalikes`.
  case findLookalikes(RecordForm.Purpose, values: [String: RecordValue])
}

/// What a form is made of.
public struct FormStart: Hashable, Sendable {
  /// The layout.
  public var layout: FormLayout
  /// The record as it was read; nil for a new one.
  public var record: RecordSnapshot?
  /// What is filled in at the start.
  public var initial: [String: RecordValue]
  /// One of its kind, as people call it: `contact`.
  public var noun: String

  /// What a form is made of.
  public init(
    layout: FormLayout, record: RecordSnapshot?, initial: [String: RecordValue], noun: String
  ) {
    self.layout = layout
    self.record = record
    self.initial = initial
    self.noun = noun
  }
}
