import Sales
import Screen

extension InvoiceList {
  static let marking = MarkedList<Invoice>(
    "invoices", in: [.invoiceList], marks: \.invoices.marks,
    current: { $0.invoices.current.invoice.map(Markable.init) },
    rows: { ($0.invoices.current.window?.rows ?? []).map(Markable.init) },
    next: { $0.goToInvoice($0.invoices.current.index + 1) },
    find: { state, extent in
      [.billing(.findMarks(state.invoices.query(today: state.today), extent))]
    })

  /// The invoices that are marked, those on the screen in their order first.
  var markedIDs: [Invoice.ID] {
    let here = (current.window?.rows ?? []).map(\.id).filter { marks.contains($0) }
    let others = marks.ids.subtracting(here).map(\.rawValue).sorted()
    return here + others.map { Invoice.ID($0) }
  }
}

extension Markable<Invoice> {
  /// An invoice, worth what is unpaid of it, or what it comes to while nobody owes it.
  public init(_ invoice: Invoice) {
    self.init(
      invoice.id,
      amount: Money(invoice.isDraftOrVoid ? invoice.total : invoice.balance, invoice.currency))
  }
}

extension AppState {
  /// Marks rows that were found, while the list still shows what they were found for.
  mutating func marksFound(
    _ query: InvoiceQuery, _ extent: MarkExtent<Invoice>,
    _ result: Result<MarkedRows<Invoice>, Failure>
  ) {
    guard query == invoices.query(today: today) else { return }
    switch result {
    case .success(let found): mark(found, at: \.invoices.marks, as: extent)
    case .failure(let failure):
      tell("Nothing was marked: \(failure.message.string)", kind: .failure)
    }
  }
}
