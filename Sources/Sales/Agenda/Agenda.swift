/// Which activities an agenda shows: those not done, by day.
public struct AgendaQuery: Hashable, Sendable {
  /// Whose; nil for everybody's.
  public var owner: User.ID?
  /// What was typed to filter: each word must occur in the subject, the deal, the person, the company or
  /// the owner, whatever its case. Empty for all.
  public var words: String
  /// The day it is.
  public var today: CalendarDate

  /// A question for an agenda.
  public init(owner: User.ID? = nil, words: String = "", today: CalendarDate) {
    self.owner = owner
    self.words = words
    self.today = today
  }
}

/// When something is to be done, as an agenda puts things together.
public enum AgendaTime: Hashable, Sendable {
  /// Before today.
  case late
  /// On a day from today on.
  case day(CalendarDate)
  /// On no day.
  case undated

  /// When an activity of that day is to be done.
  public init(_ day: CalendarDate?, today: CalendarDate) {
    self = day.map { $0 < today ? .late : .day($0) } ?? .undated
  }
}

/// An activity with the names of what it is about.
public struct AgendaRow: Hashable, Sendable {
  /// The activity.
  public var activity: Activity
  /// The deal it serves.
  public var deal: Reference<Deal>?
  /// The person it is with.
  public var contact: Reference<Contact>?
  /// The company.
  public var account: String?

  /// An activity with the names of what it is about.
  public init(
    activity: Activity, deal: Reference<Deal>? = nil, contact: Reference<Contact>? = nil,
    account: String? = nil
  ) {
    self.activity = activity
    self.deal = deal
    self.contact = contact
    self.account = account
  }

  /// The activity's id, by which a cursor stays on it.
  public var id: Activity.ID { activity.id }
}

/// A part of an agenda, with how much there is at each time of all of it.
public struct AgendaPage: Hashable, Sendable {
  /// How many activities each time has, in order: what is late first, what has no day last.
  public var counts: [Count]
  /// The activities around the cursor, in order.
  public var window: Window<AgendaRow>

  /// How many activities a time has.
  public struct Count: Hashable, Sendable {
    /// The time.
    public var time: AgendaTime
    /// How many.
    public var count: Int

    /// How many activities a time has.
    public init(time: AgendaTime, count: Int) {
      self.time = time
      self.count = count
    }
  }

  /// A part of an agenda.
  public init(counts: [Count] = [], window: Window<AgendaRow> = Window()) {
    self.counts = counts
    self.window = window
  }
}
