/// A part of a long list: how long the list is, what it adds up to, and the rows around the cursor.
///
/// State holds windows and never tables, so that a hundred thousand records cost what a hundred do.
public struct Window<Row: Hashable & Sendable>: Hashable, Sendable {
  /// How many rows the whole list has.
  public var count: Int
  /// What the amounts of the whole list add up to, per currency.
  public var totals: Totals
  /// The place of the first row of this part, from 0.
  public var start: Int
  /// The rows of this part, in order.
  public var rows: [Row]

  /// A part of a list.
  public init(count: Int = 0, totals: Totals = Totals(), start: Int = 0, rows: [Row] = []) {
    self.count = count
    self.totals = totals
    self.start = start
    self.rows = rows
  }

  /// The row at that place of the whole list, when this part has it.
  public func row(at index: Int) -> Row? {
    let offset = index - start
    return rows.indices.contains(offset) ? rows[offset] : nil
  }

  /// The places of the whole list that this part has.
  public var range: Range<Int> { start..<(start + rows.count) }
}

/// Around which row a window is wanted.
public enum Anchor<Subject>: Hashable, Sendable {
  /// Around that place of the list, from 0; held within it.
  case index(Int)
  /// Around that record, wherever it is now; its place when we last saw it, should it be gone.
  case record(Identifier<Subject>, lastIndex: Int)
}
