extension MetadataReplies {
  /// A module as lists of modules show it.
  /// https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html
  static func module(_ module: CRMModule) -> JSONObject {
    let isTab = module.apiName != "Notes"
    let plural = JSONValue.string(module.pluralLabel)
    let singular = JSONValue.string(module.singularLabel)
    return [
      "global_search_supported": true, "public_fields_configured": false,
      "recycle_bin_on_delete": true, "has_more_profiles": false, "sub_menu_available": false,
      "lookupable": JSONValue(isTab), "profile_count": JSONValue(CRMProfile.all.count),
      "module_type": "ENTITIES", "cc_enabled": false, "deletable": true, "description": nil,
      "creatable": true, "inventory_template_supported": false, "modified_time": nil,
      "plural_label": plural, "actual_plural_label": plural, "actual_singular_label": singular,
      "presence_sub_menu": JSONValue(isTab), "triggers_supported": true,
      "id": .string(module.id), "isBlueprintSupported": JSONValue(isTab), "visible": true,
      "visibility": 1, "convertable": JSONValue(module.apiName == "Leads"), "editable": true,
      "emailTemplate_support": JSONValue(isTab), "email_parser_supported": false,
      "profiles": .array(CRMProfile.all.map(\.reference)), "filter_supported": true,
      "show_as_tab": JSONValue(isTab), "web_link": nil,
      "sequence_number": JSONValue(module.sequence), "singular_label": singular,
      "viewable": true, "api_supported": true, "api_name": .string(module.apiName),
      "quick_create": JSONValue(isTab), "modified_by": nil,
      "generated_type": module.isCustom ? "custom" : "default",
      "static_subform_properties": nil, "feeds_required": false, "scoring_supported": false,
      "webform_supported": false, "arguments": [], "module_name": plural,
      "business_card_field_limit": 5, "access_type": "org_based", "private_profile": nil,
      "track_current_data": false, "parent_module": [:], "status": "visible", "territory": nil,
    ]
  }

  /// A module asked for by itself says more.
  func wholeModule(_ module: CRMModule) -> JSONValue {
    let names = metadata.fields(of: module.apiName).filter { $0.section != nil }
      .map { JSONValue.string($0.apiName) }
    let view = metadata.customViews.first { $0.module == module.apiName && $0.isDefault }
    let more: JSONObject = [
      "$field_states": [], "$properties": [], "$on_demand_properties": [],
      "activity_badge": "Disabled", "business_card_fields": .array(Array(names.prefix(5))),
      "chart_view": false, "chart_view_supported": false,
      "custom_view": view.map { customView($0, of: module) } ?? .null,
      "default_mapping_fields": [], "display_field": .string(module.nameField), "fields": [],
      "filter_status": true, "kanban_view": false, "kanban_view_supported": false,
      "layout_associations": layoutAssociations(of: module), "layouts": [],
      "lookup_field_properties": nil, "per_page": 200, "related_list_properties": nil,
      "related_lists": [], "search_layout_fields": .array(Array(names.prefix(5))),
      "zia_view": false,
    ]
    return .object(JSONObject(distinct: Self.module(module).members + more.members))
  }
}
