import Sales
import Screen

/// A row that can be marked: whose it is and what it adds to the sum of the selection.
public struct Markable<Subject>: Hashable, Sendable {
  /// The record.
  public let id: Identifier<Subject>
  /// What it is worth, in its own currency; nil when it has no amount.
  public let amount: Money?

  /// A row that can be marked.
  public init(_ id: Identifier<Subject>, amount: Money? = nil) {
    self.id = id
    self.amount = amount
  }
}

/// Which rows of a list are to be marked that are not all at hand.
public enum MarkExtent<Subject>: Hashable, Sendable {
  /// All that the filter leaves.
  case all
  /// From one record to another, in the list's order, both included.
  case between(Identifier<Subject>, Identifier<Subject>)
}

/// Rows that were found to be marked, and of how many.
public struct MarkedRows<Subject>: Hashable, Sendable {
  /// The rows, `Marks.limit` at most.
  public let rows: [Markable<Subject>]
  /// How many there are, those beyond the limit included.
  public let count: Int

  /// Rows that were found.
  public init(rows: [Markable<Subject>], count: Int) {
    self.rows = rows
    self.count = count
  }
}

/// The marked records of a list. They are held by id, so that no refresh, filter or order moves a mark.
public struct Marks<Subject>: Hashable, Sendable {
  /// How many records can be marked at once.
  public static var limit: Int { 1_000 }
  /// The glyph of a marked row, in the cell on its left.
  public static var glyph: SafeText { "●" }

  /// What the marked records come to, per currency.
  public private(set) var totals = Totals()
  /// Where a range begins: the row that was marked last.
  public private(set) var anchor: Identifier<Subject>?
  /// Whether everything in the list was marked and nothing was changed since.
  public private(set) var isAll = false
  private var rows: [Identifier<Subject>: Markable<Subject>] = [:]

  /// No marks.
  public init() {}

  /// How many records are marked.
  public var count: Int { rows.count }
  /// Whether nothing is marked.
  public var isEmpty: Bool { rows.isEmpty }
  /// The marked records.
  public var ids: Set<Identifier<Subject>> { Set(rows.keys) }

  /// Whether a record is marked.
  public func contains(_ id: Identifier<Subject>) -> Bool { rows[id] != nil }

  /// Marks a record, or takes its mark away; ranges begin there. False when there is no room for more.
  @discardableResult
  public mutating func toggle(_ row: Markable<Subject>) -> Bool {
    isAll = false
    anchor = row.id
    if contains(row.id) {
      remove(row.id)
      return true
    }
    return insert(row)
  }

  /// Marks records, as many as there is room for, and answers how many more there were.
  @discardableResult
  public mutating func add(_ more: some Sequence<Markable<Subject>>) -> Int {
    isAll = false
    return more.reduce(0) { left, row in left + (insert(row) ? 0 : 1) }
  }

  /// Marks all that a list has.
  mutating func addAll(_ more: [Markable<Subject>]) {
    add(more)
    isAll = true
  }

  /// Takes a mark away.
  public mutating func remove(_ id: Identifier<Subject>) {
    guard let row = rows.removeValue(forKey: id) else { return }
    isAll = false
    if let amount = row.amount { totals.subtract(amount) }
    if rows.isEmpty { totals = Totals() }
  }

  /// Takes every mark away; false when there was none.
  @discardableResult
  public mutating func clear() -> Bool {
    guard !isEmpty || anchor != nil else { return false }
    let hadMarks = !isEmpty
    self = Marks()
    return hadMarks
  }

  /// Takes over what marked records are worth now.
  mutating func refresh(_ seen: some Sequence<Markable<Subject>>) {
    guard !isEmpty else { return }
    for row in seen {
      guard let known = rows[row.id], known.amount != row.amount else { continue }
      if let amount = known.amount { totals.subtract(amount) }
      if let amount = row.amount { totals.add(amount) }
      rows[row.id] = row
    }
  }

  /// The selection in words, with its sums: `3 marked £12,000 · €400`.
  public var words: SafeText {
    totals.isEmpty ? "\(count.grouped) marked" : "\(count.grouped) marked \(totals.whole)"
  }

  private mutating func insert(_ row: Markable<Subject>) -> Bool {
    if contains(row.id) { return true }
    guard count < Self.limit else { return false }
    rows[row.id] = row
    if let amount = row.amount { totals.add(amount) }
    return true
  }
}
