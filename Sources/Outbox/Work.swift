import FoundationEssentials
import Sales

/// What the user asked for, frozen when it was asked.
public enum Work: Hashable, Sendable, Codable {
  /// Move a deal to another stage.
  case moveStage(StageMove)
  /// Change fields of a record of CRM.
  case editRecord(RecordEdit)
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
  /// Make a customer in Books out of a person of CRM, linked to them.
  case importPerson(Reference<Contact>)
  /// Change fields of a customer.
  case editCustomer(CustomerEdit)
  /// Add a person to a customer.
  case addPerson(NewPerson)
  /// Change a person at a customer.
  case editPerson(PersonEdit)
  /// Write a note on a deal.
  case createNote(NewNote)
  /// Make, delete, restore, convert or note a record of CRM.
  case record(RecordWrite)
  /// Take a step with an invoice.
  case step(InvoiceStep)
  /// Make or change a paper beside invoices.
  case document(DocumentWrite)
  /// Take a step with an invoice.
  case step(InvoiceStep)
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
  /// What the move says besides the stage; nil for the stage alone.
  public var terms: MoveTerms?

  /// A deal on its way from one stage to another.
  public init(
    deal: Reference<Deal>, pipeline: Pipeline.ID?, from: Stage.ID, to: Stage.ID,
    baseModifiedTime: Date, terms: MoveTerms? = nil
  ) {
    self.deal = deal
    self.pipeline = pipeline
    self.from = from
    self.to = to
    self.baseModifiedTime = baseModifiedTime
    self.terms = terms
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

/// Fields of a customer about to change.
public struct CustomerEdit: Hashable, Sendable, Codable {
  /// The customer.
  public var customer: Reference<Customer>
  /// The new values by Books' key; one with a dot is a member of an address: `billing_address.city`.
  public var fields: [String: String]

  /// Fields of a customer about to change.
  public init(customer: Reference<Customer>, fields: [String: String]) {
    self.customer = customer
    self.fields = fields
  }
}

/// A person about to be added to a customer.
public struct NewPerson: Hashable, Sendable, Codable {
  /// The customer.
  public var customer: Reference<Customer>
  /// The address for mail, by which they are found again.
  public var email: String
  /// The values by Books' key, such as `first_name`.
  public var fields: [String: String]

  /// A person about to be added.
  public init(customer: Reference<Customer>, email: String, fields: [String: String]) {
    self.customer = customer
    self.email = email
    self.fields = fields
  }
}

/// A person at a customer about to change.
public struct PersonEdit: Hashable, Sendable, Codable {
  /// The customer.
  public var customer: Reference<Customer>
  /// The person's id at Books.
  public var person: String
  /// The new values by Books' key.
  public var fields: [String: String]

  /// A person about to change.
  public init(customer: Reference<Customer>, person: String, fields: [String: String]) {
    self.customer = customer
    self.person = person
    self.fields = fields
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
