import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/convert-lead.html
extension CRMCall {
  static let conversionRoutes = [
    CRMRoute("POST", "Leads/{id}/actions/convert", "modules.leads.CREATE") {
      try $0.convert().costing(5)
    },
    CRMRoute("GET", "Leads/{id}/__conversion_options", "modules.leads.READ") {
      try $0.conversionOptions()
    },
    CRMRoute("POST", "Leads/actions/mass_convert", "mass_convert.leads.CREATE") {
      try $0.massConvert()
    },
    CRMRoute("GET", "Leads/actions/mass_convert", "mass_convert.leads.READ") {
      .json(200, ["data": [.object(try $0.job("mass_convert"))]])
    },
  ]

  private func leads() throws -> RecordWriter {
    guard let module = metadata.module("Leads") else { throw Refusal.crmUnknownModule(0) }
    return try RecordWriter(module, self)
  }

  /// The lead of the path, if it can still be converted.
  private func openLead(_ writer: RecordWriter) throws -> RecordDraft {
    let id = try relatedID()
    guard let lead = try writer.draft(id) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["resource_path_index": 1])
    }
    guard lead.number("Converted__s") != 1 else {
      throw Refusal.crm(
        400, "ID_ALREADY_CONVERTED", "id already converted", details: ["resource_path_index": 1])
    }
    guard lead.number("Locked__s") != 1 else {
      throw Refusal.crm(
        400, "RECORD_LOCKED",
        "Sorry, you cannot perform this operation as the record is locked.",
        details: ["resource_path_index": 1])
    }
    return lead
  }

  private func convert() throws -> ZohoReply {
    let writer = try leads()
    let lead = try openLead(writer)
    let wishes = request.body.isEmpty ? [:] : try rows(body(), atMost: 1)[0]
    if let owner = wishes["assign_to"] {
      guard let id = owner["id"]?.idText.flatMap(Int64.init), users.contains(id) else {
        let refused = RowOutcome.failure(
          "INVALID_DATA", "the id given seems to be invalid",
          ["api_name": "id", "json_path": "$.data[0].assign_to.id"])
        throw Refusal(RowOutcome.reply([refused], success: 200))
      }
    }
    let result: LeadConversion.Result
    do {
      result = try LeadConversion(self, writer, lead, wishes).run()
    } catch let refused as RowOutcome {
      // A refusal leaves the transaction, so that no half of a conversion stays.
      throw Refusal(RowOutcome.reply([refused], success: 200))
    }
    func reference(_ name: String, _ id: Int64?) throws -> JSONValue {
      guard let id, let module = metadata.module(name) else { return .null }
      return ["name": JSONValue(try recordName(id, in: module)), "id": .string(String(id))]
    }
    let done = RowOutcome.success(
      "The record has been converted successfully",
      details: [
        "Contacts": try reference("Contacts", result.contact),
        "Deals": try reference("Deals", result.deal),
        "Accounts": try reference("Accounts", result.account),
      ])
    return RowOutcome.reply([done], success: 200)
  }

  // MARK: Options

  /// Contacts and accounts that the lead could become part of.
  private func conversionOptions() throws -> ZohoReply {
    let writer = try leads()
    let lead = try openLead(writer)
    let contacts = try matches("Contacts", "Email", lead["Email"])
    let accounts = try matches("Accounts", "Account_Name", lead["Company"])
    let preference: JSONValue = [
      "Contacts": matched("Email", of: "Contacts", contacts, lead.text("Email")),
      "Accounts": matched("Account_Name", of: "Accounts", accounts, lead.text("Company")),
    ]
    let several = metadata.modules.filter { module in
      metadata.layouts.count { $0.module == module.apiName } > 1
    }
    return .json(
      200,
      [
        "__conversion_options": [
          "module_preference": nil, "Contacts": contacts, "Deals": nil, "Accounts": accounts,
          "preference_field_matched_value": preference,
          "modules_with_multiple_layouts": .array(
            several.map { ["api_name": .string($0.apiName), "id": .string($0.id)] }),
        ]
      ])
  }

  private func matched(
    _ name: String, of module: String, _ found: JSONValue, _ value: String?
  ) -> JSONValue {
    guard !found.isNull, let field = metadata.field(name, of: module) else { return .null }
    return [
      [
        "field": [
          "api_name": .string(field.apiName), "field_label": .string(field.label),
          "unique": JSONValue(field.isUnique), "id": .string(field.id),
        ], "matched_lead_value": JSONValue(value),
      ]
    ]
  }

  private func matches(
    _ name: String, _ field: String, _ value: DatabaseValue
  ) throws -> JSONValue {
    guard !value.isNull, let module = metadata.module(name) else { return .null }
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM \(module.table) WHERE \"\(field)\" = ? ORDER BY id LIMIT 100",
      arguments: [value])
    guard !ids.isEmpty else { return .null }
    let writer = try RecordWriter(module, self)
    return .array(
      try ids.compactMap { id in
        guard let draft = try writer.draft(id) else { return nil }
        let isLocked = draft.number("Locked__s") == 1
        var object: JSONObject = [
          "$approval_state": "approved", "$editable": JSONValue(!isLocked),
          "Locked__s": JSONValue(isLocked), "id": .string(String(id)),
        ]
        if name == "Accounts" {
          for text in ["Account_Name", "Phone", "Account_Type", "Website"] {
            object[text] = JSONValue(draft.text(text))
          }
        } else {
          object["Full_Name"] = JSONValue(draft.text("Full_Name"))
          object["Email"] = JSONValue(draft.text("Email"))
          object["Data_Processing_Basis"] = .null
          object["Layout"] =
            metadata.layout(of: name).map {
              ["name": .string($0.name), "id": .string($0.id)]
            } ?? .null
          object["Account_Name"] = try account(draft.number("Account_Name"))
        }
        return .object(object)
      })
  }

  private func account(_ id: Int64?) throws -> JSONValue {
    guard let id, let accounts = metadata.module("Accounts"),
      let account = try RecordWriter(accounts, self).draft(id)
    else { return .null }
    return [
      "id": .string(String(id)), "name": JSONValue(account.text("Account_Name")),
      "Locked__s": JSONValue(account.number("Locked__s") == 1),
    ]
  }

  // MARK: Many

  /// https://www.zoho.com/crm/developer/docs/api/v8/mass-convert.html
  private func massConvert() throws -> ZohoReply {
    let body = try body()
    let ids = try bodyIDs(body, atMost: 50)
    var wishes = body
    wishes["ids"] = nil
    wishes["add_to_existing_record"] = true
    if let owner = body["assign_to"]?["id"],
      owner.stringValue.flatMap(Int64.init).map(users.contains) != true
    {
      throw Refusal.crmInvalid("id", "$.assign_to.id", "the id given seems to be invalid")
    }
    let writer = try leads()
    var converted = 0
    var failed = 0
    for text in ids {
      guard let id = Int64(text), let lead = try writer.draft(id),
        lead.number("Converted__s") != 1
      else {
        failed += 1
        continue
      }
      do {
        try db.inSavepoint {
          _ = try LeadConversion(self, writer, lead, .object(wishes)).run()
          return .commit
        }
        converted += 1
      } catch is RowOutcome {
        failed += 1
      }
    }
    let job = try keepJob(
      "mass_convert", "Leads",
      [
        "Status": "COMPLETED", "Total_Count": JSONValue(ids.count),
        "Converted_Count": JSONValue(converted), "Not_Converted_Count": 0,
        "Failed_Count": JSONValue(failed),
      ])
    return .json(
      202,
      [
        "code": "SCHEDULED", "details": ["job_id": .string(job)],
        "message": "The bulk convert has been scheduled successfully", "status": "success",
      ])
  }
}
