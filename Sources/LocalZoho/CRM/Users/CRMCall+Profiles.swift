import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/get-profiles.html
extension CRMCall {
  static let profileRoutes = [
    CRMRoute("GET", "settings/profiles", "settings.profiles.READ") { try $0.listProfiles() },
    CRMRoute("GET", "settings/profiles/{id}", "settings.profiles.READ") {
      try $0.listProfiles()
    },
    CRMRoute("POST", "settings/profiles/{id}/actions/clone", "settings.profiles.CREATE") {
      try $0.cloneProfile()
    },
    CRMRoute("PUT", "settings/profiles/{id}", "settings.profiles.UPDATE") {
      try $0.updateProfile()
    },
    CRMRoute("DELETE", "settings/profiles/{id}", "settings.profiles.DELETE") {
      try $0.deleteProfile()
    },
  ]

  private func listProfiles() throws -> ZohoReply {
    let all = try SettingsTable(self).profiles()
    let wanted = all.filter { parameters["id"] == nil || $0.id == parameters["id"] }
    guard !wanted.isEmpty else { return .empty(204) }
    return .json(
      200,
      [
        "profiles": .array(wanted.map { json($0, isWhole: parameters["id"] != nil) }),
        "info": ["license_limit": 25],
      ])
  }

  /// What a profile may do, on request for one profile.
  private func json(_ profile: SettingsTable.Profile, isWhole: Bool) -> JSONValue {
    var object: JSONObject = [
      "display_label": .string(profile.name), "created_time": nil, "modified_time": nil,
      "custom": JSONValue(profile.isCustom), "modified_by": nil,
      "name": .string(profile.name), "description": JSONValue(profile.description),
      "api_name": .string(CRMField.apiName(ofLabel: profile.name)),
      "id": .string(profile.id), "created_by": nil, "type": "normal_profile",
    ]
    guard isWhole else { return .object(object) }
    let isAdministrator = profile.name == "Administrator"
    let permissions = metadata.modules.filter(\.isAPISupported).flatMap { module in
      ["View", "Create", "Edit", "Delete"].map { action -> JSONObject in
        [
          "display_label": .string(action),
          "module": ["api_name": .string(module.apiName), "id": .string(module.id)],
          "name": .string("Crm_Implied_\(action)_\(module.apiName)"), "customizable": true,
          "id": .string(CRMProfile.id(of: "permission", "\(action) \(module.apiName)")),
          "enabled": JSONValue(isAdministrator || action != "Delete"), "parent_permissions": [],
        ]
      }
    }
    object["permissions_details"] = .array(permissions.map(JSONValue.object))
    object["sections"] = [
      [
        "name": "Basic Permissions",
        "categories": .array(
          metadata.modules.filter(\.isAPISupported).map { module in
            [
              "display_label": .string(module.pluralLabel), "name": .string(module.apiName),
              "module": ["api_name": .string(module.apiName), "id": .string(module.id)],
              "permissions_details": .array(
                permissions.filter { $0["module"]?["api_name"] == .string(module.apiName) }
                  .compactMap { $0["id"] }),
            ]
          }),
      ]
    ]
    return .object(object)
  }

  private func profileOfPath() throws -> SettingsTable.Profile {
    let id = parameters["id"]
    guard let profile = try SettingsTable(self).profiles().first(where: { $0.id == id }) else {
      throw unknownSetting()
    }
    return profile
  }

  private func cloneProfile() throws -> ZohoReply {
    _ = try profileOfPath()
    let table = SettingsTable(self)
    return try settingOutcomes("profiles", settingRows("profiles", atMost: 1), success: 201) {
      row, path in
      let name = try path.text("name", of: row, atMost: 50)
      guard try !table.profiles().contains(where: { $0.name == name }) else {
        throw path.duplicate("name")
      }
      let id = try RecordIDs.next(.crm, db)
      let description = try path.optionalText("description", of: row, atMost: 250)
      try table.save(
        .profile, id, ["name": .string(name), "description": JSONValue(description)])
      try logSetting(.created, "profiles", id, ["name": .string(name)])
      return .success("Profile added", details: ["id": .string(id)])
    }
  }

  private func updateProfile() throws -> ZohoReply {
    let profile = try profileOfPath()
    guard profile.isCustom else {
      throw Refusal.crm(
        400, "NOT_ALLOWED", "System profile cannot be updated",
        details: ["resource_path_index": 2])
    }
    let table = SettingsTable(self)
    return try settingOutcomes("profiles", settingRows("profiles", atMost: 1), success: 200) {
      row, path in
      let name = try path.optionalText("name", of: row, atMost: 50) ?? profile.name
      guard try !table.profiles().contains(where: { $0.name == name && $0.id != profile.id })
      else { throw path.duplicate("name") }
      let description =
        try path.optionalText("description", of: row, atMost: 250) ?? profile.description
      try db.execute(
        sql: "UPDATE users SET profile = ? WHERE profile = ?", arguments: [name, profile.name])
      try table.save(
        .profile, profile.id, ["name": .string(name), "description": JSONValue(description)])
      try logSetting(.changed, "profiles", profile.id, ["name": .string(name)])
      return .success("Profile updated", details: ["id": .string(profile.id)])
    }
  }

  private func deleteProfile() throws -> ZohoReply {
    let profile = try profileOfPath()
    let table = SettingsTable(self)
    guard let target = request.query["transfer_to"] ?? request.query["transfer_to_id"] else {
      throw Refusal.crm(400, "MANDATORY_NOT_FOUND", "transfer_to is missing")
    }
    guard let heir = try table.profiles().first(where: { $0.id == target }),
      heir.id != profile.id
    else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["id": .string(target)])
    }
    guard profile.isCustom else {
      throw Refusal.crm(400, "CANNOT_DELETE", "System profile cannot be deleted")
    }
    try db.execute(
      sql: "UPDATE users SET profile = ? WHERE profile = ?", arguments: [heir.name, profile.name])
    try table.delete(.profile, profile.id)
    try logSetting(.deleted, "profiles", profile.id, ["name": .string(profile.name)])
    return .json(
      200,
      [
        "code": "SUCCESS", "details": ["id": .string(profile.id)],
        "message": "Profile deleted", "status": "success",
      ])
  }
}
