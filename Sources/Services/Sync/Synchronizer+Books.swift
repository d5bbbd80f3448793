import FoundationEssentials
import LocalMirror
import Sales
import ZohoAPI

extension Synchronizer {
  /// Fetches what changed in Books.
  func synchronizeBooks() async throws {
    let currency = try mirror.read { try $0.organization()?.currency } ?? Currency("USD")
    var taxes: [Tax] = []
    for try await page in gateway.pages(.taxes(), .background) { taxes += page.rows }
    try mirror.write { [taxes] in try $0.replace(taxes: taxes) }
    try await synchronize(.invoices, module: "invoices") {
      .invoices(modifiedSince: $0)
    } save: { [now = now()] in
      try $0.notice(changesOf: $1, at: now)
      try $0.save(invoices: $1)
    }
    try await synchronize(.customers, module: "customers") {
      .customers(modifiedSince: $0)
    } save: {
      try $0.save(customers: $1)
    }
    try await synchronize(.items, module: "items") { _ in
      .items()
    } save: {
      try $0.save(items: $1)
    }
    try await synchronize(.payments, module: "payments") {
      .payments(currency: currency, modifiedSince: $0)
    } save: {
      try $0.save(payments: $1)
    }
  }
}
