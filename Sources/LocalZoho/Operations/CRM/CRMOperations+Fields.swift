extension CRMOperations {
  /// Modules, fields, layouts, pipelines, views.
  static let fieldAreas: [OfficialArea] = [
    modules, fields, pickListValues, globalPicklists, layouts, fieldMapDependency, pipeline,
    customViews, duplicateCheckPreference, recordLockingConfiguration,
  ]

  private static let modules = OfficialArea(
    .crm, "modules",
    [
      .served("GET", "/crm/v8/settings/modules"),
      .unknown("POST", "/crm/v8/settings/modules"),
      .unknown("PUT", "/crm/v8/settings/modules"),
      .unknown("GET", "/crm/v8/settings/modules/{api_name}"),
      .unknown("PUT", "/crm/v8/settings/modules/{api_name}"),
    ])

  private static let fields = OfficialArea(
    .crm, "fields",
    [
      .served("GET", "/crm/v8/settings/fields"),
      .unknown("POST", "/crm/v8/settings/fields"),
      .unknown("PATCH", "/crm/v8/settings/fields"),
      .served("GET", "/crm/v8/settings/fields/{field}"),
      .unknown("PATCH", "/crm/v8/settings/fields/{field}"),
      .unknown("DELETE", "/crm/v8/settings/fields/{field}"),
    ])

  private static let pickListValues = OfficialArea(
    .crm, "pick-list-values",
    [
      .unknown("GET", "/crm/v8/settings/fields/{field_id}/pick_list_values")
    ])

  private static let globalPicklists = OfficialArea(
    .crm, "global-picklists",
    [
      .unknown("GET", "/crm/v8/settings/global_picklists"),
      .unknown("POST", "/crm/v8/settings/global_picklists"),
      .unknown("PATCH", "/crm/v8/settings/global_picklists"),
      .unknown("DELETE", "/crm/v8/settings/global_picklists"),
      .unknown("GET", "/crm/v8/settings/global_picklists/{id}"),
      .unknown("PATCH", "/crm/v8/settings/global_picklists/{id}"),
      .unknown("DELETE", "/crm/v8/settings/global_picklists/{id}"),
      .unknown("POST", "/crm/v8/settings/global_picklists/{id}/actions/replace_picklist_values"),
      .unknown("GET", "/crm/v8/settings/global_picklists/{id}/actions/replaced_values"),
      .unknown("GET", "/crm/v8/settings/global_picklists/{id}/actions/associations"),
      .unknown(
        "GET", "/crm/v8/settings/global_picklists/{id}/actions/pick_list_values_associations"),
    ])

  private static let layouts = OfficialArea(
    .crm, "layouts",
    [
      .served("GET", "/crm/v8/settings/layouts"),
      .unknown("PATCH", "/crm/v8/settings/layouts"),
      .served("GET", "/crm/v8/settings/layouts/{id}"),
      .unknown("PATCH", "/crm/v8/settings/layouts/{id}"),
      .unknown("DELETE", "/crm/v8/settings/layouts/{id}"),
      .unknown("POST", "/crm/v8/settings/layouts/{id}/actions/activate"),
      .unknown("DELETE", "/crm/v8/settings/layouts/{id}/actions/activate"),
    ])

  private static let fieldMapDependency = OfficialArea(
    .crm, "field-map-dependency",
    [
      .unknown("GET", "/crm/v8/settings/layouts/{layout_id}/map_dependency"),
      .unknown("POST", "/crm/v8/settings/layouts/{layout_id}/map_dependency"),
      .unknown("GET", "/crm/v8/settings/layouts/{layout_id}/map_dependency/{dependency_id}"),
      .unknown("PUT", "/crm/v8/settings/layouts/{layout_id}/map_dependency/{dependency_id}"),
      .unknown("DELETE", "/crm/v8/settings/layouts/{layout_id}/map_dependency/{dependency_id}"),
    ])

  private static let pipeline = OfficialArea(
    .crm, "pipeline",
    [
      .served("GET", "/crm/v8/settings/pipeline"),
      .unknown("POST", "/crm/v8/settings/pipeline"),
      .unknown("PUT", "/crm/v8/settings/pipeline"),
      .served("GET", "/crm/v8/settings/pipeline/{id}"),
      .unknown("PUT", "/crm/v8/settings/pipeline/{id}"),
      .unknown("PATCH", "/crm/v8/settings/pipeline/{id}"),
      .unknown("POST", "/crm/v8/settings/pipeline/actions/transfer"),
      .unknown("PATCH", "/crm/v8/settings/pipeline"),
    ])

  private static let customViews = OfficialArea(
    .crm, "custom-views",
    [
      .served("GET", "/crm/v8/settings/custom_views"),
      .served("GET", "/crm/v8/settings/custom_views/{id}"),
      .unknown("PUT", "/crm/v8/settings/custom_views/actions/change_sort"),
      .unknown("PUT", "/crm/v8/settings/custom_views/{id}/actions/change_sort"),
    ])

  private static let duplicateCheckPreference = OfficialArea(
    .crm, "duplicate-check-preference",
    [
      .unknown("GET", "/crm/v8/settings/duplicate_check_preference"),
      .unknown("POST", "/crm/v8/settings/duplicate_check_preference"),
      .unknown("PUT", "/crm/v8/settings/duplicate_check_preference"),
      .unknown("DELETE", "/crm/v8/settings/duplicate_check_preference"),
    ])

  private static let recordLockingConfiguration = OfficialArea(
    .crm, "record-locking-configuration",
    [
      .unknown("GET", "/crm/v8/settings/record_locking_configurations"),
      .unknown("POST", "/crm/v8/settings/record_locking_configurations"),
      .unknown("PUT", "/crm/v8/settings/record_locking_configurations"),
      .unknown("DELETE", "/crm/v8/settings/record_locking_configurations"),
      .unknown("GET", "/crm/v8/settings/record_locking_configurations/{record_locking_config_id}"),
      .unknown("PUT", "/crm/v8/settings/record_locking_configurations/{record_locking_config_id}"),
      .unknown(
        "DELETE", "/crm/v8/settings/record_locking_configurations/{record_locking_config_id}"),
    ])
}
