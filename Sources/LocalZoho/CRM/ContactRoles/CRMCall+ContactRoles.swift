import GRDB

/// The roles themselves.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-contact-roles.html and its neighbours.
extension CRMCall {
  static let contactRoleRoutes = ["contacts/roles", "Contacts/roles"].flatMap { path in
    [
      CRMRoute("GET", path, "modules.contacts.READ") { try $0.contactRoles() },
      CRMRoute("POST", path, "modules.contacts.CREATE") { try $0.addContactRoles() },
      CRMRoute("PUT", path, "modules.contacts.UPDATE") { try $0.changeContactRoles() },
      CRMRoute("DELETE", path, "modules.contacts.DELETE") {
        try $0.deleteContactRoles($0.names($0.parameter("ids")))
      },
      CRMRoute("GET", path + "/{role}", "modules.contacts.READ") { try $0.contactRoles() },
      CRMRoute("PUT", path + "/{role}", "modules.contacts.UPDATE") {
        try $0.changeContactRoles()
      },
      CRMRoute("DELETE", path + "/{role}", "modules.contacts.DELETE") {
        try $0.deleteContactRoles([$0.parameters["role"] ?? ""])
      },
    ]
  }

  private func contactRoles() throws -> ZohoReply {
    let wanted = parameters["role"]
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM crm_contact_roles ORDER BY sequence, id")
    let roles = rows.filter { wanted == nil || String($0["id"] as Int64) == wanted }.map {
      row -> JSONValue in
      [
        "name": .string(row["name"]), "id": .string(String(row["id"] as Int64)),
        "sequence_number": JSONValue(row["sequence"] as Int),
      ]
    }
    return roles.isEmpty ? .empty(204) : .json(200, ["contact_roles": .array(roles)])
  }

  private func roleRows() throws -> [JSONValue] {
    let details: JSONObject = ["api_name": "contact_roles", "json_path": "$.contact_roles"]
    guard let list = try body()["contact_roles"] else {
      throw Refusal.crm(400, "MANDATORY_NOT_FOUND", "required field not found", details: details)
    }
    guard let rows = list.arrayValue, !rows.isEmpty, rows.count <= 100 else {
      throw Refusal.crm(400, "INVALID_DATA", "invalid data", details: details)
    }
    return rows
  }

  private func addContactRoles() throws -> ZohoReply {
    let outcomes = try roleRows().enumerated().map { index, row in
      try outcome {
        let name = try roleName(row, index: index, isNeeded: true) ?? ""
        try checkRoleName(name, except: nil, index: index)
        let last = try Int.fetchOne(db, sql: "SELECT MAX(sequence) FROM crm_contact_roles") ?? 0
        let id = try RecordIDs.reserve(1, .crm, db).lowerBound
        try db.execute(
          sql: "INSERT INTO crm_contact_roles (id, name, sequence) VALUES (?, ?, ?)",
          arguments: [id, name, try sequence(row, index: index) ?? last + 1])
        try log(.created, id, ["name": .string(name)])
        return .success("contact role added", details: ["id": .string(String(id))])
      }
    }
    return RowOutcome.reply(outcomes, success: 200, under: "contact_roles")
  }

  private func changeContactRoles() throws -> ZohoReply {
    let only = parameters["role"]
    let outcomes = try roleRows().enumerated().map { index, row in
      try outcome {
        guard let text = only ?? row["id"]?.idText else {
          throw failure("MANDATORY_NOT_FOUND", "required field not found", "id", index)
        }
        guard let id = Int64(text), try roleExists(id) else {
          throw RowOutcome.failure(
            "INVALID_DATA", "the id given seems to be invalid", ["id": .string(text)])
        }
        if let name = try roleName(row, index: index, isNeeded: false) {
          try checkRoleName(name, except: id, index: index)
          try db.execute(
            sql: "UPDATE crm_contact_roles SET name = ? WHERE id = ?", arguments: [name, id])
        }
        if let sequence = try sequence(row, index: index) {
          try db.execute(
            sql: "UPDATE crm_contact_roles SET sequence = ? WHERE id = ?",
            arguments: [sequence, id])
        }
        try log(.changed, id, row.objectValue ?? [:])
        return .success("contact role updated", details: ["id": .string(text)])
      }
    }
    return RowOutcome.reply(outcomes, success: 200, under: "contact_roles")
  }

  private func deleteContactRoles(_ ids: [String]) throws -> ZohoReply {
    let outcomes = try ids.map { text in
      try outcome {
        guard let id = Int64(text), try roleExists(id) else {
          throw RowOutcome.failure(
            "INVALID_DATA", "the id given seems to be invalid", ["id": .string(text)])
        }
        guard try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM crm_contact_roles") ?? 0 > 1 else {
          throw RowOutcome.failure(
            "LOWER_LIMIT_REACHED", "at least one contact role has to stay",
            ["limit": 1, "id": .string(text)])
        }
        try db.execute(
          sql: "UPDATE crm_deal_contacts SET role_id = NULL WHERE role_id = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM crm_contact_roles WHERE id = ?", arguments: [id])
        try log(.deleted, id, [:])
        return .success("contact role deleted", details: ["id": .string(text)])
      }
    }
    return RowOutcome.reply(outcomes, success: 200, under: "contact_roles")
  }

  func roleExists(_ id: Int64) throws -> Bool {
    try Row.fetchOne(db, sql: "SELECT 1 FROM crm_contact_roles WHERE id = ?", arguments: [id])
      != nil
  }

  private func roleName(_ row: JSONValue, index: Int, isNeeded: Bool) throws -> String? {
    guard let value = row["name"] else {
      if !isNeeded { return nil }
      throw failure("MANDATORY_NOT_FOUND", "required field not found", "name", index)
    }
    guard let name = value.stringValue, !name.isEmpty, name.count <= 50 else {
      throw failure("INVALID_DATA", "invalid data", "name", index, expected: "text")
    }
    return name
  }

  private func sequence(_ row: JSONValue, index: Int) throws -> Int? {
    guard let value = row["sequence_number"], !value.isNull else { return nil }
    guard let number = value.intValue, number > 0 else {
      throw failure("INVALID_DATA", "invalid data", "sequence_number", index, expected: "integer")
    }
    return number
  }

  private func checkRoleName(_ name: String, except id: Int64?, index: Int) throws {
    let known = try Int64.fetchOne(
      db, sql: "SELECT id FROM crm_contact_roles WHERE name = ?", arguments: [name])
    guard known == nil || known == id else {
      throw failure("DUPLICATE_DATA", "duplicate data", "name", index)
    }
  }

  private func failure(
    _ code: String, _ message: String, _ name: String, _ index: Int, expected: String? = nil
  ) -> RowOutcome {
    var details: JSONObject = [
      "api_name": .string(name), "json_path": "$.contact_roles[\(index)].\(name)",
    ]
    details["expected_data_type"] = expected.map(JSONValue.string)
    return .failure(code, message, details)
  }

  private func log(_ verb: Effect.Verb, _ id: Int64, _ summary: JSONObject) throws {
    try EffectsLedger.append(
      Effect(.crm, verb, "contact_roles", String(id), summary), at: now, db)
  }
}
