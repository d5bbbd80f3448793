import GRDB

/// Single settings of the organization: the fiscal year, and what counts as a duplicate lead.
extension CRMCall {
  private static let duplicates = "settings/duplicate_check_preference"
  private static let duplicateScope = "settings.duplicate_check_preference"

  static let preferenceRoutes = [
    CRMRoute("GET", "settings/fiscal_year", "settings.fiscal_year.READ") {
      .json(200, ["fiscal_year": .object(try $0.fiscalYear())])
    },
    CRMRoute("PUT", "settings/fiscal_year", "settings.fiscal_year.UPDATE") {
      try $0.updateFiscalYear()
    },
    CRMRoute("GET", duplicates, "\(duplicateScope).READ") { try $0.duplicateCheck() },
    CRMRoute("POST", duplicates, "\(duplicateScope).CREATE") {
      try $0.saveDuplicateCheck(isNew: true)
    },
    CRMRoute("PUT", duplicates, "\(duplicateScope).UPDATE") {
      try $0.saveDuplicateCheck(isNew: false)
    },
    CRMRoute("DELETE", duplicates, "\(duplicateScope).DELETE") {
      try $0.deleteDuplicateCheck()
    },
  ]

  // MARK: The fiscal year

  private static let fiscalYearID = "4150868000000029001"
  private static let months = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER",
  ]

  /// https://www.zoho.com/crm/developer/docs/api/v8/get-fiscal-year.html
  private func fiscalYear() throws -> JSONObject {
    if let saved = try SettingsTable(self).all(.fiscalYear).first { return saved.content }
    return [
      "calendar_type": "gregorian", "display_based_on": "start_month", "surplus_week": nil,
      "start_month": "JANUARY", "interval_display_option": nil,
      "id": .string(Self.fiscalYearID), "structure": nil, "past_surplus_weeks": nil,
      "start_date": nil,
    ]
  }

  private func updateFiscalYear() throws -> ZohoReply {
    guard let given = try body()["fiscal_year"]?.objectValue else {
      throw Refusal.crmMissing("fiscal_year", "$.fiscal_year")
    }
    let supported: [String: (values: [String], problem: String)] = [
      "start_month": (Self.months, "Please give a valid month"),
      "display_based_on": (
        ["start_month", "end_month"], "Please give a valid display based on"
      ),
      "calendar_type": (["gregorian", "custom"], "Please give a valid calendar type"),
      "interval_display_option": (
        ["year", "quarter"], "Please give a valid interval_display_option"
      ),
    ]
    var year = try fiscalYear()
    for member in given.members where year.contains(member.name) && member.name != "id" {
      if let (values, problem) = supported[member.name],
        member.value.stringValue.map(values.contains) != true
      {
        let refused = RowOutcome.failure(
          "INVALID_DATA", problem,
          [
            "api_name": .string(member.name),
            "json_path": .string("$.fiscal_year.\(member.name)"),
            "supported_values": .array(values.map(JSONValue.string)),
          ])
        guard case .refused(let row, let status) = refused else { continue }
        return .json(status, ["fiscal_year": row])
      }
      year[member.name] = member.value
    }
    try SettingsTable(self).save(.fiscalYear, Self.fiscalYearID, year)
    try logSetting(.changed, "fiscal_year", Self.fiscalYearID, given)
    return .json(
      200,
      [
        "fiscal_year": [
          "code": "SUCCESS", "details": ["id": .string(Self.fiscalYearID)],
          "message": "Fiscal Year updated successfully", "status": "success",
        ]
      ])
  }

  // MARK: Duplicate leads

  /// Only leads have this preference.
  private func requireLeads() throws {
    let module = try settingsModule()
    guard module.apiName == "Leads" else {
      throw Refusal.crm(
        400, "NOT_SUPPORTED", "The feature not avilable in the given module.",
        details: ["param_name": "module"])
    }
  }

  private func savedDuplicateCheck() throws -> JSONObject? {
    try SettingsTable(self).all(.duplicateCheck, of: "Leads").first?.content
  }

  /// https://www.zoho.com/crm/developer/docs/api/v8/get-duplicate-check-preference.html
  private func duplicateCheck() throws -> ZohoReply {
    try requireLeads()
    guard let saved = try savedDuplicateCheck() else { return .empty(204) }
    return .json(200, ["duplicate_check_preference": .object(saved)])
  }

  private func saveDuplicateCheck(isNew: Bool) throws -> ZohoReply {
    try requireLeads()
    guard let given = try body()["duplicate_check_preference"] else {
      throw Refusal.crmMissing(
        "duplicate_check_preference", "$.duplicate_check_preference")
    }
    let path = "$.duplicate_check_preference"
    let types = ["converted_records", "mapped_module_records"]
    guard let type = given["type"]?.stringValue else {
      throw Refusal.crmMissing("type", "\(path).type")
    }
    guard types.contains(type) else {
      throw Refusal.crmInvalid(
        "type", "\(path).type", "invalid data",
        ["supported_values": .array(types.map(JSONValue.string))])
    }
    if isNew, try savedDuplicateCheck() != nil {
      throw Refusal.crm(400, "ALREADY_CONFIGURED", "already configured.")
    }
    let configurations = given["type_configurations"]?.arrayValue ?? []
    guard type == "converted_records" || !configurations.isEmpty else {
      throw Refusal.crm(
        400, "DEPENDENT_FIELD_MISSING", "Dependent field missing",
        details: [
          "api_name": "type_configurations",
          "json_path": .string("\(path).type_configurations"),
        ])
    }
    try SettingsTable(self).save(
      .duplicateCheck, "Leads", of: "Leads",
      ["type": .string(type), "type_configurations": .array(configurations)])
    try logSetting(
      isNew ? .created : .changed, "duplicate_check_preference", "Leads",
      ["type": .string(type)])
    return duplicateReply("duplicate check preference configured successfully")
  }

  private func deleteDuplicateCheck() throws -> ZohoReply {
    try requireLeads()
    try SettingsTable(self).delete(.duplicateCheck, "Leads")
    try logSetting(.deleted, "duplicate_check_preference", "Leads")
    return duplicateReply("duplicate check preference deleted successfully")
  }

  private func duplicateReply(_ message: String) -> ZohoReply {
    .json(
      200,
      [
        "duplicate_check_preference": [
          "code": "SUCCESS", "details": [:], "message": .string(message), "status": "success",
        ]
      ])
  }
}
