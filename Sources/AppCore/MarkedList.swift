import Sales
import Screen

/// How a list lets its rows be marked. One value gives a list its three commands:
///
///     static let marking = MarkedList<Deal>(
///       "deals", in: [.board], marks: \.board.marks, current: { … }, rows: { … }, next: { … },
///       find: { … })
///     static let commands = … + marking.commands
///
/// A list's own Esc takes the marks away first: `if state.board.marks.clear() { return [] }`.
public struct MarkedList<Subject>: Sendable {
  /// Where its marks are kept.
  public typealias Path = WritableKeyPath<AppState, Marks<Subject>> & Sendable

  private let name: String
  private let places: Set<Place>
  private let marks: Path
  private let current: @Sendable (AppState) -> Markable<Subject>?
  private let rows: @Sendable (AppState) -> [Markable<Subject>]
  private let next: @Sendable (inout AppState) -> [Effect]
  private let find: @Sendable (inout AppState, MarkExtent<Subject>) -> [Effect]

  /// A list whose rows can be marked.
  ///
  /// - Parameters:
  ///   - name: What the names of its commands begin with, such as `deals`.
  ///   - current: The row under the cursor.
  ///   - rows: The rows at hand, in the list's order.
  ///   - next: Puts the cursor one row down.
  ///   - find: Asks the local copy for rows that are not all at hand; the answer is given to
  ///     `AppState.mark(_:at:as:)`.
  public init(
    _ name: String, in places: Set<Place>, marks: Path,
    current: @escaping @Sendable (AppState) -> Markable<Subject>?,
    rows: @escaping @Sendable (AppState) -> [Markable<Subject>],
    next: @escaping @Sendable (inout AppState) -> [Effect],
    find: @escaping @Sendable (inout AppState, MarkExtent<Subject>) -> [Effect]
  ) {
    self.name = name
    self.places = places
    self.marks = marks
    self.current = current
    self.rows = rows
    self.next = next
    self.find = find
  }

  /// Marking one row, a range, and all or none.
  public var commands: [Command] {
    [
      Command(
        "\(name).mark", "mark the row and go down, or take its mark away", label: "mark",
        keys: ["<space>"], in: places, unavailable: nothingHere
      ) { state in
        guard let row = current(state) else { return [] }
        guard state[keyPath: marks].toggle(row) else {
          state.tell("\(Marks<Subject>.limit.grouped) rows are marked: no more fit", kind: .warning)
          return []
        }
        return next(&state)
      },
      Command(
        "\(name).mark-range", "mark from the row marked last to this one", keys: ["<c-v>"],
        in: places, unavailable: nothingHere
      ) { markRange(&$0) },
      Command(
        "\(name).mark-all", "mark all rows of the filter, or none", keys: ["*"], in: places,
        unavailable: nothingHere
      ) { state in
        guard state[keyPath: marks].isAll else { return find(&state, .all) }
        state[keyPath: marks].clear()
        state.tell("no row is marked", kind: .note)
        return []
      },
    ]
  }

  @Sendable private func nothingHere(_ state: AppState) -> SafeText? {
    current(state) == nil ? "no row is under the cursor" : nil
  }

  private func markRange(_ state: inout AppState) -> [Effect] {
    guard let row = current(state) else { return [] }
    guard let anchor = state[keyPath: marks].anchor, anchor != row.id else {
      state[keyPath: marks].remove(row.id)
      state[keyPath: marks].toggle(row)
      state.tell("a range begins here: go to its end and press the same again", kind: .note)
      return []
    }
    let rows = rows(state)
    guard let first = rows.firstIndex(where: { $0.id == anchor }),
      let last = rows.firstIndex(where: { $0.id == row.id })
    else { return find(&state, .between(anchor, row.id)) }
    let range = rows[min(first, last)...max(first, last)]
    state.mark(
      MarkedRows(rows: Array(range), count: range.count), at: marks, as: .between(anchor, row.id))
    return []
  }
}

extension AppState {
  /// Marks rows that were found and says how many; what is beyond the limit is said too.
  mutating func mark<Subject>(
    _ found: MarkedRows<Subject>, at marks: WritableKeyPath<AppState, Marks<Subject>>,
    as extent: MarkExtent<Subject>
  ) {
    let left: Int
    if extent == .all {
      self[keyPath: marks].addAll(found.rows)
      left = found.rows.filter { !self[keyPath: marks].contains($0.id) }.count
    } else {
      left = self[keyPath: marks].add(found.rows)
    }
    let missing = found.count - found.rows.count + left
    let words = self[keyPath: marks].words
    if missing > 0 {
      let limit = Marks<Subject>.limit.grouped
      tell("\(words); \(missing.grouped) more are not: \(limit) is the most", kind: .warning)
    } else {
      tell(words, kind: .note)
    }
  }
}
