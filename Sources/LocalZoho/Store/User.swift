import GRDB

/// A person who can own records and consent to clients.
struct User: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "users"

  /// 19 digits; the same in CRM and Books.
  var id: String
  var zuid: String
  var firstName: String
  var lastName: String
  var email: String
  /// Name of the role: CEO, Manager, Sales.
  var role: String
  /// Name of the profile: Administrator, Standard.
  var profile: String
  /// active or disabled.
  var status: String
  /// The order in lists, from 1.
  var sequence: Int

  var fullName: String { firstName.isEmpty ? lastName : "\(firstName) \(lastName)" }

  enum CodingKeys: String, CodingKey {
    case id, zuid
    case firstName = "first_name"
    case lastName = "last_name"
    case email, role, profile, status, sequence
  }

  /// Whom a new database knows, and for whom tokens are made unless another user consents.
  static let administrator = User(
    id: "4150868000000000101", zuid: "60001234501", firstName: "Jane", lastName: "Hartley",
    email: "jane.hartley@fairlead.example", role: "CEO", profile: "Administrator",
    status: "active", sequence: 1)

  static func all(_ db: Database) throws -> [User] {
    try User.order(Column("sequence")).fetchAll(db)
  }

  static func find(id: String, _ db: Database) throws -> User? {
    try User.fetchOne(db, key: id)
  }
}
