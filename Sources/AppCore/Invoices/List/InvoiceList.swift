import Sales
import Screen

/// The invoices by group, with the drafts that are only here.
public struct InvoiceList: Hashable, Sendable {
  /// The tab that is shown.
  public internal(set) var tab = InvoiceTab.all
  /// The sums by group; nil until known.
  public internal(set) var summary: InvoiceSummary?
  /// The rows of every tab that was looked at.
  var rows: [InvoiceTab: InvoiceRows] = [:]
  /// What was typed to filter.
  var filter = TextField()
  /// Whether the filter has the keys.
  var isFiltering = false
  /// The drafts on disk, newest first; nil until they were read.
  public internal(set) var drafts: [InvoiceDraft]?
  /// The draft under the cursor.
  var selectedDraft: InvoiceDraft.ID?
  /// The drafts that were discarded and can come back, the last one last.
  var discarded: [InvoiceDraft.ID] = []
  /// The pane of one invoice; nil while it is closed.
  var pane: InvoicePane?
  /// The drafts that were saved at Books, by the invoice they became.
  var draftsAtBooks: [Invoice.ID: InvoiceDraft.ID] = [:]
  /// The payment that was closed without being recorded, as it was typed.
  var asidePayment: PaymentForm?
  /// What is on its way to Books, by invoice.
  var pending: [Invoice.ID: PendingWrite] = [:]
  /// What the user has set.
  public var preferences = InvoicePreferences()
  /// The marked invoices.
  public internal(set) var marks = Marks<Invoice>()
  /// The order of the rows; nil for by need.
  public internal(set) var order: InvoiceOrder?
  /// The columns that are not shown.
  var hiddenColumns: Set<InvoiceColumn> = []
  /// The mails that can still be taken back, the last one last.
  public internal(set) var held: [HeldMail] = []
  /// Whether the seconds of a countdown are being counted.
  var isCountingDown = false
  /// The last list of many invoices, and what became of each.
  public internal(set) var bulk: BulkInvoices?
  /// Why many invoices are made void, until they are listed.
  var bulkReason = ""
  /// How to take back what was done last; nil when it cannot be.
  var undo: InvoiceUndo?
  /// Where the PDF of an invoice was put.
  var papers: [Invoice.ID: String] = [:]
  /// The invoice the path of whose PDF shall be copied once there is one.
  var pathWanted: Invoice.ID?

  /// Nothing known yet.
  public init() {}

  /// The part that has the keys.
  public var place: Place {
    if isFiltering { return .filter }
    if pane != nil { return .invoicePane }
    return isShowingDrafts ? .draftList : .invoiceList
  }

  /// Whether the drafts on this machine are shown.
  var isShowingDrafts: Bool { tab == .drafts }

  /// The tabs from left to right. Approvals and part payments have theirs only while there are some.
  var tabs: [InvoiceTab] {
    InvoiceTab.order.filter { tab in
      switch tab {
      case .group(.approval), .partPaid: tab == self.tab || (invoiceCount(of: tab) ?? 0) > 0
      default: true
      }
    }
  }

  /// The tab so many places to the right, around the ends.
  func neighbour(_ step: Int) -> InvoiceTab {
    let tabs = tabs
    let place = tabs.firstIndex(of: tab) ?? 0
    return tabs[(place + step + tabs.count) % tabs.count]
  }

  /// The rows of the tab that is shown.
  var current: InvoiceRows {
    get { rows[tab] ?? InvoiceRows() }
    set { rows[tab] = newValue }
  }

  /// The invoice under the cursor, or in the pane.
  var invoice: Invoice? { pane?.folder?.invoice ?? (isShowingDrafts ? nil : current.invoice) }

  /// The draft under the cursor.
  var draft: InvoiceDraft? {
    guard isShowingDrafts else { return nil }
    return drafts?.first { $0.id == selectedDraft } ?? drafts?.first
  }

  /// The question for the rows of the tab that is shown.
  func query(today: CalendarDate) -> InvoiceQuery {
    InvoiceQuery(
      group: tab.group, words: filter.text, today: today, isPartPaid: tab == .partPaid,
      order: order)
  }

  /// Reads the rows around the cursor.
  func loadRows(today: CalendarDate) -> [Effect] {
    if isShowingDrafts { return [.loadDrafts] }
    return [
      .loadInvoices(query(today: today), around: current.anchor, limit: InvoiceRows.limit)
    ]
  }

  /// Reads again what it shows.
  func reload(today: CalendarDate) -> [Effect] {
    var effects = [.loadInvoiceSummary(today: today)] + loadRows(today: today)
    if !isShowingDrafts { effects.append(.loadDrafts) }
    if let pane { effects.append(.loadInvoiceFolder(pane.id)) }
    return effects
  }
}

/// A write to an invoice that is not settled yet.
struct PendingWrite: Hashable, Sendable {
  /// The write; nil until it is in the journal.
  var id: WriteID?
  /// How it stands, in words.
  var words: SafeText
}

/// The pane of one invoice.
struct InvoicePane: Hashable, Sendable {
  /// The invoice.
  let id: Invoice.ID
  /// What was read of it; nil until then.
  var folder: InvoiceFolder?
  /// Why it could not be read; nil when it could.
  var failure: Failure?
  /// The first line shown.
  var top = 0
}
