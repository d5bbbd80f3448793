import GRDB

/// The one organization of this server, in the CRM and in Books. It keeps UTC.
struct Organization: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "organization"

  /// The CRM's record id of the organization, 19 digits.
  var crmID: String
  /// What `X-CRM-ORG` carries, shorter.
  var zgid: String
  /// `organization_id` of Books.
  var booksID: String
  var name: String
  var primaryEmail: String
  /// ISO code of the home currency.
  var currency: String
  /// The CRM's `paid_type`: free, standard, professional, enterprise, ultimate.
  var edition: String
  var seats: Int
  /// Books' `plan_name`: FREE, STANDARD, PROFESSIONAL, PREMIUM, ELITE, ULTIMATE.
  var booksPlan: String

  enum CodingKeys: String, CodingKey {
    case crmID = "crm_id"
    case zgid
    case booksID = "books_id"
    case name
    case primaryEmail = "primary_email"
    case currency, edition, seats
    case booksPlan = "books_plan"
  }

  /// What a new database starts with; a seed replaces it.
  static let standard = Organization(
    crmID: "4150868000000000010", zgid: "60001234567", booksID: "20071234567",
    name: "Fairlead Trading Ltd", primaryEmail: "office@fairlead.example", currency: "GBP",
    edition: "enterprise", seats: 10, booksPlan: "PREMIUM")

  /// When it was signed up; all that came with it bears this time.
  static let createdTime = "2020-01-06T09:00:00+00:00"

  static func current(_ db: Database) throws -> Organization {
    try Organization.fetchOne(db) ?? standard
  }
}
