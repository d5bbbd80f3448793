import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

extension Services {
  /// The last invoice that a customer got, as Books has it; without a connection as it was last seen.
  func lastInvoice(of customer: Customer.ID, except other: Invoice.ID?) async throws
    -> InvoiceDetail?
  {
    guard let last = try mirror.read({ try $0.lastInvoice(of: customer, except: other) }) else {
      return nil
    }
    do {
      return try await gateway.send(.invoice(last.id), .interactive)
    } catch {
      guard let known = try mirror.read({ try $0.invoiceFolder(last.id)?.detail }) else {
        throw error
      }
      return known
    }
  }

  /// Begins a draft with all that an invoice says: its lines, not its number, its date or its tag.
  func startDraft(like id: Invoice.ID) async throws -> DraftStart {
    let detail = try await gateway.send(.invoice(id), .interactive)
    let customer = try mirror.read { try $0.customer(detail.invoice.customer.id) }
    var draft = InvoiceDraft(
      id: InvoiceDraft.ID(random.uuid()), tag: random.tag(), customer: detail.invoice.customer,
      currency: detail.invoice.currency, date: clock.today(), paymentTerms: detail.paymentTerms)
    try link(&draft, to: detail.invoice.deal)
    draft.take(detail)
    draft.lines = detail.lines.map { line in
      var line = line
      line.id = nil
      return line
    }
    return try keep(draft, customer)
  }

  /// Opens an invoice that is a draft at Books and has none on this machine: saving changes that one.
  func adopt(_ id: Invoice.ID) async throws -> DraftStart {
    if let known = try journal.drafts().first(where: { $0.invoice == id }) {
      return try await openDraft(known.id)
    }
    let detail = try await gateway.send(.invoice(id), .interactive)
    let invoice = detail.invoice
    guard invoice.status == .known(.draft) else {
      throw Failure.invalid("\(invoice.number) is \(invoice.status.text): edit it in Books")
    }
    let words = invoice.reference.split(separator: " ").map(String.init)
    let tag = words.last.flatMap { $0.hasPrefix("FL-") ? $0 : nil } ?? ""
    var draft = InvoiceDraft(
      id: InvoiceDraft.ID(random.uuid()), tag: tag, customer: invoice.customer,
      currency: invoice.currency, date: invoice.date, paymentTerms: detail.paymentTerms)
    try link(&draft, to: invoice.deal)
    draft.take(detail)
    draft.lines = detail.lines
    draft.dueDate = invoice.dueDate ?? draft.dueDate
    draft.reference = words.filter { $0 != tag }.joined(separator: " ")
    draft.invoice = invoice.id
    draft.number = invoice.number
    return try keep(draft, try mirror.read { try $0.customer(invoice.customer.id) })
  }

  /// Begins a draft from an estimate, or opens the one that was begun: an estimate is invoiced once.
  func startDraft(from estimate: BooksDocument) async throws -> DraftStart {
    let known = try journal.drafts().first { $0.estimate?.id.rawValue == estimate.id }
    if let known { return try await openDraft(known.id) }
    let detail = try await gateway.send(
      .documentDetail(.estimate, estimate.id, currency: estimate.total.currency), .interactive)
    guard !["invoiced", "declined"].contains(detail.document.status) else {
      throw Failure.invalid("\(estimate.number) is \(detail.document.status) already")
    }
    let customer = try mirror.read { try $0.customer(detail.document.customer.id) }
    var draft = InvoiceDraft(
      id: InvoiceDraft.ID(random.uuid()), tag: random.tag(), customer: detail.document.customer,
      currency: detail.document.total.currency, date: clock.today(),
      paymentTerms: customer?.paymentTerms ?? 30)
    draft.estimate = Reference(id: Identifier(estimate.id), name: estimate.number)
    draft.lines = detail.lines.map { line in
      var line = line
      line.id = nil
      return line
    }
    draft.isInclusiveTax = detail.isInclusiveTax
    draft.discount = detail.discount
    draft.shipping = detail.shipping == 0 ? nil : detail.shipping
    draft.adjustment = detail.adjustment == 0 ? nil : detail.adjustment
    draft.notes = detail.notes
    draft.terms = detail.terms
    return try keep(draft, customer)
  }

  private func link(_ draft: inout InvoiceDraft, to deal: Deal.ID?) throws {
    guard let id = deal, let deal = try mirror.read({ try $0.deal(id)?.deal }) else { return }
    draft.deal = Reference(id: deal.id, name: deal.name)
    draft.dealValue = deal.amount?.amount
  }

  /// Puts a new draft on disk before anyone sees it.
  private func keep(_ draft: InvoiceDraft, _ customer: Customer?) throws -> DraftStart {
    var draft = draft
    if draft.lines.isEmpty { draft.lines = [LineItem()] }
    draft.revision = 1
    try journal.save(draft, at: clock.now())
    post(.drafts(of: journal, at: clock.now()))
    return DraftStart(draft: draft, match: customer.map { .linked($0) } ?? .unknown)
  }
}

extension InvoiceDraft {
  /// Takes what an invoice says about the whole.
  fileprivate mutating func take(_ detail: InvoiceDetail) {
    isInclusiveTax = detail.isInclusiveTax
    discount = detail.discount
    shipping = detail.shipping
    adjustment = detail.adjustment
    template = detail.template
    notes = detail.notes
    terms = detail.terms
  }
}
