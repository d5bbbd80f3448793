import Foundation

/// The figures as a table: absolute values, the ratio to the floor, the budget, the verdict.
struct Table {
  let rows: [MeasuredRow]

  /// The table in Markdown, so that it can be put into a document as it is.
  var text: String {
    let header = [
      "what", "unit", "median", "range", "floor", "x floor", "budget", "verdict", "quoted",
    ]
    let lines = rows.map { row in
      [
        row.title, row.unit, Self.text(row.value), Self.range(row), Self.text(row.floor),
        Self.ratio(row), Self.text(row.limit), row.verdict.rawValue, row.reference,
      ]
    }
    let widths = header.indices.map { column in
      ([header] + lines).map { $0[column].count }.max() ?? 0
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([header, rule] + lines).map { cells in
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private static func range(_ row: MeasuredRow) -> String {
    guard let least = row.least, let greatest = row.greatest, least < greatest else { return "" }
    return "\(text(least)) to \(text(greatest))"
  }

  private static func ratio(_ row: MeasuredRow) -> String {
    guard let value = row.value, let floor = row.floor, floor > 0 else { return "" }
    return text(value / floor)
  }

  /// Three digits that count.
  private static func text(_ value: Double?) -> String {
    guard let value else { return "" }
    let size = abs(value)
    let places = size >= 100 || value == 0 ? 0 : size >= 10 ? 1 : 2
    return String(format: "%.\(places)f", value)
  }
}
