import FoundationEssentials
import Sales

/// What a lead is to become.
public struct LeadConversion: Hashable, Sendable, Codable {
  /// The account to join it to; nil makes one.
  public var account: String?
  /// The contact to join it to; nil makes one.
  public var contact: String?
  /// The fields of a deal to make; nil makes none.
  public var deal: RecordFields?
  /// Who gets what is made; nil leaves it with the lead's owner.
  public var owner: String?
  /// Whether what the lead says goes over what the account and the contact say.
  public var overwrites: Bool
  /// Whether CRM mails the new owner.
  public var notifies: Bool

  /// What a lead is to become.
  public init(
    account: String? = nil, contact: String? = nil, deal: RecordFields? = nil,
    owner: String? = nil, overwrites: Bool = false, notifies: Bool = false
  ) {
    self.account = account
    self.contact = contact
    self.deal = deal
    self.owner = owner
    self.overwrites = overwrites
    self.notifies = notifies
  }

  fileprivate var body: RecordFields {
    var row: RecordFields = [
      "overwrite": .bool(overwrites), "notify_lead_owner": false,
      "notify_new_entity_owner": .bool(notifies),
    ]
    row["Accounts"] = account.map { .reference(id: $0, name: nil) }
    row["Contacts"] = contact.map { .reference(id: $0, name: nil) }
    row["assign_to"] = owner.map { .reference(id: $0, name: nil) }
    row["Deals"] = deal.map { .object($0) }
    return ["data": .list([.object(row)])]
  }
}

/// What a lead became.
public struct ConvertedLead: Hashable, Sendable, Codable {
  /// The account's id.
  public let account: String?
  /// The contact's id.
  public let contact: String?
  /// The deal's id.
  public let deal: String?
  /// Whether CRM does it later.
  public let isScheduled: Bool
}

extension Request where Response == ConvertedLead {
  /// Makes a contact and an account of a lead, and maybe a deal. It cannot be undone; 5 credits.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/convert-lead.html>
  public static func convertLead(_ id: String, _ conversion: LeadConversion) -> Self {
    Request(
      .crm, .post, "/Leads/\(PathSegment.of(id))/actions/convert", json: conversion.body
    ) { reply in
      let row = try OnlyRow.of(reply, "data")
      let details = row["details"]?.fields ?? [:]
      return ConvertedLead(
        account: details["Accounts"]?.fields?["id"]?.text,
        contact: details["Contacts"]?.fields?["id"]?.text,
        deal: details["Deals"]?.fields?["id"]?.text, isScheduled: row["code"] == "SCHEDULED")
    }
  }
}

/// Records that a lead may stand for already.
public struct LeadMatches: Hashable, Sendable, Codable {
  /// Accounts, by id and name.
  public let accounts: [RecordFields]
  /// Contacts, by id and name.
  public let contacts: [RecordFields]
}

extension Request where Response == LeadMatches {
  /// The accounts and contacts that a lead could be joined to.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/lead-conversion-options.html>
  public static func conversionOptions(ofLead id: String) -> Self {
    Request(.crm, .get, "/Leads/\(PathSegment.of(id))/__conversion_options") { reply in
      guard !reply.isEmpty else { return LeadMatches(accounts: [], contacts: []) }
      let answer = try JSONDecoder().decode(RecordFields.self, from: reply.body)
      let options = answer["__conversion_options"]?.fields ?? [:]
      return LeadMatches(
        accounts: options["Accounts"]?.records ?? [], contacts: options["Contacts"]?.records ?? [])
    }
  }
}

extension FieldValue {
  /// The objects of a list; nil for anything else.
  var records: [RecordFields]? {
    if case .list(let values) = self { values.compactMap(\.fields) } else { nil }
  }
}

/// The answer to a write of one thing, where it is no record with an id of its own.
enum OnlyRow {
  /// The row under a name, or the answer itself when it is flat; a refusal is thrown.
  static func of(_ reply: Reply, _ name: String) throws -> RecordFields {
    let answer = try JSONDecoder().decode(RecordFields.self, from: reply.body)
    let row = answer[name]?.records?.first ?? answer
    guard row["status"] == "error" else { return row }
    let said = ReplyMessage(
      code: row["code"]?.text ?? "", message: row["message"]?.text ?? "",
      details: row["details"].map(ReplyMessage.flat) ?? [:], isInRows: true)
    throw ZohoError(
      said, status: reply.status, from: .crm, retryAfter: reply.retryAfter, isRecord: true)
  }
}
