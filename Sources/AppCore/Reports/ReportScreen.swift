import Sales
import Screen

/// The reports: bars, and the records behind them.
public struct ReportScreen: Hashable, Sendable {
  /// The report that is shown.
  public internal(set) var kind = ReportKind.funnel
  /// The times asked for, by report.
  public internal(set) var periods: [ReportKind: ReportPeriod] = [:]
  /// Everybody who works on deals, as last read to choose from.
  public internal(set) var owners: [Reference<User>] = []
  /// Whose deals count; nil for everybody's.
  public internal(set) var owner: Reference<User>?
  /// Whether the figures stand in a table, without bars.
  public internal(set) var isTable = false
  /// The reports that were read, each as last seen.
  public internal(set) var reports: [ReportKind: Report] = [:]
  /// Why the shown report could not be read again; nil when it could.
  public internal(set) var failure: Failure?
  /// The bar under the cursor, by what it stands for.
  public internal(set) var selected: ReportSlice?
  /// The first line on the screen.
  public internal(set) var top = 0
  /// The records behind a bar, when they are open.
  public internal(set) var rows: ReportRows?

  /// Nothing read yet.
  public init() {}

  /// The time of the shown report.
  var period: ReportPeriod { periods[kind] ?? kind.usualPeriod }

  /// The shown report as last seen.
  var report: Report? { reports[kind] }

  /// The bars of the shown report.
  var bars: [ReportBar] { report?.bars ?? [] }

  /// The place of the bar under the cursor; the first when none is.
  var index: Int { bars.firstIndex { $0.slice == selected } ?? 0 }

  /// The bar under the cursor.
  var bar: ReportBar? { bars.indices.contains(index) ? bars[index] : nil }

  /// The part that has the keys.
  var place: Place { rows == nil ? .report : .reportRows }

  /// The question that the screen asks of a pipeline.
  func query(pipeline: Pipeline.ID, today: CalendarDate) -> ReportQuery {
    ReportQuery(
      kind: kind, period: period, pipeline: pipeline,
      owner: kind.isAboutDeals ? owner?.id : nil, today: today)
  }
}

/// The records behind a bar: the part at hand, and the cursor.
public struct ReportRows: Hashable, Sendable {
  /// The bar they are behind.
  public internal(set) var bar: ReportBar
  /// What is at hand; nil before the first answer.
  public internal(set) var window: Window<ReportRow>?
  /// Why they could not be read; nil when they could. Old rows stay.
  public internal(set) var failure: Failure?
  /// The record under the cursor.
  public internal(set) var selected: ReportRow.Subject?
  /// Its place in the whole list.
  public internal(set) var index = 0
  /// The first row on the screen.
  public internal(set) var top = 0

  /// How many records are read at once.
  static let limit = 150
  /// How near the cursor may come to the edge of what is at hand.
  private static let margin = 30

  /// The records behind a bar, not read yet.
  init(bar: ReportBar) { self.bar = bar }

  /// The record under the cursor, when it is at hand.
  var row: ReportRow? { window?.row(at: index) }

  /// Takes a part of them; the cursor stays on its record when it is there.
  mutating func take(_ window: Window<ReportRow>) {
    self.window = window
    failure = nil
    if let place = window.rows.firstIndex(where: { $0.subject == selected }) {
      index = window.start + place
    }
    go(to: index)
  }

  /// Puts the cursor at a place, held within the list.
  mutating func go(to place: Int) {
    index = min(max(0, place), max(0, (window?.count ?? 0) - 1))
    selected = row?.subject
  }

  /// Scrolls so that the cursor is among so many rows.
  mutating func scroll(height: Int) {
    let height = max(1, height)
    top = min(max(top, index - height + 1), index)
    top = max(0, min(top, (window?.count ?? 0) - height))
  }

  /// From where on records are wanted; nil while those at hand are enough.
  var wanted: Int? {
    guard let window, window.rows.count < window.count else { return nil }
    let range = window.range
    let lacksBefore = range.lowerBound > 0 && index - range.lowerBound < Self.margin
    let lacksAfter = range.upperBound < window.count && range.upperBound - index < Self.margin
    return lacksBefore || lacksAfter ? max(0, index - Self.limit / 2) : nil
  }
}
