import GRDB

/// Settings that are kept as they are described: roles, cloned profiles, variables, dependencies.
struct SettingsTable {
  enum Kind: String, Sendable {
    case role, profile, variable, dependency
    case duplicateCheck = "duplicate_check"
    case fiscalYear = "fiscal_year"
    case globalPickList = "global_pick_list"
    case userGroup = "user_group"
    case lockingConfiguration = "locking_configuration"
  }

  static let migration = ZohoStore.Migration(name: "crm 3: settings") { db in
    try db.execute(
      sql: """
        CREATE TABLE crm_settings (
          id TEXT NOT NULL, kind TEXT NOT NULL, scope TEXT NOT NULL, content TEXT NOT NULL,
          PRIMARY KEY (kind, id)
        )
        """)
  }

  let call: CRMCall

  init(_ call: CRMCall) { self.call = call }

  /// - Parameter scope: what the settings belong to, a layout or a module; empty for the
  ///   organization.
  func all(_ kind: Kind, of scope: String = "") throws -> [(id: String, content: JSONObject)] {
    try Row.fetchAll(
      call.db,
      sql: "SELECT id, content FROM crm_settings WHERE kind = ? AND scope = ? ORDER BY id",
      arguments: [kind.rawValue, scope]
    ).map {
      ($0["id"], try JSONValue(parsing: $0["content"] as String).objectValue ?? JSONObject())
    }
  }

  func save(
    _ kind: Kind, _ id: String, of scope: String = "", _ content: JSONObject
  ) throws {
    try call.db.execute(
      sql: "INSERT OR REPLACE INTO crm_settings (id, kind, scope, content) VALUES (?, ?, ?, ?)",
      arguments: [id, kind.rawValue, scope, JSONValue.object(content).text])
  }

  func delete(_ kind: Kind, _ id: String) throws {
    try call.db.execute(
      sql: "DELETE FROM crm_settings WHERE kind = ? AND id = ?", arguments: [kind.rawValue, id])
  }

  // MARK: Roles and profiles

  struct Role: Hashable {
    var id: String
    var name: String
    /// The id of the role above; nil for the first.
    var reportsTo: String?
    var description: String?
    var sharesWithPeers = true

    var content: JSONObject {
      [
        "name": .string(name), "reporting_to": JSONValue(reportsTo),
        "description": JSONValue(description), "share_with_peers": JSONValue(sharesWithPeers),
      ]
    }
  }

  /// Roles that every organization of this server has, the highest first.
  private static let standardRoles = ["CEO", "Manager", "Sales"]

  func roles() throws -> [Role] {
    var roles: [Role] = []
    for name in Self.standardRoles {
      let id = CRMProfile.id(of: "role", name)
      roles.append(Role(id: id, name: name, reportsTo: roles.last?.id))
    }
    for (id, content) in try all(.role) {
      let role = Role(
        id: id, name: content["name"]?.stringValue ?? "",
        reportsTo: content["reporting_to"]?.stringValue,
        description: content["description"]?.stringValue,
        sharesWithPeers: content["share_with_peers"] != false)
      if let place = roles.firstIndex(where: { $0.id == id }) {
        roles[place] = role
      } else {
        roles.append(role)
      }
    }
    return roles
  }

  struct Profile: Hashable {
    var id: String
    var name: String
    var description: String?
    var isCustom: Bool
  }

  func profiles() throws -> [Profile] {
    let standard = CRMProfile.all.map {
      Profile(id: $0.id, name: $0.name, description: nil, isCustom: false)
    }
    let cloned = try all(.profile).map { id, content in
      Profile(
        id: id, name: content["name"]?.stringValue ?? "",
        description: content["description"]?.stringValue, isCustom: true)
    }
    return standard + cloned
  }
}
