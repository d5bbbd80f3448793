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
      "table_name": .string(module.apiName), "field_read_only": JSONValue(field.isReadOnly),
      "customizable_properties": [], "display_label": .string(field.label),
      "display_type": -1, "ui_type": 1, "read_only": JSONValue(field.isReadOnly),
      "business_card_supported": true, "multiuserlookup": [:],
      "profiles": [], "id": .string(field.id), "email_parser": nil,
      "filterable": JSONValue(isFilterable(field)), "visible": true, "sortable": true,
      "available_in_user_layout": JSONValue(field.section != nil),
      "display_field": JSONValue(field.apiName == module.nameField),
      "searchable": true, "pick_list_values_sorted_lexically": false, "separator": false,
      "enable_colour_code": JSONValue(field.apiName == "Stage"),
      "mass_update": JSONValue(isWritable && !field.isReference),
      "json_type": .string(field.dataType.jsonType), "created_source": "default",
      "api_name": .string(field.apiName), "unique": unique(field),
      "history_tracking": nil, "currency": currency(field),
      "data_type": .string(field.dataType.zohoName), "formula": [:],
      "category": 1, "decimal_place": decimalPlace(field), "multiselectlookup": [:],
      "rollup_summary": [:], "system_mandatory": JSONValue(field.isRequired),
      "custom_field": JSONValue(field.isCustom), "length": JSONValue(field.length),
      "lookup": lookup(field), "auto_number": [:], "default_value": JSONValue(field.defaultValue),
      "convert_mapping": nil, "sequence_number": JSONValue(field.sequence),
      "layout_associations": layoutAssociations(of: module), "virtual_field": false,
      "pick_list_values": .array(
        field.pickList.enumerated().map { pickListValue($1, sequence: $0 + 1, field) }),
    ]
  }

  private func pickListValue(
    _ value: PickListValue, sequence: Int, _ field: CRMField
  ) -> JSONValue {
    var object: JSONObject = [
      "display_value": .string(value.displayValue), "sequence_number": JSONValue(sequence),
      "reference_value": .string(value.actualValue), "colour_code": JSONValue(value.colour),
      "actual_value": .string(value.actualValue), "id": .string(value.id), "type": "used",
    ]
    guard let stage = value.stage else { return .object(object) }
    object["probability"] = JSONValue(stage.probability)
    object["deal_category"] = .string(stage.dealCategory)
    object["forecast_category"] = forecastCategory(value)
    object["forecast_type"] = .string(stage.forecastType)
    object["maps"] = []
    return .object(object)
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

  private func decimalPlace(_ field: CRMField) -> JSONValue {
    [.double, .currency, .percent].contains(field.dataType)
      ? JSONValue(field.decimalPlaces) : .null
  }

  private func lookup(_ field: CRMField) -> JSONValue {
    let target = field.lookupModule.flatMap(module(named:))
    switch field.dataType {
    case .lookup:
      return [
        "display_label": JSONValue(target?.pluralLabel), "api_name": nil, "query_details": [:],
        "module": [
          "api_name": JSONValue(field.lookupModule), "id": JSONValue(target?.id),
        ],
        "id": JSONValue(target?.id), "revalidate_filter_during_edit": false, "show_fields": [],
      ]
    case .relatedTo, .parent:
      return [
        "display_label": nil, "api_name": nil, "query_details": [:],
        "module": ["api_name": "se_module", "id": nil], "id": nil,
        "revalidate_filter_during_edit": false, "show_fields": [],
      ]
    default: return [:]
    }
  }
}
