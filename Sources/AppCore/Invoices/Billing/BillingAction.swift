import FoundationEssentials
import Sales
import Screen

/// What comes in answer to `BillingEffect`s.
public enum BillingAction: Hashable, Sendable {
  /// An invoice as Books has it now, with the reminder that Books would send.
  case reminderPrepared(Invoice.ID, Result<StoredInvoice, Failure>)
  /// The invoices that something shall be done with at once.
  case gathered(BulkKind, Result<[Invoice], Failure>)
  /// The mail of one of many invoices.
  case mailReady(Invoice.ID, BulkKind, Result<InvoiceMail, Failure>)
  /// What the customer of an invoice has left of credits and payments.
  case creditsLoaded(CreditPurpose, Result<CreditStanding, Failure>)
  /// Several invoices are in files, as PDF.
  case papersSaved(Result<[String], Failure>)
  /// An invoice to read as text.
  case paperRead(Invoice.ID, Result<InvoiceFolder, Failure>)
  /// Rows to be marked that were not all at hand.
  case marksFound(InvoiceQuery, MarkExtent<Invoice>, Result<MarkedRows<Invoice>, Failure>)
  /// Whether what was held could be taken back.
  case takenBack(WriteID, Result<Bool, Failure>)
  /// A second of a countdown went by.
  case secondPassed
  /// The form below the question that was answered is done with.
  case formClosed
}

/// Work to send, hold, remind, credit and print invoices.
public enum BillingEffect: Hashable, Sendable {
  /// Put a write into the journal that nobody sends before it is released. Answered by `enqueued`.
  case hold(WriteRequest, until: Date)
  /// Send what was held, once.
  case release(WriteID)
  /// Take back what is still held. Answered by `takenBack`.
  case takeBack(WriteID)
  /// Say when a second has gone by. Answered by `secondPassed`.
  case countDown
  /// Read an invoice anew and prepare its reminder. Answered by `reminderPrepared`.
  case prepareReminder(Invoice.ID)
  /// Read the invoices that something shall be done with. Answered by `gathered`.
  case gather(BulkKind, [Invoice.ID])
  /// Find what was due on that day or before. Answered by `gathered`.
  case gatherDue(by: CalendarDate)
  /// Prepare the mails of many invoices. Answered by `mailReady` for each.
  case prepareMails(BulkKind, [Invoice.ID])
  /// Ask what a customer has left of credits. Answered by `creditsLoaded`.
  case loadCredits(CreditPurpose, Invoice)
  /// Put several invoices into one PDF file, or as few as Books allows. Answered by `papersSaved`.
  case savePapers([Invoice.ID])
  /// Read an invoice in full, from Books or else as last seen. Answered by `paperRead`.
  case readPaper(Invoice.ID)
  /// Find rows to mark. Answered by `marksFound`.
  case findMarks(InvoiceQuery, MarkExtent<Invoice>)
}

/// What the credits of a customer are wanted for.
public enum CreditPurpose: Hashable, Sendable {
  /// To go onto an invoice.
  case apply
  /// To be paid back.
  case refund
}

/// What a customer has left of credits and payments, and where money can be paid back from.
public struct CreditStanding: Hashable, Sendable {
  /// The invoice it was asked for.
  public var invoice: Invoice
  /// What is left, in the invoice's currency.
  public var credits: [OpenCredit]
  /// The accounts that refunds are paid from.
  public var accounts: [PayingAccount]
  /// The mark of a refund.
  public var tag: String

  /// What a customer has left.
  public init(invoice: Invoice, credits: [OpenCredit], accounts: [PayingAccount], tag: String) {
    self.invoice = invoice
    self.credits = credits
    self.accounts = accounts
    self.tag = tag
  }
}

/// What the user has set for the screens of invoices.
public struct InvoicePreferences: Hashable, Sendable {
  /// For how many seconds a held mail can be taken back.
  public var holdSeconds = 30

  /// The usual.
  public init() {}
}
