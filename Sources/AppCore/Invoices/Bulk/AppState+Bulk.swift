import Sales
import Screen

extension AppState {
  /// Why an invoice is left out of what is done with many; nil when it is not.
  private func reasonNot(_ kind: BulkKind, _ invoice: Invoice) -> SafeText? {
    switch kind {
    case .mail: reasonNotToSend(invoice)
    case .remind: reasonNotToRemind(invoice)
    case .markSent: reasonNotToMark(invoice)
    case .void: reasonNotToVoid(invoice)
    }
  }

  /// Lists the invoices that something shall be done with, and prepares their mails.
  mutating func gathered(
    _ kind: BulkKind, _ result: Result<[Invoice], Failure>
  ) -> [Effect] {
    switch result {
    case .failure(let failure):
      tell("The invoices were not read: \(failure.message.string)", kind: .failure)
      return []
    case .success(let found):
      guard !found.isEmpty else {
        tell("No invoice is late by so much.", kind: .note)
        return []
      }
      guard screen == .invoices, editor == nil, overlays.isEmpty else { return [] }
      let rows = found.map { invoice in
        let reason = reasonNot(kind, invoice)
        let state: BulkInvoices.State =
          reason.map { .off($0) } ?? (kind.isMail ? .preparing : .ready)
        return BulkInvoices.Row(invoice: invoice, state: state)
      }
      invoices.bulk = BulkInvoices(kind: kind, reason: invoices.bulkReason, rows: rows)
      invoices.bulkReason = ""
      overlays.append(.billing(.bulk))
      return prepare(rows.filter { $0.state == .preparing }, kind)
    }
  }

  private func prepare(_ rows: [BulkInvoices.Row], _ kind: BulkKind) -> [Effect] {
    rows.isEmpty ? [] : [.billing(.prepareMails(kind, rows.map(\.invoice.id)))]
  }

  /// The mail of one of them is there.
  mutating func mailReady(
    _ id: Invoice.ID, _ kind: BulkKind, _ result: Result<InvoiceMail, Failure>
  ) -> [Effect] {
    guard invoices.bulk?.kind == kind else { return [] }
    invoices.bulk?.change(id) { row in
      guard row.state == .preparing else { return }
      switch result {
      case .failure(let failure): row.state = .failed(failure.message)
      case .success(let mail):
        row.mail = mail
        row.state = mail.selectedAddresses.isEmpty ? .off("the customer has no address") : .ready
      }
    }
    return []
  }

  /// Does it with all that are ready.
  mutating func startBulk() -> [Effect] {
    guard var bulk = invoices.bulk else { return [] }
    bulk.hasStarted = true
    var effects: [Effect] = []
    for place in bulk.rows.indices where bulk.rows[place].state == .ready {
      guard let request = bulk.request(bulk.rows[place]) else { continue }
      bulk.rows[place].state = .underWay
      invoices.setPending(request, PendingWrite(words: "\(bulk.kind.verb): under way"))
      effects.append(.enqueue(request))
    }
    invoices.bulk = bulk
    invoices.marks.clear()
    return effects
  }

  /// Tries again what was refused. What may have been done is not touched: that is for the outbox.
  mutating func retryBulk() -> [Effect] {
    guard var bulk = invoices.bulk else { return [] }
    var again: [BulkInvoices.Row] = []
    for place in bulk.rows.indices {
      guard case .failed = bulk.rows[place].state else { continue }
      bulk.rows[place].state =
        bulk.kind.isMail && bulk.rows[place].mail == nil ? .preparing : .ready
      again.append(bulk.rows[place])
    }
    invoices.bulk = bulk
    let unprepared = again.filter { $0.state == .preparing }
    guard unprepared.isEmpty else { return prepare(unprepared, bulk.kind) }
    return startBulk()
  }

  /// Takes note that a write of the list is in the journal; false when it is none of the list's.
  mutating func bulkEnqueued(
    _ request: WriteRequest, _ result: Result<WriteID, Failure>
  ) -> Bool {
    guard let id = underWay(request) else { return false }
    switch result {
    case .success(let write):
      invoices.setPending(
        request, PendingWrite(id: write, words: "\(invoices.bulk?.kind.verb ?? ""): under way"))
    case .failure(let failure):
      invoices.setPending(request, nil)
      invoices.bulk?.change(id) { $0.state = .failed(failure.message) }
      tellBulk()
    }
    return true
  }

  /// Takes note of what became of a write of the list; nil when it is none of the list's.
  mutating func bulkSettled(_ request: WriteRequest, _ outcome: WriteOutcome) -> [Effect]? {
    guard let id = underWay(request) else { return nil }
    let state: BulkInvoices.State =
      switch outcome {
      case .confirmed: .done
      case .refused(let failure): .failed(failure.message)
      case .conflict, .record: .failed("somebody changed it meanwhile")
      case .uncertain: .uncertain
      }
    invoices.bulk?.change(id) { $0.state = state }
    if state == .uncertain {
      invoices.pending[id]?.words = "it may have happened: see 6 Outbox"
    } else {
      invoices.setPending(request, nil)
    }
    tellBulk()
    return reload()
  }

  /// The invoice of the list that a write is about, while the list waits for that write.
  private func underWay(_ request: WriteRequest) -> Invoice.ID? {
    guard let bulk = invoices.bulk, let id = request.invoices.first,
      let row = bulk.rows.first(where: { $0.invoice.id == id }),
      row.state == .underWay || row.state == .uncertain, bulk.request(row) == request
    else { return nil }
    return id
  }

  /// Says how all went, once nothing is on its way any more.
  private mutating func tellBulk() {
    guard let bulk = invoices.bulk, !bulk.isRunning else { return }
    let done = bulk.rows.count { $0.state == .done }
    let unsure = bulk.rows.count { $0.state == .uncertain }
    var parts = ["\(done.grouped) \(bulk.kind.past)"]
    if bulk.failedCount > 0 { parts.append("\(bulk.failedCount.grouped) not") }
    if unsure > 0 { parts.append("\(unsure.grouped) unsure, see 6 Outbox") }
    tell(
      SafeText(parts.joined(separator: ", ") + "."),
      kind: bulk.failedCount + unsure > 0 ? .warning : .done)
  }
}
