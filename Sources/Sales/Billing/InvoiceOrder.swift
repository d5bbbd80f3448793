/// In which order a list of invoices is shown, when not by need.
public struct InvoiceOrder: Hashable, Sendable {
  /// What it is ordered by.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    /// The number.
    case number
    /// The customer's name.
    case customer
    /// The day on it.
    case date
    /// The day it should be paid by.
    case due
    /// What it comes to.
    case total
    /// What is unpaid.
    case balance
    /// How it stands.
    case status
  }

  /// What it is ordered by.
  public var key: Key
  /// Whether the largest comes first.
  public var isDescending: Bool

  /// An order.
  public init(_ key: Key, isDescending: Bool = false) {
    self.key = key
    self.isDescending = isDescending
  }
}

/// How long what is unpaid has been due.
public enum AgeBucket: Int, Hashable, Sendable, CaseIterable {
  /// Not due yet.
  case current
  /// For 1 to 15 days.
  case upTo15
  /// For 16 to 30 days.
  case upTo30
  /// For 31 to 45 days.
  case upTo45
  /// For longer.
  case over45

  /// The bucket of what has been due for so many days.
  public init(daysLate: Int) {
    switch daysLate {
    case ...0: self = .current
    case ...15: self = .upTo15
    case ...30: self = .upTo30
    case ...45: self = .upTo45
    default: self = .over45
    }
  }

  /// The bucket in words: `current`, `1-15`, `45+`.
  public var words: String {
    switch self {
    case .current: "current"
    case .upTo15: "1-15"
    case .upTo30: "16-30"
    case .upTo45: "31-45"
    case .over45: "45+"
    }
  }
}
