extension MetadataReplies {
  /// https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
  func field(_ field: CRMField, of module: CRMModule) -> JSONValue {
    let isWritable = !field.isReadOnly
    return [
      "associated_module": nil, "webhook": true,
      "operation_type": [
        "web_update": JSONValue(isWritable), "api_create": JSONValue(isWritable),
        "web_create": JSONValue(isWritable), "api_update": JSONValue(isWritable),
      ],
      "colour_code_enabled_by_system": JSONValue(field.apiName == "Stage"),
      "field_label": .string(field.label), "tooltip": nil, "type": "used",
      "column_name": .string(field.apiName.uppercased()),
      "field_read_only": JSONValue(field.isReadOnly),
      "customizable_properties": [], "display_label": .string(field.label),
      "display_type": -1, "ui_type": 1, "read_only": JSONValue(field.isReadOnly),
      "businesscard_supported": true, "blueprint_supported": JSONValue(isWritable),
      "profiles": profiles(field), "id": .string(field.id), "created_time": nil,
      "modified_time": nil,
      "email_parser": [
        "fields_update_supported": JSONValue(isWritable), "record_operations_supported": true,
      ], "quick_sequence_number": .string(String(field.sequence)), "show_type": 7,
      "view_type": [
        "view": true, "edit": JSONValue(isWritable), "quick_create": JSONValue(field.isRequired),
        "create": JSONValue(isWritable),
      ],
      "filterable": JSONValue(isFilterable(field)), "visible": true, "sortable": true,
      "available_in_user_layout": JSONValue(field.section != nil),
      "display_field": JSONValue(field.apiName == module.nameField),
      "searchable": true, "pick_list_values_sorted_lexically": false, "separator": false,
      "enable_colour_code": JSONValue(field.apiName == "Stage"),
      "mass_update": JSONValue(isWritable && !field.isReference),
      "json_type": .string(field.dataType.jsonType), "created_source": "default",
      "api_name": .string(field.apiName), "unique": unique(field),
      "history_tracking": nil, "history_tracking_enabled": JSONValue(field.apiName == "Stage"),
      "association_details": nil, "additional_column": nil, "allowed_modules": [], "crypt": nil,
      "external": nil, "hipaa_compliance": nil, "hipaa_compliance_enabled": false,
      "multi_module_lookup": multiModuleLookup(field), "number_separator": isNumber(field),
      "private": nil, "public": false, "range": nil, "refer_from_field": nil,
      "static_field": false, "subform": subform(field), "global_picklist": nil,
      "currency": currency(field),
      "data_type": .string(field.dataType.zohoName), "formula": [:],
      "category": 1, "decimal_place": decimalPlace(field), "multiselectlookup": [:],
      "rollup_summary": [:], "system_mandatory": JSONValue(field.isRequired),
      "custom_field": JSONValue(field.isCustom), "length": JSONValue(field.length),
      "lookup": lookup(field), "auto_number": [:], "default_value": JSONValue(field.defaultValue),
      "convert_mapping": [:], "sequence_number": JSONValue(field.sequence),
      "layout_associations": layoutAssociations(of: module), "virtual_field": false,
      "pick_list_values": .array(
        field.pickList.enumerated().map { pickListValue($1, sequence: $0 + 1, field) }),
    ]
  }

  private func profiles(_ field: CRMField) -> JSONValue {
    .array(
      CRMProfile.all.map {
        [
          "permission_type": field.isReadOnly ? "read_only" : "read_write",
          "name": .string($0.name), "id": .string($0.id),
        ]
      })
  }

  private func pickListValue(
    _ value: PickListValue, sequence: Int, _ field: CRMField
  ) -> JSONValue {
    var object: JSONObject = [
      "display_value": .string(value.displayValue), "sequence_number": JSONValue(sequence),
      "reference_value": .string(value.actualValue), "colour_code": JSONValue(value.colour),
      "actual_value": .string(value.actualValue),
      "id": .string(value.id), "type": "used",
    ]
    guard let stage = value.stage else { return .object(object) }
    object["probability"] = JSONValue(stage.probability)
    object["deal_category"] = .string(stage.dealCategory)
    object["forecast_category"] = forecastCategory(value)
    object["forecast_type"] = .string(stage.forecastType)
    object["maps"] = []
    return .object(object)
  }

  private func subform(_ field: CRMField) -> JSONValue {
    guard field.dataType == .subform else { return .null }
    return ["module": .string(field.apiName), "id": .string(field.id)]
  }

  private func isFilterable(_ field: CRMField) -> Bool {
    field.dataType != .textarea && field.dataType.storage != .json
  }

  private func unique(_ field: CRMField) -> JSONValue {
    field.isUnique ? ["casesensitive": "false"] : [:]
  }

  private func currency(_ field: CRMField) -> JSONValue {
    field.dataType == .currency
      ? ["rounding_option": "normal", "precision": JSONValue(field.decimalPlaces)] : [:]
  }

  private func isNumber(_ field: CRMField) -> JSONValue {
    JSONValue([.integer, .double, .currency].contains(field.dataType))
  }

  private func decimalPlace(_ field: CRMField) -> JSONValue {
    [.double, .currency, .percent].contains(field.dataType)
      ? JSONValue(field.decimalPlaces) : .null
  }

  /// What a lookup into several modules leads to: `What_Id`.
  private func multiModuleLookup(_ field: CRMField) -> JSONValue {
    guard field.dataType == .relatedTo else { return [:] }
    let targets = ["Leads", "Accounts", "Deals", "Products"].compactMap(module(named:))
    return [
      "display_label": .string(field.label), "api_name": .string(field.apiName),
      "modules": .array(
        targets.map {
          [
            "api_name": .string($0.apiName), "module_name": .string($0.pluralLabel),
            "id": .string($0.id),
          ]
        }),
    ]
  }

  private func lookup(_ field: CRMField) -> JSONValue {
    let target = field.lookupModule.flatMap(module(named:))
    switch field.dataType {
    case .lookup:
      guard let target else { return [:] }
      return lookup(target.pluralLabel, module: target.apiName, id: target.id)
    case .relatedTo, .parent:
      return lookup(field.label, module: "se_module", id: field.id)
    default: return [:]
    }
  }

  private func lookup(_ label: String, module name: String, id: String) -> JSONValue {
    [
      "display_label": .string(label), "api_name": .string(name),
      "query_details": ["system_query_id": nil],
      "module": ["api_name": .string(name), "crypt": false, "id": .string(id)],
      "id": .string(id), "revalidate_filter_during_edit": false, "show_fields": [],
    ]
  }
}
