import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/update-layout.html
extension CRMCall {
  static let layoutRoutes = [
    CRMRoute("PATCH", "settings/layouts", "settings.layouts.UPDATE") { try $0.updateLayouts() },
    CRMRoute("PATCH", "settings/layouts/{id}", "settings.layouts.UPDATE") {
      try $0.updateLayouts()
    },
    CRMRoute("DELETE", "settings/layouts/{id}", "settings.layouts.DELETE") {
      try $0.deleteLayout()
    },
    CRMRoute("POST", "settings/layouts/{id}/actions/activate", "settings.layouts.UPDATE") {
      try $0.activate(true)
    },
    CRMRoute("DELETE", "settings/layouts/{id}/actions/activate", "settings.layouts.UPDATE") {
      try $0.activate(false)
    },
    CRMRoute("PUT", "settings/custom_views/actions/change_sort", "settings.custom_views.UPDATE") {
      try $0.changeSort()
    },
    CRMRoute(
      "PUT", "settings/custom_views/{id}/actions/change_sort", "settings.custom_views.UPDATE"
    ) { try $0.changeSort() },
  ]

  private func updateLayouts() throws -> ZohoReply {
    let module = try settingsModule()
    return try settingOutcomes("layouts", settingRows("layouts", atMost: 1), success: 200) {
      row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      guard
        var layout = metadata.layouts.first(where: { $0.id == id && $0.module == module.apiName })
      else {
        if parameters["id"] != nil { throw unknownSetting() }
        throw path.unknownID("id")
      }
      if let name = try path.optionalText("name", of: row, atMost: 50) {
        let isKnown = metadata.layouts.contains {
          $0.module == module.apiName && $0.name == name && $0.id != id
        }
        guard !isKnown else { throw path.duplicate("name") }
        layout.name = name
      }
      for (index, section) in (row["sections"]?.arrayValue ?? []).enumerated() {
        let place = SettingPath(text: "\(path.text).sections[\(index)]")
        try change(&layout, section, place)
      }
      try layout.update(db)
      try logSetting(.changed, "layouts", id, ["name": .string(layout.name)])
      return .success("layout updated", details: ["id": .string(id)])
    }
  }

  /// Whether a section's fields are required, or shown at all, in this layout.
  private func change(
    _ layout: inout CRMLayout, _ section: JSONValue, _ path: SettingPath
  ) throws {
    guard let id = section["id"]?.idText else { throw path.missing("id") }
    guard layout.sections.contains(where: { $0.id == id }) else { throw path.unknownID("id") }
    var terms = layout.terms ?? CRMLayout.Terms()
    for (index, row) in (section["fields"]?.arrayValue ?? []).enumerated() {
      let place = SettingPath(text: "\(path.text).fields[\(index)]")
      guard let fieldID = row["id"]?.idText else { throw place.missing("id") }
      guard let field = metadata.fields(of: layout.module).first(where: { $0.id == fieldID })
      else { throw place.unknownID("id") }
      if row["_delete"] != nil {
        guard !field.isRequired else {
          throw place.failure("NOT_ALLOWED", "a required field cannot be removed", "_delete")
        }
        terms.hidden.append(field.apiName)
        terms.required.removeAll { $0 == field.apiName }
      } else if let isRequired = row["required"]?.boolValue {
        terms.required.removeAll { $0 == field.apiName }
        if isRequired { terms.required.append(field.apiName) }
        terms.hidden.removeAll { $0 == field.apiName }
      }
    }
    layout.terms = terms
  }

  private func layoutOfPath() throws -> CRMLayout {
    let module = try settingsModule()
    let id = parameters["id"]
    guard
      let layout = metadata.layouts.first(where: { $0.id == id && $0.module == module.apiName })
    else { throw unknownSetting() }
    return layout
  }

  /// Records of a layout that goes need another.
  private func heir(of layout: CRMLayout) throws -> CRMLayout {
    guard layout.id != metadata.layout(of: layout.module)?.id else {
      throw Refusal.crm(
        400, "NOT_ALLOWED", "the standard layout cannot be deleted or deactivated",
        details: ["id": .string(layout.id)])
    }
    guard let target = request.query["transfer_to"] else {
      throw Refusal.crm(
        400, "REQUIRED_PARAM_MISSING", "One of the expected parameter is missing",
        details: ["param_name": "transfer_to"])
    }
    guard
      let heir = metadata.layouts.first(where: {
        $0.id == target && $0.module == layout.module && $0.id != layout.id
      })
    else { throw Refusal.crmInvalidParameter("transfer_to") }
    return heir
  }

  private func moveRecords(of layout: CRMLayout, to heir: CRMLayout) throws {
    let table = CRMModule.table(layout.module)
    let ids = [Int64(heir.id), Int64(layout.id)]
    if layout.module == "Deals" {
      let used = try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM \(table) WHERE \"Layout\" = ?", arguments: [ids[1]])
      guard used == 0 else {
        throw Refusal.crm(
          400, "NOT_ALLOWED", "transfer the deals of its pipelines first",
          details: ["id": .string(layout.id)])
      }
    }
    try db.execute(
      sql: "UPDATE \(table) SET \"Layout\" = ? WHERE \"Layout\" = ?",
      arguments: StatementArguments(ids))
  }

  private func deleteLayout() throws -> ZohoReply {
    let layout = try layoutOfPath()
    try moveRecords(of: layout, to: heir(of: layout))
    try db.execute(sql: "DELETE FROM crm_pipelines WHERE layoutID = ?", arguments: [layout.id])
    try layout.delete(db)
    try logSetting(.deleted, "layouts", layout.id, ["name": .string(layout.name)])
    return RowOutcome.reply(
      [.success("layout deleted", details: ["id": .string(layout.id)])], success: 200,
      under: "layouts")
  }

  private func activate(_ isActive: Bool) throws -> ZohoReply {
    var layout = try layoutOfPath()
    if !isActive { try moveRecords(of: layout, to: heir(of: layout)) }
    var terms = layout.terms ?? CRMLayout.Terms()
    terms.isActive = isActive
    layout.terms = terms
    try layout.update(db)
    try logSetting(.changed, "layouts", layout.id, ["active": JSONValue(isActive)])
    let message = isActive ? "layout activated successfully" : "layout deactivated successfully"
    return RowOutcome.reply(
      [.success(message, details: ["id": .string(layout.id)])], success: 200, under: "layouts")
  }

  /// https://www.zoho.com/crm/developer/docs/api/v8/change-sort-order-custom-views.html
  private func changeSort() throws -> ZohoReply {
    let module = try settingsModule()
    let rows = try settingRows("custom_views", atMost: 200)
    return try settingOutcomes("custom_views", rows, success: 200) { row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      guard
        var view = metadata.customViews.first(where: {
          $0.id == id && $0.module == module.apiName
        })
      else { throw path.unknownID("id") }
      guard let sort = row["sort_by"], !sort.isNull else { throw path.missing("sort_by") }
      let field = metadata.fields(of: module.apiName).first {
        $0.id == sort["id"]?.idText || $0.apiName == sort["api_name"]?.stringValue
      }
      guard let field else { throw path.invalid("sort_by") }
      guard let order = row["sort_order"]?.stringValue else { throw path.missing("sort_order") }
      guard ["asc", "desc"].contains(order) else { throw path.invalid("sort_order") }
      view.sortBy = field.apiName
      view.sortOrder = order
      try view.update(db)
      try logSetting(
        .changed, "custom_views", id,
        ["sort_by": .string(field.apiName), "sort_order": .string(order)])
      return .success("custom view sort order updated", details: ["id": .string(id)])
    }
  }
}
