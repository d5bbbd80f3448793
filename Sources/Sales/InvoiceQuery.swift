/// Which invoices a list shows and in what order.
public struct InvoiceQuery: Hashable, Sendable {
  /// The group they are in; nil for all.
  public var group: InvoiceGroup?
  /// What was typed to filter: each word must occur in the number, the customer or the reference.
  public var words: String
  /// The day it is, for what is overdue.
  public var today: CalendarDate
  /// Whether only those paid in part are wanted, overdue or not.
  public var isPartPaid = false
  /// The order; nil for by need.
  public var order: InvoiceOrder?

  /// A question for invoices. By need they come overdue first, then by due day; drafts and closed
  /// ones newest first.
  public init(
    group: InvoiceGroup? = nil, words: String = "", today: CalendarDate, isPartPaid: Bool = false,
    order: InvoiceOrder? = nil
  ) {
    self.group = group
    self.words = words
    self.today = today
    self.isPartPaid = isPartPaid
    self.order = order
  }
}

/// The groups in which people look at invoices.
public enum InvoiceGroup: String, Hashable, Sendable, CaseIterable {
  /// Not yet given to the customer.
  case draft
  /// A draft that waits for approval, or has it and was not sent yet.
  case approval
  /// Given to the customer and not yet due; paid in part or not at all.
  case open
  /// Past its due day and not paid in full.
  case overdue
  /// Paid in full.
  case paid
  /// Cancelled.
  case void
}

extension Invoice {
  /// The group it is in on the given day.
  ///
  /// Books derives `overdue` once a day by the organization's clock; a local copy that is some hours
  /// old would show it late, so the due day decides.
  public func group(on today: CalendarDate) -> InvoiceGroup {
    switch status {
    case .known(.draft): .draft
    case .known(.pendingApproval), .known(.approved): .approval
    case .known(.void): .void
    case .known(.paid): .paid
    default: dueDate.map { $0 < today } ?? (status == .known(.overdue)) ? .overdue : .open
    }
  }
}

/// How many invoices are in each group and what is unpaid in them.
public struct InvoiceSummary: Hashable, Sendable {
  /// One group.
  public struct Column: Hashable, Sendable {
    /// The group.
    public var group: InvoiceGroup
    /// How many invoices it has.
    public var count: Int
    /// What they come to, per currency.
    public var totals: Totals
    /// What is unpaid in them, per currency.
    public var balances: Totals

    /// One group.
    public init(group: InvoiceGroup, count: Int, totals: Totals, balances: Totals) {
      self.group = group
      self.count = count
      self.totals = totals
      self.balances = balances
    }
  }

  /// The groups that have invoices.
  public var columns: [Column]
  /// Those that are paid in part: some of the open and of the overdue ones.
  public var partPaid: Column
  /// What is unpaid, by how long it has been due.
  public var ageing: [AgeBucket: Totals]

  /// The sums by group.
  public init(
    columns: [Column] = [],
    partPaid: Column = Column(group: .open, count: 0, totals: Totals(), balances: Totals()),
    ageing: [AgeBucket: Totals] = [:]
  ) {
    self.columns = columns
    self.partPaid = partPaid
    self.ageing = ageing
  }

  /// The sums of one group, zero when it has no invoices.
  public func column(_ group: InvoiceGroup) -> Column {
    columns.first { $0.group == group }
      ?? Column(group: group, count: 0, totals: Totals(), balances: Totals())
  }
}

/// Everything around one invoice: what its pane shows.
public struct InvoiceFolder: Hashable, Sendable {
  /// The invoice as a list shows it.
  public var invoice: Invoice
  /// Its lines and sums; nil until they were fetched.
  public var detail: InvoiceDetail?
  /// What was paid on it, newest first.
  public var payments: [Payment]
  /// What happened to it, mails included, newest first.
  public var events: [InvoiceEvent]
  /// The customer, in full.
  public var customer: Customer?

  /// Everything around one invoice.
  public init(
    invoice: Invoice, detail: InvoiceDetail? = nil, payments: [Payment] = [],
    events: [InvoiceEvent] = [], customer: Customer? = nil
  ) {
    self.invoice = invoice
    self.detail = detail
    self.payments = payments
    self.events = events
    self.customer = customer
  }
}
