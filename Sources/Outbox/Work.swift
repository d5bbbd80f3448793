import FoundationEssentials
import Sales

/// What the user asked for, frozen when it was asked.
public enum Work: Hashable, Sendable, Codable {
  /// Move a deal to another stage.
  case moveStage(StageMove)
  /// Change fields of a deal.
  case editDeal(DealEdit)
  /// Make an invoice from a draft.
  case createInvoice(InvoiceDraft)
  /// Change an invoice to what a draft says.
  case updateInvoice(Invoice.ID, InvoiceDraft)
  /// Mark an invoice as sent.
  case markSent(InvoiceTarget)
  /// Mail an invoice.
  case emailInvoice(InvoiceTarget, InvoiceMail)
  /// Cancel an invoice.
  case voidInvoice(Invoice.ID)
  /// Record money that came in.
  case recordPayment(PaymentDraft)
  /// Make a customer in Books.
  case createCustomer(NewCustomer)
  /// Make a customer in Books out of an account of CRM, linked to it.
  case importCustomer(Reference<Account>)
  /// Write a note on a deal.
  case createNote(NewNote)
}

/// A deal on its way from one stage to another.
public struct StageMove: Hashable, Sendable, Codable {
  /// The deal.
  public var deal: Reference<Deal>
  /// The pipeline it runs in.
  public var pipeline: Pipeline.ID?
  /// The stage it stood in when the user moved it.
  public var from: Stage.ID
  /// The stage it shall stand in.
  public var to: Stage.ID
  /// When the record the user saw was last changed, by the server's clock.
  public var baseModifiedTime: Date

  /// A deal on its way from one stage to another.
  public init(
    deal: Reference<Deal>, pipeline: Pipeline.ID?, from: Stage.ID, to: Stage.ID,
    baseModifiedTime: Date
  ) {
    self.deal = deal
    self.pipeline = pipeline
    self.from = from
    self.to = to
    self.baseModifiedTime = baseModifiedTime
  }
}

/// Fields of a deal about to change.
public struct DealEdit: Hashable, Sendable, Codable {
  /// The deal.
  public var deal: Reference<Deal>
  /// The new values by API name, as the form had them; nil empties a field.
  public var fields: [String: String?]
  /// The values the user saw, by API name.
  public var base: [String: String?]
  /// When the record the user saw was last changed, by the server's clock.
  public var baseModifiedTime: Date

  /// Fields of a deal about to change.
  public init(
    deal: Reference<Deal>, fields: [String: String?], base: [String: String?],
    baseModifiedTime: Date
  ) {
    self.deal = deal
    self.fields = fields
    self.base = base
    self.baseModifiedTime = baseModifiedTime
  }
}

/// The invoice a later step is about.
public enum InvoiceTarget: Hashable, Sendable, Codable {
  /// One that Books has.
  case invoice(Invoice.ID)
  /// The one an earlier intent of the chain makes: its `returnedID`, once confirmed.
  case madeBy(Intent.ID)
}

/// A customer about to be made in Books.
public struct NewCustomer: Hashable, Sendable, Codable {
  /// The name.
  public var name: String
  /// The address of the primary person.
  public var email: String?
  /// The currency it will be billed in.
  public var currency: Currency
  /// The CRM account it stands for.
  public var account: Account.ID?

  /// A customer about to be made.
  public init(name: String, email: String?, currency: Currency, account: Account.ID?) {
    self.name = name
    self.email = email
    self.currency = currency
    self.account = account
  }
}

/// A note about to be written on a deal.
public struct NewNote: Hashable, Sendable, Codable {
  /// The deal.
  public var deal: Reference<Deal>
  /// The headline.
  public var title: String?
  /// The text.
  public var content: String

  /// A note about to be written.
  public init(deal: Reference<Deal>, title: String?, content: String) {
    self.deal = deal
    self.title = title
    self.content = content
  }
}
