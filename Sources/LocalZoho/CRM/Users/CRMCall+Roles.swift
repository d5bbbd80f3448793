import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/get-roles.html
extension CRMCall {
  static let roleRoutes = [
    CRMRoute("GET", "settings/roles", "settings.roles.READ") { try $0.listRoles() },
    CRMRoute("GET", "settings/roles/{id}", "settings.roles.READ") { try $0.listRoles() },
    CRMRoute("POST", "settings/roles", "settings.roles.CREATE") { try $0.createRoles() },
    CRMRoute("PUT", "settings/roles", "settings.roles.UPDATE") { try $0.updateRoles() },
    CRMRoute("PUT", "settings/roles/{id}", "settings.roles.UPDATE") { try $0.updateRoles() },
    CRMRoute("DELETE", "settings/roles/{id}", "settings.roles.DELETE") { try $0.deleteRole() },
  ]

  private func listRoles() throws -> ZohoReply {
    let all = try SettingsTable(self).roles()
    let wanted = all.filter { parameters["id"] == nil || $0.id == parameters["id"] }
    guard !wanted.isEmpty else { return .empty(204) }
    return .json(200, ["roles": .array(wanted.map { json($0, among: all) })])
  }

  private func json(_ role: SettingsTable.Role, among all: [SettingsTable.Role]) -> JSONValue {
    let above = all.first { $0.id == role.reportsTo }
    return [
      "display_label": .string(role.name), "created_by__s": nil, "modified_by__s": nil,
      "forecast_manager": nil, "share_with_peers": JSONValue(role.sharesWithPeers),
      "modified_time__s": nil, "created_time__s": nil,
      "description": JSONValue(role.description),
      "reporting_to": above.map { ["name": .string($0.name), "id": .string($0.id)] } ?? .null,
      "name": .string(role.name), "api_name": .string(CRMField.apiName(ofLabel: role.name)),
      "id": .string(role.id),
    ]
  }

  private func createRoles() throws -> ZohoReply {
    let table = SettingsTable(self)
    return try settingOutcomes("roles", settingRows("roles", atMost: 100), success: 201) {
      row, path in
      let name = try path.text("name", of: row, atMost: 200)
      let all = try table.roles()
      guard !all.contains(where: { $0.name == name }) else { throw path.duplicate("name") }
      guard let above = row["reporting_to"]?["id"]?.idText else {
        throw path.missing("reporting_to")
      }
      guard all.contains(where: { $0.id == above }) else {
        throw path.unknownID("reporting_to.id")
      }
      let role = SettingsTable.Role(
        id: try RecordIDs.next(.crm, db), name: name, reportsTo: above,
        description: try path.optionalText("description", of: row, atMost: 250),
        sharesWithPeers: row["share_with_peers"] != false)
      try table.save(.role, role.id, role.content)
      try logSetting(.created, "roles", role.id, ["name": .string(name)])
      return .success("Role added", details: ["id": .string(role.id)])
    }
  }

  private func updateRoles() throws -> ZohoReply {
    let table = SettingsTable(self)
    return try settingOutcomes("roles", settingRows("roles", atMost: 100), success: 200) {
      row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      let all = try table.roles()
      guard var role = all.first(where: { $0.id == id }) else {
        if parameters["id"] != nil { throw unknownSetting() }
        throw path.unknownID("id")
      }
      if let name = try path.optionalText("name", of: row, atMost: 200), name != role.name {
        guard !all.contains(where: { $0.name == name }) else { throw path.duplicate("name") }
        try db.execute(
          sql: "UPDATE users SET role = ? WHERE role = ?", arguments: [name, role.name])
        role.name = name
      }
      if let above = row["reporting_to"]?["id"]?.idText {
        guard above != id, all.contains(where: { $0.id == above }) else {
          throw path.unknownID("reporting_to.id")
        }
        role.reportsTo = above
      }
      if let description = try path.optionalText("description", of: row, atMost: 250) {
        role.description = description
      }
      if let shares = row["share_with_peers"]?.boolValue { role.sharesWithPeers = shares }
      try table.save(.role, id, role.content)
      try logSetting(.changed, "roles", id, ["name": .string(role.name)])
      return .success("Role updated", details: ["id": .string(id)])
    }
  }

  private func deleteRole() throws -> ZohoReply {
    let table = SettingsTable(self)
    let all = try table.roles()
    guard let role = all.first(where: { $0.id == parameters["id"] }) else {
      throw unknownSetting()
    }
    guard let target = request.query["transfer_to_id"] else {
      throw Refusal.crm(
        400, "REQUIRED_PARAM_MISSING", "One of the expected parameter is missing",
        details: ["param_name": "transfer_to_id"])
    }
    let status =
      target == role.id
      ? "same_role"
      : all.first { $0.id == target }.map { $0.reportsTo == role.id } == false
        ? nil : all.contains { $0.id == target } ? "subordinate" : "invalid"
    if let status {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: ["role_status": .string(status), "param_name": "transfer_to_id"])
    }
    guard try !table.all(.role).filter({ $0.id == role.id }).isEmpty,
      CRMProfile.id(of: "role", role.name) != role.id
    else { throw Refusal.crm(400, "NOT_ALLOWED", "the role cannot be deleted") }
    let name = all.first { $0.id == target }?.name
    try db.execute(
      sql: "UPDATE users SET role = ? WHERE role = ?", arguments: [name, role.name])
    for var other in all where other.reportsTo == role.id {
      other.reportsTo = target
      try table.save(.role, other.id, other.content)
    }
    try table.delete(.role, role.id)
    try logSetting(.deleted, "roles", role.id, ["name": .string(role.name)])
    return RowOutcome.reply(
      [.success("Role Deleted", details: ["id": .string(role.id)])], success: 200,
      under: "roles")
  }

  /// The id in the path, below `settings/…`, is of nothing.
  func unknownSetting() -> Refusal {
    .crm(
      400, "INVALID_DATA", "the id given seems to be invalid",
      details: ["resource_path_index": 2])
  }
}
