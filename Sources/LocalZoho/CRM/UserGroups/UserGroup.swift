import GRDB

/// People under one name: users and roles.
struct UserGroup {
  struct Source: Hashable {
    /// `users` or `roles`.
    var type: String
    var id: String
    /// Whether those below a role belong too.
    var hasSubordinates: Bool
  }

  var id: String
  var content: JSONObject

  static func all(_ call: CRMCall) throws -> [UserGroup] {
    try SettingsTable(call).all(.userGroup).map { UserGroup(id: $0.id, content: $0.content) }
  }

  func save(_ call: CRMCall) throws { try SettingsTable(call).save(.userGroup, id, content) }

  var name: String { content["name"]?.stringValue ?? "" }

  var sources: [Source] {
    get {
      (content["sources"]?.arrayValue ?? []).map {
        Source(
          type: $0["type"]?.stringValue ?? "", id: $0["id"]?.stringValue ?? "",
          hasSubordinates: $0["subordinates"] == true)
      }
    }
    set {
      content["sources"] = .array(
        newValue.map {
          [
            "type": .string($0.type), "id": .string($0.id),
            "subordinates": JSONValue($0.hasSubordinates),
          ]
        })
    }
  }

  /// The users it comes to, in the order of all.
  func members(_ users: [User], _ roles: [SettingsTable.Role]) -> [User] {
    let ids = Set(sources.filter { $0.type == "users" }.map(\.id))
    var names: Set<String> = []
    for source in sources where source.type == "roles" {
      names.formUnion(Self.names(of: source, roles))
    }
    return users.filter { ids.contains($0.id) || names.contains($0.role) }
  }

  private static func names(of source: Source, _ roles: [SettingsTable.Role]) -> [String] {
    var ids: Set = [source.id]
    guard source.hasSubordinates else { return roles.filter { ids.contains($0.id) }.map(\.name) }
    while true {
      let below = roles.filter { $0.reportsTo.map(ids.contains) == true }.map(\.id)
      guard !ids.isSuperset(of: below) else { break }
      ids.formUnion(below)
    }
    return roles.filter { ids.contains($0.id) }.map(\.name)
  }

  func json(_ call: CRMCall, _ users: [User], withSources: JSONValue? = nil) -> JSONObject {
    func person(_ name: String) -> JSONValue {
      call.users.reference(content[name]?.stringValue.flatMap(Int64.init))
    }
    var json: JSONObject = [
      "created_by": person("created_by"), "modified_by": person("modified_by"),
      "modified_time": content["modified_time"] ?? .null,
      "created_time": content["created_time"] ?? .null, "id": .string(id), "name": .string(name),
      "description": content["description"] ?? .null, "sources_count": counts(users),
    ]
    if let withSources { json.append("sources", withSources) }
    return json
  }

  func counts(_ users: [User]) -> JSONValue {
    let named = Set(sources.filter { $0.type == "users" }.map(\.id))
    let states = users.filter { named.contains($0.id) }.map(\.status)
    return [
      "territories": 0, "roles": JSONValue(sources.count { $0.type == "roles" }), "groups": 0,
      "users": [
        "inactive": JSONValue(states.count { $0 != "active" && $0 != "deleted" }),
        "deleted": JSONValue(states.count { $0 == "deleted" }),
        "active": JSONValue(states.count { $0 == "active" }),
      ],
    ]
  }
}
