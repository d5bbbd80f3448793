import Sales

/// Which columns the list of deals has at a width, and how wide each is.
struct DealTable: Hashable {
  /// A column with its place.
  struct Column: Hashable {
    /// What it shows.
    var column: DealColumn
    /// How many cells it takes.
    var width: Int
  }

  /// How many lines the head and the foot of the table take.
  static let headerAndFooter = 2

  /// The columns from left to right, one blank between them.
  let columns: [Column]
  /// How many columns were chosen that have no room.
  private(set) var missing = 0

  private static let widths: [DealColumn: Int] = [
    .account: 18, .stage: 14, .amount: 12, .closing: 11, .next: 10, .owner: 14, .age: 6,
  ]
  private static let minimumName = 18
  private static let byImportance: [DealColumn] = [
    .amount, .next, .stage, .closing, .account, .owner,
  ]

  /// The columns that are shown while nobody has chosen any.
  static let usual: [BoardView.TableColumn] = DealColumn.allCases
    .filter { $0 == .name || byImportance.contains($0) }
    .map { .init(column: $0.rawValue, width: usualWidth(of: $0)) }

  /// How wide a column is at first.
  static func usualWidth(of column: DealColumn) -> Int { widths[column] ?? minimumName }

  /// The columns that fit a width: name, amount and next activity always, the others as there is room.
  init(width: Int) {
    var rest = width - Self.minimumName
    var shown: Set<DealColumn> = [.name]
    for column in Self.byImportance {
      let needed = (Self.widths[column] ?? 0) + 1
      if needed > rest && shown.count > 2 { break }
      shown.insert(column)
      rest -= needed
    }
    let nameWidth = Self.minimumName + max(0, rest)
    columns = DealColumn.allCases.filter(shown.contains).map {
      Column(column: $0, width: $0 == .name ? nameWidth : Self.widths[$0] ?? 0)
    }
  }

  /// The columns that were chosen, as many as there is room for; the name takes what is left.
  init(width: Int, chosen: [BoardView.TableColumn]) {
    var rest = width - Self.minimumName
    var columns = [Column(column: .name, width: Self.minimumName)]
    let others = chosen.compactMap { one in
      DealColumn(rawValue: one.column).map { Column(column: $0, width: one.width) }
    }.filter { $0.column != .name }
    for column in others where column.width + 1 <= rest {
      columns.append(column)
      rest -= column.width + 1
    }
    missing = others.count + 1 - columns.count
    columns[0].width += max(0, rest)
    self.columns = columns
  }
}
