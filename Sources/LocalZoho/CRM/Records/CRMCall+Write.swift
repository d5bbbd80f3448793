import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html and its neighbours.
extension CRMCall {
  /// `POST /{module}`
  func insert(_ module: CRMModule) throws -> ZohoReply {
    let rows = try rows(body())
    return RowOutcome.reply(try insert(rows, into: module), success: 201)
  }

  func insert(_ rows: [JSONValue], into module: CRMModule) throws -> [RowOutcome] {
    let writer = try RecordWriter(module, self)
    return try rows.enumerated().map { index, row in
      try outcome {
        let id = try writer.insert(row, index: index)
        return try added(writer, id)
      }
    }
  }

  /// `PUT /{module}` and `PUT /{module}/{id}`
  func update(_ module: CRMModule, only id: Int64? = nil) throws -> ZohoReply {
    let rows = try rows(body(), atMost: id == nil ? 100 : 1)
    return RowOutcome.reply(try update(rows, in: module, only: id), success: 200)
  }

  func update(_ rows: [JSONValue], in module: CRMModule, only: Int64?) throws -> [RowOutcome] {
    let writer = try RecordWriter(module, self)
    return try rows.enumerated().map { index, row in
      try outcome {
        let id = try only ?? rowID(row, index: index)
        try writer.update(id, row, index: index)
        return try updated(writer, id)
      }
    }
  }

  /// `POST /{module}/upsert`
  /// https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html
  func upsert(_ module: CRMModule) throws -> ZohoReply {
    let body = try body()
    let rows = try rows(body)
    let checked = try duplicateCheckFields(body, module)
    let writer = try RecordWriter(module, self)
    let outcomes = try rows.enumerated().map { index, row in
      try outcome {
        for name in checked {
          guard let value = row[name], !value.isNull,
            let field = metadata.field(name, of: module.apiName),
            // A value the field cannot hold finds nobody; the insert says what is wrong with it.
            let stored = try? field.stored(value), !stored.isNull,
            let found = try writer.find(name, stored)
          else { continue }
          try writer.update(found.id, row, index: index)
          return try updated(
            writer, found.id,
            extra: ["duplicate_field": .string(name), "action": "update"])
        }
        let id = try writer.insert(row, index: index)
        return try added(writer, id, extra: ["duplicate_field": nil, "action": "insert"])
      }
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  /// The fields that find a row's record: those named, then the unique ones; when none is named,
  /// the system's own field first.
  private func duplicateCheckFields(_ body: JSONObject, _ module: CRMModule) throws -> [String] {
    let unique = metadata.fields(of: module.apiName).filter(\.isUnique).map(\.apiName)
    let system = module.duplicateCheckField.map { [$0] } ?? []
    guard let given = body["duplicate_check_fields"] else {
      return system + unique.filter { !system.contains($0) }
    }
    let path: JSONObject = [
      "api_name": "duplicate_check_fields", "json_path": "$.duplicate_check_fields",
    ]
    guard let names = given.arrayValue?.compactMap(\.stringValue), !names.isEmpty else {
      var details = path
      details["expected_data_type"] = "jsonarray"
      throw Refusal.crm(400, "INVALID_DATA", "invalid data", details: details)
    }
    for (index, name) in names.enumerated() where !(system + unique).contains(name) {
      var details = path
      details["json_path"] = .string("$.duplicate_check_fields[\(index)]")
      details["supported_values"] = .array((system + unique).map(JSONValue.string))
      throw Refusal.crm(400, "INVALID_DATA", "invalid data", details: details)
    }
    return names + unique.filter { !names.contains($0) && !system.contains($0) }
  }

  func rowID(_ row: JSONValue, index: Int) throws -> Int64 {
    guard let value = row["id"] else { throw RowOutcome.missing("id", row: index) }
    guard let id = value.idText.flatMap(Int64.init) else {
      throw RowOutcome.failure(.wrongType(expected: "bigint"), "id", row: index)
    }
    return id
  }

  /// A refused row is an outcome like any other; only the server's own faults end the call.
  func outcome(_ write: () throws -> RowOutcome) throws -> RowOutcome {
    do { return try write() } catch let refusal as RowOutcome { return refusal }
  }

  func added(
    _ writer: RecordWriter, _ id: Int64, extra: JSONObject = JSONObject()
  ) throws -> RowOutcome {
    guard let draft = try writer.draft(id) else {
      return .failure("INTERNAL_ERROR", "Internal Server Error")
    }
    return .success("record added", details: approved(writer, draft), extra: extra)
  }

  func updated(
    _ writer: RecordWriter, _ id: Int64, extra: JSONObject = JSONObject()
  ) throws -> RowOutcome {
    guard let draft = try writer.draft(id) else {
      return .failure("INTERNAL_ERROR", "Internal Server Error")
    }
    return .success("record updated", details: approved(writer, draft), extra: extra)
  }

  /// All but notes can be held up by an approval.
  private func approved(_ writer: RecordWriter, _ draft: RecordDraft) -> JSONValue {
    let details = writer.details(draft)
    guard writer.module.apiName != "Notes", var object = details.objectValue else {
      return details
    }
    object["$approval_state"] = "approved"
    return .object(object)
  }
}
