import Sales
import Screen

/// A line to type, such as a note.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Purpose: Hashable, Sendable {
    /// A remark on a deal.
    case note(Deal.ID)
    /// A remark on a record of any module.
    case recordNote(RecordKey)
    /// Something about invoices.
    case billing(BillingPrompt)
    /// A day, an outcome, or something to add to the agenda.
    case agenda(AgendaQuestion)
  }

  /// What is asked for.
  public var title: SafeText
  /// What the line is for.
  public var purpose: Purpose
  /// The line.
  public var field = TextField()

  /// A line to type.
  public init(title: SafeText, purpose: Purpose) {
    self.title = title
    self.purpose = purpose
  }
}
