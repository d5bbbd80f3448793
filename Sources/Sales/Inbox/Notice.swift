import FoundationEssentials

/// Something that somebody else did to a record: what the inbox tells.
public struct Notice: Hashable, Sendable {
  /// A notice's number, in the order in which they came.
  public typealias ID = Int64

  /// Which record it is about.
  public enum Subject: Hashable, Sendable {
    /// A deal.
    case deal(Deal.ID)
    /// An invoice.
    case invoice(Invoice.ID)
  }

  /// What was done.
  public enum Change: Hashable, Sendable, Codable {
    /// It was moved to another stage, onwards or back.
    case stage(to: Stage.ID, isForward: Bool)
    /// Its value was changed; nil for none.
    case amount(from: Money?, to: Money?)
    /// Money came in for it; whether it is paid in full.
    case paid(Money, isAll: Bool)
    /// The customer has looked at it.
    case viewed
    /// Somebody wrote a remark.
    case note(String)
  }

  /// Its number.
  public let id: ID
  /// Which record it is about.
  public var subject: Subject
  /// The deal's name, or the invoice's number and customer.
  public var title: String
  /// What was done.
  public var change: Change
  /// Who did it, when Zoho says so.
  public var author: String?
  /// When it was seen here.
  public var time: Date
  /// Whether it was looked at.
  public var isRead: Bool

  /// Something that somebody else did.
  public init(
    id: ID, subject: Subject, title: String, change: Change, author: String?, time: Date,
    isRead: Bool
  ) {
    self.id = id
    self.subject = subject
    self.title = title
    self.change = change
    self.author = author
    self.time = time
    self.isRead = isRead
  }
}

/// How a deal has changed since it was last looked at, in one word.
public enum ChangeMark: String, Hashable, Sendable {
  /// It went onwards, or is worth more.
  case up
  /// It went back, or is worth less.
  case down
  /// Something else about it changed.
  case changed
}

extension Notice.Change {
  /// The mark it leaves on a deal.
  public var mark: ChangeMark {
    switch self {
    case .stage(_, let isForward): isForward ? .up : .down
    case .amount(let from?, let to?) where from.currency == to.currency:
      to.amount > from.amount ? .up : .down
    case .amount(nil, .some): .up
    case .amount(.some, nil): .down
    case .amount, .paid, .viewed, .note: .changed
    }
  }
}

/// What others did, as far as it is kept.
public struct NoticeList: Hashable, Sendable {
  /// What they did to what is watched, newest first.
  public var notices: [Notice]
  /// How many of them were not looked at.
  public var unread: Int
  /// The deals that changed since they were last looked at, watched or not.
  public var marks: [Deal.ID: ChangeMark]
  /// The deals that are watched besides one's own.
  public var watched: Set<Deal.ID>

  /// What others did.
  public init(
    notices: [Notice] = [], unread: Int = 0, marks: [Deal.ID: ChangeMark] = [:],
    watched: Set<Deal.ID> = []
  ) {
    self.notices = notices
    self.unread = unread
    self.marks = marks
    self.watched = watched
  }
}
