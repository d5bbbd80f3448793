import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/recycle-bin.html
extension CRMCall {
  static let recycleBinRoutes = [
    CRMRoute("GET", "settings/recycle_bin", "settings.recycle_bin.READ") { try $0.recycleBin() },
    CRMRoute("DELETE", "settings/recycle_bin", "settings.recycle_bin.DELETE") {
      try $0.purge($0.binIDs($0.request.query["ids"], $0.request.query["filters"]))
    },
    CRMRoute("GET", "settings/recycle_bin/actions/count", "settings.recycle_bin.READ") {
      .json(200, ["count": JSONValue(try $0.binnedIDs().count)])
    },
    CRMRoute("POST", "settings/recycle_bin/actions/restore", "settings.recycle_bin.UPDATE") {
      try $0.restoreFromBody()
    },
    CRMRoute("POST", "settings/recycle_bin/actions/empty", "settings.recycle_bin.UPDATE") {
      try $0.emptyBin()
    },
    CRMRoute("GET", "settings/recycle_bin/{record}", "settings.recycle_bin.READ") {
      try $0.recycleBin(only: $0.binnedID())
    },
    CRMRoute("DELETE", "settings/recycle_bin/{record}", "settings.recycle_bin.DELETE") {
      try $0.purge([String($0.binnedID())])
    },
    CRMRoute(
      "POST", "settings/recycle_bin/{record}/actions/restore", "settings.recycle_bin.UPDATE"
    ) { try $0.restore([String($0.binnedID())]) },
  ]

  private func binnedID() throws -> Int64 { try id(parameters["record"] ?? "", index: 2) }

  private func binnedIDs() throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM crm_deleted WHERE type = 'recycle' ORDER BY deleted_time, id")
  }

  private func recycleBin(only id: Int64? = nil) throws -> ZohoReply {
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let order = request.query["sort_order"] ?? "desc"
    guard ["asc", "desc"].contains(order) else { throw Refusal.crmInvalidParameter("sort_order") }
    let columns = ["deleted_time": "deleted_time", "display_name": "display_name"]
    guard let column = columns[request.query["sort_by"] ?? "deleted_time"] else {
      throw Refusal.crmInvalidParameter("sort_by")
    }
    var wanted = id.map { [String($0)] }
    if id == nil, request.query["ids"] != nil || request.query["filters"] != nil {
      wanted = try binIDs(request.query["ids"], request.query["filters"])
    }
    let ids = wanted.map { Set($0.compactMap(Int64.init)) }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM crm_deleted WHERE type = 'recycle' ORDER BY \(column) \(order), id \(order)
        """
    ).filter { ids?.contains($0["id"]) ?? true }
    if let id, rows.isEmpty {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["id": .string(String(id))])
    }
    let shown = rows.dropFirst((page - 1) * perPage).prefix(perPage)
    guard !shown.isEmpty else { return .empty(204) }
    return .json(
      200,
      [
        "recycle_bin": .array(shown.map { entry($0, isWhole: id != nil) }),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(shown.count), "page": JSONValue(page),
          "more_records": JSONValue(rows.count > page * perPage),
        ],
      ])
  }

  /// A list names the module, a single entry describes it.
  private func entry(_ row: Row, isWhole: Bool) -> JSONValue {
    let time: Int64 = row["deleted_time"]
    let name: String = row["module"]
    return [
      "display_name": .string(row["display_name"] as String? ?? ""),
      "deleted_time": .string(Timestamp.crm(Date(timeIntervalSince1970: Double(time)))),
      "owner": users.reference(row["owner"] ?? row["created_by"] ?? row["deleted_by"]),
      "module": isWhole
        ? ["api_name": .string(name), "id": JSONValue(metadata.module(name)?.id)] : .string(name),
      "deleted_by": users.reference(row["deleted_by"]), "id": .string(String(row["id"] as Int64)),
    ]
  }

  /// The ids that a call names: by `ids`, or by filters on module, owner or who deleted.
  private func binIDs(_ ids: String?, _ filters: String?) throws -> [String] {
    if let ids {
      if filters != nil { throw Refusal.crmAmbiguous("ids", "filters") }
      return names(ids)
    }
    guard let filters else {
      throw Refusal.crm(
        400, "EXPECTED_PARAM_MISSING", "One of the expected parameter is missing",
        details: ["param_names": ["ids", "filters"]])
    }
    return try binned(matching: JSONValue(parsing: Data(filters.utf8)))
  }

  /// `{"group_operator":"AND","group":[{"field":{"api_name":"module"},"comparator":"equal",
  /// "value":{"api_name":"Deals"}}]}`, or one condition alone.
  private func binned(matching filters: JSONValue) throws -> [String] {
    let conditions = filters["group"]?.arrayValue ?? [filters]
    var sql = "SELECT id FROM crm_deleted WHERE type = 'recycle'"
    var arguments: [DatabaseValue] = []
    for condition in conditions {
      let columns = ["module": "module", "owner": "owner", "deleted_by": "deleted_by"]
      let value = condition["value"]
      let text =
        value?.stringValue ?? value?["api_name"]?.stringValue ?? value?["id"]?.idText
      guard let column = condition["field"]?["api_name"]?.stringValue.flatMap({ columns[$0] }),
        condition["comparator"] == "equal", let text
      else { throw Refusal.crmInvalidParameter("filters") }
      sql += " AND \(column) = ?"
      arguments.append(
        column == "module" ? text.databaseValue : (Int64(text) ?? 0).databaseValue)
    }
    return try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
      .map(String.init)
  }

  // MARK: Restoring

  private func restoreFromBody() throws -> ZohoReply {
    let body = try body()
    let given = ["ids", "filters", "restore_all_records"].filter { body.contains($0) }
    guard given.count == 1 else {
      if given.isEmpty {
        throw Refusal.crm(
          400, "EXPECTED_FIELD_MISSING", "expected field not found",
          details: [
            "expected_fields": .array(
              ["ids", "filters", "restore_all_records"].map {
                ["api_name": .string($0), "json_path": .string("$.\($0)")]
              })
          ])
      }
      throw Refusal.crmAmbiguous("ids", "filters", "restore_all_records")
    }
    if let filters = body["filters"] { return try restore(binned(matching: filters)) }
    if body["restore_all_records"] == true { return try restore(binnedIDs().map(String.init)) }
    guard let ids = body["ids"]?.arrayValue?.compactMap(\.idText), !ids.isEmpty else {
      throw Refusal.crmInvalid("ids", "$.ids", expected: "jsonarray")
    }
    return try restore(ids)
  }

  private func restore(_ ids: [String]) throws -> ZohoReply {
    let outcomes = try ids.map { text -> RowOutcome in
      guard let id = Int64(text), let row = try binnedRow(id),
        let name = row["module"] as String?, let module = metadata.module(name),
        let record = row["record"] as String?
      else {
        return .failure("INVALID_DATA", "the id given seems to be invalid", ["id": .string(text)])
      }
      try putBack(id, record, module)
      return .success("record restored successfully", details: ["id": .string(text)])
    }
    return RowOutcome.reply(outcomes, success: 200, under: "recycle_bin")
  }

  private func binnedRow(_ id: Int64) throws -> Row? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM crm_deleted WHERE id = ? AND type = 'recycle'", arguments: [id])
  }

  private func putBack(_ id: Int64, _ record: String, _ module: CRMModule) throws {
    try DeletedRecord(parsing: record).restore(to: module, metadata, db)
    try db.execute(sql: "DELETE FROM crm_deleted WHERE id = ?", arguments: [id])
    try Timeline(self).append(
      "restored", .api, module, id, name: try recordName(id, in: module))
    try EffectsLedger.append(
      Effect(.crm, .created, module.apiName, String(id), ["restored": true]), at: now, db)
    let notes = try Row.fetchAll(
      db,
      sql: """
        SELECT id, record FROM crm_deleted
        WHERE deleted_with = ? AND type = 'recycle' AND record IS NOT NULL
        """, arguments: [id])
    guard let module = metadata.module("Notes") else { return }
    for note in notes { try putBack(note["id"], note["record"], module) }
  }

  // MARK: Deleting for good

  private func purge(_ ids: [String]) throws -> ZohoReply {
    let outcomes = try ids.map { text -> RowOutcome in
      guard let id = Int64(text), let row = try binnedRow(id) else {
        return .failure("INVALID_DATA", "the id given seems to be invalid", ["id": .string(text)])
      }
      try purge(id, row["module"])
      return .success("record deleted permanently", details: ["id": .string(text)])
    }
    return RowOutcome.reply(outcomes, success: 200, under: "recycle_bin")
  }

  /// The feed of deletions keeps its line; everything else goes.
  private func purge(_ id: Int64, _ module: String) throws {
    try db.execute(
      sql: """
        UPDATE crm_deleted SET type = 'permanent', record = NULL
        WHERE id = :id OR (deleted_with = :id AND type = 'recycle');
        """, arguments: ["id": id])
    try db.execute(sql: "DELETE FROM crm_timeline WHERE record_id = ?", arguments: [id])
    if module == "Deals" {
      try db.execute(
        sql: "DELETE FROM crm_Stage_History WHERE \"Deal_Id\" = ?", arguments: [id])
    }
    try EffectsLedger.append(
      Effect(.crm, .deleted, module, String(id), ["permanent": true]), at: now, db)
  }

  private func emptyBin() throws -> ZohoReply {
    for id in try binnedIDs() {
      if let row = try binnedRow(id) { try purge(id, row["module"]) }
    }
    return .json(
      200,
      [
        "code": "SUCCESS", "details": [:], "message": "Recycle bin emptied successfully",
        "status": "success",
      ])
  }
}
