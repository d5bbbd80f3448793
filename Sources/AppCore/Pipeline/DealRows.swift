import Sales

/// A long list of deals with a cursor: one column of the board, or the table.
///
/// It holds a window of rows. The cursor holds a deal's id, so that a refresh cannot move it, and the
/// place where that deal was last seen, for when it is gone.
public struct DealRows: Hashable, Sendable {
  /// How many rows a window holds.
  static let limit = 120
  /// So many rows before the end of a window, the next one is asked for.
  static let margin = 30

  /// The rows around the cursor, moves under way included.
  public internal(set) var window = Window<DealRow>()
  /// The deal under the cursor; nil when there is none, or when its row is still being read.
  public internal(set) var selected: Deal.ID?
  /// The cursor's place in the whole list, from 0.
  public internal(set) var index = 0
  /// The place of the first row on the screen.
  public internal(set) var top = 0
  /// Whether a window was asked for that has not come yet.
  public internal(set) var isReading = false

  /// A list of which nothing is known.
  public init() {}

  /// The row under the cursor.
  public var row: DealRow? { window.row(at: index) }

  /// Puts the cursor at a place of the list, held within it.
  mutating func select(_ place: Int) {
    index = min(max(0, place), max(0, window.count - 1))
    selected = row?.id
  }

  /// Puts the cursor on a deal; false when this window does not have it.
  @discardableResult
  mutating func select(_ deal: Deal.ID) -> Bool {
    guard let offset = window.rows.firstIndex(where: { $0.id == deal }) else { return false }
    index = window.start + offset
    selected = deal
    return true
  }

  /// Finds the selected deal after the rows changed; its neighbour when it is gone.
  mutating func followSelected() {
    if let selected, select(selected) { return }
    select(index)
  }

  /// Scrolls so that the cursor is among so many rows.
  mutating func scroll(capacity: Int) {
    let capacity = max(1, capacity)
    top = min(top, index)
    top = max(top, index - capacity + 1)
    top = max(0, min(top, window.count - capacity))
  }

  /// Around what the next window is wanted; nil while the rows at hand are enough.
  var wanted: Anchor<Deal>? {
    guard !isReading, window.rows.count < window.count else { return nil }
    let range = window.range
    let lacksBefore = range.lowerBound > 0 && index < range.lowerBound + Self.margin
    let lacksAfter = range.upperBound < window.count && index >= range.upperBound - Self.margin
    return lacksBefore || lacksAfter || !range.contains(index) ? anchor : nil
  }

  /// Where the cursor is, for a query.
  var anchor: Anchor<Deal> {
    selected.map { .record($0, lastIndex: index) } ?? .index(index)
  }
}
