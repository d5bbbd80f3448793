import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import Screen
import ZohoAPI

extension Services {
  /// Performs what the screens of invoices ask for.
  func perform(_ effect: BillingEffect) async {
    switch effect {
    case .hold(let request, let until): await dispatcher.hold(request, until: until)
    case .release(let id): await dispatcher.release(id)
    case .takeBack(let id): await dispatcher.takeBack(id)
    case .countDown: countDown()
    case .prepareReminder(let id):
      post(.billing(.reminderPrepared(id, await result { try await reminder(of: id) })))
    case .gather(let kind, let ids):
      post(.billing(.gathered(kind, reading { try $0.invoices(ids) })))
    case .gatherDue(let day):
      post(.billing(.gathered(.remind, reading { try $0.invoices(dueBy: day) })))
    case .prepareMails(let kind, let ids): await prepareMails(kind, ids)
    case .loadCredits(let purpose, let invoice):
      post(.billing(.creditsLoaded(purpose, await result { try await credits(for: invoice) })))
    case .savePapers(let ids):
      post(.billing(.papersSaved(await result { try await savePapers(ids) })))
    case .readPaper(let id): await readPaper(id)
    case .findMarks(let query, let extent):
      post(.billing(.marksFound(query, extent, reading { try $0.markable(query, extent) })))
    }
  }

  /// A second of a countdown, in the background: the caller does not wait for it.
  private func countDown() {
    Task { [clock, post] in
      guard (try? await clock.alarm(.seconds(1))) != nil else { return }
      post(.ticked(clock.now(), today: clock.today()))
      post(.billing(.secondPassed))
    }
  }

  private func reminder(of id: Invoice.ID) async throws -> StoredInvoice {
    let detail = try await gateway.send(.invoice(id), .interactive)
    return try await stored(detail, gateway.send(.reminder(of: id), .interactive))
  }

  /// The mails of many invoices, each told as it comes.
  private func prepareMails(_ kind: BulkKind, _ ids: [Invoice.ID]) async {
    for id in ids {
      let mail = await result {
        try await gateway.send(kind == .remind ? .reminder(of: id) : .mail(for: id), .interactive)
      }
      post(.billing(.mailReady(id, kind, mail)))
    }
  }

  /// What the customer of an invoice has left, in the invoice's currency.
  private func credits(for invoice: Invoice) async throws -> CreditStanding {
    let customer = invoice.customer.id
    var credits: [OpenCredit] = []
    let notes = List.documents(.creditNote, currency: invoice.currency, customer: customer)
    for try await page in gateway.pages(notes, .interactive) {
      credits += page.rows.filter { $0.status == "open" && $0.balance.amount > 0 }.map { note in
        OpenCredit(
          source: .creditNote(note.id), number: note.number, date: note.date, left: note.balance)
      }
    }
    let payments = List.unusedPayments(of: customer, currency: invoice.currency)
    for try await page in gateway.pages(payments, .interactive) { credits += page.rows }
    var accounts: [PayingAccount] = []
    for try await page in gateway.pages(.payingAccounts(), .interactive) { accounts += page.rows }
    return CreditStanding(
      invoice: invoice, credits: credits.filter { $0.left.currency == invoice.currency },
      accounts: accounts, tag: random.tag())
  }
}

extension MirrorReader {
  /// Rows to be marked that are not all on the screen.
  fileprivate func markable(
    _ query: InvoiceQuery, _ extent: MarkExtent<Invoice>
  ) throws -> MarkedRows<Invoice> {
    let ids = try invoiceIDs(query)
    var found = ids[...]
    if case .between(let first, let last) = extent {
      guard let start = ids.firstIndex(of: first), let end = ids.firstIndex(of: last) else {
        return MarkedRows(rows: [], count: 0)
      }
      found = ids[min(start, end)...max(start, end)]
    }
    let rows = try invoices(Array(found.prefix(Marks<Invoice>.limit)))
    return MarkedRows(rows: rows.map(Markable.init), count: found.count)
  }
}
