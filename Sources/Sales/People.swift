import FoundationEssentials

/// The lists of people and companies that CRM keeps.
public enum PeopleList: String, Hashable, Sendable, CaseIterable {
  /// People at companies.
  case contacts = "Contacts"
  /// Companies.
  case accounts = "Accounts"
  /// Those who may become either.
  case leads = "Leads"

  /// The module of CRM, by API name.
  public var module: String { rawValue }
}

/// By what a list of people or companies is ordered.
public enum PeopleOrder: String, Hashable, Sendable, CaseIterable {
  /// By name.
  case name
  /// By company; of companies, by trade.
  case company
  /// Those changed last first.
  case change
}

/// Which people or companies a list shows.
public struct PeopleQuery: Hashable, Sendable {
  /// The list.
  public var list: PeopleList
  /// What was typed to filter; empty for all. A word after `!` must not occur.
  public var words: String
  /// The order.
  public var order: PeopleOrder

  /// A question for people or companies.
  public init(list: PeopleList, words: String = "", order: PeopleOrder = .name) {
    self.list = list
    self.words = words
    self.order = order
  }
}

/// A person or a company as a list shows them.
public struct PersonRow: Hashable, Sendable {
  /// Of a row of a list.
  public typealias ID = Identifier<PersonRow>

  /// The id at CRM.
  public var id: ID
  /// What they are called.
  public var name: String
  /// The company; of a company, its trade.
  public var company: String
  /// What they do there; of a lead, how far it has come; of a company, its web address.
  public var role: String
  /// The address for mail; of a company, where it is.
  public var email: String
  /// The telephone number, as typed.
  public var phone: String
  /// How many open deals they have.
  public var openDeals: Int
  /// What those add up to, per currency.
  public var openTotals: Totals

  /// A person or a company as a list shows them.
  public init(
    id: ID, name: String, company: String = "", role: String = "", email: String = "",
    phone: String = "", openDeals: Int = 0, openTotals: Totals = Totals()
  ) {
    self.id = id
    self.name = name
    self.company = company
    self.role = role
    self.email = email
    self.phone = phone
    self.openDeals = openDeals
    self.openTotals = openTotals
  }
}

/// Everything around a person or a company: what their pane shows.
public struct PersonFolder: Hashable, Sendable {
  /// The record as it was last read whole; nil before that.
  public var record: RecordSnapshot?
  /// Its layout; nil until known.
  public var layout: FormLayout?
  /// Their deals, those closing first first, the open ones before the others.
  public var deals: [DealRow]
  /// The stages in which a deal is open.
  public var openStages: Set<Stage.ID>
  /// What is planned and what was done.
  public var activities: [Activity]
  /// What was noted, newest first.
  public var notes: [Note]
  /// The people of a company.
  public var people: [Contact]
  /// The customer in Books that they are, when linked.
  public var customer: Customer?
  /// The customer's invoices, newest first.
  public var invoices: [Invoice]
  /// The mails, newest first; nil before Zoho was asked.
  public var mails: [SentMail]?
  /// The files that hang on it; nil before Zoho was asked.
  public var files: [RecordFile]?

  /// Everything around a person or a company.
  public init(
    record: RecordSnapshot? = nil, layout: FormLayout? = nil, deals: [DealRow] = [],
    openStages: Set<Stage.ID> = [], activities: [Activity] = [], notes: [Note] = [],
    people: [Contact] = [], customer: Customer? = nil, invoices: [Invoice] = [],
    mails: [SentMail]? = nil, files: [RecordFile]? = nil
  ) {
    self.record = record
    self.layout = layout
    self.deals = deals
    self.openStages = openStages
    self.activities = activities
    self.notes = notes
    self.people = people
    self.customer = customer
    self.invoices = invoices
    self.mails = mails
    self.files = files
  }
}

/// A file that hangs on a record of CRM.
public struct RecordFile: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its name.
  public var name: String
  /// How long it is, in bytes; nil when CRM does not say.
  public var size: Int?
  /// When it was hung there; nil when CRM does not say.
  public var time: Date?

  /// A file that hangs on a record.
  public init(id: String, name: String, size: Int?, time: Date?) {
    self.id = id
    self.name = name
    self.size = size
    self.time = time
  }
}

/// A mail at a record of CRM.
public struct SentMail: Hashable, Sendable, Codable {
  /// The message's id.
  public var id: String
  /// What it is about.
  public var subject: String
  /// Who sent it.
  public var from: String
  /// Who got it.
  public var to: [String]
  /// When it went out; nil when CRM does not say.
  public var time: Date?
  /// Whether it was sent, not received.
  public var isSent: Bool
  /// Whether it was read.
  public var isRead: Bool

  /// A mail at a record of CRM.
  public init(
    id: String, subject: String, from: String, to: [String], time: Date?, isSent: Bool, isRead: Bool
  ) {
    self.id = id
    self.subject = subject
    self.from = from
    self.to = to
    self.time = time
    self.isSent = isSent
    self.isRead = isRead
  }
}
