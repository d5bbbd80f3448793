import FoundationEssentials
import GRDB

/// Who owns a record.
/// https://www.zoho.com/crm/developer/docs/api/v8/change-owner.html
extension CRMCall {
  static let ownerRoutes = [
    CRMRoute("POST", "{module}/{id}/actions/change_owner", "change_owner.CREATE") {
      try $0.changeOwner(of: $0.relatedID())
    },
    CRMRoute("POST", "{module}/actions/change_owner", "change_owner.CREATE") {
      try $0.changeOwner(of: nil)
    },
    CRMRoute("POST", "{module}/actions/mass_change_owner", "change_owner.CREATE") {
      try $0.massChangeOwner()
    },
    CRMRoute("GET", "{module}/actions/mass_change_owner", "change_owner.READ") {
      .json(200, ["data": [.object(try $0.job("mass_change_owner"))]])
    },
  ]

  private func changeOwner(of id: Int64?) throws -> ZohoReply {
    let module = try ownedModule()
    let body = try body()
    let owner = try newOwner(body)
    let related = try relatedModules(body)
    if let id {
      try requireRecord(module, id)
      do {
        try give(id, in: module, to: owner, with: related)
      } catch RowOutcome.refused(let row, let status) {
        return .json(status, row)
      }
      return .json(
        200,
        [
          "code": "SUCCESS", "details": ["id": .string(String(id))],
          "message": "owner is successfully updated", "status": "success",
        ])
    }
    let outcomes = try bodyIDs(body, atMost: 500).map { text in
      try outcome {
        guard let id = Int64(text), try recordExists(id, in: module) else {
          return .failure("INVALID_DATA", "the id given seems to be invalid", ["id": .string(text)])
        }
        try give(id, in: module, to: owner, with: related)
        return .success("owner is successfully updated", details: ["id": .string(text)])
      }
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  private func massChangeOwner() throws -> ZohoReply {
    let module = try ownedModule()
    let body = try body()
    guard body["cvid"] != nil else { throw Refusal.crmMissing("cvid", "$.cvid") }
    let owner = try newOwner(body)
    var updated = 0
    let ids = try viewed(body, module)
    for id in ids {
      let result = try outcome {
        try give(id, in: module, to: owner, with: [])
        return .done(.null)
      }
      if case .done = result { updated += 1 }
    }
    let job = try keepJob(
      "mass_change_owner", module.apiName,
      [
        "Status": "COMPLETED", "Failed_Count": JSONValue(ids.count - updated),
        "Not_Updated_Count": 0, "Updated_Count": JSONValue(updated),
        "Total_Count": JSONValue(ids.count),
      ])
    return .json(
      202,
      [
        "data": [
          [
            "code": "SCHEDULED", "details": ["job_id": .string(job)],
            "message": "change owner is successfully scheduled", "status": "success",
          ]
        ]
      ])
  }

  private func ownedModule() throws -> CRMModule {
    let module = try module()
    guard module.apiName != "Notes" else {
      throw Refusal.crm(
        400, "NOT_SUPPORTED", "the module given is not supported",
        details: ["resource_path_index": 0])
    }
    try caller.require("ZohoCRM.change_owner.CREATE")
    return module
  }

  private func newOwner(_ body: JSONObject) throws -> Int64 {
    guard let owner = body["owner"] else { throw Refusal.crmMissing("owner", "$.owner") }
    guard owner.objectValue != nil else {
      throw Refusal.crmInvalid("owner", "$.owner", expected: "jsonobject")
    }
    guard let id = owner["id"] else { throw Refusal.crmMissing("id", "$.owner.id") }
    guard let number = id.idText.flatMap(Int64.init), users.contains(number) else {
      throw Refusal.crmInvalid("id", "$.owner.id", "the id given seems to be invalid")
    }
    return number
  }

  private func relatedModules(_ body: JSONObject) throws -> [CRMModule] {
    try (body["related_modules"]?.arrayValue ?? []).enumerated().map { index, value in
      let path = "$.related_modules[\(index)].api_name"
      guard let name = value["api_name"]?.stringValue else {
        throw Refusal.crmMissing("api_name", path)
      }
      guard ["Tasks", "Events", "Calls", "Contacts", "Deals"].contains(name),
        let module = metadata.module(name)
      else {
        throw Refusal.crm(
          400, "NOT_SUPPORTED", "the related module given is not supported",
          details: ["api_name": "api_name", "json_path": .string(path)])
      }
      return module
    }
  }

  func recordExists(_ id: Int64, in module: CRMModule) throws -> Bool {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM \(module.table) WHERE id = ?"), arguments: [id]) != nil
  }

  /// Gives a record to another owner, and with it what hangs on it in the modules named.
  private func give(
    _ id: Int64, in module: CRMModule, to owner: Int64, with related: [CRMModule]
  ) throws {
    let writer = try RecordWriter(module, self)
    guard let old = try writer.draft(id) else { return }
    try writer.requireOpen(old, action: "change_owner")
    try writer.set(
      [("Owner", owner.databaseValue)], of: old, "owner_reassigned",
      [
        "automation_details": [
          "type": "user_assignment",
          "owner": ["new": users.reference(owner), "old": users.reference(old.number("Owner"))],
        ]
      ])
    for other in related {
      let lookups = metadata.fields(of: other.apiName).filter {
        $0.lookupModule == module.apiName || $0.dataType == .relatedTo
      }
      for lookup in lookups {
        let hanging = try Int64.fetchAll(
          db, sql: "SELECT id FROM \(other.table) WHERE \(lookup.column) = ?", arguments: [id])
        for record in hanging { try give(record, in: other, to: owner, with: []) }
      }
    }
  }
}
