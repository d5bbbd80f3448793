import Sales
import Screen

extension ReportKind {
  /// The name on its tab.
  var title: SafeText {
    switch self {
    case .funnel: "Funnel"
    case .owners: "Owners"
    case .forecast: "Forecast"
    case .reasons: "Won & lost"
    case .ageing: "Stage ageing"
    case .receivables: "Receivables"
    case .billing: "Invoiced & paid"
    case .leaderboard: "Leaderboard"
    }
  }

  /// What its bars count, in a sentence.
  var meaning: SafeText {
    switch self {
    case .funnel: "deals by stage"
    case .owners: "open deals by owner"
    case .forecast: "deals by closing month; committed: \(ReportCategory.committedChance)% and more"
    case .reasons: "closed deals, the lost ones by reason"
    case .ageing: "open deals by days in their stage"
    case .receivables: "unpaid invoices by days late"
    case .billing: "invoices and payments by month"
    case .leaderboard: "won deals by owner"
    }
  }

  /// What one of its records is called.
  func noun(_ count: Int, _ slice: ReportSlice?) -> SafeText {
    switch slice {
    case .payments: count == 1 ? "payment" : "payments"
    case .invoices: count == 1 ? "invoice" : "invoices"
    default: count == 1 ? "deal" : "deals"
    }
  }
}

extension ReportPeriod {
  /// The time in words.
  var title: SafeText {
    switch self {
    case .all: "any time"
    case .month: "this month"
    case .quarter: "this quarter"
    case .year: "this year"
    case .ahead: "next 12 months"
    case .back: "last 12 months"
    }
  }
}

extension ReportCategory {
  /// What the bar is about, below the heading that it shares with others.
  public var label: SafeText {
    switch self {
    case .stage(let name): SafeText(name)
    case .owner(let name): SafeText(name ?? "nobody")
    case .closing(_, .won): "won"
    case .closing(_, .committed): "committed"
    case .closing(_, .open): "open"
    case .won: "Won"
    case .lost(let reason): SafeText(reason ?? "no reason given")
    case .age(_, let days): Self.words(days)
    case .late(let days): days.upperBound <= 0 ? "not due yet" : Self.words(days) + " late"
    case .invoiced: "invoiced"
    case .paid: "paid"
    }
  }

  /// The heading that it shares with others; nil where it stands alone.
  public var heading: SafeText? {
    switch self {
    case .closing(let month, _): month.map(Self.words) ?? "no closing day"
    case .invoiced(let month), .paid(let month): Self.words(month)
    case .age(let stage, _): SafeText(stage)
    case .lost: "Lost"
    case .stage, .owner, .won, .late: nil
    }
  }

  /// What the bar is about, all of it.
  public var title: SafeText { heading.map { $0 + " · " + label } ?? label }

  /// How its bar is drawn. Its words say the same.
  var style: Style {
    switch self {
    case .won, .closing(_, .won), .paid: .good
    case .lost: .bad
    case .late(let days): days.upperBound <= 0 ? .normal : days.lowerBound > 30 ? .bad : .warning
    case .age(_, let days): days.lowerBound > 30 ? .warning : .normal
    default: .normal
    }
  }

  private static func words(_ days: ClosedRange<Int>) -> SafeText {
    days.upperBound == .max
      ? "over \(days.lowerBound - 1) d" : "\(days.lowerBound)–\(days.upperBound) d"
  }

  private static func words(_ month: CalendarDate) -> SafeText {
    SafeText(month.spoken.string.drop { $0 != " " }.dropFirst())
  }
}
