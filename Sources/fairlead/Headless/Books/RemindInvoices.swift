import ArgumentParser
import Sales
import ZohoAPI

/// Mails payment reminders: for invoices named, or for all that are late by so long.
struct RemindInvoices: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind", abstract: "Mail payment reminders for overdue invoices.",
    discussion: """
      Without --yes it lists the invoices and sends nothing. Each invoice has its own result; when \
      some could not be reminded of, the exit status is \(ExitStatus.someFailed.rawValue). After a \
      lost answer it stops, since the mail may have gone out.
      """)

  @Argument(help: "Numbers or ids of invoices.") var invoices: [String] = []
  @Option(help: "All that are late by so many days or more: 14d.") var lateBy: DayCount?

  @OptionGroup var consent: Consent
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func validate() throws {
    guard invoices.isEmpty != (lateBy == nil) else {
      throw ValidationError("Give invoices, or --late-by.")
    }
  }

  func run() async throws {
    try await headless(options) { session in
      guard !write.dryRun else {
        guard lateBy == nil else {
          throw HeadlessError(
            .badInput, "A dry run asks nobody which invoices are late: leave --yes out instead.")
        }
        for invoice in invoices {
          try session.show(Request.remind(of: Invoice.ID(try RecordID.only(invoice))))
        }
        return
      }
      try session.allowWrite()
      let found = try await find(session)
      for invoice in found {
        session.output.tell(
          "\(invoice.number)  \(invoice.customer.name)  due "
            + "\(invoice.dueDate?.description ?? "never")  "
            + Money(invoice.balance, invoice.currency).full.string)
      }
      guard consent.yes else {
        throw HeadlessError(
          .usage, "Nothing was sent. Say --yes to mail \(grouped(found.count)) reminders.")
      }
      try await send(found, session)
    }
  }

  private func find(_ session: HeadlessSession) async throws -> [Invoice] {
    guard let lateBy else {
      var found: [Invoice] = []
      for text in invoices { found.append(try await session.invoice(text).invoice) }
      return found
    }
    let latest = session.clock.today().adding(days: -lateBy.days)
    var found: [Invoice] = []
    for try await page in session.pages(List<Invoice>.invoices(status: .overdue)) {
      found += page.rows.filter { $0.balance > 0 && ($0.dueDate.map { $0 <= latest } ?? false) }
    }
    return found
  }

  private func send(_ invoices: [Invoice], _ session: HeadlessSession) async throws {
    let results = session.results(columns: ["invoice_number", "status", "message"])
    for (index, invoice) in invoices.enumerated() {
      let row: RecordFields = [
        "invoice_id": .text(invoice.id.rawValue), "invoice_number": .text(invoice.number),
      ]
      do throws(HeadlessError) {
        try await session.send(.remind(of: invoice.id))
        results.add(row.merging(["status": "reminded"]) { $1 }, isGood: true)
      } catch {
        let words = FieldValue.text(error.lines.joined(separator: " "))
        results.add(
          row.merging(["status": .text(error.status.name), "message": words]) { $1 },
          isGood: false)
        guard error.status == .refused || error.status == .notFound else {
          for rest in invoices.dropFirst(index + 1) {
            results.add(
              ["invoice_number": .text(rest.number), "status": "not-sent"], isGood: false)
          }
          results.tell()
          throw error
        }
      }
    }
    try results.finish()
  }
}

extension Request where Response == Void {
  /// Mails a payment reminder, in the words of the organization's template, to the usual people.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#remind-customer>
  fileprivate static func remind(of id: Invoice.ID) -> Self {
    .json(.books, .post, "/invoices/\(id.rawValue)/paymentreminder", .object([:])) { _ in }
  }
}

/// A number of days: `14d`.
struct DayCount: ExpressibleByArgument, Hashable {
  let days: Int

  init?(argument: String) {
    let digits = argument.hasSuffix("d") ? argument.dropLast() : argument[...]
    guard let days = Int(digits), (0...36_500).contains(days) else { return nil }
    self.days = days
  }
}
