/// Everything around one deal: what its panes show.
public struct DealDetail: Hashable, Sendable {
  /// The deal with what is planned next.
  public var row: DealRow
  /// The stages it has been through, oldest first.
  public var history: [StageChange]
  /// Its notes, newest first.
  public var notes: [Note]
  /// Its activities: those not done by day, then those done.
  public var activities: [Activity]
  /// The person, in full.
  public var contact: Contact?
  /// The company, in full.
  public var account: Account?
  /// How many open deals the company has.
  public var openDeals: Int
  /// What those add up to, per currency.
  public var openTotals: Totals
  /// The customer in Books that the company is, when they are linked.
  public var customer: Customer?
  /// The invoices of this deal, newest first.
  public var invoices: [Invoice]
  /// The company's invoices that are not paid, oldest due first.
  public var unpaid: [Invoice]

  /// Everything around one deal.
  public init(
    row: DealRow, history: [StageChange] = [], notes: [Note] = [], activities: [Activity] = [],
    contact: Contact? = nil, account: Account? = nil, openDeals: Int = 0,
    openTotals: Totals = Totals(), customer: Customer? = nil, invoices: [Invoice] = [],
    unpaid: [Invoice] = []
  ) {
    self.row = row
    self.history = history
    self.notes = notes
    self.activities = activities
    self.contact = contact
    self.account = account
    self.openDeals = openDeals
    self.openTotals = openTotals
    self.customer = customer
    self.invoices = invoices
    self.unpaid = unpaid
  }

  /// What the deal is worth, what was invoiced for it, and what came in.
  public var money: DealMoney { DealMoney(value: row.deal.amount, invoices: invoices) }
}
