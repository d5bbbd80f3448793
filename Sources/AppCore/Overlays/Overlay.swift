import Sales
import Screen

/// Something on top of the screen that has the keys until it is left.
public enum Overlay: Hashable, Sendable {
  /// What can be done here: to read, filter and run.
  case help(CommandMenu)
  /// Any command by name.
  case palette(CommandMenu)
  /// What happened.
  case log(ScrollPosition)
  /// A question with named answers.
  case confirmation(Confirmation)
  /// A list to choose from.
  case chooser(Chooser)
  /// A line to type.
  case prompt(Prompt)
  /// An invoice and its mail, before it goes out.
  case review(InvoiceReview)
  /// A payment being recorded.
  case payment(PaymentForm)
  /// A record of CRM beside its customer of Books.
  case comparison(CustomerComparison)

  /// A form of the fields of a record.
  case form(RecordForm)
  /// The choice between two people's changes of a record.
  case recordConflict(ConflictChooser)

  /// The place its keys belong to.
  public var place: Place {
    switch self {
    case .help: .help
    case .palette: .palette
    case .log: .log
    case .confirmation: .confirmation
    case .chooser: .chooser
    case .prompt: .prompt
    case .review(let review): review.typing == nil ? .review : .prompt
    case .payment: .payment
    case .comparison: .comparison
    case .form: .form
    case .recordConflict: .recordConflict
    }
  }

  /// What can be done in overlays.
  static let commands: [Command] =
    InvoiceReview.commands + PaymentForm.commands + CustomerComparison.commands
    + RecordForm.commands
    + ConflictChooser.commands + NoteText.commands + lists + questions
    + scrolling
}
