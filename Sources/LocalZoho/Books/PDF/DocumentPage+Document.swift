import Foundation
import GRDB

extension DocumentPage {
  /// A document of any kind as it goes on paper.
  init(
    _ document: Document, _ kind: DocumentKind, today: Day, _ db: Database
  ) throws {
    let organization = try Organization.current(db)
    let currency = try document.currency(db)
    let status = try document.status(kind, on: today, db)
    var facts = [(label: "Date", value: PaperDate.text(document.date))]
    if let second = kind.secondDay, !document.dueDate.isEmpty {
      let words = second.name.split(separator: "_").map {
        $0.prefix(1).uppercased() + $0.dropFirst()
      }
      facts.append((words.joined(separator: " "), PaperDate.text(document.dueDate)))
    }
    facts.append(("Reference#", document.referenceNumber))
    self.init(
      title: kind.paperTitle, organization: organization.name,
      organizationAddress: OrganizationAddress.lines + [organization.primaryEmail],
      number: document.number,
      stamp: ["draft", "void"].contains(status) ? status.uppercased() : "", facts: facts,
      partyLabel: kind.party == .customer ? "Bill To" : "Vendor Address",
      customer: document.contactName,
      customerAddress: try Self.address(document.billingAddress),
      lines: try DocumentLine.all(of: document.documentId, db).map { Self.line($0, currency) },
      totals: try Self.totals(of: document, currency),
      balance: kind.settled == nil
        ? nil : ("Balance", currency.text(Decimal(millionths: document.balance))),
      notes: document.notes, conditions: document.terms)
  }
}
