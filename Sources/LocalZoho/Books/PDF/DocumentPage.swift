import Foundation

/// What an invoice or another document shows on paper, in words and figures that are ready to print.
struct DocumentPage {
  /// A row of the table.
  struct Line {
    var name: String
    var description: String
    var quantity: String
    var rate: String
    var discount: String
    var tax: String
    var amount: String
  }

  /// `INVOICE`
  var title = "INVOICE"
  var organization: String
  var organizationAddress: [String]
  var number: String
  /// A word such as `DRAFT`, or nothing.
  var stamp: String
  /// Dates and terms, with their labels.
  var facts: [(label: String, value: String)]
  /// `Bill To`
  var partyLabel = "Bill To"
  var customer: String
  var customerAddress: [String]
  var lines: [Line]
  /// Label and figure, in order: sub total, discount, each tax, shipping, adjustment, total.
  var totals: [(label: String, amount: String)]
  /// What stands under the total: what is still due.
  var balance: (label: String, amount: String)?
  var notes: String
  var conditions: String
}
