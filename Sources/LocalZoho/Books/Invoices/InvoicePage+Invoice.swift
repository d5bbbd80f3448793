import Foundation
import GRDB

extension Invoice {
  /// The name of its PDF.
  var fileName: String { invoiceNumber + ".pdf" }
}

extension InvoicePage {
  /// An invoice as it goes on paper.
  init(_ invoice: Invoice, today: Day, _ db: Database) throws {
    let organization = try Organization.current(db)
    let currency = try Currency.find(invoice.currencyId, db) ?? Currency.base(db)
    func text(_ amount: Int64) -> String { currency.text(Decimal(millionths: amount)) }
    var totals = [(label: "Sub Total", amount: text(invoice.subTotal))]
    let discount = DocumentTotals.Discount(stored: invoice.discount)
    if invoice.discountType == "entity_level", discount != .none {
      totals.append((label: "Discount", amount: "(-) " + text(invoice.discountTotal)))
    }
    for tax in try JSONValue(parsing: invoice.taxes).arrayValue ?? [] {
      let name = tax["tax_name"]?.stringValue ?? ""
      let percent = tax["tax_percentage"]?.numberValue ?? 0
      totals.append(
        (label: "\(name) (\(percent)%)", amount: currency.text(tax["tax_amount"]?.numberValue ?? 0))
      )
    }
    if invoice.shippingCharge != 0 {
      totals.append((label: "Shipping charge", amount: text(invoice.shippingCharge)))
    }
    if invoice.adjustment != 0 {
      totals.append((label: invoice.adjustmentDescription, amount: text(invoice.adjustment)))
    }
    totals.append((label: "Total", amount: text(invoice.total)))
    if invoice.paymentMade != 0 {
      totals.append((label: "Payment Made", amount: "(-) " + text(invoice.paymentMade)))
    }
    self.init(
      organization: organization.name,
      organizationAddress: OrganizationAddress.lines + [organization.primaryEmail],
      number: invoice.invoiceNumber, stamp: Self.stamp(invoice.status(on: today)),
      date: PaperDate.text(invoice.date), terms: invoice.paymentTermsLabel,
      dueDate: PaperDate.text(invoice.dueDate), reference: invoice.referenceNumber,
      customer: invoice.customerName, customerAddress: try Self.address(invoice.billingAddress),
      lines: try InvoiceLine.all(of: invoice.invoiceId, db).map { Self.line($0, currency) },
      totals: totals, balance: text(invoice.balance), notes: invoice.notes,
      conditions: invoice.terms)
  }

  private static func stamp(_ status: String) -> String {
    ["draft", "void", "paid", "overdue"].contains(status) ? status.uppercased() : ""
  }

  private static func line(_ line: InvoiceLine, _ currency: Currency) -> Line {
    let discount = DocumentTotals.Discount(stored: line.discount)
    let discountText: String
    switch discount {
    case .percent(let percent): discountText = "\(percent)%"
    case .amount(0): discountText = ""
    case .amount(let amount): discountText = amount.text(places: currency.places, grouped: true)
    }
    return Line(
      name: line.name, description: line.description,
      quantity: "\(Decimal(millionths: line.quantity))",
      rate: Decimal(millionths: line.rate).text(
        places: max(currency.places, 2), grouped: true),
      discount: discountText,
      tax: line.taxId == nil ? "" : "\(Decimal(millionths: line.taxPercentage))%",
      amount: Decimal(millionths: line.itemTotal).text(places: currency.places, grouped: true))
  }

  private static func address(_ json: String) throws -> [String] {
    let address = try JSONValue(parsing: json)
    func part(_ name: String) -> String { address[name]?.stringValue ?? "" }
    let place = [part("city"), part("state"), part("zip")].filter { !$0.isEmpty }
    let lines = part("address").split(separator: "\n").map(String.init)
    return
      ([part("attention")] + lines + [
        part("street2"), place.joined(separator: " "),
        part("country"),
      ]).filter { !$0.isEmpty }
  }
}

extension InvoicePage {
  /// The same as a page for a browser.
  var html: String {
    func cell(_ text: String) -> String { "<td>\(HTMLText.escaped(text))</td>" }
    func block(_ lines: [String]) -> String {
      lines.map(HTMLText.escaped).joined(separator: "<br>")
    }
    let rows = lines.enumerated().map { index, line in
      "<tr>" + cell(String(index + 1)) + "<td>"
        + block([line.name, line.description].filter { !$0.isEmpty }) + "</td>"
        + [line.quantity, line.rate, line.discount, line.tax, line.amount].map(cell).joined()
        + "</tr>"
    }
    let sums = (totals + [(label: "Balance Due", amount: balance)]).map {
      "<tr><th>\(HTMLText.escaped($0.label))</th>\(cell($0.amount))</tr>"
    }
    return """
      <!DOCTYPE html>
      <html><head><meta charset="UTF-8"><title>\(HTMLText.escaped(number))</title></head><body>
      <p><b>\(HTMLText.escaped(organization))</b><br>\(block(organizationAddress))</p>
      <h1>INVOICE</h1><p># \(HTMLText.escaped(number)) \(HTMLText.escaped(stamp))</p>
      <p>Bill To<br><b>\(HTMLText.escaped(customer))</b><br>\(block(customerAddress))</p>
      <p>Invoice Date : \(date)<br>Terms : \(HTMLText.escaped(terms))<br>Due Date : \(dueDate)<br>
      Reference# : \(HTMLText.escaped(reference))</p>
      <table><tr><th>#</th><th>Item &amp; Description</th><th>Qty</th><th>Rate</th>
      <th>Discount</th><th>Tax</th><th>Amount</th></tr>
      \(rows.joined(separator: "\n"))
      </table><table>
      \(sums.joined(separator: "\n"))
      </table><p>\(block(notes.components(separatedBy: "\n")))</p>
      <p>\(block(conditions.components(separatedBy: "\n")))</p></body></html>
      """
  }
}
