/// What a report tells: each a question that bars answer.
public enum ReportKind: String, Hashable, Sendable, CaseIterable {
  /// Deals by the stage they stand in.
  case funnel
  /// Open deals by who works on them.
  case owners
  /// Deals by the month they should close in.
  case forecast
  /// Deals that are over: won, and lost by reason.
  case reasons
  /// Open deals by how long they have stood in their stage.
  case ageing
  /// Unpaid invoices by how late they are.
  case receivables
  /// What was invoiced and what was paid, by month.
  case billing
  /// Won deals by who won them.
  case leaderboard

  /// Whether it counts deals, of one pipeline; the others count invoices and payments.
  public var isAboutDeals: Bool { self != .receivables && self != .billing }

  /// The time it shows unless another is asked for.
  public var usualPeriod: ReportPeriod {
    switch self {
    case .funnel, .owners, .ageing, .receivables: .all
    case .forecast: .ahead
    case .reasons, .leaderboard: .year
    case .billing: .back
    }
  }

  /// Whether it can be narrowed to a time. Ageing and what is owed are about today.
  public var hasPeriod: Bool { self != .ageing && self != .receivables }
}

/// The time a report is about, in whole months: deals by their closing day, invoices and payments by
/// their date.
public enum ReportPeriod: String, Hashable, Sendable, CaseIterable {
  /// All there is.
  case all
  /// The month under way.
  case month
  /// The quarter of the calendar year under way.
  case quarter
  /// The calendar year under way.
  case year
  /// The month under way and the eleven after it.
  case ahead
  /// The month under way and the eleven before it.
  case back

  /// The first and the last day of it; nil for all there is.
  public func days(on today: CalendarDate) -> ClosedRange<CalendarDate>? {
    let month = today.startOfMonth
    switch self {
    case .all: return nil
    case .month: return month...month.endOfMonth
    case .quarter:
      let first = month.adding(months: -((today.month - 1) % 3))
      return first...first.adding(months: 2).endOfMonth
    case .year:
      let first = month.adding(months: 1 - today.month)
      return first...first.adding(months: 11).endOfMonth
    case .ahead: return month...month.adding(months: 11).endOfMonth
    case .back: return month.adding(months: -11)...month.endOfMonth
    }
  }
}

/// Which report is wanted, of what.
public struct ReportQuery: Hashable, Sendable {
  /// What it tells.
  public var kind: ReportKind
  /// The time it is about.
  public var period: ReportPeriod
  /// The pipeline whose deals count; of no meaning for invoices.
  public var pipeline: Pipeline.ID
  /// Whose deals count; nil for everybody's.
  public var owner: User.ID?
  /// The day it is.
  public var today: CalendarDate

  /// A question for a report.
  public init(
    kind: ReportKind, period: ReportPeriod, pipeline: Pipeline.ID, owner: User.ID? = nil,
    today: CalendarDate
  ) {
    self.kind = kind
    self.period = period
    self.pipeline = pipeline
    self.owner = owner
    self.today = today
  }

  /// The days that count; nil for all.
  public var days: ClosedRange<CalendarDate>? {
    kind.hasPeriod ? period.days(on: today) : nil
  }
}

extension CalendarDate {
  /// The first day of this day's month.
  public var startOfMonth: CalendarDate { adding(days: 1 - day) }

  /// The first day of the month so many months later, or earlier when negative; held within the years
  /// 1 to 9999.
  public func adding(months: Int) -> CalendarDate {
    let count = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
    return CalendarDate(year: count / 12, month: count % 12 + 1, day: 1) ?? startOfMonth
  }
}
