import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

extension Services {
  /// Performs an effect of drafts and papers to its end.
  func perform(_ effect: DraftingEffect) async {
    switch effect {
    case .loadLast(let customer, let draft, let other):
      let last = await result { try await lastInvoice(of: customer, except: other) }
      post(.drafting(.lastFound(draft, last)))
    case .startLike(let id):
      post(.draftStarted(await result { try await startDraft(like: id) }))
    case .adopt(let id): post(.draftStarted(await result { try await adopt(id) }))
    case .startFrom(let estimate):
      post(.draftStarted(await result { try await startDraft(from: estimate) }))
    case .loadTemplates:
      post(.drafting(.templatesLoaded(await result { try await templates() })))
    case .loadDocuments(let kind):
      post(.drafting(.documentsLoaded(kind, await result { try await documents(kind) })))
    case .startRecurring(let source):
      post(.drafting(.documentStarted(await result { try await startRecurring(source) })))
    case .startCreditNote(let invoice):
      post(.drafting(.documentStarted(await result { try await startCreditNote(invoice) })))
    case .startRetainer(let deal):
      post(.drafting(.documentStarted(await result { try await startRetainer(deal) })))
    case .loadFiles, .attach, .detach, .findPaths: await performOnFiles(effect)
    }
  }

  /// The looks of invoices, the one of the last draft that had one first.
  private func templates() async throws -> TemplateList {
    let lastUsed = try (journal.drafts() + journal.discardedDrafts()).lazy
      .compactMap(\.template).first?.id
    let all = try await gateway.send(.invoiceTemplates(), .interactive)
    return TemplateList(
      templates: all.filter { $0.id == lastUsed } + all.filter { $0.id != lastUsed },
      lastUsed: lastUsed)
  }

  /// The papers of a sort, newest first.
  private func documents(_ kind: DocumentKind) async throws -> [BooksDocument] {
    let currency = try mirror.read { try $0.organization()?.currency } ?? tenant.currency
    var found: [BooksDocument] = []
    for try await page in gateway.pages(.documents(kind, currency: currency), .interactive) {
      found += page.rows
    }
    return found.sorted { one, other in
      let (first, second) = (one.date?.description ?? "", other.date?.description ?? "")
      return first == second ? one.number > other.number : first > second
    }
  }

  private func startRecurring(_ source: RecurringSource) async throws -> DocumentStart {
    var paper: DocumentDraft
    switch source {
    case .draft(let draft):
      guard let customer = draft.customer else {
        throw Failure.invalid("choose a customer first")
      }
      paper = self.paper(.recurringInvoice, customer, draft.currency, draft.filledLines)
      paper.isInclusiveTax = draft.isInclusiveTax
      paper.discount = draft.discount
      paper.paymentTerms = draft.paymentTerms
      paper.notes = draft.notes
      paper.terms = draft.terms
    case .invoice(let id):
      let detail = try await gateway.send(.invoice(id), .interactive)
      paper = self.paper(
        .recurringInvoice, detail.invoice.customer, detail.invoice.currency, detail.lines)
      paper.isInclusiveTax = detail.isInclusiveTax
      paper.discount = detail.discount
      paper.paymentTerms = detail.paymentTerms
      paper.notes = detail.notes
      paper.terms = detail.terms
    }
    paper.date = clock.today().adding(days: 1)
    paper.recurrence = Recurrence(
      name: "\(paper.customer.name), monthly", count: 1, unit: .months)
    return DocumentStart(draft: paper)
  }

  private func startCreditNote(_ id: Invoice.ID) async throws -> DocumentStart {
    let detail = try await gateway.send(.invoice(id), .interactive)
    let invoice = detail.invoice
    var paper = paper(.creditNote, invoice.customer, invoice.currency, detail.lines)
    paper.isInclusiveTax = detail.isInclusiveTax
    paper.discount = detail.discount
    paper.invoice = Reference(id: invoice.id, name: invoice.number)
    return DocumentStart(draft: paper)
  }

  private func startRetainer(_ id: Deal.ID) async throws -> DocumentStart {
    guard let deal = try mirror.read({ try $0.deal(id)?.deal }) else {
      throw Failure.invalid("that deal is no longer there")
    }
    guard let customer = try await customer(for: deal).certain else {
      throw Failure.invalid(
        "\(deal.account?.name ?? "the deal") has no customer in Books yet: i begins an invoice and makes one"
      )
    }
    var paper = paper(
      .retainerInvoice, Reference(id: customer.id, name: customer.name), customer.currency,
      [LineItem(name: "Deposit for \(deal.name)")])
    paper.deal = Reference(id: deal.id, name: deal.name)
    return DocumentStart(draft: paper, dealValue: deal.amount)
  }

  private func paper(
    _ kind: DocumentKind, _ customer: Reference<Customer>, _ currency: Currency,
    _ lines: [LineItem]
  ) -> DocumentDraft {
    DocumentDraft(
      kind: kind, tag: random.tag(), customer: customer, currency: currency, date: clock.today(),
      lines: lines.map { line in
        var line = line
        line.id = nil
        return line
      })
  }
}
