/// The records that a bar stands for: what it counts and adds up is exactly these.
public enum ReportSlice: Hashable, Sendable {
  /// Deals.
  case deals(DealSlice)
  /// Invoices.
  case invoices(InvoiceSlice)
  /// Payments.
  case payments(PaymentSlice)
}

/// Deals that have something in common.
public struct DealSlice: Hashable, Sendable {
  /// A value that a deal may lack.
  public enum Value: Hashable, Sendable {
    /// Whatever it is.
    case any
    /// That value.
    case some(String)
    /// None.
    case none
  }

  /// The pipeline they run in.
  public var pipeline: Pipeline.ID
  /// The stages they stand in.
  public var stages: [Stage.ID]
  /// The id of who works on them.
  public var owner = Value.any
  /// The month they should close in, as `2026-06`.
  public var month = Value.any
  /// The months they should close in; nil for any.
  public var period: ClosedRange<CalendarDate>?
  /// Their chance in percent, their own or that of their stage.
  public var chance: ClosedRange<Int>?
  /// Why they were lost.
  public var reason = Value.any
  /// How many days they have stood in their stage, as of the day given.
  public var age: ClosedRange<Int>?
  /// The day it is, for their age.
  public var today: CalendarDate
  /// The currency of their value; nil for those without a value.
  public var currency: Currency?

  /// The deals of some stages in a currency.
  public init(
    pipeline: Pipeline.ID, stages: [Stage.ID], currency: Currency?, today: CalendarDate
  ) {
    self.pipeline = pipeline
    self.stages = stages
    self.currency = currency
    self.today = today
  }
}

/// Invoices that have something in common.
public struct InvoiceSlice: Hashable, Sendable {
  /// How many days late the unpaid ones are, negative before they are due; nil for paid ones too.
  public var late: ClosedRange<Int>?
  /// The day it is, for how late they are.
  public var today: CalendarDate
  /// The days their date lies in; nil for any.
  public var dates: ClosedRange<CalendarDate>?
  /// The currency.
  public var currency: Currency

  /// What is unpaid and so many days late: balances count.
  public static func unpaid(
    late: ClosedRange<Int>, today: CalendarDate, currency: Currency
  ) -> InvoiceSlice {
    InvoiceSlice(late: late, today: today, dates: nil, currency: currency)
  }

  /// What was invoiced in those days, drafts and void ones left out: totals count.
  public static func invoiced(
    in dates: ClosedRange<CalendarDate>, today: CalendarDate, currency: Currency
  ) -> InvoiceSlice {
    InvoiceSlice(late: nil, today: today, dates: dates, currency: currency)
  }
}

/// Payments that have something in common.
public struct PaymentSlice: Hashable, Sendable {
  /// The days they came in.
  public var dates: ClosedRange<CalendarDate>
  /// The currency.
  public var currency: Currency

  /// The payments of those days in a currency.
  public init(dates: ClosedRange<CalendarDate>, currency: Currency) {
    self.dates = dates
    self.currency = currency
  }
}
