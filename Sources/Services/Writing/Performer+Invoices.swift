import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

extension Performer {
  /// Looks for the invoice of a draft by its tag: exactly one, with the same customer and the same sum.
  func look(for draft: InvoiceDraft) async throws -> Finding {
    var found: [Invoice] = []
    for try await page in gateway.pages(.invoices(reference: draft.taggedReference), .probe) {
      found += page.rows
    }
    guard let invoice = found.first else { return .absent }
    guard found.count == 1 else {
      let numbers = found.map(\.number).joined(separator: ", ")
      return .duplicates(detail: "\(numbers) all carry \(draft.tag)")
    }
    guard invoice.customer.id == draft.customer?.id else {
      return .likely(detail: "\(invoice.number) carries \(draft.tag) but bills another customer")
    }
    return .found(returnedID: invoice.id.rawValue, detail: "it is \(invoice.number)")
  }

  /// Looks whether an invoice is as a draft says.
  func look(for draft: InvoiceDraft, at id: Invoice.ID) async throws -> Finding {
    let detail = try await gateway.send(.invoice(id), .probe)
    let isSame =
      detail.invoice.total == draft.totals.total && detail.lines.count == draft.filledLines.count
      && detail.invoice.customer.id == draft.customer?.id && detail.notes == draft.notes
    return isSame
      ? .found(returnedID: id.rawValue, detail: "\(detail.invoice.number) is as it should be")
      : .absent
  }

  /// Keeps the history as it is before a mail: what is new afterwards proves that it went out.
  func prepareEvidence(of id: Invoice.ID) async throws -> Readiness {
    let events = try await gateway.send(.history(of: id), .write)
    try mirror.write { try $0.replace(events: events, of: id) }
    return .ready(version: nil)
  }

  func lookWhetherSent(_ id: Invoice.ID) async throws -> Finding {
    let invoice = try await gateway.send(.invoice(id), .probe).invoice
    switch invoice.status {
    case .known(.draft): return .absent
    case .known(.void): return .changed(detail: "\(invoice.number) is void")
    default: return .found(returnedID: nil, detail: "\(invoice.number) is \(invoice.status.text)")
    }
  }

  func lookWhetherVoid(_ id: Invoice.ID) async throws -> Finding {
    let invoice = try await gateway.send(.invoice(id), .probe).invoice
    return invoice.status == .known(.void)
      ? .found(returnedID: nil, detail: "\(invoice.number) is void") : .absent
  }

  /// Looks for a mail in the invoice's history: a line about mail that was not there before.
  func look(for mail: InvoiceMail, of id: Invoice.ID) async throws -> Finding {
    let before = try mirror.read { try $0.invoiceFolder(id)?.events ?? [] }.map(\.id)
    let new = try await gateway.send(.history(of: id), .probe).filter { event in
      !before.contains(event.id) && event.text.lowercased().contains("mail")
    }
    guard let event = new.first else { return .absent }
    let names = mail.selectedAddresses.filter { event.text.contains($0) }
    return names.isEmpty
      ? .likely(detail: event.text) : .found(returnedID: nil, detail: event.text)
  }

  func look(for customer: NewCustomer) async throws -> Finding {
    try await only(.customers(named: customer.name))
  }

  func look(forCustomerOf account: Account.ID) async throws -> Finding {
    try await only(.customers(of: account))
  }

  func only(_ list: List<Customer>) async throws -> Finding {
    var found: [Customer] = []
    for try await page in gateway.pages(list, .probe) { found += page.rows }
    switch found.count {
    case 0: return .absent
    case 1: return .found(returnedID: found[0].id.rawValue, detail: "it is \(found[0].name)")
    default: return .duplicates(detail: found.map(\.name).joined(separator: ", "))
    }
  }

  func look(for payment: PaymentDraft) async throws -> Finding {
    var found: [Payment] = []
    let list = List.payments(
      reference: payment.taggedReference, currency: payment.amount.currency)
    for try await page in gateway.pages(list, .probe) { found += page.rows }
    guard let one = found.first else { return .absent }
    guard found.count == 1 else {
      return .duplicates(detail: "\(found.count) payments carry \(payment.tag)")
    }
    guard one.customer.id == payment.customer.id, one.amount == payment.amount else {
      return .likely(detail: "payment \(one.number) carries \(payment.tag) but differs")
    }
    return .found(returnedID: one.id.rawValue, detail: "it is payment \(one.number)")
  }

  func readBack(_ id: Invoice.ID, for intent: Intent.ID) async throws {
    let detail = try await gateway.send(.invoice(id), .write)
    let events = try await gateway.send(.history(of: id), .write)
    try mirror.keep(detail, events, unless: journal.awaitsMail(of: id, besides: intent))
  }

  func readBack(_ id: Customer.ID) async throws {
    let detail = try await gateway.send(.customer(id), .write)
    try mirror.write { writer in
      try writer.save(customers: [detail.customer])
      try writer.replace(persons: detail.persons, of: id)
    }
  }

  func readBack(_ draft: PaymentDraft, _ id: String?, for intent: Intent.ID) async throws {
    if let id {
      let currency = draft.amount.currency
      let payment = try await gateway.send(
        .payment(Payment.ID(id), currency: currency), .write)
      try mirror.write { try $0.save(payments: [payment]) }
    }
    for application in draft.applications {
      try await readBack(application.invoice, for: intent)
    }
    try await readBack(draft.customer.id)
  }
}
