import Screen
import ZohoAPI

/// Rows as columns for people. Nothing in them can drive the terminal.
struct TableText {
  /// Wider cells are cut, with `…` to say so.
  private static let widest = 60

  let columns: [String]
  private var rows: [[(text: SafeText, isNumber: Bool)]] = []

  init(columns: [String]) { self.columns = columns }

  /// Adds a row.
  mutating func add(_ row: RecordFields) {
    rows.append(
      columns.map { column in
        let value = row.value(of: column)
        return (SafeText(value.cell).truncated(to: Self.widest), value.isNumber)
      })
  }

  /// The whole table, a line for each row below a line of names.
  var text: String {
    let header = columns.map { (text: SafeText($0), isNumber: false) }
    let widths = columns.indices.map { index in
      ([header] + rows).map { $0[index].text.width }.max() ?? 0
    }
    return ([header] + rows).map { cells in
      let line = zip(cells, widths).map { cell, width in
        let blanks = String(repeating: " ", count: max(0, width - cell.text.width))
        return cell.isNumber ? blanks + cell.text.string : cell.text.string + blanks
      }.joined(separator: "  ")
      return line.withoutLastBlanks + "\n"
    }.joined()
  }
}

extension String {
  /// The text without the blanks at its end.
  fileprivate var withoutLastBlanks: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
