import GRDB

/// Modules of the organization's own.
/// https://www.zoho.com/crm/developer/docs/api/v8/create-module.html
extension CRMCall {
  static let moduleRoutes = [
    CRMRoute("POST", "settings/modules", "settings.modules.CREATE") {
      try $0.createModule().costing(500)
    },
    CRMRoute("PUT", "settings/modules", "settings.modules.UPDATE") { try $0.updateModules() },
    CRMRoute("PUT", "settings/modules/{name}", "settings.modules.UPDATE") {
      try $0.updateModules()
    },
  ]

  private func createModule() throws -> ZohoReply {
    try settingOutcomes("modules", settingRows("modules", atMost: 1), success: 201) { row, path in
      let singular = try path.text("singular_label", of: row, atMost: 25)
      let plural = try path.text("plural_label", of: row, atMost: 25)
      let apiName = try path.text("api_name", of: row, atMost: 50)
      let isWellFormed =
        apiName.first?.isLetter == true
        && apiName.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      guard isWellFormed else { throw path.invalid("api_name") }
      guard CRMRoutes.isModule(apiName) else {
        throw path.failure(
          "RESERVED_KEYWORD_NOT_ALLOWED", "reserved keyword not allowed", "api_name")
      }
      guard !metadata.modules.contains(where: { $0.apiName.lowercased() == apiName.lowercased() })
      else { throw path.duplicate("api_name") }
      guard
        !metadata.modules.contains(where: {
          $0.pluralLabel == plural || $0.singularLabel == singular
        })
      else { throw path.duplicate("plural_label") }
      guard let profiles = row["profiles"]?.arrayValue, !profiles.isEmpty else {
        throw path.missing("profiles")
      }
      let known = try SettingsTable(self).profiles().map(\.id)
      for (index, profile) in profiles.enumerated()
      where profile["id"]?.idText.map(known.contains) != true {
        throw path.unknownID("profiles[\(index)].id")
      }
      let label = row["display_field"]?["field_label"]?.stringValue ?? "\(singular) Name"
      let id = try install(apiName, singular, plural, nameLabel: label)
      try logSetting(.created, "modules", id, ["api_name": .string(apiName)])
      return .success("module created successfully", details: ["id": .string(id)])
    }
  }

  /// Makes the module with its table, a layout, views and the lists of notes and activities.
  private func install(
    _ apiName: String, _ singular: String, _ plural: String, nameLabel: String
  ) throws -> String {
    let section = "\(singular) Information"
    let module = CRMModule(
      id: try RecordIDs.next(.crm, db), apiName: apiName, singularLabel: singular,
      pluralLabel: plural, nameField: "Name", duplicateCheckField: "Name", isAPISupported: true,
      sequence: (metadata.modules.map(\.sequence).max() ?? 0) + 1, isCustom: true)
    try module.insert(db)
    var fields =
      [
        CRMField("id", "ID", .bigint, readOnly: true),
        CRMField("Name", nameLabel, .text, length: 120, required: true, in: section),
      ] + StandardModule.common(singular)
      + [CRMField("Email", "Email", .email, in: section)] + StandardModule.system
    for index in fields.indices {
      fields[index].id = try RecordIDs.next(.crm, db)
      fields[index].module = apiName
      fields[index].sequence = index + 1
      for value in fields[index].pickList.indices {
        fields[index].pickList[value].id = try RecordIDs.next(.crm, db)
      }
      try fields[index].insert(db)
    }
    try CRMLayout(
      id: try RecordIDs.next(.crm, db), module: apiName, name: "Standard",
      sections: [
        CRMLayout.Section(id: try RecordIDs.next(.crm, db), name: section, sequence: 1)
      ]
    ).insert(db)
    let views: [(String, String, CRMCustomView.Filter)] = [
      ("All \(plural)", "ALLVIEWS", .all), ("My \(plural)", "MYVIEWS", .mine),
    ]
    for (index, (name, systemName, filter)) in views.enumerated() {
      try CRMCustomView(
        id: try RecordIDs.next(.crm, db), module: apiName, name: name, systemName: systemName,
        isDefault: filter == .all, filter: filter, fields: ["Owner", "Name"],
        sequence: metadata.customViews.count + index
      ).insert(db)
    }
    try installLists(of: apiName)
    try RecordTables.create(module, fields: fields, db)
    return module.id
  }

  private func installLists(of module: String) throws {
    let lists: [(String, String, String)] = [
      ("Notes", "Notes", "Parent_Id"), ("Tasks", "Tasks", "What_Id"),
      ("Events", "Meetings", "What_Id"), ("Calls", "Calls", "What_Id"),
    ]
    for (index, (apiName, label, lookup)) in lists.enumerated() {
      try CRMRelatedList(
        id: try RecordIDs.next(.crm, db), module: module, apiName: apiName, label: label,
        members: [CRMRelatedList.Member(module: apiName, lookup: lookup)], activities: nil,
        sequence: metadata.relatedLists.count + index
      ).insert(db)
    }
  }

  private func updateModules() throws -> ZohoReply {
    try settingOutcomes("modules", settingRows("modules", atMost: 100), success: 200) {
      row, path in
      guard let wanted = parameters["name"] ?? row["id"]?.idText else {
        throw path.missing("id")
      }
      guard
        var module = metadata.modules.first(where: {
          ($0.id == wanted || $0.apiName == wanted) && $0.isAPISupported
        })
      else {
        if parameters["name"] != nil { throw Refusal.crmUnknownModule(2) }
        throw path.unknownID("id")
      }
      let singular = try path.optionalText("singular_label", of: row, atMost: 25)
      let plural = try path.optionalText("plural_label", of: row, atMost: 25)
      guard singular != nil || plural != nil || row["profiles"] != nil else {
        throw RowOutcome.failure(
          "EXPECTED_FIELD_MISSING", "expected field not found",
          [
            "expected_fields": .array(
              ["singular_label", "plural_label", "profiles"].map {
                ["api_name": .string($0), "json_path": .string("\(path.text).\($0)")]
              })
          ])
      }
      if let plural,
        metadata.modules.contains(where: { $0.pluralLabel == plural && $0.id != module.id })
      {
        throw path.duplicate("plural_label")
      }
      module.singularLabel = singular ?? module.singularLabel
      module.pluralLabel = plural ?? module.pluralLabel
      try module.update(db)
      try logSetting(
        .changed, "modules", module.id, ["plural_label": .string(module.pluralLabel)])
      return .success("module updated successfully", details: ["id": .string(module.id)])
    }
  }
}
