import AppCore
import ArgumentParser
import Sales
import ZohoAPI

/// Mails an invoice to its customer, as the review screen would.
struct SendInvoice: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Mail the invoice to its customer.",
    discussion: """
      Without --yes it says the organization, the recipients, the number and the total as Books \
      has them now, and sends nothing. With --dry-run nobody is asked: the mail's words and \
      recipients, which Books proposes, are then not known.
      """)

  @Argument(help: "Its number or its id.") var invoice: String
  @Option(help: "An address in place of those that Books proposes; may be given again.")
  var to: [String] = []
  @Option(help: "The subject in place of the one that Books proposes.") var subject: String?

  @OptionGroup var consent: Consent
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      guard !write.dryRun else { return try show(session) }
      try session.allowWrite()
      let detail = try await session.invoice(invoice)
      var mail = try await session.send(.mail(for: detail.invoice.id))
      if !to.isEmpty {
        mail.recipients = to.map { .init(name: "", email: $0, isSelected: true) }
      }
      if let subject { mail.subject = subject }
      try check(detail.invoice, mail)
      for line in facts(detail.invoice, mail, session) { session.output.tell(line) }
      guard consent.yes else {
        throw HeadlessError(.usage, "Nothing was sent. Say --yes to send it.")
      }
      let writes = try await session.services()
      let end = try await session.seeThrough(.emailInvoice(detail.invoice, mail), writes)
      session.output.done(
        end.words,
        [
          "invoice_id": .text(detail.invoice.id.rawValue),
          "invoice_number": .text(detail.invoice.number), "action": "sent",
          "to": .list(mail.selectedAddresses.map(FieldValue.text)),
        ])
    }
  }

  private func check(_ invoice: Invoice, _ mail: InvoiceMail) throws(HeadlessError) {
    guard invoice.status != .known(.void) else {
      throw HeadlessError(.refused, "Invoice \(invoice.number) is void.")
    }
    guard !mail.selectedAddresses.isEmpty else {
      throw HeadlessError(
        .badInput, "Books knows no address for \(invoice.customer.name): give --to ADDRESS.")
    }
  }

  private func facts(
    _ invoice: Invoice, _ mail: InvoiceMail, _ session: HeadlessSession
  ) -> [String] {
    [
      "Organization  \(session.name) (\(session.client.booksOrganization ?? "none"))",
      "Invoice       \(invoice.number) for \(invoice.customer.name)",
      "Total         \(Money(invoice.total, invoice.currency).full.string)",
      "To            \(mail.selectedAddresses.joined(separator: ", "))",
      "Subject       \(mail.subject)",
      "Attached      \(mail.attachmentName ?? "nothing")",
    ]
  }

  private func show(_ session: HeadlessSession) throws {
    let id = Invoice.ID(try RecordID.only(invoice))
    session.output.tell("the body is what Books proposes for the mail, read just before")
    let mail = InvoiceMail(
      recipients: to.map { .init(name: "", email: $0, isSelected: true) }, from: "",
      subject: subject ?? "", body: "", attachmentName: "invoice.pdf")
    guard !to.isEmpty else {
      // A request that names nobody must not exist, so that only its address can be shown.
      return session.output.print(
        JSONText.object([
          ("method", "POST"), ("path", .text("/books/v3/invoices/\(id.rawValue)/email")),
        ]) + "\n")
    }
    try session.show(Request.send(mail, for: id))
  }
}
