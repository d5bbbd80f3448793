import Sales

/// The rows of one list: the part that was loaded, and the cursor, which holds on to its record.
struct PeopleRows: Hashable, Sendable {
  /// What was loaded; nil before the first answer.
  var window: Window<PersonRow>?
  /// The question that was answered.
  var query: PeopleQuery?
  /// The record under the cursor.
  var selected: PersonRow.ID?
  /// Its place in the whole list when last seen.
  var index = 0
  /// The first row on the screen.
  var top = 0
  /// Why the last load failed; nil when it did not. Old rows stay.
  var failure: Failure?

  /// How many rows are loaded at once.
  static let limit = 150
  /// How near the cursor may come to the edge of what is loaded.
  private static let margin = 30

  /// The row under the cursor, when it is loaded.
  var row: PersonRow? {
    guard let window, let row = window.row(at: index), row.id == selected else {
      return window?.rows.first { $0.id == selected }
    }
    return row
  }

  /// Around what the rows are wanted.
  var anchor: Anchor<PersonRow> {
    selected.map { .record($0, lastIndex: index) } ?? .index(index)
  }

  /// Takes rows that were loaded, and keeps the cursor on its record, or on its place when that is
  /// gone. Answers whether the cursor's row is still missing.
  mutating func show(_ window: Window<PersonRow>, for query: PeopleQuery) -> Bool {
    let isOther = self.query.map { $0.words != query.words } ?? false
    self.window = window
    self.query = query
    failure = nil
    if let place = window.rows.firstIndex(where: { $0.id == selected }) {
      index = window.start + place
      return false
    }
    index = isOther ? 0 : min(max(0, index), max(0, window.count - 1))
    selected = window.row(at: index)?.id
    return selected == nil && window.count > 0 && !window.rows.isEmpty
  }

  /// Moves the cursor to a place, held within the list. Answers whether more rows are wanted.
  mutating func go(to place: Int) -> Bool {
    guard let window, window.count > 0 else { return false }
    index = min(max(0, place), window.count - 1)
    selected = window.row(at: index)?.id
    let range = window.range
    return index - range.lowerBound < Self.margin && range.lowerBound > 0
      || range.upperBound - index < Self.margin && range.upperBound < window.count
  }

  /// The first row to show so that the cursor is seen in a list of that height.
  func top(height: Int) -> Int {
    let height = max(1, height)
    let last = max(0, (window?.count ?? 0) - height)
    return min(max(min(top, index), index - height + 1), last)
  }
}
