import FoundationEssentials
import Sales

extension List where Row == Lead {
  /// The leads of the organization that were not converted, least recently changed first.
  public static func leads(modifiedSince: Date? = nil) -> List<Lead> {
    module("Leads", fields: LeadRecord.CodingKeys.fieldNames, modifiedSince: modifiedSince) {
      (record: LeadRecord, _) in record.lead
    }
  }
}

/// A record of module Leads.
struct LeadRecord: Decodable, Sendable {
  let lead: Lead

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case fullName = "Full_Name"
    case firstName = "First_Name"
    case lastName = "Last_Name"
    case company = "Company"
    case email = "Email"
    case phone = "Phone"
    case status = "Lead_Status"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let parts = [try container.text(.firstName), try container.text(.lastName)]
    lead = Lead(
      id: Lead.ID(try container.decode(String.self, forKey: .id)),
      name: try container.text(.fullName) ?? parts.compactMap { $0 }.joined(separator: " "),
      company: try container.text(.company), email: try container.text(.email),
      phone: try container.text(.phone), status: try container.text(.status),
      modifiedTime: try container.time(.modifiedTime) ?? Date(timeIntervalSince1970: 0))
  }
}
