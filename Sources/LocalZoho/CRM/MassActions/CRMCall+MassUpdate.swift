import FoundationEssentials
import GRDB

/// One value into many records.
/// https://www.zoho.com/crm/developer/docs/api/v8/mass-update.html
extension CRMCall {
  static let massUpdateRoutes = [
    CRMRoute("POST", "{module}/actions/mass_update", "mass_update.{module}.UPDATE") {
      try $0.massUpdate()
    },
    CRMRoute("GET", "{module}/actions/mass_update", "mass_update.{module}.READ") {
      .json(200, ["data": [.object(try $0.job("mass_update"))]])
    },
    CRMRoute("POST", "{module}/actions/mass_delete", "mass_delete.{module}.DELETE") {
      try $0.massDelete()
    },
    CRMRoute("GET", "{module}/actions/mass_delete", "mass_delete.{module}.READ") {
      .json(200, ["data": [.object(try $0.job("mass_delete"))]])
    },
  ]

  private func massUpdate() throws -> ZohoReply {
    let module = try module()
    let body = try body()
    let row = try rows(body, atMost: 1)[0]
    try checkMassUpdated(row, module)
    let isView = body["cvid"] != nil
    if isView, body["ids"] != nil {
      throw Refusal.crmAmbiguous("cvid", "ids")
    }
    let ids =
      isView ? try viewed(body, module).map(String.init) : try bodyIDs(body, atMost: 500)
    var writer = try RecordWriter(module, self)
    writer.source = .massUpdate
    let outcomes = try ids.map { text in
      try outcome {
        guard let id = Int64(text), try writer.draft(id) != nil else {
          return .failure("INVALID_DATA", "the id given seems to be invalid", ["id": .string(text)])
        }
        try writer.update(id, row, index: 0)
        guard let draft = try writer.draft(id) else { return .failure("INVALID_DATA", "") }
        return .success("record updated", details: writer.details(draft))
      }
    }
    guard isView else { return RowOutcome.reply(outcomes, success: 200) }
    let done = outcomes.count { if case .done = $0 { true } else { false } }
    let job = try keepJob(
      "mass_update", module.apiName,
      [
        "Status": "COMPLETED", "Failed_Count": JSONValue(outcomes.count - done),
        "Updated_Count": JSONValue(done), "Not_Updated_Count": 0,
        "Total_Count": JSONValue(outcomes.count),
      ])
    return .json(
      200,
      [
        "data": [
          [
            "code": "SCHEDULED", "details": ["job_id": .string(job)],
            "message": "mass update scheduled successfully", "status": "success",
          ]
        ]
      ])
  }

  /// One field a call, three for deals; none that refers, and no long text or address of mail.
  private func checkMassUpdated(_ row: JSONValue, _ module: CRMModule) throws {
    let most = module.apiName == "Deals" ? 3 : 1
    let given = row.objectValue?.members ?? []
    guard !given.isEmpty else { throw Refusal.crmMissing("data", "$.data[0]") }
    guard given.count <= most else {
      throw Refusal.crm(
        400, "LIMIT_EXCEEDED", "Field count exceeded",
        details: ["limit": JSONValue(most), "api_name": "data", "json_path": "$.data[0]"])
    }
    for member in given {
      let path = "$.data[0].\(member.name)"
      guard let field = metadata.field(member.name, of: module.apiName), !field.isReadOnly else {
        throw Refusal.crmInvalid(member.name, path)
      }
      let isReference = field.isReference && field.dataType != .ownerlookup
      guard !isReference, ![.textarea, .email].contains(field.dataType) else {
        throw Refusal.crm(
          400, "NOT_SUPPORTED", "field not supported for mass update",
          details: ["api_name": .string(member.name), "json_path": .string(path)])
      }
    }
  }

  /// https://www.zoho.com/crm/developer/docs/api/v8/mass-delete.html
  private func massDelete() throws -> ZohoReply {
    let module = try module()
    let body = try body()
    guard body["cvid"] != nil else {
      let outcomes = try bodyIDs(body, atMost: 500).map { text -> RowOutcome in
        let outcome = try delete(text, from: module)
        guard case .done = outcome else { return outcome }
        return .success("record is deleted", details: ["id": .string(text)])
      }
      return RowOutcome.reply(outcomes, success: 200)
    }
    if body["ids"] != nil { throw Refusal.crmAmbiguous("cvid", "ids") }
    let ids = try viewed(body, module)
    guard !ids.isEmpty else {
      throw Refusal.crm(400, "NO_RECORDS_FOUND", "no record found to update")
    }
    let done = try ids.count { id in
      if case .done = try delete(String(id), from: module) { true } else { false }
    }
    let job = try keepJob(
      "mass_delete", module.apiName,
      [
        "Status": "COMPLETED", "Total_Count": JSONValue(ids.count),
        "Deleted_Count": JSONValue(done), "Failed_Count": JSONValue(ids.count - done),
      ])
    return .json(
      200,
      [
        "data": [
          [
            "code": "SUCCESS", "details": ["job_id": .string(job)],
            "message": "mass delete scheduled successfully", "status": "success",
          ]
        ]
      ])
  }
}
