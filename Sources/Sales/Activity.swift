import FoundationEssentials

/// Something to do, or done: a task, a meeting (module Events) or a call.
public struct Activity: Hashable, Sendable {
  /// An activity's id.
  public typealias ID = Identifier<Activity>

  /// The sorts of activity, each a module of CRM.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    /// Module Tasks.
    case task
    /// Module Events.
    case event
    /// Module Calls.
    case call
  }

  /// The id at Zoho CRM.
  public let id: ID
  /// The sort.
  public let kind: Kind
  /// What it is about.
  public var subject: String
  /// The day it is due or takes place, in the user's zone.
  public var day: CalendarDate?
  /// When it starts, for meetings and calls.
  public var time: Date?
  /// When it ends, for meetings.
  public var end: Date?
  /// Where it stands, in CRM's words; nil for meetings.
  public var status: String?
  /// Whether it is over.
  public var isDone: Bool
  /// The deal it serves.
  public var deal: Deal.ID?
  /// The person it is with.
  public var contact: Contact.ID?
  /// What else is to be known, in prose.
  public var note: String?
  /// Who does it.
  public var owner: Reference<User>?
  /// When it was last changed, by the server's clock.
  public var modifiedTime: Date

  /// Something to do, or done.
  public init(
    id: ID, kind: Kind, subject: String, day: CalendarDate?, time: Date? = nil,
    end: Date? = nil, status: String? = nil, isDone: Bool, deal: Deal.ID? = nil,
    contact: Contact.ID? = nil,
    note: String? = nil, owner: Reference<User>? = nil, modifiedTime: Date
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.day = day
    self.time = time
    self.end = end
    self.status = status
    self.isDone = isDone
    self.deal = deal
    self.contact = contact
    self.note = note
    self.owner = owner
    self.modifiedTime = modifiedTime
  }
}

/// A remark on a record.
public struct Note: Hashable, Sendable {
  /// A note's id.
  public typealias ID = Identifier<Note>

  /// The id at Zoho CRM.
  public let id: ID
  /// The headline, often empty.
  public var title: String?
  /// The text.
  public var content: String
  /// The record it hangs on; deals are the ones we show.
  public var parent: String
  /// Who wrote it.
  public var author: String?
  /// When it was written.
  public var createdTime: Date
  /// When it was last changed, by the server's clock.
  public var modifiedTime: Date

  /// A remark on a record.
  public init(
    id: ID, title: String?, content: String, parent: String, author: String?, createdTime: Date,
    modifiedTime: Date
  ) {
    self.id = id
    self.title = title
    self.content = content
    self.parent = parent
    self.author = author
    self.createdTime = createdTime
    self.modifiedTime = modifiedTime
  }
}
