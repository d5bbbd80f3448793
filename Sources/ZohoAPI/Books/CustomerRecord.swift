import FoundationEssentials
import Sales

/// A customer as Books sends it (module contacts), in lists and alone.
struct CustomerRecord: Decodable, Sendable {
  let customer: Customer
  let persons: [Customer.Person]

  enum CodingKeys: String, CodingKey {
    case id = "contact_id"
    case name = "contact_name"
    case company = "company_name"
    case email, status
    case currency = "currency_code"
    case paymentTerms = "payment_terms"
    case paymentTermsLabel = "payment_terms_label"
    case account = "zcrm_account_id"
    case contact = "zcrm_contact_id"
    case outstanding = "outstanding_receivable_amount"
    case unusedCredits = "unused_credits_receivable_amount"
    case persons = "contact_persons"
    case createdTime = "created_time"
    case modifiedTime = "last_modified_time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    persons =
      try container.decodeIfPresent([PersonRecord].self, forKey: .persons)?.map(\.person)
      .sorted { $0.isPrimary && !$1.isPrimary } ?? []
    customer = Customer(
      id: Customer.ID(try container.requiredID(.id)), name: try container.text(.name) ?? "",
      company: try container.text(.company),
      email: try container.text(.email) ?? persons.first.map(\.email),
      currency: Currency(try container.text(.currency) ?? ""),
      paymentTerms: try container.integer(.paymentTerms) ?? 0,
      paymentTermsLabel: try container.text(.paymentTermsLabel),
      account: try container.id(.account).map { Account.ID($0) },
      contact: try container.id(.contact).map { Contact.ID($0) },
      outstanding: try container.decimal(.outstanding) ?? 0,
      unusedCredits: try container.decimal(.unusedCredits) ?? 0,
      isActive: try container.text(.status) != "inactive",
      modifiedTime: try container.time(.modifiedTime) ?? container.time(.createdTime)
        ?? Date(timeIntervalSince1970: 0))
  }

  /// The customer in an answer that has one.
  static func detail(_ reply: Reply) throws -> CustomerDetail {
    let record: CustomerRecord = try BooksReply.content(reply, "contact")
    return CustomerDetail(customer: record.customer, persons: record.persons)
  }
}

/// Somebody at a customer, as Books sends them.
private struct PersonRecord: Decodable {
  let person: Customer.Person

  enum CodingKeys: String, CodingKey {
    case id = "contact_person_id"
    case firstName = "first_name"
    case lastName = "last_name"
    case email
    case isPrimary = "is_primary_contact"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = [try container.text(.firstName), try container.text(.lastName)]
    person = Customer.Person(
      id: Identifier(try container.requiredID(.id)),
      name: name.compactMap { $0 }.joined(separator: " "),
      email: try container.text(.email) ?? "",
      isPrimary: try container.decodeIfPresent(Bool.self, forKey: .isPrimary) ?? false)
  }
}
