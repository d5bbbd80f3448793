import FoundationEssentials
import Sales
import Screen

/// What happened: the only reasons for which the state changes. Answers carry what they answer, so
/// that a stale one matches nothing and falls away.
public enum Action: Hashable, Sendable {
  /// The program has started.
  case launched
  /// A key was pressed.
  case key(Key)
  /// The program is to end, whatever is still uncertain.
  case left
  /// The terminal has another extent.
  case resized(Size)
  /// Time went by; posted only while something on the screen depends on it.
  case ticked(Date, today: CalendarDate)

  /// How views were left, by name.
  case viewsLoaded([String: String])
  /// The organization's pipelines and who we are, from the local copy.
  case pipelinesLoaded([Pipeline], tenant: Tenant)
  /// The sums and the first cards of every stage.
  case boardLoaded(BoardQuery, Result<BoardPage, Failure>)
  /// Rows of one stage or of the list.
  case dealsLoaded(DealQuery, Result<Window<DealRow>, Failure>)
  /// All that surrounds a deal.
  case dealDetailLoaded(Deal.ID, Result<DealDetail, Failure>)
  /// A deal was asked for by an answer to a question about it.
  case dealOpened(Deal.ID)
  /// What became of a deal's move was taken note of: its mark goes.
  case moveDismissed(Deal.ID)
  /// Something else about the deals of a pipeline.
  case pipeline(PipelineNews)

  /// The sums of the invoice groups.
  case invoiceSummaryLoaded(InvoiceSummary)
  /// Rows of the invoice list.
  case invoicesLoaded(InvoiceQuery, Result<Window<Invoice>, Failure>)
  /// All that surrounds an invoice.
  case invoiceFolderLoaded(Invoice.ID, Result<InvoiceFolder, Failure>)
  /// The drafts on disk, newest first.
  case draftsLoaded([InvoiceDraft])

  /// A new draft, on disk, with what is known of its customer.
  case draftStarted(Result<DraftStart, Failure>)
  /// A draft's revision is on disk.
  case draftSaved(InvoiceDraft.ID, revision: Int, Result<Date, Failure>)
  /// Items whose names have the words.
  case itemsFound(words: String, [Item])
  /// Customers whose names have the words.
  case customersFound(words: String, [Customer])
  /// A customer in full with its unpaid invoices, for the editor's side pane.
  case customerLoaded(Customer.ID, CustomerStanding)
  /// The taxes a line can have.
  case taxesLoaded([Tax])
  /// A draft as Books now has it, with the mail that would go out, or why it was not saved.
  case draftStored(InvoiceDraft.ID, revision: Int, Result<StoredInvoice, Failure>)
  /// The mail of an invoice that is already at Books, for its review.
  case mailPrepared(Invoice.ID, Result<StoredInvoice, Failure>)
  /// A payment to fill in, with its tag and what the customer has not paid yet.
  case paymentStarted(Result<PaymentStart, Failure>)
  /// The PDF of an invoice is in a file.
  case pdfSaved(Invoice.ID, Result<String, Failure>)

  /// What was asked for to send, hold, remind, credit and print invoices has come.
  case billing(BillingAction)

  /// A record of CRM beside its customer of Books.
  case customerCompared(Result<PartyPlan, Failure>)
  /// The comparison on top of the screen was answered: it closes.
  case comparisonClosed
  /// What became of a comparison's writes.
  case customerAligned(PartyResult)

  /// A write is in the journal, or was not accepted.
  case enqueued(WriteRequest, Result<WriteID, Failure>)
  /// What became of a write.
  case writeSettled(WriteID, WriteRequest, WriteOutcome)
  /// The writes in the journal, newest first.
  case outboxLoaded([WriteRow])

  /// How fetching goes; also when it ends.
  case syncChanged(SyncStatus)
  /// The local copy changed: what is on the screen is read again.
  case mirrorChanged
  /// What is left of the quotas.
  case quotaChanged(Quota)
  /// Text that was edited in the user's own editor; nil when it was left unchanged.
  case textEdited(TextPurpose, String?)
  /// How a sign-in goes on.
  case signIn(SignInNews)
  /// The accounts that are configured.
  case profilesLoaded([ProfileInBrief])
  /// What happened to forms of records.
  case form(FormAction)
  /// What happened on the screen of contacts, accounts and leads.
  case people(PeopleAction)
  /// What others did to what is watched.
  case inboxLoaded(Result<NoticeList, Failure>)
  /// Something about drafts and the papers beside invoices.
  case drafting(DraftingAction)
  /// What happened on the agenda.
  case agenda(AgendaNews)
  /// What happened on the reports screen.
  case reports(ReportNews)
  /// The settings changed, or something the terminal or a command of the user's own said.
  case settings(SettingsAction)
  /// Something to tell that belongs to no other action.
  case told(Event)
}

/// The first cards of every stage with the sums of all.
public struct BoardPage: Hashable, Sendable {
  /// Counts and sums by stage.
  public var summary: BoardSummary
  /// The first rows of every stage.
  public var columns: [Stage.ID: Window<DealRow>]
  /// The columns of a board that is not by stage; nil where it is.
  public var groups: [Stage]?
  /// What the open deals come to, each times its chance, where the columns do not say it.
  public var weighted = Totals()
  /// How many of all open deals want something done.
  public var needs = BoardNeeds()

  /// The first cards of every stage.
  public init(summary: BoardSummary, columns: [Stage.ID: Window<DealRow>]) {
    self.summary = summary
    self.columns = columns
  }
}

/// Which deals the board shows.
public struct BoardQuery: Hashable, Sendable {
  /// The pipeline.
  public var pipeline: Pipeline.ID
  /// What was typed to filter; empty for all.
  public var words: String
  /// By what its columns are made.
  public var grouping: DealGrouping
  /// The order of the cards.
  public var order: DealOrder
  /// What they want done; nil for all.
  public var need: DealNeed?
  /// How long deals may stand in a stage.
  public var limits: StuckLimits
  /// The day it is.
  public var today: CalendarDate

  /// A question for a board.
  public init(
    pipeline: Pipeline.ID, words: String = "", grouping: DealGrouping = .stage,
    order: DealOrder = .need, need: DealNeed? = nil, limits: StuckLimits = StuckLimits(),
    today: CalendarDate
  ) {
    self.pipeline = pipeline
    self.words = words
    self.grouping = grouping
    self.order = order
    self.need = need
    self.limits = limits
    self.today = today
  }

  /// The question for the rows of one column of this board; of all without one.
  public func deals(in stage: Stage.ID?) -> DealQuery {
    DealQuery(
      pipeline: pipeline, stage: stage, grouping: grouping, words: words, order: order,
      need: need, today: today)
  }
}

/// A new draft and how its customer was found.
public struct DraftStart: Hashable, Sendable {
  /// The draft, on disk.
  public var draft: InvoiceDraft
  /// How the customer was found.
  public var match: CustomerMatch

  /// A new draft.
  public init(draft: InvoiceDraft, match: CustomerMatch) {
    self.draft = draft
    self.match = match
  }
}

/// How the customer of a deal was found in Books.
public enum CustomerMatch: Hashable, Sendable {
  /// It is linked to the deal's account.
  case linked(Customer)
  /// It has the address of the deal's contact.
  case email(Customer)
  /// It has the account's name, nothing more: to be confirmed.
  case name(Customer)
  /// Books has none: one can be made from the account, after asking.
  case missing(Reference<Account>, email: String?)
  /// The deal has no account, or there is no deal: to be chosen.
  case unknown
}

/// A customer with what it owes.
public struct CustomerStanding: Hashable, Sendable {
  /// The customer.
  public var customer: Customer
  /// Its people, the primary one first.
  public var persons: [Customer.Person]
  /// Its invoices that are not paid, oldest due first.
  public var unpaid: [Invoice]

  /// A customer with what it owes.
  public init(customer: Customer, persons: [Customer.Person], unpaid: [Invoice]) {
    self.customer = customer
    self.persons = persons
    self.unpaid = unpaid
  }
}

/// A payment to fill in.
public struct PaymentStart: Hashable, Sendable {
  /// The payment, tagged; its amount is what the invoice it was started from still lacks.
  public var draft: PaymentDraft
  /// The customer's invoices that are not paid, oldest due first.
  public var unpaid: [Invoice]
  /// What the customer has left of credits, in its currency.
  public var credits: Money?

  /// A payment to fill in.
  public init(draft: PaymentDraft, unpaid: [Invoice], credits: Money? = nil) {
    self.draft = draft
    self.unpaid = unpaid
    self.credits = credits
  }
}

/// An invoice as Books has it now, and the mail that would take it to the customer.
public struct StoredInvoice: Hashable, Sendable {
  /// The invoice, read back from Books.
  public var detail: InvoiceDetail
  /// The mail as Books would send it.
  public var mail: InvoiceMail
  /// What happened to it so far, mails included, newest first.
  public var events: [InvoiceEvent] = []
  /// What is known of the customer's people and of the addresses that were mailed before.
  public var correspondence = Correspondence()

  /// An invoice as Books has it.
  public init(detail: InvoiceDetail, mail: InvoiceMail) {
    self.detail = detail
    self.mail = mail
  }
}

/// What a text edited in the user's own editor is for.
public enum TextPurpose: Hashable, Sendable {
  /// The words to the customer on a draft.
  case draftNotes(InvoiceDraft.ID)
  /// The body of the mail under review.
  case mailBody(Invoice.ID)
  /// A remark on a record, begun in a line.
  case note(RecordKey)
  /// A field of the form on top of the screen, by API name.
  case formField(String)
}
