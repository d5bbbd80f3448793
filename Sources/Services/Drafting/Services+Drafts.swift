import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

extension Services {
  /// Begins a draft and puts it on disk before anyone sees it.
  func startDraft(_ deal: Deal.ID?) async throws -> DraftStart {
    let deal = try deal.flatMap { id in try mirror.read { try $0.deal(id)?.deal } }
    var match = AppCore.CustomerMatch.unknown
    if let deal { match = try await customer(for: deal) }
    let customer = match.certain
    var draft = InvoiceDraft(
      id: InvoiceDraft.ID(random.uuid()), tag: random.tag(),
      deal: deal.map { Reference(id: $0.id, name: $0.name) },
      dealValue: deal?.amount?.amount,
      customer: customer.map { Reference(id: $0.id, name: $0.name) },
      currency: try customer?.currency ?? deal?.amount?.currency ?? homeCurrency(),
      date: clock.today(), paymentTerms: customer?.paymentTerms ?? 30)
    draft.terms = customer?.paymentTermsLabel ?? ""
    try journal.save(draft, at: clock.now())
    post(.drafts(of: journal, at: clock.now()))
    return DraftStart(draft: draft, match: match)
  }

  /// Opens a draft that is on disk.
  func openDraft(_ id: InvoiceDraft.ID) async throws -> DraftStart {
    guard let draft = try journal.draft(id) else {
      throw Failure.invalid("that draft is no longer there")
    }
    if let reference = draft.customer {
      let customer = try mirror.read { try $0.customer(reference.id) }
      return DraftStart(draft: draft, match: customer.map { .linked($0) } ?? .unknown)
    }
    // It was closed before the question who pays was answered: ask again.
    let deal = try draft.deal.flatMap { deal in try mirror.read { try $0.deal(deal.id)?.deal } }
    guard let deal else { return DraftStart(draft: draft, match: .unknown) }
    return DraftStart(draft: draft, match: try await customer(for: deal))
  }

  /// Keeps an edited draft.
  func save(_ draft: InvoiceDraft) {
    do {
      try journal.save(draft, at: clock.now())
      post(.draftSaved(draft.id, revision: draft.revision, .success(clock.now())))
    } catch OutboxError.olderDraft {
      return  // a newer edit is on disk already and has told so
    } catch {
      post(.draftSaved(draft.id, revision: draft.revision, .failure(Failure(error))))
    }
  }

  /// Begins a payment on an invoice, tagged, with all that its customer has not paid.
  func startPayment(_ id: Invoice.ID) throws -> PaymentStart {
    try mirror.read { reader in
      guard let invoice = try reader.invoice(id) else {
        throw Failure.invalid("that invoice is no longer there")
      }
      return PaymentStart(
        draft: PaymentDraft(
          tag: random.tag(), customer: invoice.customer, date: clock.today(),
          mode: PaymentMode.bankTransfer.rawValue,
          amount: Money(invoice.balance, invoice.currency),
          applications: [Payment.Application(invoice: id, amount: invoice.balance)]),
        unpaid: try reader.unpaidInvoices(of: invoice.customer.id),
        credits: try reader.customer(invoice.customer.id).map {
          Money($0.unusedCredits, $0.currency)
        })
    }
  }

  private func homeCurrency() throws -> Currency {
    try mirror.read { try $0.organization()?.currency } ?? tenant.currency
  }

  /// The customer in Books that a deal's account is: by the local copy first, then by asking Books.
  /// When Books cannot be asked the user chooses: a draft can be written without a connection.
  func customer(for deal: Deal) async throws -> AppCore.CustomerMatch {
    guard let account = deal.account else { return .unknown }
    let known = try mirror.read { try $0.customer(for: account.id, contact: deal.contact?.id) }
    switch known?.way {
    case .linked: return known.map { .linked($0.customer) } ?? .unknown
    case .email: return known.map { .email($0.customer) } ?? .unknown
    case .name, nil: break
    }
    do {
      for try await page in gateway.pages(.customers(of: account.id), .interactive) {
        if let linked = page.rows.first { return .linked(linked) }
      }
    } catch {
      tell(Failure(error))
      return known.map { .name($0.customer) } ?? .unknown
    }
    if let customer = known?.customer { return .name(customer) }
    let contact = try deal.contact.flatMap { person in
      try mirror.read { try $0.contact(person.id) }
    }
    return .missing(account, email: contact?.email)
  }
}

extension AppCore.CustomerMatch {
  /// The customer, when nothing needs to be asked.
  var certain: Customer? {
    switch self {
    case .linked(let customer), .email(let customer): customer
    case .name, .missing, .unknown: nil
    }
  }
}
