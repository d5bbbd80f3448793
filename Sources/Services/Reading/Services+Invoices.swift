import AppCore
import FoundationEssentials
import LocalMirror
import Sales
import ZohoAPI

extension Services {
  /// How many entries a type-ahead shows at most.
  private static let matches = 20

  /// Answers what the invoices screen and the editor ask of the local copy; nil for other effects.
  func readInvoices(_ effect: Effect) -> [Action]? {
    switch effect {
    case .loadInvoiceSummary(let today):
      return answer { [.invoiceSummaryLoaded(try $0.invoiceSummary(today: today))] }
    case .loadInvoices(let query, let anchor, let limit):
      let window = reading { try $0.invoices(query, around: anchor, limit: limit) }
      return [.invoicesLoaded(query, window)]
    case .loadInvoiceFolder(let id):
      return answer { reader in
        try reader.invoiceFolder(id).map { [.invoiceFolderLoaded(id, .success($0))] } ?? []
      }
    case .findItems(let words):
      return answer {
        [.itemsFound(words: words, try $0.items(matching: words, limit: Self.matches))]
      }
    case .findCustomers(let words):
      return answer {
        [.customersFound(words: words, try $0.customers(matching: words, limit: Self.matches))]
      }
    case .loadCustomer(let id):
      return answer { reader in
        try standing(of: id, reader).map { [.customerLoaded(id, $0)] } ?? []
      }
    case .loadTaxes:
      return answer { [.taxesLoaded(try $0.taxes())] }
    default:
      return nil
    }
  }

  private func standing(
    of id: Customer.ID, _ reader: MirrorReader
  ) throws -> CustomerStanding? {
    guard let customer = try reader.customer(id) else { return nil }
    return CustomerStanding(
      customer: customer, persons: try reader.persons(of: id),
      unpaid: try reader.unpaidInvoices(of: id))
  }

  /// Fetches an invoice in full with its history and its payments, and shows them.
  func refreshFolder(_ id: Invoice.ID) async {
    guard await attention.isStillOn(id.rawValue) else { return }
    do {
      let detail = try await gateway.send(.invoice(id), .interactive)
      let events = try await gateway.send(.history(of: id), .interactive)
      try mirror.keep(detail, events, unless: journal.awaitsMail(of: id))
      guard let folder = try mirror.read({ try $0.invoiceFolder(id) }) else { return }
      post(.invoiceFolderLoaded(id, .success(folder)))
    } catch ZohoError.refused(let refusal) where refusal.status == 404 {
      forget(id, refusal)
    } catch {
      post(.invoiceFolderLoaded(id, .failure(Failure(error))))
    }
  }

  /// Takes an invoice out of the local copy that Books no longer has: its lists do not say what was
  /// deleted.
  private func forget(_ id: Invoice.ID, _ refusal: Refusal) {
    do {
      if try mirror.read({ try $0.invoice(id) }) != nil {
        try mirror.write { try $0.delete([id.rawValue], from: .invoices) }
        // Whatever shows it is read again, which comes here again and finds nothing to take out.
        post(.mirrorChanged)
      }
    } catch {
      tell(Failure(error))
    }
    post(.invoiceFolderLoaded(id, .failure(Failure(ZohoError.refused(refusal)))))
  }
}
