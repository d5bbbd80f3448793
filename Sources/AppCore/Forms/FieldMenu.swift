import Sales
import Screen

/// The open choices of a field: of a pick-list, or the records a look-up may lead to.
struct FieldMenu: Hashable, Sendable {
  /// One choice.
  struct Row: Hashable, Sendable {
    /// What the field would hold.
    var value: RecordValue
    /// What people see.
    var label: SafeText
    /// What tells it apart.
    var detail: SafeText = ""
  }

  /// All choices, or the records found so far.
  var rows: [Row]
  /// What was typed.
  var filter = TextField()
  /// The choice under the cursor, among those shown.
  var selected = 0
  /// Whether records are still being looked for.
  var isLooking = false
  /// Whether the rows answer what was typed: then they are not filtered here.
  var isSearch = false

  /// The choices that have every word that was typed; those that begin with it first.
  var shown: [Row] {
    if isSearch { return rows }
    let typed = filter.text.lowercased()
    let found = rows.filter { "\($0.label) \($0.detail)".hasWords(of: filter.text) }
    let first = found.filter { $0.label.string.lowercased().hasPrefix(typed) }
    return first + found.filter { !$0.label.string.lowercased().hasPrefix(typed) }
  }

  /// The choice under the cursor; nil when there is none.
  var row: Row? {
    let rows = shown
    return rows.indices.contains(selected) ? rows[selected] : nil
  }

  /// Moves the cursor, and stops at either end.
  mutating func move(_ step: Int) {
    selected = min(max(0, selected + step), max(0, shown.count - 1))
  }
}

/// A record that a look-up may lead to.
public struct RecordMatch: Hashable, Sendable {
  /// The record.
  public var key: RecordKey
  /// What tells it apart: an address, a company.
  public var detail: String

  /// A record that a look-up may lead to.
  public init(key: RecordKey, detail: String) {
    self.key = key
    self.detail = detail
  }
}
