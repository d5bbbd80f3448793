import Sales

/// The rows of one tab: the part that was loaded, and the cursor, which holds on to its invoice.
struct InvoiceRows: Hashable, Sendable {
  /// What was loaded; nil before the first answer.
  var window: Window<Invoice>?
  /// The words it was filtered by.
  var words = ""
  /// The invoice under the cursor.
  var selected: Invoice.ID?
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

  /// The invoice under the cursor, when it is loaded.
  var invoice: Invoice? {
    guard let window, let row = window.row(at: index), row.id == selected else {
      return window?.rows.first { $0.id == selected }
    }
    return row
  }

  /// Around what the rows are wanted.
  var anchor: Anchor<Invoice> {
    selected.map { .record($0, lastIndex: index) } ?? .index(index)
  }

  /// Takes rows that were loaded, and keeps the cursor on its invoice, or on its place when that is
  /// gone. Answers whether the cursor's row is still missing.
  mutating func show(_ window: Window<Invoice>, words: String) -> Bool {
    if words != self.words {
      index = 0
      top = 0
    }
    self.window = window
    self.words = words
    failure = nil
    if let place = window.rows.firstIndex(where: { $0.id == selected }) {
      index = window.start + place
      return false
    }
    index = min(max(0, index), max(0, window.count - 1))
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

  /// Scrolls so that the cursor is seen in a list of that height.
  mutating func scroll(height: Int) { top = top(height: height) }

  /// The first row to show so that the cursor is seen.
  func top(height: Int) -> Int {
    let height = max(1, height)
    let last = max(0, (window?.count ?? 0) - height)
    return min(max(min(top, index), index - height + 1), max(last, 0))
  }
}
