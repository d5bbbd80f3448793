import FoundationEssentials

/// Credit or money of a customer that goes onto an invoice.
public struct CreditUse: Hashable, Sendable, Codable {
  /// Where it comes from.
  public enum Source: Hashable, Sendable, Codable {
    /// A credit note.
    case creditNote(String)
    /// A payment of which something is left.
    case payment(Payment.ID)
  }

  /// Where it comes from.
  public var source: Source
  /// How much, in the invoice's currency.
  public var amount: Decimal

  /// Credit or money of a customer that goes onto an invoice.
  public init(_ source: Source, amount: Decimal) {
    self.source = source
    self.amount = amount
  }
}

/// Something of which a customer has money left: a credit note, or a payment no invoice has taken.
public struct OpenCredit: Hashable, Sendable, Codable {
  /// Where it comes from.
  public var source: CreditUse.Source
  /// Its number at Books.
  public var number: String
  /// Its day, when Books told.
  public var date: CalendarDate?
  /// What is left of it, in the customer's currency.
  public var left: Money

  /// Something of which a customer has money left.
  public init(source: CreditUse.Source, number: String, date: CalendarDate?, left: Money) {
    self.source = source
    self.number = number
    self.date = date
    self.left = left
  }
}

/// An account at Books that money can be paid back from.
public struct PayingAccount: Hashable, Sendable {
  /// The id.
  public var id: String
  /// What it is called.
  public var name: String
  /// Its sort, in Books' words: `bank`, `cash`.
  public var type: String

  /// An account at Books.
  public init(id: String, name: String, type: String) {
    self.id = id
    self.name = name
    self.type = type
  }
}

/// Money given back.
public struct RefundDraft: Hashable, Sendable, Codable {
  /// The day.
  public var date: CalendarDate
  /// How much, in the currency of what is refunded.
  public var amount: Decimal
  /// How: `banktransfer`, `cash`.
  public var mode: String
  /// The account at Books it is paid from, by id.
  public var account: String
  /// Words for ourselves.
  public var reference: String

  /// Money given back.
  public init(
    date: CalendarDate, amount: Decimal, mode: String, account: String, reference: String = ""
  ) {
    self.date = date
    self.amount = amount
    self.mode = mode
    self.account = account
    self.reference = reference
  }
}
