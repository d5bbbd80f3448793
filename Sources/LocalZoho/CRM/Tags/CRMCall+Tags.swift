import FoundationEssentials
import GRDB

/// `/settings/tags`
/// https://www.zoho.com/crm/developer/docs/api/v8/create-tag.html
extension CRMCall {
  static let tagRoutes = [
    CRMRoute("GET", "settings/tags", "settings.tags.READ") { try $0.listTags() },
    CRMRoute("POST", "settings/tags", "settings.tags.CREATE") { try $0.createTags() },
    CRMRoute("PUT", "settings/tags", "settings.tags.UPDATE") { try $0.updateTags() },
    CRMRoute("PUT", "settings/tags/{tag}", "settings.tags.UPDATE") { try $0.updateTags() },
    CRMRoute("DELETE", "settings/tags/{tag}", "settings.tags.DELETE") { try $0.deleteTag() },
    CRMRoute("GET", "settings/tags/{tag}/actions/records_count", "settings.tags.ALL") {
      try $0.countTagged()
    },
    CRMRoute("POST", "settings/tags/{tag}/actions/merge", "settings.tags.ALL") {
      try $0.mergeTags()
    },
    CRMRoute("POST", "settings/tags/actions/mass_delete", "settings.tags.DELETE") {
      try $0.massDeleteTags()
    },
    CRMRoute("GET", "settings/tags/actions/mass_delete", "settings.tags.READ") {
      try $0.massDeletedTags()
    },
  ]

  private func taggedModule() throws -> CRMModule {
    let module = try settingsModule()
    guard metadata.field("Tag", of: module.apiName) != nil, module.apiName != "Notes" else {
      throw Refusal.crm(
        400, "INVALID_MODULE", "the given module is not supported for this api")
    }
    return module
  }

  private func listTags() throws -> ZohoReply {
    let module = try taggedModule()
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM crm_tags WHERE module = ? ORDER BY id", arguments: [module.apiName])
    return .json(
      200,
      [
        "tags": .array(rows.map(details)),
        "info": [
          "count": JSONValue(rows.count), "allowed_count": JSONValue(CRMTag.mostOfModule),
        ],
      ])
  }

  private func details(_ row: Row) -> JSONValue {
    func time(_ column: String) -> JSONValue {
      .string(Timestamp.crm(Date(timeIntervalSince1970: Double(row[column] as Int64))))
    }
    return [
      "created_time": time("created_time"), "modified_time": time("modified_time"),
      "name": .string(row["name"]), "modified_by": users.reference(row["modified_by"]),
      "id": .string(String(row["id"] as Int64)), "created_by": users.reference(row["created_by"]),
      "color_code": JSONValue(row["color_code"] as String?),
    ]
  }

  private func details(_ id: Int64) throws -> JSONValue {
    try Row.fetchOne(db, sql: "SELECT * FROM crm_tags WHERE id = ?", arguments: [id])
      .map(details) ?? .null
  }

  private func createTags() throws -> ZohoReply {
    let module = try taggedModule()
    let table = TagTable(self)
    var count = try listedTags(module)
    let outcomes = try tagRows().enumerated().map { index, row in
      try outcome {
        let (name, colour) = try tagContent(row, index)
        try refuseKnownTag(name, of: module, except: nil, index)
        guard count < CRMTag.mostOfModule else {
          throw RowOutcome.failure("LICENSE_LIMIT_EXCEEDED", "tags edition limit exceeded")
        }
        count += 1
        let tag = try table.add(name, colour, to: module)
        return .success("tags created successfully", details: try details(tag.id))
      }
    }
    return RowOutcome.reply(outcomes, success: 201, under: "tags")
  }

  private func listedTags(_ module: CRMModule) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM crm_tags WHERE module = ?", arguments: [module.apiName]) ?? 0
  }

  private func updateTags() throws -> ZohoReply {
    let module = try taggedModule()
    let table = TagTable(self)
    let outcomes = try tagRows().enumerated().map { index, row in
      try outcome {
        let text = parameters["tag"] ?? row["id"]?.idText
        guard let text else {
          throw RowOutcome.failure(
            "MANDATORY_NOT_FOUND", "required field not found",
            ["api_name": "id", "json_path": .string("$.tags[\(index)].id")])
        }
        guard let id = Int64(text), let old = try table.tag(id), old.module == module.apiName else {
          throw RowOutcome.failure("INVALID_DATA", "tags not found", ["id": .string(text)])
        }
        let (name, colour) = try tagContent(row, index)
        try refuseKnownTag(name, of: module, except: id, index)
        let kept = row["color_code"] == nil ? old.colour : colour
        try db.execute(
          sql: """
            UPDATE crm_tags SET name = ?, color_code = ?, modified_time = ?, modified_by = ?
            WHERE id = ?
            """, arguments: [name, kept, seconds, userID, id])
        try table.replace(old, by: try table.tag(id))
        try table.log(.changed, id, ["name": .string(name)])
        return .success("tags updated successfully", details: try details(id))
      }
    }
    return RowOutcome.reply(outcomes, success: 200, under: "tags")
  }

  private func tagOfPath() throws -> CRMTag {
    let id = try id(parameters["tag"] ?? "", index: 2)
    guard let tag = try TagTable(self).tag(id) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "tags not found", details: ["id": .string(String(id))])
    }
    return tag
  }

  private func deleteTag() throws -> ZohoReply {
    let tag = try tagOfPath()
    let outcome = RowOutcome.success("tags deleted successfully", details: try details(tag.id))
    try remove(tag)
    return RowOutcome.reply([outcome], success: 200, under: "tags")
  }

  private func remove(_ tag: CRMTag) throws {
    let table = TagTable(self)
    try table.replace(tag, by: nil)
    try db.execute(sql: "DELETE FROM crm_tags WHERE id = ?", arguments: [tag.id])
    try table.log(.deleted, tag.id, ["name": .string(tag.name)])
  }

  private func countTagged() throws -> ZohoReply {
    let module = try taggedModule()
    let id = Int64(parameters["tag"] ?? "") ?? 0
    guard let tag = try TagTable(self).tag(id), tag.module == module.apiName else {
      throw Refusal.crm(400, "TAG_ID_NOT_FOUND", "invalid tag id")
    }
    return .json(
      200, ["count": .string(String(try TagTable(self).records(with: tag).count))])
  }

  /// The tag of the path goes into the one of the body.
  private func mergeTags() throws -> ZohoReply {
    let tag = try tagOfPath()
    let rows = try tagRows()
    guard let text = rows[0]["conflict_id"]?.idText else {
      throw Refusal.crmMissing("conflict_id", "$.tags[0].conflict_id")
    }
    let table = TagTable(self)
    guard let id = Int64(text), let kept = try table.tag(id), kept.module == tag.module,
      kept.id != tag.id
    else { throw Refusal.crmInvalid("conflict_id", "$.tags[0].conflict_id", "invalid tag id") }
    try table.replace(tag, by: kept)
    try db.execute(sql: "DELETE FROM crm_tags WHERE id = ?", arguments: [tag.id])
    try table.log(.deleted, tag.id, ["merged_into": .string(text)])
    return RowOutcome.reply(
      [.success("tags merged successfully", details: try details(kept.id))], success: 200,
      under: "tags")
  }

  // MARK: Many at once

  private func massDeleteTags() throws -> ZohoReply {
    let rows = try body()["mass_delete"]?.arrayValue
    guard let rows, !rows.isEmpty else {
      throw Refusal.crmMissing("mass_delete", "$.mass_delete")
    }
    for row in rows {
      for tag in row["tags"]?.arrayValue ?? [] {
        guard let id = tag["id"]?.idText.flatMap(Int64.init),
          let found = try TagTable(self).tag(id)
        else { continue }
        try remove(found)
      }
    }
    let job = try keepJob("mass_delete_tags", "tags", ["status": "COMPLETED"])
    return .json(
      202, ["status": "success", "code": "SCHEDULED", "details": ["job_id": .string(job)]])
  }

  private func massDeletedTags() throws -> ZohoReply {
    let result = try job("mass_delete_tags")
    return .json(
      200,
      [
        "mass_delete": [
          ["job_id": JSONValue(request.query["job_id"]), "status": result["status"] ?? .null]
        ]
      ])
  }

  // MARK: The body

  private func tagRows() throws -> [JSONValue] {
    guard let value = try body()["tags"] else { throw Refusal.crmMissing("tags", "$.tags") }
    guard let rows = value.arrayValue, !rows.isEmpty else {
      throw Refusal.crmInvalid("tags", "$.tags", expected: "jsonarray")
    }
    return rows
  }

  private func tagContent(_ row: JSONValue, _ index: Int) throws -> (String, String?) {
    let path = "$.tags[\(index)].name"
    guard let value = row["name"], !value.isNull else {
      throw RowOutcome.failure(
        "MANDATORY_NOT_FOUND", "required field not found",
        ["api_name": "name", "json_path": .string(path)])
    }
    guard let name = value.stringValue, !name.isEmpty else {
      throw RowOutcome.failure(
        "INVALID_DATA", "Invalid data type",
        ["expected_data_type": "text", "api_name": "name", "json_path": .string(path)])
    }
    guard name.unicodeScalars.count <= CRMTag.longestName else {
      throw RowOutcome.failure(
        "INVALID_DATA", "invalid data",
        [
          "maximum_length": JSONValue(CRMTag.longestName), "api_name": "name",
          "json_path": .string(path),
        ])
    }
    let colour = row["color_code"]?.stringValue?.uppercased()
    if let colour, !CRMTag.colours.contains(colour) {
      throw RowOutcome.failure(
        "INVALID_DATA", "invalid data",
        ["api_name": "color_code", "json_path": .string("$.tags[\(index)].color_code")])
    }
    return (name, colour)
  }

  private func refuseKnownTag(
    _ name: String, of module: CRMModule, except id: Int64?, _ index: Int
  ) throws {
    guard let known = try TagTable(self).tag(named: name, of: module), known.id != id else {
      return
    }
    throw RowOutcome.failure(
      "DUPLICATE_DATA", "duplicate data",
      [
        "api_name": "name", "json_path": .string("$.tags[\(index)].name"),
        "id": .string(String(known.id)),
      ])
  }
}
