import FoundationEssentials
import Sales
import Screen

/// All that the program shows and remembers. `reduce` alone changes it; views only read it.
public struct AppState: Hashable, Sendable {
  /// The extent of the terminal.
  public var size: Size
  /// The time, as last told: ages and countdowns are measured against it.
  public var now: Date
  /// The day it is, in the user's zone.
  public var today: CalendarDate
  /// How far the user's clock is ahead of UTC, in seconds: on which day an instant falls.
  public var secondsAheadOfUTC = 0
  /// Whose organization this is.
  public var tenant: Tenant
  /// The screen that is shown.
  public var screen: ScreenName = .pipeline
  /// The deals by stage, as a board or a list.
  public var board = PipelineBoard()
  /// The invoices by group.
  public var invoices = InvoiceList()
  /// The invoice being written, when one is open.
  public var editor: InvoiceEditor?
  /// Contacts, accounts and leads.
  public var people = PeopleScreen()
  /// What there is about forms besides the one on top.
  public var forms = RecordForms()
  /// What others did to what I watch.
  public var inbox = InboxList()
  /// What is to be done, by day.
  public var agenda = AgendaScreen()
  /// The reports.
  public var reports = ReportScreen()
  /// What we asked Zoho to write and what became of it.
  public var outbox = OutboxList()
  /// Dialogs, choosers and helps on top of the screen, the topmost last.
  public var overlays: [Overlay] = []
  /// The last thing that happened, for the line above the footer.
  public var event: Event?
  /// All that happened since the start, newest first, at most `logLimit` of them.
  public var log: [Event] = []
  /// How fresh the local copy is, and what is being fetched.
  public var sync = SyncStatus()
  /// What is left of the API's quotas.
  public var quota = Quota()
  /// What was pressed of a count or of a chord such as `dd`, while the rest is awaited.
  public var pendingKeys = PendingKeys()
  /// The key that opened the question on top: a repeat of it cannot answer.
  public var openingKey: Key?
  /// How the user has arranged views, kept across restarts.
  public var views = ViewSettings()
  /// The decimal point that the user types, `.` or `,`; nil when unknown: then `1,234` is refused.
  public var decimalMark: Character?
  /// What the user has set, keys included.
  public var preferences = Preferences()
  /// The themes there are, and what the terminal is like.
  public var looks = Looks()
  /// The name of the account's profile; nil for the demo, and while nobody is signed in.
  public var profile: String?
  /// What a sign-in begins with.
  public var signInFacts: SignInWizard.Facts?
  /// The sign-in that is on the screen instead of everything else.
  public var signIn: SignInWizard?
  /// Where to go after leaving; nil for nowhere.
  public var destination: Destination?
  /// Whether the program is about to leave.
  public var isFinished = false

  /// How many events the log keeps.
  public static let logLimit = 500

  /// The state before anything is known.
  public init(size: Size, now: Date, today: CalendarDate, tenant: Tenant) {
    self.size = size
    self.now = now
    self.today = today
    self.tenant = tenant
  }

  /// Says what happened, in the status line and in the log.
  public mutating func tell(_ text: SafeText, kind: Event.Kind = .done) {
    let event = Event(time: now, kind: kind, text: text)
    self.event = event
    keep(event)
  }

  /// Keeps what happened in the log, without a word in the status line.
  mutating func keep(_ event: Event) {
    log.insert(event, at: 0)
    if log.count > Self.logLimit { log.removeLast(log.count - Self.logLimit) }
  }

  /// The place whose keys count now: the topmost overlay, or what the screen shows.
  public var place: Place {
    if let overlay = overlays.last { return overlay.place }
    if let signIn { return signIn.place }
    switch screen {
    case .pipeline: return board.place
    case .people: return people.place
    case .invoices: return editor.map(\.place) ?? invoices.place
    case .agenda: return agenda.place
    case .reports: return reports.place
    case .outbox: return .outbox
    }
  }
}

/// Whose organization is on the screen, in the words of the top line and of every confirmation.
public struct Tenant: Hashable, Sendable {
  /// The organization's name.
  public var organization: String
  /// The data centre, such as `eu`, or `local` for LocalZoho.
  public var dataCenter: String
  /// Whether this is LocalZoho, where nothing reaches a customer.
  public var isDemo: Bool
  /// Whether nothing may be written.
  public var isReadOnly: Bool
  /// Who is signed in; nil until known.
  public var user: Reference<User>?
  /// The home currency.
  public var currency: Currency

  /// An organization at a data centre.
  public init(
    organization: String, dataCenter: String, isDemo: Bool = false, isReadOnly: Bool = false,
    user: Reference<User>? = nil, currency: Currency = Currency("USD")
  ) {
    self.organization = organization
    self.dataCenter = dataCenter
    self.isDemo = isDemo
    self.isReadOnly = isReadOnly
    self.user = user
    self.currency = currency
  }
}

/// The screens, in the order of their tabs.
public enum ScreenName: Int, Hashable, Sendable, CaseIterable {
  /// Deals by stage.
  case pipeline = 1
  /// Contacts, accounts and leads.
  case people = 2
  /// Invoices by group, and drafts.
  case invoices = 3
  /// What is to be done, by day.
  case agenda = 4
  /// Figures as bars, and the records behind them.
  case reports = 5
  /// What was asked of Zoho and what became of it.
  case outbox = 6

  /// The name on the tab.
  public var title: SafeText {
    switch self {
    case .pipeline: "Pipeline"
    case .people: "Contacts"
    case .invoices: "Invoices"
    case .agenda: "Agenda"
    case .reports: "Reports"
    case .outbox: "Outbox"
    }
  }
}

/// A thing that happened, as the status line and the log say it.
public struct Event: Hashable, Sendable {
  /// How it went.
  public enum Kind: Hashable, Sendable {
    /// Something was done.
    case done
    /// Something is worth knowing.
    case note
    /// Something wants a decision or may go wrong.
    case warning
    /// Something failed.
    case failure
  }

  /// When it happened.
  public var time: Date
  /// How it went.
  public var kind: Kind
  /// What happened.
  public var text: SafeText

  /// A thing that happened.
  public init(time: Date, kind: Kind, text: SafeText) {
    self.time = time
    self.kind = kind
    self.text = text
  }
}

/// How fresh the local copy is, and what is being fetched.
public struct SyncStatus: Hashable, Sendable {
  /// When everything was last brought up to date; nil before the first time.
  public var lastSynced: Date?
  /// What is being fetched now, such as `deals 4,200`; nil when nothing is.
  public var progress: SafeText?
  /// Why the last try failed; nil when it did not. Old rows stay on the screen all the same.
  public var failure: Failure?

  /// Nothing known yet.
  public init() {}
}

/// What is left of the API's quotas, as far as it is known.
public struct Quota: Hashable, Sendable {
  /// Calls to Books in the last minute.
  public var booksUsed: Int?
  /// How many we allow ourselves in a minute.
  public var booksLimit: Int?
  /// CRM credits left today, as CRM said or as we count.
  public var crmCredits: Int?

  /// Nothing known yet.
  public init(booksUsed: Int? = nil, booksLimit: Int? = nil, crmCredits: Int? = nil) {
    self.booksUsed = booksUsed
    self.booksLimit = booksLimit
    self.crmCredits = crmCredits
  }
}
