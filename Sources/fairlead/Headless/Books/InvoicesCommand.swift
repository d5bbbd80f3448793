import ArgumentParser

/// Invoices of Zoho Books.
struct InvoicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invoices", abstract: "Work with invoices of Zoho Books.",
    discussion: """
      What writes goes through the journal of the program and leaves at most once. When an answer \
      is lost the exit status is \(ExitStatus.uncertain.rawValue): look before you repeat it.
      """,
    subcommands: [
      ListInvoices.self, ShowInBooks<ShownInvoice>.self, DraftInvoice.self, SendInvoice.self,
      MarkInvoiceSent.self, VoidInvoice.self, PayInvoice.self, InvoicePDF.self,
      RemindInvoices.self,
    ])
}

/// Payments of customers.
struct PaymentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payments", abstract: "Look at payments of customers in Zoho Books.",
    subcommands: [ListPayments.self, ShowInBooks<ShownPayment>.self])
}

/// Customers of Books.
struct CustomersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customers", abstract: "Look at customers in Zoho Books.",
    subcommands: [ListCustomers.self, ShowInBooks<ShownCustomer>.self])
}
