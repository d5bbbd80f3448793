import Screen
import ZohoAPI

extension Output {
  /// Rows of a few columns of which the last is a sentence or a path: on a terminal nothing of it is
  /// cut, elsewhere they are rows like any others.
  func labelled(columns: [String], _ rows: [RecordFields]) {
    guard format == .table else {
      let writer = self.rows(columns: columns)
      writer.add(rows)
      return finish(writer)
    }
    let cells = rows.map { row in columns.map { SafeText(row.value(of: $0).cell) } }
    let widths = columns.indices.map { index in cells.map { $0[index].width }.max() ?? 0 }
    for row in cells {
      let line = row.indices.map { index in
        let isLast = index == row.count - 1
        let blanks = isLast ? 0 : widths[index] - row[index].width
        return row[index].string + String(repeating: " ", count: blanks)
      }
      print(line.joined(separator: "  ") + "\n")
    }
  }
}
