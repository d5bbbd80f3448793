import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/get-user-groups.html and its neighbours.
extension CRMCall {
  private static let root = "settings/user_groups"

  static let userGroupRoutes = [
    CRMRoute("GET", root, "settings.user_groups.READ") { try $0.listUserGroups() },
    CRMRoute("POST", root, "settings.user_groups.CREATE") { try $0.createUserGroups() },
    CRMRoute("PUT", root, "settings.user_groups.UPDATE") { try $0.updateUserGroups() },
    CRMRoute("GET", "\(root)/{id}", "settings.user_groups.READ") { call in
      let group = try call.userGroup()
      let json = JSONValue.object(group.json(call, try User.all(call.db)))
      return .json(200, ["user_groups": [json]])
    },
    CRMRoute("PUT", "\(root)/{id}", "settings.user_groups.UPDATE") { try $0.updateUserGroups() },
    CRMRoute("DELETE", "\(root)/{id}", "settings.user_groups.DELETE") {
      try $0.deleteUserGroup()
    },
    CRMRoute("GET", "\(root)/{id}/sources", "settings.user_groups.READ") { call in
      try call.paged("sources", try call.sources(of: call.userGroup()))
    },
    CRMRoute("GET", "\(root)/{id}/actions/sources_count", "settings.user_groups.READ") { call in
      let counts = try call.userGroup().counts(User.all(call.db))
      return .json(200, ["sources_count": [counts]])
    },
    // Nothing of this server is given to groups.
    CRMRoute("GET", "\(root)/{id}/actions/associations", "settings.user_groups.READ") { call in
      _ = try call.userGroup()
      return .empty(204)
    },
    CRMRoute("GET", "\(root)/actions/associated_users_count", "settings.user_groups.READ") {
      try $0.countGroupUsers()
    },
    CRMRoute("GET", "users/{id}/actions/associated_groups", "settings.user_groups.READ") {
      try $0.groupsOfUser()
    },
  ]

  private func userGroup() throws -> UserGroup {
    guard let group = try UserGroup.all(self).first(where: { $0.id == parameters["id"] }) else {
      throw unknownSetting()
    }
    return group
  }

  private func listUserGroups() throws -> ZohoReply {
    let everybody = try User.all(db)
    let name = request.query["name"]
    let groups = try UserGroup.all(self).filter { name == nil || $0.name == name }
    return try paged("user_groups", groups.map { .object($0.json(self, everybody)) })
  }

  /// One page of rows with its facts; 204 when there are none.
  private func paged(_ key: String, _ rows: [JSONValue]) throws -> ZohoReply {
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let shown = Array(rows.dropFirst((page - 1) * perPage).prefix(perPage))
    guard !shown.isEmpty else { return .empty(204) }
    return .json(
      200,
      [
        key: .array(shown),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(shown.count),
          "page": JSONValue(page), "more_records": JSONValue(rows.count > page * perPage),
        ],
      ])
  }

  private func createUserGroups() throws -> ZohoReply {
    let rows = try settingRows("user_groups", atMost: 1)
    return try settingOutcomes("user_groups", rows, success: 201) { row, path in
      let time = JSONValue.string(Timestamp.crm(now))
      var group = UserGroup(
        id: try RecordIDs.next(.crm, db),
        content: [
          "name": .string(try path.text("name", of: row, atMost: 100)),
          "description": try path.description(of: row, atMost: 250) ?? .null,
          "created_by": .string(caller.userID), "created_time": time,
        ])
      guard try !UserGroup.all(self).contains(where: { $0.name == group.name }) else {
        throw path.duplicate("name")
      }
      group.sources = try sources(row, path)
      try group.save(self)
      try logSetting(.created, "user_groups", group.id, ["name": .string(group.name)])
      return .success("group created successfully", details: ["id": .string(group.id)])
    }
  }

  private func updateUserGroups() throws -> ZohoReply {
    let rows = try settingRows("user_groups", atMost: 1)
    return try settingOutcomes("user_groups", rows, success: 200) { row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      let all = try UserGroup.all(self)
      guard var group = all.first(where: { $0.id == id }) else {
        if parameters["id"] != nil { throw unknownSetting() }
        throw path.unknownID("id")
      }
      if let name = try path.optionalText("name", of: row, atMost: 100) {
        guard !all.contains(where: { $0.name == name && $0.id != id }) else {
          throw path.duplicate("name")
        }
        group.content["name"] = .string(name)
      }
      if let text = try path.description(of: row, atMost: 250) {
        group.content["description"] = text
      }
      if row["sources"] != nil { group.sources = try sources(row, path) }
      group.content["modified_by"] = .string(caller.userID)
      group.content["modified_time"] = .string(Timestamp.crm(now))
      try group.save(self)
      try logSetting(.changed, "user_groups", id, ["name": .string(group.name)])
      return .success("group updated successfully", details: ["id": .string(id)])
    }
  }

  /// The users and roles a body names. This organization has no territories.
  private func sources(_ row: JSONValue, _ path: SettingPath) throws -> [UserGroup.Source] {
    guard let given = row["sources"]?.arrayValue, !given.isEmpty else {
      throw path.missing("sources")
    }
    let roles = try SettingsTable(self).roles()
    return try given.enumerated().map { index, value in
      let place = SettingPath(text: "\(path.text).sources[\(index)]")
      let type = try place.text("type", of: value, atMost: 20)
      guard ["users", "roles"].contains(type) else {
        throw place.invalid("type", ["supported_values": ["users", "roles"]])
      }
      guard let id = value["source"]?["id"]?.idText else { throw place.missing("source.id") }
      let isKnown =
        type == "users" ? Int64(id).map(users.contains) == true : roles.contains { $0.id == id }
      guard isKnown else { throw place.unknownID("source.id") }
      return UserGroup.Source(
        type: type, id: id, hasSubordinates: value["subordinates"] == true)
    }
  }

  private func sources(of group: UserGroup) throws -> [JSONValue] {
    let roles = try SettingsTable(self).roles()
    return group.sources.map { source in
      let name =
        source.type == "roles"
        ? JSONValue(roles.first { $0.id == source.id }?.name)
        : users.reference(Int64(source.id))["name"] ?? .null
      return [
        "source": ["name": name, "id": .string(source.id)], "type": .string(source.type),
        "subordinates": JSONValue(source.hasSubordinates), "sub_territories": false,
      ]
    }
  }

  private func deleteUserGroup() throws -> ZohoReply {
    let group = try userGroup()
    try SettingsTable(self).delete(.userGroup, group.id)
    try logSetting(.deleted, "user_groups", group.id, ["name": .string(group.name)])
    return RowOutcome.reply(
      [.success("group deleted successfully", details: ["id": .string(group.id)])],
      success: 200, under: "user_groups")
  }

  private func countGroupUsers() throws -> ZohoReply {
    let (everybody, roles) = (try User.all(db), try SettingsTable(self).roles())
    return try paged(
      "associated_users_count",
      UserGroup.all(self).map { group in
        [
          "user_group": ["name": .string(group.name), "id": .string(group.id)],
          "count": JSONValue(group.members(everybody, roles).count),
        ]
      })
  }

  private func groupsOfUser() throws -> ZohoReply {
    let (everybody, roles) = (try User.all(db), try SettingsTable(self).roles())
    guard everybody.contains(where: { $0.id == parameters["id"] }) else { throw unknownSetting() }
    let groups = try UserGroup.all(self).filter { group in
      group.members(everybody, roles).contains { $0.id == parameters["id"] }
    }
    return try paged(
      "user_groups",
      groups.map {
        .object($0.json(self, everybody, withSources: .array(try sources(of: $0))))
      })
  }
}
