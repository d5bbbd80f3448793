import GRDB

/// The organization's users, as records name them.
struct CRMUsers: Sendable {
  private let users: [Int64: (user: User, json: String)]

  init(_ db: Database) throws {
    var users: [Int64: (user: User, json: String)] = [:]
    for user in try User.all(db) {
      guard let id = Int64(user.id) else { continue }
      let json: JSONValue = [
        "name": .string(user.fullName), "id": .string(user.id), "email": .string(user.email),
      ]
      users[id] = (user, json.text)
    }
    self.users = users
  }

  /// `{"name", "id", "email"}`
  func json(_ id: Int64) -> String { users[id]?.json ?? "{\"name\":null,\"id\":\"\(id)\"}" }

  /// `{"name", "id"}`, as the answers to writes have it.
  func reference(_ id: Int64?) -> JSONValue {
    guard let id else { return .null }
    return ["name": JSONValue(users[id]?.user.fullName), "id": .string(String(id))]
  }

  func contains(_ id: Int64) -> Bool { users[id] != nil }
}
