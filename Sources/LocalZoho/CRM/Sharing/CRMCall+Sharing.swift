import FoundationEssentials
import GRDB

/// Lets other users see or change a record.
/// https://www.zoho.com/crm/developer/docs/api/v8/share-record.html
extension CRMCall {
  static let sharingRoutes = [
    CRMRoute("GET", "{module}/{id}/actions/share", "share.{module}.READ") { try $0.shares() },
    CRMRoute("POST", "{module}/{id}/actions/share", "share.{module}.CREATE") {
      try $0.share(replacing: false)
    },
    CRMRoute("PUT", "{module}/{id}/actions/share", "share.{module}.UPDATE") {
      try $0.share(replacing: true)
    },
    CRMRoute("DELETE", "{module}/{id}/actions/share", "share.{module}.DELETE") {
      try $0.revokeShares()
    },
  ]

  private static let permissions = ["read_only", "read_write", "full_access"]
  /// Users that a record can be shared with.
  private static let mostShares = 10

  /// The record in the path; the words for a wrong one are those of this call alone.
  private func sharedRecord() throws -> (module: CRMModule, id: Int64) {
    let module = try module()
    guard let id = parameters["id"].flatMap(Int64.init),
      try Row.fetchOne(db, sql: "SELECT 1 FROM \(module.table) WHERE id = ?", arguments: [id])
        != nil
    else {
      throw Refusal.crm(
        400, "INVALID_DATA", "ENTITY_ID_INVALID", details: ["resource_path_index": 1])
    }
    return (module, id)
  }

  private func shares() throws -> ZohoReply {
    let (module, id) = try sharedRecord()
    if let view = request.query["view"], !["manage", "summary"].contains(view) {
      throw Refusal.crm(
        400, "PATTERN_NOT_MATCHED", "Please check whether the input values are correct",
        details: ["api_name": "view"])
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM crm_shares WHERE module = ? AND record_id = ?
        ORDER BY shared_time, user_id
        """, arguments: [module.apiName, id])
    guard !rows.isEmpty else { return .empty(204) }
    let all = try User.all(db)
    let shares = rows.map { row -> JSONValue in
      let by = all.first { $0.id == String(row["shared_by"] as Int64) }
      let with = all.first { $0.id == String(row["user_id"] as Int64) }
      let time = Date(timeIntervalSince1970: Double(row["shared_time"] as Int64))
      return [
        "shared_with": [
          "name": JSONValue(with?.fullName), "id": .string(String(row["user_id"] as Int64)),
          "type": "users", "zuid": JSONValue(with?.zuid),
        ],
        "share_related_records": JSONValue(row["with_related"] as Bool),
        "shared_through": [
          "module": ["name": .string(module.apiName), "id": .string(module.id)],
          "id": .string(String(id)),
        ],
        "shared_time": .string(Timestamp.crm(time)), "permission": .string(row["permission"]),
        "shared_by": [
          "name": JSONValue(by?.fullName), "id": .string(String(row["shared_by"] as Int64)),
          "zuid": JSONValue(by?.zuid),
        ],
        "type": row["is_public"] as Bool ? "public" : "private",
      ]
    }
    return .json(200, ["share": .array(shares)])
  }

  private func share(replacing: Bool) throws -> ZohoReply {
    let (module, id) = try sharedRecord()
    guard let list = try body()["share"] else {
      throw Refusal.crm(
        400, "MANDATORY_NOT_FOUND", "required field not found",
        details: ["api_name": "share", "json_path": "$.share"])
    }
    guard let rows = list.arrayValue, !rows.isEmpty, rows.count <= Self.mostShares else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: [
          "api_name": "share", "json_path": "$.share", "maximum_length": JSONValue(Self.mostShares),
        ])
    }
    if replacing {
      try db.execute(
        sql: "DELETE FROM crm_shares WHERE module = ? AND record_id = ?",
        arguments: [module.apiName, id])
    }
    let outcomes = try rows.enumerated().map { index, row in
      try outcome {
        try keepShare(row, index: index, module, id)
        return .success("record will be shared successfully", details: .object([:]))
      }
    }
    return RowOutcome.reply(outcomes, success: 201, under: "share")
  }

  private func keepShare(
    _ row: JSONValue, index: Int, _ module: CRMModule, _ id: Int64
  ) throws {
    func path(_ name: String) -> JSONObject {
      ["api_name": .string(name), "json_path": "$.share[\(index)].\(name)"]
    }
    func choice(_ name: String, _ allowed: [String]) throws -> String {
      guard let value = row[name] else {
        throw RowOutcome.failure("MANDATORY_NOT_FOUND", "required field not found", path(name))
      }
      guard let text = value.stringValue, allowed.contains(text) else {
        var details = path(name)
        details["regex"] = .string(allowed.joined(separator: "|"))
        throw RowOutcome.failure("INVALID_DATA", "invalid data", details)
      }
      return text
    }
    let type = try choice("type", ["private", "public"])
    let permission = try choice("permission", Self.permissions)
    guard let with = row["shared_with"] else {
      throw RowOutcome.failure(
        "MANDATORY_NOT_FOUND", "required field not found", path("shared_with"))
    }
    guard let text = with["id"]?.idText, let user = try User.find(id: text, db) else {
      throw RowOutcome.failure(
        "INVALID_DATA", "invalid user Id",
        ["api_name": "id", "json_path": "$.share[\(index)].shared_with.id"])
    }
    guard user.id != caller.userID, user.status == "active" else {
      throw RowOutcome.failure(
        "INVALID_DATA", "cannot share to the user",
        ["api_name": "id", "json_path": "$.share[\(index)].shared_with.id"])
    }
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO crm_shares (module, record_id, user_id, permission, is_public,
          with_related, shared_by, shared_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        module.apiName, id, Int64(user.id), permission, type == "public",
        row["share_related_records"]?.boolValue ?? false, userID, seconds,
      ])
    try EffectsLedger.append(
      Effect(
        .crm, .created, "shares", String(id),
        [
          "module": .string(module.apiName), "shared_with": .string(user.id),
          "permission": .string(permission),
        ]), at: now, db)
  }

  private func revokeShares() throws -> ZohoReply {
    let (module, id) = try sharedRecord()
    try db.execute(
      sql: "DELETE FROM crm_shares WHERE module = ? AND record_id = ?",
      arguments: [module.apiName, id])
    guard db.changesCount > 0 else {
      throw Refusal.crm(
        400, "CANNOT_PROCESS", "No sharing through this record is available to revoke")
    }
    try EffectsLedger.append(
      Effect(.crm, .deleted, "shares", String(id), ["module": .string(module.apiName)]), at: now,
      db)
    return .json(
      200,
      [
        "share": [
          "code": "SUCCESS", "details": ["id": .string(String(id))],
          "message": "Sharing Revoked", "status": "success",
        ]
      ])
  }
}
