/// A row of the table: a figure, what it must not exceed, and where that number comes from.
struct Row {
  let title: String
  let figure: Figure
  let unit: Unit
  let budget: Budget
  /// The peer's or the floor's own figure, quoted.
  let reference: String

  enum Unit: String {
    case milliseconds = "ms"
    case microseconds = "µs"
    case mebibytes = "MiB"
    case bytes = "B"
    case perSecond = "/s"
  }

  enum Budget {
    /// So much or less, in the row's unit.
    case atMost(Double)
    /// So much or more, in the row's unit.
    case atLeast(Double)
    /// So many times a figure of the floor in this run, or less.
    case timesFloor(Double, Figure)
    /// So many times another figure of this run, or less.
    case times(Double, Figure)
    /// Shown for what it tells, without a budget.
    case none
  }

  /// The rows of the design's budgets. Where a peer was measured beside the same floor, its figure is
  /// kept as a ratio to the floor, which holds on a machine of any speed.
  static let all: [Row] = [
    Row(
      title: "start to first useful paint", figure: .start, unit: .milliseconds,
      budget: .atMost(20), reference: "tig 20"),
    Row(
      title: "scroll the board, key to paint p50", figure: .boardPaintP50, unit: .milliseconds,
      budget: .timesFloor(0.74 / 0.50, .listPaintP50), reference: "tig 0.74, its floor 0.50"),
    Row(
      title: "scroll the board, key to paint p95", figure: .boardPaintP95, unit: .milliseconds,
      budget: .timesFloor(1.32 / 0.60, .listPaintP95), reference: "tig 1.32, its floor 0.60"),
    Row(
      title: "  … panes of the deal settled p50", figure: .boardSettledP50, unit: .milliseconds,
      budget: .none, reference: "kanban-tui 85"),
    Row(
      title: "  … panes of the deal settled p95", figure: .boardSettledP95, unit: .milliseconds,
      budget: .none, reference: "kanban-tui 372"),
    Row(
      title: "scroll the list, key to paint p50", figure: .listPaintP50, unit: .milliseconds,
      budget: .timesFloor(0.74 / 0.50, .listPaintP50), reference: "tig 0.74, its floor 0.50"),
    Row(
      title: "scroll the list, key to paint p95", figure: .listPaintP95, unit: .milliseconds,
      budget: .timesFloor(1.32 / 0.60, .listPaintP95), reference: "tig 1.32, its floor 0.60"),
    Row(
      title: "  … panes of the deal settled p50", figure: .listSettledP50, unit: .milliseconds,
      budget: .none, reference: ""),
    Row(
      title: "  … panes of the deal settled p95", figure: .listSettledP95, unit: .milliseconds,
      budget: .none, reference: ""),
    Row(
      title: "bytes a row scrolled, list", figure: .listBytes, unit: .bytes,
      budget: .timesFloor(1.5, .listBytes), reference: "tig 3837, its floor 299"),
    Row(
      title: "bytes a card scrolled, board", figure: .boardBytes, unit: .bytes, budget: .none,
      reference: "kanban-tui 66749"),
    Row(
      title: "move a card, key to paint p50", figure: .movePaintP50, unit: .milliseconds,
      budget: .times(2, .boardPaintP50), reference: "kanban-tui 351"),
    Row(
      title: "move a card, key to paint p95", figure: .movePaintP95, unit: .milliseconds,
      budget: .none, reference: ""),
    Row(
      title: "filter, key to first paint p50", figure: .filterPaintP50, unit: .milliseconds,
      budget: .none, reference: "fzf 3.3"),
    Row(
      title: "filter, key to settled list p50", figure: .filterSettledP50, unit: .milliseconds,
      budget: .atMost(12), reference: "fzf 69"),
    Row(
      title: "filter, key to settled list p95", figure: .filterSettledP95, unit: .milliseconds,
      budget: .atMost(20), reference: "fzf 111"),
    Row(
      title: "jump to the end", figure: .jumpToEnd, unit: .milliseconds, budget: .atMost(2),
      reference: "tig 1.3"),
    Row(
      title: "resize, to first paint", figure: .resize, unit: .milliseconds, budget: .atMost(1),
      reference: "tig 1.0"),
    Row(
      title: "quit", figure: .quit, unit: .milliseconds, budget: .atMost(10), reference: "tig 4.8"),
    Row(
      title: "memory (PSS), loaded", figure: .memoryLoaded, unit: .mebibytes, budget: .atMost(32),
      reference: "tig 30, fzf 26"),
    Row(
      title: "memory (PSS), after use", figure: .memoryUsed, unit: .mebibytes,
      budget: .atMost(32), reference: "tig 30, fzf 54"),
    Row(
      title: "wake-ups while idle", figure: .wakeups, unit: .perSecond, budget: .atMost(0),
      reference: "tig 0"),
    Row(
      title: "deals read over the API into the mirror", figure: .dealsRead, unit: .perSecond,
      budget: .atLeast(5 * 8000), reference: "Zoho's Python SDK 5600 to 8000"),
    Row(
      title: "local limiter, a call", figure: .limiter, unit: .microseconds, budget: .atMost(100),
      reference: ""),
  ]
}

/// A row with what was measured.
struct MeasuredRow: Encodable {
  let title: String
  let unit: String
  let value: Double?
  let least: Double?
  let greatest: Double?
  let floor: Double?
  /// The greatest value within the budget (or the least, where more is better).
  let limit: Double?
  let verdict: Verdict
  let reference: String

  enum Verdict: String, Encodable {
    case met
    case missed
    case noBudget = ""
    case notRun = "not run"
  }

  init(_ row: Row, _ figures: Figures, floor: Figures) {
    title = row.title
    unit = row.unit.rawValue
    reference = row.reference
    let value = figures[row.figure]
    self.value = value
    least = figures.spread(of: row.figure)?.least
    greatest = figures.spread(of: row.figure)?.greatest
    let compared: Figure
    if case .timesFloor(_, let other) = row.budget {
      compared = other
    } else {
      compared = row.figure
    }
    self.floor = floor[compared]
    var isMoreBetter = false
    switch row.budget {
    case .atMost(let most): limit = most
    case .atLeast(let least):
      limit = least
      isMoreBetter = true
    case .timesFloor(let ratio, _): limit = self.floor.map { $0 * ratio }
    case .times(let ratio, let other): limit = figures[other].map { $0 * ratio }
    case .none: limit = nil
    }
    if let value {
      verdict =
        limit.map { (isMoreBetter ? value >= $0 : value <= $0) ? .met : .missed } ?? .noBudget
    } else {
      verdict = .notRun
    }
  }
}
