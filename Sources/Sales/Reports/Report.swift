import FoundationEssentials

/// A report: bars in the order in which they are shown, those of one currency together.
public struct Report: Hashable, Sendable {
  /// What was asked.
  public var query: ReportQuery
  /// The bars. Unlike currencies never share one; deals without a value stand last.
  public var bars: [ReportBar]

  /// An answer to a question.
  public init(query: ReportQuery, bars: [ReportBar] = []) {
    self.query = query
    self.bars = bars
  }
}

/// One bar: what it is about, how many records it has and what they come to.
public struct ReportBar: Hashable, Sendable {
  /// What it is about.
  public var category: ReportCategory
  /// The records it stands for; its identity.
  public var slice: ReportSlice
  /// The currency of its sums; nil for deals without a value.
  public var currency: Currency?
  /// How many records it has.
  public var count: Int
  /// What they come to, in the currency.
  public var amount: Decimal
  /// What they come to, each times its chance; nil where chances mean nothing.
  public var weighted: Decimal?
  /// How many of how many came out well; nil where nothing did or did not.
  public var share: Share?

  /// A part of a whole.
  public struct Share: Hashable, Sendable {
    /// The part.
    public var part: Int
    /// The whole.
    public var whole: Int

    /// A part of a whole.
    public init(part: Int, whole: Int) {
      self.part = part
      self.whole = whole
    }
  }

  /// A bar.
  public init(
    category: ReportCategory, slice: ReportSlice, currency: Currency?, count: Int,
    amount: Decimal, weighted: Decimal? = nil, share: Share? = nil
  ) {
    self.category = category
    self.slice = slice
    self.currency = currency
    self.count = count
    self.amount = amount
    self.weighted = weighted
    self.share = share
  }
}

/// What a bar is about.
public enum ReportCategory: Hashable, Sendable {
  /// A part of a forecast.
  public enum Part: Hashable, Sendable {
    /// Won already.
    case won
    /// Open, with a chance of at least `committedChance` percent.
    case committed
    /// Open, with less of a chance.
    case open
  }

  /// A stage, by its name.
  case stage(String)
  /// Somebody, by name; nil for deals of nobody.
  case owner(String?)
  /// A part of what should close in a month, by its first day; nil for deals without a closing day.
  case closing(CalendarDate?, Part)
  /// Won.
  case won
  /// Lost, for a reason; nil where none was given.
  case lost(String?)
  /// So many days in a stage, by its name.
  case age(stage: String, days: ClosedRange<Int>)
  /// Unpaid and so many days late; before it is due when negative.
  case late(ClosedRange<Int>)
  /// Invoiced in a month, by its first day.
  case invoiced(CalendarDate)
  /// Paid in a month, by its first day.
  case paid(CalendarDate)

  /// From which chance on, in percent, an open deal counts as committed in a forecast.
  public static let committedChance = 75

  /// The days in a stage that ageing tells apart.
  public static let ages = [0...7, 8...14, 15...30, 31...60, 61...Int.max]

  /// How late the ageing of receivables tells apart, in days: Books' own steps.
  public static let lateness = [Int.min...0, 1...15, 16...30, 31...45, 46...Int.max]
}

/// A record behind a bar, as its list shows it.
public struct ReportRow: Hashable, Sendable {
  /// Which record it is.
  public enum Subject: Hashable, Sendable {
    /// A deal.
    case deal(Deal.ID)
    /// An invoice.
    case invoice(Invoice.ID)
    /// A payment.
    case payment(Payment.ID)
  }

  /// Which record it is.
  public var subject: Subject
  /// The deal's name, or the number.
  public var title: String
  /// The company.
  public var party: String
  /// The owner of a deal, the status of an invoice, how a payment came in.
  public var detail: String
  /// The stage a deal stands in; nil for others.
  public var stage: Stage.ID?
  /// The closing day, the due day or the date.
  public var day: CalendarDate?
  /// What the bar counts of it; nil for a deal without a value.
  public var amount: Money?

  /// A record behind a bar.
  public init(
    subject: Subject, title: String, party: String, detail: String, stage: Stage.ID? = nil,
    day: CalendarDate?, amount: Money?
  ) {
    self.subject = subject
    self.title = title
    self.party = party
    self.detail = detail
    self.stage = stage
    self.day = day
    self.amount = amount
  }
}
