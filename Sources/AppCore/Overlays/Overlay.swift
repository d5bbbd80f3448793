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
  /// What others did.
  case inbox(InboxCursor)
  /// A record of CRM beside its customer of Books.
  case comparison(CustomerComparison)
  /// Many invoices, credits, a refund, or an invoice as a page.
  case billing(BillingOverlay)
  /// Many deals about to move, or what became of them.
  case bulkMove
  /// A form of the fields of a record.
  case form(RecordForm)
  /// The choice between two people's changes of a record.
  case recordConflict(ConflictChooser)
  /// The papers beside invoices, the form of one, or the files on an invoice.
  case drafting(DraftingOverlay)
  /// The settings: looks, terminal and keys.
  case settings(SettingsScreen)
  /// What a command of the user's own has written.
  case output(CommandOutput)

  /// The place its keys belong to.
  public var place: Place {
    switch self {
    case .help: .help
    case .palette: .palette
    case .log: .log
    case .inbox: .inbox
    case .confirmation: .confirmation
    case .chooser: .chooser
    case .prompt: .prompt
    case .review(let review): review.typing == nil ? .review : .prompt
    case .payment: .payment
    case .comparison: .comparison
    case .bulkMove: .bulkMove
    case .form: .form
    case .recordConflict: .recordConflict
    case .billing(let overlay): overlay.place
    case .drafting(let overlay): overlay.place
    case .settings(let screen): screen.capture == nil ? .settings : .keyCapture
    case .output: .commandOutput
    }
  }

  /// What can be done in overlays.
  static let commands: [Command] =
    InvoiceReview.commands + PaymentForm.commands + BillingOverlay.commands
    + CustomerComparison.commands + RecordForm.commands + ConflictChooser.commands
    + NoteText.commands + lists + questions + scrolling + CommandOutput.commands
}
