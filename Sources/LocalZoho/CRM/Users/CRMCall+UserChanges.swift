import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/add-user.html
extension CRMCall {
  static let userChangeRoutes = [
    CRMRoute("POST", "users", "users.CREATE") { try $0.addUser() },
    CRMRoute("PUT", "users", "users.UPDATE") { try $0.updateUsers() },
    CRMRoute("PUT", "users/{id}", "users.UPDATE") { try $0.updateUsers() },
    CRMRoute("DELETE", "users/{id}", "users.DELETE") { try $0.deleteUser() },
  ]

  private func addUser() throws -> ZohoReply {
    try settingOutcomes("users", settingRows("users", atMost: 1), success: 201) { row, path in
      let lastName = try path.text("last_name", of: row, atMost: 100)
      let email = try path.text("email", of: row, atMost: 100)
      guard CRMField.isEmail(email) else { throw path.invalid("email") }
      guard let role = try role(row, path) else { throw path.missing("role") }
      guard let profile = try profile(row, path) else { throw path.missing("profile") }
      let all = try User.all(db)
      guard !all.contains(where: { $0.email.lowercased() == email.lowercased() }) else {
        throw path.duplicate("email")
      }
      guard try all.count(where: { $0.status == "active" }) < Organization.current(db).seats else {
        throw RowOutcome.failure(
          "LICENSE_LIMIT_EXCEEDED",
          "Request exceeds your license limit. Need to upgrade in order to add a user")
      }
      let id = try RecordIDs.next(.crm, db)
      let sequence = (all.map(\.sequence).max() ?? 0) + 1
      try User(
        id: id, zuid: String(60_001_234_500 + sequence),
        firstName: path.optionalText("first_name", of: row, atMost: 100) ?? "",
        lastName: lastName, email: email, role: role, profile: profile, status: "active",
        sequence: sequence
      ).insert(db)
      try logSetting(.created, "users", id, ["email": .string(email)])
      return .success("User added", details: ["id": .string(id)])
    }
  }

  private func role(_ row: JSONValue, _ path: SettingPath) throws -> String? {
    guard let value = row["role"], !value.isNull else { return nil }
    let id = value["id"]?.idText ?? value.idText
    guard let role = try SettingsTable(self).roles().first(where: { $0.id == id }) else {
      throw path.unknownID("role.id")
    }
    return role.name
  }

  private func profile(_ row: JSONValue, _ path: SettingPath) throws -> String? {
    guard let value = row["profile"], !value.isNull else { return nil }
    let id = value["id"]?.idText ?? value.idText
    guard let profile = try SettingsTable(self).profiles().first(where: { $0.id == id }) else {
      throw path.unknownID("profile.id")
    }
    return profile.name
  }

  private func updateUsers() throws -> ZohoReply {
    try settingOutcomes("users", settingRows("users", atMost: 10), success: 200) { row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      guard var user = try User.find(id: id, db) else { throw path.unknownID("id") }
      guard user.status != "deleted" else {
        throw path.failure(
          "CANNOT_UPDATE_DELETED_USER", "deleted user cannot be updated", "id")
      }
      if let name = try path.optionalText("first_name", of: row, atMost: 100) {
        user.firstName = name
      }
      if let name = try path.optionalText("last_name", of: row, atMost: 100) {
        user.lastName = name
      }
      if row["email"] != nil, row["email"] != .string(user.email) {
        throw path.failure("EMAIL_UPDATE_NOT_ALLOWED", "email cannot be updated", "email")
      }
      user.role = try role(row, path) ?? user.role
      user.profile = try profile(row, path) ?? user.profile
      if let status = try path.optionalText("status", of: row, atMost: 20) {
        guard ["active", "inactive"].contains(status) else { throw path.invalid("status") }
        guard status == "active" || user.id != User.administrator.id else {
          throw path.failure("NOT_ALLOWED", "Primary contact cannot be deactivated", "status")
        }
        user.status = status == "active" ? "active" : "disabled"
      }
      try user.update(db)
      try logSetting(.changed, "users", id, ["full_name": .string(user.fullName)])
      return .success("User updated", details: ["id": .string(id)])
    }
  }

  private func deleteUser() throws -> ZohoReply {
    let id = String(try recordID())
    guard var user = try User.find(id: id, db) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["resource_path_index": 1])
    }
    let details: JSONObject = ["id": .string(id)]
    let refusal: RowOutcome? =
      user.status == "deleted"
      ? .failure("ID_ALREADY_DELETED", "User is already deleted", details)
      : id == User.administrator.id
        ? .failure("NOT_ALLOWED", "Primary contact cannot be deleted", details) : nil
    if let refusal { return RowOutcome.reply([refusal], success: 200, under: "users") }
    user.status = "deleted"
    try user.update(db)
    try logSetting(.deleted, "users", id, ["email": .string(user.email)])
    return RowOutcome.reply(
      [.success("User deleted", details: .object(details))], success: 200, under: "users")
  }
}
