import Sales
import Screen

extension AppState {
  /// Takes what was loaded for the invoices screen.
  mutating func reduceInvoices(_ action: Action) -> [Effect] {
    switch action {
    case .invoiceSummaryLoaded(let summary):
      invoices.summary = summary
    case .invoicesLoaded(let query, let result):
      return showInvoices(query, result)
    case .invoiceFolderLoaded(let id, let result):
      guard invoices.pane?.id == id else { return [] }
      switch result {
      case .success(let folder):
        invoices.pane?.folder = folder
        invoices.pane?.failure = nil
      case .failure(let failure):
        invoices.pane?.failure = failure
        tell("The invoice was not read: \(failure.message.string)", kind: .failure)
      }
    case .draftsLoaded(let drafts):
      showDrafts(drafts)
    case .mailPrepared(let id, let result):
      return mailPrepared(id, result)
    case .paymentStarted(.success(let start)):
      guard overlays.isEmpty, screen == .invoices, editor == nil else {
        invoices.asidePayment = PaymentForm(start, today: today)
        tell("The payment is ready: p on its invoice goes on with it.", kind: .note)
        return []
      }
      overlays.append(.payment(PaymentForm(start, today: today)))
    case .paymentStarted(.failure(let failure)):
      tell("No payment was started: \(failure.message.string)", kind: .failure)
    case .pdfSaved(let id, let result): return pdfSaved(id, result)
    default: break
    }
    return []
  }

  private mutating func showInvoices(
    _ query: InvoiceQuery, _ result: Result<Window<Invoice>, Failure>
  ) -> [Effect] {
    guard query.words == invoices.filter.text, query.today == today, query.order == invoices.order
    else { return [] }
    let tab = InvoiceTab(query)
    var rows = invoices.rows[tab] ?? InvoiceRows()
    defer { invoices.rows[tab] = rows }
    switch result {
    case .failure(let failure):
      rows.failure = failure
      tell("The invoices were not read: \(failure.message.string)", kind: .failure)
      return []
    case .success(let window):
      let isMissing = rows.show(window, words: query.words)
      rows.scroll(height: invoiceRowsHeight)
      invoices.marks.refresh(window.rows.map(Markable.init))
      guard isMissing, tab == invoices.tab else { return [] }
      return [.loadInvoices(query, around: .index(rows.index), limit: InvoiceRows.limit)]
    }
  }

  private mutating func showDrafts(_ drafts: [InvoiceDraft]) {
    let place = invoices.drafts?.firstIndex { $0.id == invoices.selectedDraft } ?? 0
    invoices.drafts = drafts
    if !drafts.contains(where: { $0.id == invoices.selectedDraft }) {
      invoices.selectedDraft = drafts.isEmpty ? nil : drafts[min(place, drafts.count - 1)].id
    }
  }

  private mutating func mailPrepared(
    _ id: Invoice.ID, _ result: Result<StoredInvoice, Failure>
  ) -> [Effect] {
    switch result {
    case .failure(let failure):
      tell("No mail was prepared: \(failure.message.string)", kind: .failure)
    case .success(let stored):
      guard overlays.isEmpty, screen == .invoices, editor == nil, invoices.invoice?.id == id else {
        tell("\(stored.detail.invoice.number) is ready for its review: S shows it.", kind: .note)
        return []
      }
      overlays.append(.review(InvoiceReview(stored)))
    }
    return []
  }

  /// Lets the filter line, or the mouse, have a key.
  mutating func typeInInvoices(_ key: Key) -> [Effect]? {
    if case .mouse(let event) = key { return pointAtInvoices(event) }
    guard invoices.isFiltering else { return [] }
    switch key {
    case .down, .tab:
      return keepInvoiceFilter()
    default:
      var field = invoices.filter
      return field.take(key) ? filterInvoices(field) : nil
    }
  }

  /// Leaves the filter line; the invoices stay filtered.
  mutating func keepInvoiceFilter() -> [Effect] {
    invoices.isFiltering = false
    return []
  }

  /// Leaves the filter line and shows all invoices.
  mutating func clearInvoiceFilter() -> [Effect] {
    invoices.isFiltering = false
    return filterInvoices(TextField())
  }

  /// Filters by what was typed; old rows stay until the answer comes.
  mutating func filterInvoices(_ field: TextField) -> [Effect] {
    let isSame = field.text == invoices.filter.text
    invoices.filter = field
    return isSame ? [] : invoices.loadRows(today: today)
  }

  private mutating func pointAtInvoices(_ event: MouseEvent) -> [Effect] {
    if event.kind == .press, invoices.place != .invoicePane, event.y == 2 || event.y == 3 {
      let strip = InvoiceTabStrip(invoices, home: tenant.currency, width: size.width - 2)
      return strip.tab(at: event.x - 1).map { showInvoices($0) } ?? []
    }
    guard invoices.place == .invoiceList else { return [] }
    switch event.kind {
    case .wheelUp: return goToInvoice(invoices.current.index - 3)
    case .wheelDown: return goToInvoice(invoices.current.index + 3)
    case .press:
      let row = event.y - 1 - InvoiceListLayout.rowsTop
      guard (0..<invoiceRowsHeight).contains(row) else { return [] }
      return goToInvoice(invoices.current.top(height: invoiceRowsHeight) + row)
    case .release: return []
    }
  }

  /// Moves the cursor, and reads more rows when it nears the edge of what is loaded.
  mutating func goToInvoice(_ place: Int) -> [Effect] {
    var rows = invoices.current
    let wantsMore = rows.go(to: place)
    rows.scroll(height: invoiceRowsHeight)
    invoices.current = rows
    guard wantsMore else { return [] }
    return [
      .loadInvoices(
        invoices.query(today: today), around: .index(rows.index), limit: InvoiceRows.limit)
    ]
  }

  /// How many rows of the list there is room for.
  var invoiceRowsHeight: Int { InvoiceListLayout.rowsHeight(of: size.height - 3, invoices) }
}
