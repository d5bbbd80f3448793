import Sales
import Screen

/// What can be done with many invoices at once.
public enum BulkKind: Hashable, Sendable {
  /// Mail each to its customer.
  case mail
  /// Remind each customer.
  case remind
  /// Mark each as sent.
  case markSent
  /// Make each void.
  case void
}

/// Many invoices, listed before something is done with them, and what became of each.
public struct BulkInvoices: Hashable, Sendable {
  /// Where one of them stands.
  public enum State: Hashable, Sendable {
    /// Its mail is being prepared.
    case preparing
    /// It is among those that something is done with.
    case ready
    /// It is left out, and why.
    case off(SafeText)
    /// It is on its way.
    case underWay
    /// It is done.
    case done
    /// It was not done, and why: it may be tried again.
    case failed(SafeText)
    /// It may have been done: the outbox knows more.
    case uncertain
  }

  /// One of them.
  public struct Row: Hashable, Sendable {
    /// The invoice.
    public var invoice: Invoice
    /// The mail that takes it to its customer, where one does.
    public var mail: InvoiceMail?
    /// Where it stands.
    public var state: State
  }

  /// What is done with them.
  public let kind: BulkKind
  /// Why, where that was asked.
  public let reason: String
  /// The invoices.
  public internal(set) var rows: [Row]
  /// The row under the cursor.
  var selected = 0
  /// Whether something was done already.
  var hasStarted = false

  /// The rows that something is done with next.
  var ready: [Row] { rows.filter { $0.state == .ready } }
  /// Whether mails are still being prepared.
  var isPreparing: Bool { rows.contains { $0.state == .preparing } }
  /// Whether something is on its way.
  var isRunning: Bool { rows.contains { $0.state == .underWay } }
  /// How many were not done and can be tried again.
  var failedCount: Int {
    rows.count {
      if case .failed = $0.state { return true }
      return false
    }
  }

  /// What those that are ready come to, per currency.
  var totals: Totals {
    Totals(
      ready.map { row in
        Money(kind == .remind ? row.invoice.balance : row.invoice.total, row.invoice.currency)
      })
  }

  /// The write that does it with one of them.
  func request(_ row: Row) -> WriteRequest? {
    switch kind {
    case .mail: row.mail.map { .emailInvoice(row.invoice, $0) }
    case .remind: row.mail.map { .step(InvoiceStep(.remind($0), row.invoice)) }
    case .markSent: .markSent(row.invoice)
    case .void: .voidInvoice(row.invoice, reason: reason)
    }
  }

  /// Changes the row of an invoice.
  mutating func change(_ id: Invoice.ID, _ change: (inout Row) -> Void) {
    guard let place = rows.firstIndex(where: { $0.invoice.id == id }) else { return }
    change(&rows[place])
  }
}

extension BulkKind {
  /// Whether each invoice goes out by mail.
  var isMail: Bool { self == .mail || self == .remind }

  /// What is done, before a number of invoices: `mail`.
  var verb: String {
    switch self {
    case .mail: "mail"
    case .remind: "remind of"
    case .markSent: "mark as sent"
    case .void: "void"
    }
  }

  /// What was done.
  var past: String {
    switch self {
    case .mail: "mailed"
    case .remind: "reminded"
    case .markSent: "marked as sent"
    case .void: "void"
    }
  }
}
