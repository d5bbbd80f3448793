import FoundationEssentials

/// The money of one deal: what it is worth, what was invoiced for it, what came in.
///
/// Void invoices and drafts do not count. Money whose fate is uncertain does not count either, and
/// the screen says so.
public struct DealMoney: Hashable, Sendable {
  /// The deal's value.
  public let value: Money?
  /// What was invoiced, per currency.
  public let invoiced: Totals
  /// What was paid, per currency.
  public let paid: Totals
  /// What is still unpaid, per currency.
  public let outstanding: Totals

  /// The money of a deal of that value with those invoices.
  public init(value: Money?, invoices: [Invoice]) {
    self.value = value
    var invoiced = Totals()
    var paid = Totals()
    var outstanding = Totals()
    for invoice in invoices where !invoice.isDraftOrVoid {
      invoiced.add(Money(invoice.total, invoice.currency))
      paid.add(Money(invoice.paid, invoice.currency))
      outstanding.add(Money(invoice.balance, invoice.currency))
    }
    self.invoiced = invoiced
    self.paid = paid
    self.outstanding = outstanding
  }
}

extension Invoice {
  /// Whether the customer owes nothing by it, because it was never sent or was cancelled.
  public var isDraftOrVoid: Bool {
    switch status {
    case .known(.draft), .known(.pendingApproval), .known(.approved), .known(.void): true
    default: false
    }
  }
}
