import Foundation
import GRDB

/// A person, with what Books says of them.
struct BooksUser {
  /// The roles a person may have in Books.
  enum Role: String, CaseIterable {
    case admin, staff, timesheetstaff

    /// The same in every organization.
    var id: String {
      switch self {
      case .admin: "4600000000000000653"
      case .staff: "4600000000000000655"
      case .timesheetstaff: "4600000000000000657"
      }
    }
  }

  var user: User
  /// Its id is the person's.
  var record: BooksRecord

  var id: String { user.id }
  var name: String { user.fullName }
  var status: String { record.status }
  var role: Role {
    Role(rawValue: record.text("user_role"))
      ?? (user.profile == "Administrator" ? .admin : .staff)
  }

  init(_ user: User, _ db: Database) throws {
    self.user = user
    guard let id = Int64(user.id) else { throw Refusal.booksMissing("User") }
    record =
      try BooksRecord.find(id, "user", db)
      ?? BooksRecord(
        id: id, kind: "user", status: user.status == "active" ? "active" : "inactive",
        created: 1_648_771_200)
  }

  static func find(_ id: String, _ db: Database) throws -> BooksUser {
    guard let user = try User.find(id: id, db) else { throw Refusal.booksMissing("User") }
    let found = try BooksUser(user, db)
    guard found.status != "deleted" else { throw Refusal.booksMissing("User") }
    return found
  }

  /// A new person, who has been sent an invitation. They cannot sign in before they take it.
  static func invite(_ fields: BooksFields, _ call: BooksCall, _ db: Database) throws -> BooksUser {
    let id = try BooksStart.nextID(db)
    let sequence = try Int.fetchOne(db, sql: "SELECT coalesce(max(sequence), 0) + 1 FROM users")
    let user = User(
      id: String(id), zuid: String(id % 100_000_000_000), firstName: "", lastName: "", email: "",
      role: "Sales", profile: "Standard", status: "disabled", sequence: sequence ?? 1)
    var invited = try BooksUser(user, db)
    invited.record.status = "invited"
    invited.record.created = Int64(call.now.timeIntervalSince1970)
    try invited.apply(fields)
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM users WHERE email = ? COLLATE NOCASE)",
      arguments: [invited.user.email])
    guard isKnown == false else {
      throw Refusal.books(400, 1001, "A user with this email address already exists.")
    }
    try invited.user.insert(db)
    try invited.record.save(db)
    return invited
  }

  /// - Throws: code 2 for a missing name or address, or a role that is not there.
  mutating func apply(_ fields: BooksFields) throws {
    if let name = try fields.text(fields.has("name") ? "name" : "user_name", limit: 100) {
      let parts = name.split(separator: " ").map(String.init)
      user.firstName = parts.dropLast().joined(separator: " ")
      user.lastName = parts.last ?? ""
    }
    user.email = try fields.text("email", limit: 100) ?? user.email
    guard !user.lastName.isEmpty else { throw Refusal.booksInvalid("name") }
    guard MailAddress.isValid(user.email) else { throw Refusal.booksInvalid("email") }
    if let id = try fields.text("role_id"), !id.isEmpty {
      guard let role = Role.allCases.first(where: { $0.id == id }) else {
        throw Refusal.booksInvalid("role_id")
      }
      record.set("user_role", .string(role.rawValue))
    }
    if let word = try fields.text("user_role"), !word.isEmpty {
      guard let role = Role(rawValue: word) else { throw Refusal.booksInvalid("user_role") }
      record.set("user_role", .string(role.rawValue))
    }
    if let rate = try fields.number("cost_rate") { record.set("cost_rate", .number(rate)) }
  }
}
