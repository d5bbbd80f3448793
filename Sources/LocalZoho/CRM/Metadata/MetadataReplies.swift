/// How Zoho describes the organization's parts.
struct MetadataReplies {
  let metadata: CRMMetadata

  init(_ metadata: CRMMetadata) { self.metadata = metadata }

  func module(named name: String) -> CRMModule? { metadata.module(name) }

  func layoutAssociations(of module: CRMModule) -> JSONValue {
    .array(
      metadata.layouts.filter { $0.module == module.apiName }.map {
        ["name": .string($0.name), "id": .string($0.id), "api_name": .string($0.name)]
      })
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
      "status": "visible", "visible": true, "visibility": 1,
      "personality_name": .string(list.label),
      "field_enabled": true, "parent_related_lists": nil,
      "record_operations": [
        "edit": true, "create": true, "bulk_edit": false, "delete": true, "disassociate": false,
        "assign": false,
      ],
    ]
  }

  func customView(_ view: CRMCustomView, of module: CRMModule) -> JSONValue {
    let fields = view.fields.compactMap { metadata.field($0, of: module.apiName) }
    return [
      "display_value": .string(view.name), "system_name": .string(view.systemName),
      "category": "public_views", "created_time": nil, "modified_time": nil,
      "last_accessed_time": nil, "name": .string(view.name), "created_by": nil,
      "modified_by": nil,
      "module": [
        "api_name": .string(module.apiName), "name": .string(module.pluralLabel),
        "id": .string(module.id),
      ],
      "criteria": nil, "default": JSONValue(view.isDefault), "system_defined": true,
      "locked": false, "favorite": nil, "offline": true, "access_type": "public",
      "shared_to": nil,
      "fields": .array(
        fields.map { ["api_name": .string($0.apiName), "_pin": false, "id": .string($0.id)] }),
      "sort_by": view.sortBy.flatMap { metadata.field($0, of: module.apiName) }.map {
        ["api_name": .string($0.apiName), "id": .string($0.id)]
      } ?? .null, "sort_order": JSONValue(view.sortOrder), "id": .string(view.id),
    ]
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
