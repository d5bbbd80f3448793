import FoundationEssentials
import GRDB

/// Locks that a person puts on a record, so that nobody changes it.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-locking-information.html
extension CRMCall {
  static let lockingRoutes = [
    CRMRoute("GET", "{module}/{id}/Locking_Information__s", "settings.modules.READ") {
      try $0.lockingInformation()
    },
    CRMRoute("POST", "{module}/{id}/Locking_Information__s", "settings.modules.CREATE") {
      try $0.lock()
    },
    CRMRoute("GET", "{module}/{id}/Locking_Information__s/{lock}", "settings.modules.READ") {
      try $0.lockingInformation()
    },
    CRMRoute("PUT", "{module}/{id}/Locking_Information__s/{lock}", "settings.modules.UPDATE") {
      try $0.changeLock()
    },
    CRMRoute("DELETE", "{module}/{id}/Locking_Information__s/{lock}", "settings.modules.DELETE") {
      try $0.unlock()
    },
  ]

  /// Modules whose records can be locked by hand.
  private static let lockable: Set<String> = ["Leads", "Contacts", "Accounts", "Deals", "Quotes"]

  /// The record in the path, in a module that knows locks.
  private func lockableRecord() throws -> (module: CRMModule, id: Int64) {
    let module = try module()
    guard Self.lockable.contains(module.apiName) else {
      throw Refusal.crm(
        400, "NOT_ALLOWED", "Required Record Locking Configuration is not present",
        details: ["resource_path_index": 0])
    }
    let id = try relatedID()
    try requireRecord(module, id)
    return (module, id)
  }

  private func lockingInformation() throws -> ZohoReply {
    let (module, id) = try lockableRecord()
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM crm_locks WHERE record_id = ?", arguments: [id]),
      parameters["lock"] == nil || parameters["lock"] == String(row["id"] as Int64)
    else { return .empty(204) }
    let time: Int64 = row["locked_time"]
    var lockedBy = users.reference(row["locked_by"]).objectValue ?? JSONObject()
    lockedBy["module"] = "Users"
    return .json(
      200,
      [
        "data": [
          [
            "Locked_By__s": .object(lockedBy),
            "Locked_For__s": [
              "module": ["api_name": .string(module.apiName), "id": .string(module.id)],
              "name": JSONValue(try recordName(id, in: module)), "id": .string(String(id)),
            ], "$field_states": nil, "Locked_Reason__s": .string(row["reason"]),
            "$editable": true, "$sharing_permission": "full_access", "Lock_Source__s": "Manual",
            "Locked_Time__s": .string(Timestamp.crm(Date(timeIntervalSince1970: Double(time)))),
            "Record_Locking_Configuration_Id__s": .string(Self.lockingConfiguration(of: module)),
            "Record_Locking_Rule_Id__s": nil, "id": .string(String(row["id"] as Int64)),
            "Feature_Type__s": "record_locking", "$zia_visions": nil,
          ]
        ],
        "info": ["per_page": 200, "count": 1, "page": 1, "more_records": false],
      ])
  }

  /// The id of the module's configuration follows from the module's.
  private static func lockingConfiguration(of module: CRMModule) -> String {
    String((Int64(module.id) ?? 0) + 18_000)
  }

  private func lock() throws -> ZohoReply {
    let (module, id) = try lockableRecord()
    let reason = try lockReason()
    if case .refused(let row, let status) = reason {
      return .json(status, ["data": [row]])
    }
    let writer = try RecordWriter(module, self)
    guard case .done(let text) = reason, let old = try writer.draft(id) else {
      return .empty(204)
    }
    if try Row.fetchOne(db, sql: "SELECT 1 FROM crm_locks WHERE record_id = ?", arguments: [id])
      != nil
    {
      throw Refusal.crm(
        400, "RECORD_LOCKED", "record is already locked", details: ["resource_path_index": 1])
    }
    let lock = try RecordIDs.reserve(1, .crm, db).lowerBound
    try db.execute(
      sql: "INSERT INTO crm_locks VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [lock, module.apiName, id, text.stringValue, userID, seconds, seconds])
    try writer.set([("Locked__s", true.databaseValue)], of: old, "locked")
    return lockReply(201, "record locked successfully", lock, created: seconds)
  }

  private func changeLock() throws -> ZohoReply {
    let (module, id) = try lockableRecord()
    let reason = try lockReason()
    if case .refused(let row, let status) = reason {
      return .json(status, ["data": [row]])
    }
    guard case .done(let text) = reason else { return .empty(204) }
    let lock = try lockOfPath(id)
    try db.execute(
      sql: "UPDATE crm_locks SET reason = ?, modified_time = ? WHERE id = ?",
      arguments: [text.stringValue, seconds, lock.id])
    try EffectsLedger.append(
      Effect(
        .crm, .changed, module.apiName, String(id), ["Locked_Reason__s": text]), at: now, db)
    return lockReply(200, "record updated", lock.id, created: lock.time)
  }

  private func unlock() throws -> ZohoReply {
    let (module, id) = try lockableRecord()
    let lock = try lockOfPath(id)
    let writer = try RecordWriter(module, self)
    guard let old = try writer.draft(id) else { return .empty(204) }
    try db.execute(sql: "DELETE FROM crm_locks WHERE id = ?", arguments: [lock.id])
    try writer.set([("Locked__s", false.databaseValue)], of: old, "unlocked")
    return .json(
      200,
      [
        "data": [
          [
            "code": "SUCCESS", "details": ["id": .string(String(lock.id))],
            "message": "record unlocked successfully", "status": "success",
          ]
        ]
      ])
  }

  private func lockOfPath(_ record: Int64) throws -> (id: Int64, time: Int64) {
    let wanted = try id(parameters["lock"] ?? "", index: 3)
    guard
      let time = try Int64.fetchOne(
        db, sql: "SELECT locked_time FROM crm_locks WHERE id = ? AND record_id = ?",
        arguments: [wanted, record])
    else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the related id given seems to be invalid",
        details: ["resource_path_index": 3])
    }
    return (wanted, time)
  }

  /// The reason in the body, or what is wrong with it.
  private func lockReason() throws -> RowOutcome {
    let rows = try rows(body(), atMost: 1)
    guard let value = rows[0]["Locked_Reason__s"], !value.isNull else {
      return .missing("Locked_Reason__s", row: 0)
    }
    do throws(FieldProblem) {
      let field = CRMField("Locked_Reason__s", "Locked Reason", .textarea, length: 3000)
      guard let text = String.fromDatabaseValue(try field.stored(value)) else {
        return .missing("Locked_Reason__s", row: 0)
      }
      return .done(.string(text))
    } catch {
      return .failure(error, "Locked_Reason__s", row: 0)
    }
  }

  private func lockReply(
    _ status: Int, _ message: String, _ lock: Int64, created: Int64
  ) -> ZohoReply {
    .json(
      status,
      [
        "data": [
          [
            "code": "SUCCESS",
            "details": [
              "Modified_Time": .string(Timestamp.crm(now)),
              "Modified_By": users.reference(userID),
              "Created_Time": .string(
                Timestamp.crm(Date(timeIntervalSince1970: Double(created)))),
              "id": .string(String(lock)), "Created_By": users.reference(userID),
            ], "message": .string(message), "status": "success",
          ]
        ]
      ])
  }
}
