import AppCore
import ArgumentParser
import Sales
import ZohoAPI

/// Marks an invoice as given to the customer, without a mail.
struct MarkInvoiceSent: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark-sent", abstract: Commands.abstract(of: "invoices mark-sent"))

  @Argument(help: "Its number or its id.") var invoice: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      guard !write.dryRun else {
        return try session.show(Request.markSent(Invoice.ID(try RecordID.only(invoice))))
      }
      try session.allowWrite()
      let found = try await session.invoice(invoice).invoice
      guard found.status == .known(.draft) else {
        throw HeadlessError(
          .refused, "Invoice \(found.number) is no draft any more: it is \(found.status.text).")
      }
      try await session.change(found, .markSent(found), action: "marked-sent")
    }
  }
}

/// Makes an invoice void.
struct VoidInvoice: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: Commands.abstract(of: "invoices void"))

  @Argument(help: "Its number or its id.") var invoice: String
  @OptionGroup var consent: Consent
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      guard !write.dryRun else {
        return try session.show(Request.void(Invoice.ID(try RecordID.only(invoice))))
      }
      try session.allowWrite()
      let found = try await session.invoice(invoice).invoice
      guard found.status != .known(.void) else {
        throw HeadlessError(.refused, "Invoice \(found.number) is void already.")
      }
      guard found.paid <= 0 else {
        throw HeadlessError(
          .refused,
          "Something was paid on invoice \(found.number): delete the payment in Books first.")
      }
      guard consent.yes else {
        throw HeadlessError(
          .usage,
          "Nothing was done. Say --yes to void \(found.number) of \(found.customer.name), "
            + "\(Money(found.total, found.currency).full.string).")
      }
      try await session.change(found, .voidInvoice(found), action: "voided")
    }
  }
}

extension HeadlessSession {
  /// Sees a change of an invoice through, and tells it.
  fileprivate func change(
    _ invoice: Invoice, _ request: WriteRequest, action: String
  ) async throws {
    let end = try await seeThrough(request)
    output.done(
      end.words,
      [
        "invoice_id": .text(invoice.id.rawValue), "invoice_number": .text(invoice.number),
        "action": .text(action),
      ])
  }
}
