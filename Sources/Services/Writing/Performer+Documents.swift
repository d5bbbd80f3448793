import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

extension Performer {
  /// What a look at Books says about a paper whose answer was lost. What was made is found by its tag.
  func look(for write: DocumentWrite) async throws -> Finding {
    switch write {
    case .create(let draft): return try await look(for: draft)
    case .setStatus(let document, let status):
      let now = try await gateway.send(
        .document(document.kind, document.id, currency: document.total.currency), .probe)
      return now.status == DocumentWrite.status(after: status)
        ? .found(returnedID: nil, detail: "\(now.number) is \(now.status)") : .absent
    }
  }

  private func look(for draft: DocumentDraft) async throws -> Finding {
    var found: [BooksDocument] = []
    let list = List.documents(
      draft.kind, currency: draft.currency, customer: draft.customer.id)
    for try await page in gateway.pages(list, .probe) {
      found += page.rows.filter { $0.reference == draft.taggedReference }
    }
    guard let document = found.first else { return .absent }
    guard found.count == 1 else {
      return .duplicates(detail: "\(found.count) papers carry \(draft.tag)")
    }
    return .found(returnedID: document.id, detail: "it is \(document.number)")
  }

  /// A credit note changes the invoice it is for, and what its customer owes.
  func readBack(_ write: DocumentWrite, for intent: Intent.ID) async throws {
    guard case .create(let draft) = write, draft.kind == .creditNote else { return }
    if let invoice = draft.invoice { try await readBack(invoice.id, for: intent) }
    try await readBack(draft.customer.id)
  }
}

extension DocumentWrite {
  /// How a paper stands after a call that changes it.
  static func status(after call: String) -> String {
    switch call {
    case "stop": "stopped"
    case "resume": "active"
    default: call
    }
  }
}
