import Testing

@testable import LocalZoho

/// The members that Zoho's description of the settings demands of every answer.
@Suite struct SettingsShapeTests {
  private func missing(_ names: String, in value: JSONValue?) -> [String] {
    names.split(separator: " ").map(String.init).filter { value?[$0] == nil }
  }

  @Test func aModuleOfTheList() throws {
    let module = try CRMHarness().get("settings/modules").json.at("modules", "3")
    #expect(
      missing(
        """
        global_search_supported public_fields_configured recycle_bin_on_delete has_more_profiles \
        sub_menu_available profile_count deletable id profiles status sequence_number api_name \
        plural_label actual_plural_label singular_label actual_singular_label module_name \
        module_type access_type api_supported creatable viewable editable generated_type
        """, in: module) == [])
    #expect(module?.at("profiles", "0", "name") == "Administrator")
    #expect(module?["module_type"] == "ENTITIES")
  }

  @Test func aModuleByItself() throws {
    let module = try CRMHarness().get("settings/modules/Deals").json.at("modules", "0")
    #expect(
      missing(
        """
        $field_states $properties $on_demand_properties activity_badge business_card_fields \
        chart_view chart_view_supported custom_view default_mapping_fields display_field \
        filter_status kanban_view kanban_view_supported layouts lookup_field_properties per_page \
        related_list_properties related_lists search_layout_fields zia_view
        """, in: module) == [])
    #expect(module?["display_field"] == "Deal_Name")
    #expect(module?.at("business_card_fields", "0") == "Deal_Name")
  }

  @Test func aField() throws {
    let fields =
      try CRMHarness().get("settings/fields?module=Deals").json["fields"]?.arrayValue ?? []
    let field = fields.first { $0["api_name"] == "Account_Name" }
    #expect(
      missing(
        """
        webhook operation_type colour_code_enabled_by_system field_label type field_read_only \
        display_label read_only association_details businesscard_supported multi_module_lookup id \
        filterable visible profiles view_type separator searchable history_tracking_enabled \
        external api_name unique enable_colour_code pick_list_values system_mandatory \
        virtual_field range created_source display_type ui_type public email_parser currency \
        custom_field lookup convert_mapping rollup_summary display_field \
        pick_list_values_sorted_lexically sortable data_type formula mass_update \
        multiselectlookup auto_number
        """, in: field) == [])
    #expect(
      field?["view_type"] == ["view": true, "edit": true, "quick_create": false, "create": true])
    #expect(field?.at("profiles", "0", "permission_type") == "read_write")
    #expect(field?.at("lookup", "module", "crypt") == false)
    #expect(field?.at("lookup", "api_name") == "Accounts")
  }

  @Test func aFieldThatLeadsToSeveralModules() throws {
    let fields =
      try CRMHarness().get("settings/fields?module=Tasks").json["fields"]?.arrayValue ?? []
    let related = fields.first { $0["api_name"] == "What_Id" }?.at("multi_module_lookup")
    #expect(related?["api_name"] == "What_Id")
    #expect(
      related?["modules"]?.arrayValue?.map { $0["api_name"] }
        == ["Leads", "Accounts", "Deals", "Products"])
  }

  @Test func aLayoutAndItsSections() throws {
    let layout = try CRMHarness().get("settings/layouts?module=Deals").json.at("layouts", "0")
    #expect(
      missing(
        """
        has_more_profiles created_time visible created_for profiles source sections display_label \
        show_business_card actions_allowed modified_time api_name name modified_by generated_type \
        id status
        """, in: layout) == [])
    #expect(layout?["generated_type"] == "system")
    #expect(layout?.at("profiles", "1", "_default_view", "type") == "layout")
    let section = layout?.at("sections", "0")
    #expect(section?["tab_traversal"] == "left_to_right")
    #expect(section?["mode"] == "all")
    #expect(section?["api_name"] == "Deal_Information")
    #expect(section?.at("actions_allowed", "add_field") == true)
  }

  @Test func aPipelineHasNoMoreThanItsStages() throws {
    let crm = try CRMHarness()
    let layout = try crm.get("settings/layouts?module=Deals").json.at("layouts", "0", "id")
    let id = try #require(layout?.stringValue)
    let pipeline = try crm.get("settings/pipeline?layout_id=\(id)").json.at("pipeline", "0")
    #expect(
      pipeline?.objectValue?.names.sorted()
        == ["actual_value", "default", "display_value", "id", "maps"])
  }

  @Test func theOrganizationTheCurrenciesAndTheUsers() throws {
    let crm = try CRMHarness()
    let organization = try crm.get("org").json.at("org", "0")
    #expect(organization?["created_time"] == "2020-01-06T09:00:00+00:00")
    #expect(organization?["domain_name"] == "org60001234567")
    #expect(organization?.at("license_details", "portal_users_license_purchased") == 0)
    let currency = try crm.get("org/currencies").json.at("currencies", "0")
    #expect(currency?.at("format", "numeral_system") == "International")
    #expect(currency?["created_by"] == ["name": "Jane Hartley", "id": "4150868000000000101"])
    #expect(currency?["modified_time"] == "2020-01-06T09:00:00+00:00")
    #expect(try crm.get("users").json.at("users", "0", "date_format") == "dd/MM/yyyy")
  }
}
