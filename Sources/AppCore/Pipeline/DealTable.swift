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

  private static let widths: [DealColumn: Int] = [
    .account: 18, .stage: 14, .amount: 12, .closing: 11, .next: 10, .owner: 14,
  ]
  private static let minimumName = 18
  private static let byImportance: [DealColumn] = [
    .amount, .next, .stage, .closing, .account, .owner,
  ]

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
}
