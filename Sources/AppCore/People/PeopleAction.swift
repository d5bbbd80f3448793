import Sales

/// What happened on the screen of contacts, accounts and leads.
public enum PeopleAction: Hashable, Sendable {
  /// Rows of a list.
  case loaded(PeopleQuery, Result<Window<PersonRow>, Failure>)
  /// How many there are of each.
  case counted([PeopleList: Int])
  /// What the open deals of the rows of a list add up to.
  case summed(PeopleQuery, Totals)
  /// All that surrounds a record.
  case folderLoaded(PeopleList, id: String, Result<PersonFolder, Failure>)
  /// A record was asked for from elsewhere: it is shown.
  case opened(RecordKey)
  /// What a lead may become, or why that is not known.
  case conversionPrepared(RecordKey, Result<LeadOptions, Failure>)
}

/// Work that the screen of contacts, accounts and leads wants done.
public enum PeopleEffect: Hashable, Sendable {
  /// Read rows of a list. Answered by `loaded`.
  case load(PeopleQuery, around: Anchor<PersonRow>, limit: Int)
  /// Count the lists. Answered by `counted`.
  case count
  /// Add up the open deals of a list. Answered by `summed`.
  case sum(PeopleQuery)
  /// Read what surrounds a record: the local copy first, then Zoho. Answered by `folderLoaded`, maybe
  /// twice.
  case loadFolder(PeopleList, id: String)
  /// Ask what a lead may be joined to. Answered by `conversionPrepared`.
  case prepareConversion(RecordKey)
  /// Put a file of a record among the downloads.
  case saveFile(RecordFile, of: RecordKey)
  /// Show an address in the user's browser.
  case browse(String)
}

/// What a lead may become.
public struct LeadOptions: Hashable, Sendable {
  /// The lead.
  public var lead: RecordSnapshot
  /// Accounts it could be joined to.
  public var accounts: [RecordKey]
  /// Contacts it could be joined to.
  public var contacts: [RecordKey]
  /// The layout of the deal that can be made with it.
  public var deals: FormLayout

  /// What a lead may become.
  public init(
    lead: RecordSnapshot, accounts: [RecordKey], contacts: [RecordKey], deals: FormLayout
  ) {
    self.lead = lead
    self.accounts = accounts
    self.contacts = contacts
    self.deals = deals
  }

  /// The lead by module and id.
  public var key: RecordKey { lead.key }
}
