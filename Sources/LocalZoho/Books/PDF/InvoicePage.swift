import Foundation

/// What an invoice shows on paper, in words and figures that are ready to print.
struct InvoicePage {
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

  var organization: String
  var organizationAddress: [String]
  var number: String
  /// A word such as `DRAFT`, or nothing.
  var stamp: String
  var date: String
  var terms: String
  var dueDate: String
  var reference: String
  var customer: String
  var customerAddress: [String]
  var lines: [Line]
  /// Label and figure, in order: sub total, discount, each tax, shipping, adjustment, total.
  var totals: [(label: String, amount: String)]
  var balance: String
  var notes: String
  var conditions: String
}
