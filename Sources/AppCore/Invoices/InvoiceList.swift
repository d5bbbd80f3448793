import Sales
import Screen

/// The invoices by group, with the drafts that are only here.
public struct InvoiceList: Hashable, Sendable {
  /// Nothing known yet.
  public init() {}

  /// The part that has the keys.
  public var place: Place { .invoiceList }

  /// Reads again what it shows.
  func reload(today: CalendarDate) -> [Effect] { [] }

  /// What can be done with invoices.
  static let commands: [Command] = []
}

extension AppState {
  /// Takes what was loaded for the invoices screen.
  mutating func reduceInvoices(_ action: Action) -> [Effect] { [] }

  /// Lets the filter line, or the mouse, have a key.
  mutating func typeInInvoices(_ key: Key) -> [Effect]? { nil }

  /// A write to an invoice was put into the journal, or not.
  mutating func invoiceWriteEnqueued(_ request: WriteRequest, _ result: Result<WriteID, Failure>)
    -> [Effect]
  { [] }

  /// What became of a write to an invoice, a payment or a customer.
  mutating func invoiceWriteSettled(
    _ id: WriteID, _ request: WriteRequest, _ outcome: WriteOutcome
  ) -> [Effect] { [] }
}

/// Draws the invoices screen, the editor included.
func drawInvoices(_ state: AppState, in area: Rect, on canvas: inout Canvas) {}
