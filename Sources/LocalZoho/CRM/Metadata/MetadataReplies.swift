/// How Zoho describes the organization's parts.
struct MetadataReplies {
  private let metadata: CRMMetadata

  init(_ metadata: CRMMetadata) { self.metadata = metadata }

  func module(named name: String) -> CRMModule? { metadata.module(name) }

  func layoutAssociations(of module: CRMModule) -> JSONValue {
    .array(
      metadata.layouts.filter { $0.module == module.apiName }.map {
        ["name": .string($0.name), "id": .string($0.id), "api_name": .string($0.name)]
      })
  }

  static func module(_ module: CRMModule) -> JSONValue {
    let isTab = module.apiName != "Notes"
    return [
      "global_search_supported": true, "deletable": true, "description": nil, "creatable": true,
      "inventory_template_supported": false, "modified_time": nil,
      "plural_label": .string(module.pluralLabel), "presence_sub_menu": JSONValue(isTab),
      "triggers_supported": true, "id": .string(module.id),
      "isBlueprintSupported": JSONValue(isTab), "visible": true, "visibility": 1,
      "convertable": JSONValue(module.apiName == "Leads"), "editable": true,
      "emailTemplate_support": JSONValue(isTab), "profiles": [], "filter_supported": true,
      "show_as_tab": JSONValue(isTab), "web_link": nil,
      "sequence_number": JSONValue(module.sequence),
      "singular_label": .string(module.singularLabel), "viewable": true, "api_supported": true,
      "api_name": .string(module.apiName), "quick_create": JSONValue(isTab), "modified_by": nil,
      "generated_type": "default", "feeds_required": false, "arguments": [],
      "module_name": .string(module.pluralLabel), "business_card_field_limit": 5,
      "parent_module": [:], "status": "visible",
    ]
  }

  func relatedList(_ list: CRMRelatedList) -> JSONValue {
    let target = list.members.count == 1 ? metadata.module(list.members[0].module) : nil
    let fields =
      target.map { metadata.fields(of: $0.apiName) }?.filter { !$0.apiName.hasPrefix("$") } ?? []
    return [
      "id": .string(list.id), "sequence_number": .string(String(list.sequence)),
      "display_label": .string(list.label), "api_name": .string(list.apiName),
      "module": target.map { ["api_name": .string($0.apiName), "id": .string($0.id)] } ?? .null,
      "name": .string(list.label), "action": nil,
      "href": .string("\(list.module)/{ENTITYID}/\(list.apiName)"), "type": "default",
      "connectedmodule": nil, "linkingmodule": nil, "customize_sort": false,
      "customize_fields": false, "customize_display_label": false, "sort_by": nil,
      "sort_order": nil,
      "fields": .array(
        fields.map { ["api_name": .string($0.apiName), "id": .string($0.id)] }),
      "status": "visible",
    ]
  }

  func customView(_ view: CRMCustomView, of module: CRMModule) -> JSONValue {
    let fields = view.fields.compactMap { metadata.field($0, of: module.apiName) }
    return [
      "display_value": .string(view.name), "system_name": .string(view.systemName),
      "category": "public_views", "created_time": nil, "modified_time": nil,
      "last_accessed_time": nil, "name": .string(view.name), "created_by": nil,
      "modified_by": nil,
      "module": ["api_name": .string(module.apiName), "id": .string(module.id)],
      "criteria": nil, "default": JSONValue(view.isDefault), "system_defined": true,
      "locked": false, "favorite": nil, "offline": true, "access_type": "public",
      "shared_to": nil,
      "fields": .array(
        fields.map { ["api_name": .string($0.apiName), "id": .string($0.id)] }),
      "sort_by": nil, "sort_order": nil, "id": .string(view.id),
    ]
  }

  func layout(_ layout: CRMLayout, of module: CRMModule) -> JSONValue {
    let fields = metadata.fields(of: module.apiName)
    return [
      "display_type": 0, "api_name": .string(layout.name), "has_more_profiles": false,
      "created_time": nil, "modified_time": nil, "visible": true, "source": "crm",
      "id": .string(layout.id), "name": .string(layout.name),
      "display_label": .string(layout.name), "status": "active", "show_business_card": true,
      "generated_type": "default", "created_for": nil, "convert_mapping": nil,
      "modified_by": nil, "profiles": [], "created_by": nil,
      "sections": .array(
        layout.sections.map { section in
          [
            "display_label": .string(section.name),
            "sequence_number": JSONValue(section.sequence), "isSubformSection": false,
            "tab_traversal": 2, "api_name": .string(section.name), "column_count": 2,
            "name": .string(section.name), "generated_type": "default",
            "id": .string(section.id), "type": "used",
            "fields": .array(
              fields.filter { $0.section == section.name }.map { field(inLayout: $0, of: module) }),
            "properties": nil,
          ]
        }),
    ]
  }

  private func field(inLayout field: CRMField, of module: CRMModule) -> JSONValue {
    guard var object = self.field(field, of: module).objectValue else { return .null }
    object["required"] = JSONValue(field.isRequired)
    object["validation_rule"] = .null
    return .object(object)
  }

  func pipeline(_ pipeline: CRMPipeline) -> JSONValue {
    let stages = metadata.field("Stage", of: "Deals")
    return [
      "display_value": .string(pipeline.name), "default": JSONValue(pipeline.isDefault),
      "maps": .array(
        pipeline.stages.enumerated().compactMap { index, name in
          stages?.pickListValue(name).map { map($0, sequence: index + 1) }
        }),
      "actual_value": .string(pipeline.name), "id": .string(pipeline.id),
      "child_available": false, "parent": nil,
    ]
  }

  private func map(_ value: PickListValue, sequence: Int) -> JSONValue {
    [
      "display_value": .string(value.displayValue), "sequence_number": JSONValue(sequence),
      "forecast_category": forecastCategory(value), "actual_value": .string(value.actualValue),
      "id": .string(value.id), "colour_code": JSONValue(value.colour),
      "forecast_type": JSONValue(value.stage?.forecastType),
    ]
  }

  func forecastCategory(_ value: PickListValue) -> JSONValue {
    value.stage.map {
      ["name": .string($0.forecastCategory), "id": .string($0.forecastCategoryID)]
    } ?? .null
  }
}
