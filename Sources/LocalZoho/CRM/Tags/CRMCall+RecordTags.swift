import FoundationEssentials
import GRDB

/// Tags of records, one or many.
/// https://www.zoho.com/crm/developer/docs/api/v8/add-tags.html
extension CRMCall {
  static let recordTagRoutes = [
    CRMRoute("POST", "{module}/actions/add_tags", "settings.tags.ALL") {
      try $0.changeTags($0.tagBody(), adding: true)
    },
    CRMRoute("POST", "{module}/actions/remove_tags", "settings.tags.ALL") {
      try $0.changeTags($0.tagBody(), adding: false)
    },
    CRMRoute("POST", "{module}/{id}/actions/add_tags", "settings.tags.ALL") {
      try $0.changeTags($0.tagBody(of: $0.relatedID()), adding: true)
    },
    CRMRoute("POST", "{module}/{id}/actions/remove_tags", "settings.tags.ALL") {
      try $0.changeTags($0.tagBody(of: $0.relatedID()), adding: false)
    },
  ]

  private struct TagBody {
    var ids: [String]
    var tags: [(name: String, colour: String?)]
    var replaces: Bool
  }

  /// - Parameter id: the record of the path; else the body names up to 500.
  private func tagBody(of id: Int64? = nil) throws -> TagBody {
    let body = try body()
    guard let value = body["tags"] else { throw Refusal.crmMissing("tags", "$.tags") }
    guard let rows = value.arrayValue, !rows.isEmpty else {
      throw Refusal.crmInvalid("tags", "$.tags", "Invalid data type", expected: "jsonarray")
    }
    let tags = try rows.enumerated().map { index, row -> (name: String, colour: String?) in
      let path = "$.tags[\(index)].name"
      guard let name = row["name"] else { throw Refusal.crmMissing("name", path) }
      guard let text = name.stringValue, !text.isEmpty else {
        throw Refusal.crmInvalid("name", path, "Invalid data type", expected: "text")
      }
      guard text.unicodeScalars.count <= CRMTag.longestName else {
        throw Refusal.crmInvalid(
          "name", path, "Invalid data", ["maximum_length": JSONValue(CRMTag.longestName)])
      }
      let colour = row["color_code"]?.stringValue?.uppercased()
      return (text, colour.flatMap { CRMTag.colours.contains($0) ? $0 : nil })
    }
    let ids = try id.map { [String($0)] } ?? bodyIDs(body, atMost: 500)
    let replaces = body["over_write"] == true || request.query["over_write"] == "true"
    return TagBody(ids: ids, tags: tags, replaces: replaces)
  }

  /// The ids in the body, as texts.
  func bodyIDs(_ body: JSONObject, atMost limit: Int) throws -> [String] {
    guard let value = body["ids"] else { throw Refusal.crmMissing("ids", "$.ids") }
    guard let ids = value.arrayValue?.compactMap(\.idText), !ids.isEmpty else {
      throw Refusal.crmInvalid("ids", "$.ids", expected: "jsonarray")
    }
    guard ids.count <= limit else {
      throw Refusal.crm(
        400, "LIMIT_EXCEEDED", "Record count exceeded",
        details: ["limit": JSONValue(limit), "api_name": "ids", "json_path": "$.ids"])
    }
    return ids
  }

  private func changeTags(_ asked: TagBody, adding: Bool) throws -> ZohoReply {
    let module = try module()
    guard metadata.field("Tag", of: module.apiName) != nil, module.apiName != "Notes" else {
      throw Refusal.crm(
        400, "INVALID_MODULE", "the given module is not supported for this api")
    }
    let writer = try RecordWriter(module, self)
    let table = TagTable(self)
    var locked = 0
    let outcomes = try asked.ids.map { text in
      try outcome {
        guard let id = Int64(text), let old = try writer.draft(id) else {
          return .failure("INVALID_DATA", "the id given seems to be invalid", ["id": .string(text)])
        }
        if old.number("Locked__s") == 1 { locked += 1 }
        try writer.requireOpen(old, action: adding ? "add_tags" : "remove_tags")
        var tags = adding && asked.replaces ? [] : try old.tags
        for (name, colour) in asked.tags {
          guard adding else {
            tags.removeAll { $0["name"]?.stringValue?.lowercased() == name.lowercased() }
            continue
          }
          let tag =
            try table.tag(named: name, of: module) ?? table.add(name, colour, to: module)
          if !tags.contains(where: { $0["id"] == tag.json["id"] }) { tags.append(tag.json) }
        }
        guard tags.count <= CRMTag.mostOfRecord else {
          return .failure(
            "LIMIT_EXCEEDED", "tags limit exceeded",
            ["limit": JSONValue(CRMTag.mostOfRecord), "id": .string(text)])
        }
        try writer.set(
          [("Tag", JSONValue.array(tags).text.databaseValue)], of: old,
          adding ? "tag_added" : "tag_removed")
        return .success(
          "tags updated successfully",
          details: [
            "modifiedTime": .string(Timestamp.crm(now)), "id": .string(text),
            "tags": .array(tags),
          ])
      }
    }
    let reply = RowOutcome.reply(outcomes, success: 200)
    guard var object = try JSONValue(parsing: reply.body).objectValue else { return reply }
    object["locked_count"] = .string(String(locked))
    if adding {
      object["success_count"] = .string(
        String(
          outcomes.count { outcome in if case .done = outcome { true } else { false } }))
    }
    return .json(reply.status, .object(object)).costing(reply.credits)
  }
}

extension RecordDraft {
  /// The tags of the record.
  var tags: [JSONValue] {
    get throws { try text("Tag").map { try JSONValue(parsing: $0) }?.arrayValue ?? [] }
  }
}

extension RecordWriter {
  /// Tags as a row names them; those nobody knows yet become tags of the module.
  func storedTags(_ value: JSONValue, index: Int) throws -> DatabaseValue {
    if value.isNull { return .null }
    guard let rows = value.arrayValue else {
      throw RowOutcome.failure(.wrongType(expected: "jsonarray"), "Tag", row: index)
    }
    let table = TagTable(call)
    let tags = try rows.enumerated().map { place, row -> JSONValue in
      if let id = row["id"]?.idText.flatMap(Int64.init),
        let tag = try table.tag(id), tag.module == module.apiName
      {
        return tag.json
      }
      guard let name = row["name"]?.stringValue ?? row.stringValue, !name.isEmpty,
        name.unicodeScalars.count <= CRMTag.longestName
      else {
        throw RowOutcome.failure(
          "INVALID_DATA", "invalid data",
          [
            "api_name": "name", "json_path": .string("$.data[\(index)].Tag[\(place)].name"),
            "maximum_length": JSONValue(CRMTag.longestName),
          ])
      }
      return try (table.tag(named: name, of: module) ?? table.add(name, nil, to: module)).json
    }
    return JSONValue.array(tags).text.databaseValue
  }
}
