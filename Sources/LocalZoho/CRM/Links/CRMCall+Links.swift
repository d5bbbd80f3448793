import GRDB

/// Hangs records on another one, takes them off, and counts them.
/// https://www.zoho.com/crm/developer/docs/api/v8/update-related-records.html
extension CRMCall {
  static let linkRoutes = [
    CRMRoute("PUT", "{module}/{id}/{list}", "modules.{module}.UPDATE") {
      try $0.link($0.module(), $0.relatedID())
    },
    CRMRoute("DELETE", "{module}/{id}/{list}", "modules.{module}.UPDATE") {
      try $0.unlink($0.module(), $0.relatedID(), $0.parameters["list"] ?? "")
    },
    CRMRoute("GET", "{module}/{id}/{list}/{related}", "modules.{module}.READ") {
      try $0.oneRelated($0.module(), $0.relatedID())
    },
    CRMRoute("PUT", "{module}/{id}/{list}/{related}", "modules.{module}.UPDATE") {
      try $0.link($0.module(), $0.relatedID())
    },
    CRMRoute("DELETE", "{module}/{id}/{list}/{related}", "modules.{module}.UPDATE") {
      try $0.unlink($0.module(), $0.relatedID(), $0.parameters["list"] ?? "")
    },
    CRMRoute(
      "POST", "{module}/{id}/actions/get_related_records_count", "modules.{module}.READ",
      isRead: true
    ) { try $0.relatedCounts($0.module(), $0.relatedID()) },
    CRMRoute("GET", "{module}/{id}/actions/fetch_full_data", "modules.{module}.READ") {
      try $0.get($0.module(), $0.relatedID())
    },
    CRMRoute("GET", "{module}/actions/fetch_full_data", "modules.{module}.READ") {
      _ = try $0.parameter("ids")
      return try $0.list($0.module())
    },
  ]

  /// The list in the path, when its records hang by one lookup that can be set and emptied.
  private func linkable(_ parent: CRMModule) throws -> (module: CRMModule, lookup: CRMField) {
    let name = parameters["list"] ?? ""
    guard
      let list = metadata.relatedLists.first(where: {
        $0.module == parent.apiName && $0.apiName == name
      })
    else {
      guard name.first?.isUppercase == true else { throw Refusal.crmUnknownPath }
      throw Refusal.crm(
        400, "INVALID_DATA", "The relation name given seems to be invalid",
        details: ["resource_path_index": 2])
    }
    guard list.members.count == 1, let member = list.members.first,
      let module = metadata.module(member.module), module.isAPISupported,
      let lookup = metadata.field(member.lookup, of: member.module), lookup.dataType == .lookup,
      !lookup.isRequired, !lookup.isReadOnly
    else {
      throw Refusal.crm(
        400, "NOT_SUPPORTED", "The relation is not supported for this operation",
        details: ["resource_path_index": 2])
    }
    return (module, lookup)
  }

  private func link(_ parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    let (target, lookup) = try linkable(parent)
    try requireRecord(parent, id)
    let rows = try rows(body(), atMost: parameters["related"] == nil ? 100 : 1)
    let writer = try RecordWriter(target, self)
    let outcomes = try rows.enumerated().map { index, row in
      try outcome {
        let related = try parameters["related"].map { Int64($0) ?? 0 } ?? rowID(row, index: index)
        try writer.update(
          related, [lookup.apiName: ["id": .string(String(id))]], index: index)
        return .success("relation updated", details: ["id": .string(String(related))])
      }
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  private func unlink(_ parent: CRMModule, _ id: Int64, _ list: String) throws -> ZohoReply {
    let (target, lookup) = try linkable(parent)
    try requireRecord(parent, id)
    let ids = try parameters["related"].map { [$0] } ?? names(parameter("ids"))
    guard ids.count <= 100 else {
      throw Refusal.crm(
        400, "LIMIT_EXCEEDED", "Record count exceeded",
        details: ["limit": 100, "param_name": "ids"])
    }
    let writer = try RecordWriter(target, self)
    let outcomes = try ids.enumerated().map { index, text in
      try outcome {
        guard let related = Int64(text), let record = try writer.draft(related),
          record.number(lookup.apiName) == id
        else {
          throw RowOutcome.failure(
            "INVALID_DATA", "the related id given seems to be invalid", ["id": .string(text)])
        }
        try writer.update(related, [lookup.apiName: nil], index: index)
        return .success("relation removed", details: ["id": .string(text)])
      }
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  private func oneRelated(_ parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    let (target, lookup) = try linkable(parent)
    try caller.require("ZohoCRM.modules.\(target.scopeName).READ")
    try requireRecord(parent, id)
    let related = Int64(parameters["related"] ?? "") ?? 0
    let hangs = try Row.fetchOne(
      db, sql: "SELECT 1 FROM \(target.table) WHERE id = ? AND \(lookup.column) = ?",
      arguments: [related, id])
    return hangs == nil ? .empty(204) : try get(target, related)
  }

  /// `POST /{module}/{id}/actions/get_related_records_count`
  private func relatedCounts(_ parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    try requireRecord(parent, id)
    let key = "get_related_records_count"
    let path: JSONObject = ["api_name": .string(key), "json_path": "$.\(key)"]
    guard let given = try body()[key] else {
      throw Refusal.crm(400, "MANDATORY_NOT_FOUND", "required field not found", details: path)
    }
    guard let rows = given.arrayValue, !rows.isEmpty, rows.count <= 20 else {
      var details = path
      details["expected_data_type"] = "jsonarray"
      throw Refusal.crm(400, "INVALID_DATA", "invalid data", details: details)
    }
    let counts = try rows.enumerated().map { index, row in
      JSONValue.array([try relatedCount(row, index: index, parent, id)])
    }
    return .json(200, .object([key: .array(counts)]))
  }

  private func relatedCount(
    _ row: JSONValue, index: Int, _ parent: CRMModule, _ id: Int64
  ) throws -> JSONValue {
    let place = "$.get_related_records_count[\(index)].related_list"
    guard let asked = row["related_list"]?.objectValue else {
      throw Refusal.crm(
        400, "MANDATORY_NOT_FOUND", "required field not found",
        details: ["api_name": "related_list", "json_path": .string(place)])
    }
    let name = asked["api_name"]?.stringValue
    let listID = asked["id"]?.idText
    guard name != nil || listID != nil else {
      let expected = ["api_name", "id"].map { key -> JSONValue in
        ["api_name": .string(key), "json_path": "\(place).\(key)"]
      }
      throw Refusal.crm(
        400, "EXPECTED_FIELD_MISSING", "expected field missing",
        details: ["expected_fields": .array(expected)])
    }
    let list = metadata.relatedLists.first { list in
      guard list.module == parent.apiName else { return false }
      return listID == nil ? list.apiName == name : list.id == listID
    }
    guard let count = try count(list, name, parent, id) else {
      let key = name == nil ? "id" : "api_name"
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: ["api_name": .string(key), "json_path": "\(place).\(key)"])
    }
    return [
      "count": JSONValue(count),
      "related_list": [
        "api_name": JSONValue(list?.apiName ?? name), "id": JSONValue(list?.id ?? listID),
      ],
    ]
  }

  private func count(
    _ list: CRMRelatedList?, _ name: String?, _ parent: CRMModule, _ id: Int64
  ) throws -> Int? {
    switch list?.apiName ?? name {
    case "Attachments":
      return try RecordAttachment.filter(
        Column("module") == parent.apiName && Column("record_id") == id
      ).fetchCount(db)
    case "Contact_Roles" where parent.apiName == "Deals":
      return try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM crm_deal_contacts WHERE deal_id = ?", arguments: [id])
    default:
      guard let list else { return nil }
      return try list.members.reduce(0) { sum, member in
        let condition = activityCondition(list.activities, member.module)
        return try sum
          + (Int.fetchOne(
            db,
            sql: """
              SELECT COUNT(*) FROM \(CRMModule.table(member.module))
              WHERE "\(member.lookup)" = :parent AND (\(condition))
              """, arguments: ["parent": id, "now": seconds]) ?? 0)
      }
    }
  }
}
