import Sales
import Screen

/// Many deals on their way to a stage: the list before it runs, then what became of each.
public struct BulkMove: Hashable, Sendable {
  /// What was asked for.
  public enum Order: Hashable, Sendable {
    /// To a stage.
    case stage(Stage.ID)
    /// So many stages on, or back when negative.
    case step(Int)
    /// Those that failed again, each to where it was to go.
    case retry
  }

  /// How far one of the deals has got.
  public enum Outcome: Hashable, Sendable {
    /// It will be moved.
    case ready
    /// It stays where it is.
    case skipped(SafeText)
    /// On its way to Zoho.
    case sending
    /// Zoho has it.
    case moved
    /// It came to nothing.
    case failed(SafeText)
    /// No answer came: it may have happened.
    case uncertain(SafeText)
  }

  /// One of the deals.
  public struct Row: Hashable, Sendable {
    /// The deal, as it was before.
    public var deal: DealAtStake
    /// The stage it goes to.
    public var target: Stage.ID
    /// The move that this one takes back.
    public var undoes: WriteID?
    /// How far it has got.
    public var outcome: Outcome
    /// The values that an undone move had filled in, as they were before.
    var reverting: [String: RecordValue]?

    /// The deal's id.
    public var id: Deal.ID { deal.row.id }
  }

  /// Its name in the journal.
  public internal(set) var id: String
  /// Where the deals go, in words.
  public let destination: SafeText
  /// The deals.
  public internal(set) var rows: [Row]
  /// Whether it is still to be said whether it shall run.
  public internal(set) var isAsked = true
  /// What is filled in with every move of it.
  public internal(set) var values: [String: RecordValue] = [:]
  /// The pick-list of reasons for a loss, where the organization has one.
  var lossReason: FormField?
  /// The first line shown.
  var top = 0

  init(id: String, destination: SafeText, rows: [Row]) {
    self.id = id
    self.destination = destination
    self.rows = rows
  }

  /// Whether some of it is still under way.
  var isUnderWay: Bool { rows.contains { $0.outcome == .sending } }

  /// How many of the deals satisfy a condition.
  func count(_ isCounted: (Outcome) -> Bool) -> Int { rows.count { isCounted($0.outcome) } }

  /// The deals that can be tried again.
  var failed: [Deal.ID] { rows.filter { $0.outcome.isFailed }.map(\.id) }

  /// What the deals that are to be moved come to.
  var totals: Totals {
    Totals(rows.filter { $0.outcome == .ready }.compactMap(\.deal.row.deal.amount))
  }

  /// How it stands, in a line: `12 moved · 2 failed`.
  var words: SafeText {
    let pieces: [(Int, SafeText)] = [
      (count { $0 == .sending }, "on their way"), (count { $0 == .moved }, "moved"),
      (count(\.isFailed), "failed"), (count(\.isUncertain), "unsure"),
      (count(\.isSkipped), "left where they are"),
    ]
    let shown = pieces.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" as SafeText }
    guard let first = shown.first else { return "nothing to move" }
    return shown.dropFirst().reduce(first) { $0 + " · " + $1 }
  }

  /// Takes what became of one of its moves; false when it is not one of them.
  @discardableResult
  mutating func settle(_ deal: Deal.ID, _ outcome: Outcome) -> Bool {
    guard let place = rows.firstIndex(where: { $0.id == deal }) else { return false }
    rows[place].outcome = outcome
    return true
  }
}

extension BulkMove.Outcome {
  var isFailed: Bool { if case .failed = self { true } else { false } }
  var isSkipped: Bool { if case .skipped = self { true } else { false } }
  var isUncertain: Bool { if case .uncertain = self { true } else { false } }

  init(_ outcome: WriteOutcome) {
    switch outcome {
    case .confirmed: self = .moved
    case .refused(let failure): self = .failed(failure.message)
    case .conflict(let detail):
      self = .failed("\(detail.theirs.modifiedBy ?? "somebody") moved it meanwhile")
    case .record: self = .failed("it was changed meanwhile")
    case .uncertain(let words): self = .uncertain(words)
    }
  }
}
