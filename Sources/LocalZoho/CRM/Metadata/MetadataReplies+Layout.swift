extension MetadataReplies {
  /// https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html
  func layout(_ layout: CRMLayout, of module: CRMModule) -> JSONValue {
    let fields = metadata.fields(of: module.apiName)
    return [
      "api_name": .string(apiName(layout.name)), "has_more_profiles": false, "created_time": nil,
      "modified_time": nil, "visible": true, "source": "crm", "id": .string(layout.id),
      "name": .string(layout.name), "display_label": .string(layout.name),
      "status": layout.terms?.isActive == false ? "inactive" : "active",
      "show_business_card": true, "generated_type": "system", "created_for": nil,
      "convert_mapping": nil, "modified_by": nil, "created_by": nil,
      "profiles": .array(CRMProfile.all.map { profile($0, of: layout) }),
      "actions_allowed": [
        "edit": true, "rename": true, "clone": true, "downgrade": false, "delete": false,
        "deactivate": false, "set_layout_permissions": true,
      ],
      "sections": .array(
        layout.sections.map { section in
          self.section(
            section,
            fields.filter {
              $0.section == section.name && layout.terms?.hidden.contains($0.apiName) != true
            }, in: layout, of: module)
        }),
    ]
  }

  private func section(
    _ section: CRMLayout.Section, _ fields: [CRMField], in layout: CRMLayout,
    of module: CRMModule
  ) -> JSONValue {
    [
      "display_label": .string(section.name), "sequence_number": JSONValue(section.sequence),
      "isSubformSection": false, "tab_traversal": "left_to_right", "mode": "all",
      "api_name": .string(apiName(section.name)), "column_count": 2,
      "name": .string(section.name), "generated_type": "default", "id": .string(section.id),
      "type": "used",
      "actions_allowed": [
        "add_field": true, "rename": true, "change_tab_traversal": true, "reorder": true,
        "delete": false, "remove_field": true, "change_column_count": true,
      ],
      "fields": .array(fields.map { field($0, in: layout, of: module) }), "properties": nil,
    ]
  }

  private func field(
    _ field: CRMField, in layout: CRMLayout, of module: CRMModule
  ) -> JSONValue {
    guard var object = self.field(field, of: module).objectValue else { return .null }
    let isRequired =
      field.isRequired || layout.terms?.required.contains(field.apiName) == true
    object["required"] = JSONValue(isRequired)
    if let offered = layout.terms?.pickLists[field.apiName] {
      object["pick_list_values"] = .array(
        (object["pick_list_values"]?.arrayValue ?? []).filter {
          $0["actual_value"]?.stringValue.map(offered.contains) ?? true
        })
    }
    object["pick_list_values"] = .array(
      (object["pick_list_values"]?.arrayValue ?? []).map(withMaps))
    object["validation_rule"] = .null
    return .object(object)
  }

  /// In a layout every choice says which choices of another list it allows.
  private func withMaps(_ choice: JSONValue) -> JSONValue {
    guard var object = choice.objectValue, !object.contains("maps") else { return choice }
    object["maps"] = []
    return .object(object)
  }

  private func apiName(_ name: String) -> String {
    String(name.map { $0 == " " ? "_" : $0 })
  }

  private func profile(_ profile: CRMProfile, of layout: CRMLayout) -> JSONValue {
    let view: JSONValue = [
      "name": .string(layout.name), "id": .string(layout.id), "type": "layout",
    ]
    return [
      "default": true, "name": .string(profile.name), "id": .string(profile.id),
      "_default_view": view, "_default_assignment_view": view,
    ]
  }
}
