/// Something asked of a record of CRM besides changing its fields.
public enum RecordWrite: Hashable, Sendable, Codable {
  /// Make a record.
  case create(NewRecord)
  /// Put a record into the recycle bin, where it stays for sixty days.
  case delete(RecordKey)
  /// Bring a record back from the recycle bin.
  case restore(RecordKey)
  /// Make a contact and an account of a lead, and a deal when asked.
  case convert(LeadPlan)
  /// Write a remark on a record.
  case addNote(RecordKey, content: String)

  /// The record it is about; nil for one that is not there yet.
  public var record: RecordKey? {
    switch self {
    case .create: nil
    case .delete(let key), .restore(let key), .addNote(let key, _): key
    case .convert(let plan): plan.lead
    }
  }
}

/// A record about to be made.
public struct NewRecord: Hashable, Sendable, Codable {
  /// The module by API name.
  public var module: String
  /// What people will call it, for the outbox.
  public var name: String
  /// The values by API name, none of them empty.
  public var values: [String: RecordValue]
  /// What tells this wish from another of the same words: a second one of it is not sent.
  public var token: String

  /// A record about to be made.
  public init(module: String, name: String, values: [String: RecordValue], token: String) {
    self.module = module
    self.name = name
    self.values = values
    self.token = token
  }
}

/// What a lead is to become.
public struct LeadPlan: Hashable, Sendable, Codable {
  /// The lead.
  public var lead: RecordKey
  /// The account to join it to; nil makes one.
  public var account: RecordKey?
  /// The contact to join it to; nil makes one.
  public var contact: RecordKey?
  /// The values of a deal to make; nil makes none.
  public var deal: [String: RecordValue]?

  /// What a lead is to become.
  public init(
    lead: RecordKey, account: RecordKey? = nil, contact: RecordKey? = nil,
    deal: [String: RecordValue]? = nil
  ) {
    self.lead = lead
    self.account = account
    self.contact = contact
    self.deal = deal
  }
}
