import FoundationEssentials
import Sales
import Screen

/// The id of a write in the journal.
public typealias WriteID = Identifier<WriteRequest>

/// Something to be written at Zoho, at most once.
public enum WriteRequest: Hashable, Sendable {
  /// Move a deal to another stage; `base` is the deal as the user saw it.
  case moveStage(base: Deal, to: Stage.ID, undoes: WriteID?, terms: MoveTerms = MoveTerms())
  /// Write a remark on a deal.
  case addNote(Deal.ID, text: String)
  /// Make a customer of an account, in Books.
  case createCustomer(Reference<Account>, email: String?)
  /// Mark an invoice as given to the customer, without a mail.
  case markSent(Invoice)
  /// Mail an invoice to its customer.
  case emailInvoice(Invoice, InvoiceMail)
  /// Record money that came in.
  case recordPayment(PaymentDraft)
  /// Change fields of a record of CRM.
  case editRecord(RecordEdit, undoes: WriteID? = nil)
  /// Make, delete, restore, convert or note a record of CRM.
  case record(RecordWrite)
  /// Cancel an invoice; the reason, where there is one, goes into its history.
  case voidInvoice(Invoice, reason: String = "")
  /// Take a step with an invoice; the reason, where there is one, goes into its history.
  case step(InvoiceStep, reason: String = "")
  /// Make or change a paper beside invoices.
  case document(DocumentWrite)
}

/// What became of a write.
public enum WriteOutcome: Hashable, Sendable {
  /// Zoho has it; the words say what was done.
  case confirmed(SafeText)
  /// Zoho said no: nothing was changed.
  case refused(Failure)
  /// Somebody else changed the record meanwhile: theirs beside ours.
  case conflict(ConflictDetail)
  /// No answer came: it may have happened. The journal keeps asking.
  case uncertain(SafeText)
  /// What became of a write to a record, where there is more to say.
  case record(RecordOutcome)
}

/// A stage move that met somebody else's change.
public struct ConflictDetail: Hashable, Sendable {
  /// The deal as Zoho has it now.
  public var theirs: Deal
  /// The stage we wanted.
  public var mine: Stage.ID
  /// The stage the user started from.
  public var before: Stage.ID

  /// A stage move that met somebody else's change.
  public init(theirs: Deal, mine: Stage.ID, before: Stage.ID) {
    self.theirs = theirs
    self.mine = mine
    self.before = before
  }
}

/// What a person decides about a write whose fate is uncertain.
public enum WriteChoice: Hashable, Sendable {
  /// Look at Zoho again.
  case checkAgain
  /// It did happen.
  case itDidHappen
  /// It did not happen: send it again, knowing that the first may still arrive.
  case sendAgain
  /// It is not wanted any more.
  case giveUp
}

/// A write as the outbox lists it.
public struct WriteRow: Hashable, Sendable {
  /// Where a write stands.
  public enum State: Hashable, Sendable {
    /// In the journal, waiting for its turn.
    case waiting
    /// On its way.
    case sending
    /// Zoho has it.
    case confirmed
    /// Zoho said no.
    case refused
    /// No answer; looking for it.
    case uncertain
    /// Somebody else changed the record.
    case conflict
    /// Given up by the user.
    case cancelled
  }

  /// The write.
  public var id: WriteID
  /// What was asked, in words.
  public var title: SafeText
  /// Where it stands.
  public var state: State
  /// What is known: how far it got, what the look-ups found, Zoho's words.
  public var detail: SafeText
  /// When it was asked.
  public var created: Date
  /// Until when it is held back; nil when it is not.
  public var heldUntil: Date?
  /// Whether not a byte of it has left so far.
  public var isUnsent = false

  /// A write as the outbox lists it.
  public init(id: WriteID, title: SafeText, state: State, detail: SafeText, created: Date) {
    self.id = id
    self.title = title
    self.state = state
    self.detail = detail
    self.created = created
  }
}
