import Foundation
import GRDB

extension DocumentPage {
  /// The receipt of a payment: the invoices it paid, and what is left of it.
  init(_ payment: Payment, _ db: Database) throws {
    let organization = try Organization.current(db)
    let currency = try Currency.find(payment.currencyId, db) ?? Currency.base(db)
    func text(_ amount: Int64) -> String { currency.text(Decimal(millionths: amount)) }
    let applied = try Row.fetchAll(
      db,
      sql: """
        SELECT a.amount_applied, i.invoice_number, i.date
        FROM books_payment_invoices a JOIN books_invoices i USING (invoice_id)
        WHERE a.payment_id = ? ORDER BY a.invoice_payment_id
        """, arguments: [payment.paymentId])
    self.init(
      title: "PAYMENT RECEIPT", organization: organization.name,
      organizationAddress: OrganizationAddress.lines + [organization.primaryEmail],
      number: String(payment.paymentNumber), stamp: "",
      facts: [
        ("Payment Date", PaperDate.text(payment.date)),
        ("Payment Mode", Payment.modeText(payment.paymentMode)),
        ("Reference#", payment.referenceNumber),
      ],
      partyLabel: "Received From", customer: payment.customerName,
      customerAddress: try Self.address(Contact.find(payment.customerId, db).billingAddress),
      lines: applied.map { row in
        Line(
          name: row["invoice_number"], description: PaperDate.text(row["date"]), quantity: "",
          rate: "", discount: "", tax: "", amount: text(row["amount_applied"]))
      }, totals: [(label: "Amount Received", amount: text(payment.amount))],
      balance: ("Unused Amount", text(payment.unusedAmount)), notes: payment.description,
      conditions: "")
  }
}
