import Foundation
import GRDB

extension Invoice {
  /// The name of its PDF.
  var fileName: String { invoiceNumber + ".pdf" }
}

extension DocumentPage {
  /// An invoice as it goes on paper.
  init(_ invoice: Invoice, today: Day, _ db: Database) throws {
    let organization = try Organization.current(db)
    let currency = try Currency.find(invoice.currencyId, db) ?? Currency.base(db)
    func text(_ amount: Int64) -> String { currency.text(Decimal(millionths: amount)) }
    var totals = try Self.totals(of: invoice, currency)
    if invoice.paymentMade != 0 {
      totals.append((label: "Payment Made", amount: "(-) " + text(invoice.paymentMade)))
    }
    if invoice.creditsApplied != 0 {
      totals.append((label: "Credits Applied", amount: "(-) " + text(invoice.creditsApplied)))
    }
    self.init(
      title: invoice.type == "debit_note" ? "DEBIT NOTE" : "INVOICE",
      organization: organization.name,
      organizationAddress: OrganizationAddress.lines + [organization.primaryEmail],
      number: invoice.invoiceNumber, stamp: Self.stamp(invoice.status(on: today)),
      facts: [
        ("Invoice Date", PaperDate.text(invoice.date)), ("Terms", invoice.paymentTermsLabel),
        ("Due Date", PaperDate.text(invoice.dueDate)), ("Reference#", invoice.referenceNumber),
      ],
      customer: invoice.customerName, customerAddress: try Self.address(invoice.billingAddress),
      lines: try InvoiceLine.all(of: invoice.invoiceId, db).map { Self.line($0, currency) },
      totals: totals, balance: ("Balance Due", text(invoice.balance)), notes: invoice.notes,
      conditions: invoice.terms)
  }

  private static func stamp(_ status: String) -> String {
    ["draft", "void", "paid", "overdue"].contains(status) ? status.uppercased() : ""
  }
}
