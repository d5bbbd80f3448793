import Foundation

extension DocumentPage {
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
    let sums = (totals + [balance].compactMap(\.self)).map {
      "<tr><th>\(HTMLText.escaped($0.label))</th>\(cell($0.amount))</tr>"
    }
    return """
      <!DOCTYPE html>
      <html><head><meta charset="UTF-8"><title>\(HTMLText.escaped(number))</title></head><body>
      <p><b>\(HTMLText.escaped(organization))</b><br>\(block(organizationAddress))</p>
      <h1>\(title)</h1><p># \(HTMLText.escaped(number)) \(HTMLText.escaped(stamp))</p>
      <p>\(partyLabel)<br><b>\(HTMLText.escaped(customer))</b><br>\(block(customerAddress))</p>
      <p>\(block(facts.filter { !$0.value.isEmpty }.map { "\($0.label) : \($0.value)" }))</p>
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
