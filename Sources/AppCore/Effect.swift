import FoundationEssentials
import Sales
import Screen

/// Work that the reducer wants done. Plain data: a test compares it, a log prints it.
public enum Effect: Hashable, Sendable {
  /// Read the pipelines and who we are from the local copy, then bring it up to date.
  case loadHome
  /// Read how views were left. Answered by `viewsLoaded`.
  case loadViews
  /// Keep how a view is arranged, by its name.
  case keepView(String, String)
  /// Read a board. Answered by `boardLoaded`.
  case loadBoard(BoardQuery)
  /// Read rows of deals. Answered by `dealsLoaded`.
  case loadDeals(DealQuery, around: Anchor<Deal>, limit: Int)
  /// Read what surrounds a deal; what the local copy lacks is fetched. Answered by `dealDetailLoaded`.
  case loadDealDetail(Deal.ID)
  /// Work for the pipeline screen. Answered by `pipeline`.
  case pipeline(PipelineWork)

  /// Read the sums of the invoice groups.
  case loadInvoiceSummary(today: CalendarDate)
  /// Read rows of invoices. Answered by `invoicesLoaded`.
  case loadInvoices(InvoiceQuery, around: Anchor<Invoice>, limit: Int)
  /// Read what surrounds an invoice: the local copy first, then Books. Answered by
  /// `invoiceFolderLoaded`, possibly twice.
  case loadInvoiceFolder(Invoice.ID)
  /// Read the drafts on disk.
  case loadDrafts

  /// Begin a draft, from a deal or from nothing, and put it on disk. Answered by `draftStarted`.
  case startDraft(deal: Deal.ID?)
  /// Open a draft that is on disk. Answered by `draftStarted`.
  case openDraft(InvoiceDraft.ID)
  /// Put an edited draft on disk. Answered by `draftSaved`.
  case saveDraft(InvoiceDraft)
  /// Take a draft off the list; it can be brought back until the program ends.
  case discardDraft(InvoiceDraft.ID)
  /// Bring back a draft that was discarded.
  case restoreDraft(InvoiceDraft.ID)
  /// Find items by words, for the type-ahead.
  case findItems(words: String)
  /// Find customers by words, for the type-ahead.
  case findCustomers(words: String)
  /// Read a customer with what it owes.
  case loadCustomer(Customer.ID)
  /// Read the taxes.
  case loadTaxes
  /// Save a draft at Books (create or update, at most once), read it back and prepare the mail.
  /// Answered by `draftStored`.
  case storeDraft(InvoiceDraft)
  /// Read an invoice of Books anew and prepare its mail. Answered by `mailPrepared`.
  case prepareMail(Invoice.ID)
  /// Begin a payment on an invoice. Answered by `paymentStarted`.
  case startPayment(Invoice.ID)
  /// Put the PDF of an invoice into a file, and open it when asked.
  case savePDF(Invoice.ID, thenOpen: Bool)

  /// Compare a record of CRM with its customer of Books. Answered by `customerCompared`.
  case compareCustomer(Party)
  /// Write what a comparison has decided, each write at most once. Answered by `customerAligned`.
  case alignCustomer(PartyPlan)

  /// Work that forms of records want done.
  case form(FormEffect)
  /// Work that the screen of contacts, accounts and leads wants done.
  case people(PeopleEffect)
  /// Send, hold, remind, credit and print invoices.
  case billing(BillingEffect)

  /// Put a write into the journal and see it through. Answered by `enqueued`, then `writeSettled`.
  case enqueue(WriteRequest)
  /// Put writes into the journal, all or none, and see them through: those of one bulk move in as few
  /// calls as there can be. Answered as each alone is.
  case enqueueAll([WriteRequest])
  /// Read the journal.
  case loadOutbox
  /// Settle a write whose fate is uncertain.
  case resolve(WriteID, WriteChoice)

  /// Go on with a sign-in. Answered by `signIn`.
  case signIn(SignInWork)
  /// Read which accounts are configured. Answered by `profilesLoaded`.
  case loadProfiles

  /// Something for drafts and the papers beside invoices.
  case drafting(DraftingEffect)
  /// Work that the agenda wants done.
  case agenda(AgendaWork)
  /// Work that the reports screen wants done.
  case reports(ReportWork)

  /// Work that the inbox wants done. Answered by `inboxLoaded`.
  case inbox(InboxWork)
  /// Tell something outside of the screen, as the person has chosen.
  case notify(SafeText, NotificationChoice)

  /// Bring the local copy up to date now.
  case refresh
  /// Give a text to the user's own editor; the terminal is handed over meanwhile.
  case editText(TextPurpose, String)
  /// Keep a setting, or run a command of the user's own.
  case settings(SettingsEffect)
  /// Put text on the clipboard.
  case copy(SafeText)
  /// Stop the program as Ctrl-Z does; the shell's `fg` brings it back.
  case suspend
  /// Draw the whole screen again.
  case repaint
}
