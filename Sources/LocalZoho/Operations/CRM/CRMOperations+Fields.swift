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
      .served("POST", "/crm/v8/settings/modules"),
      .served("PUT", "/crm/v8/settings/modules"),
      .unknown("GET", "/crm/v8/settings/modules/{api_name}"),
      .served("PUT", "/crm/v8/settings/modules/{api_name}"),
    ])

  private static let fields = OfficialArea(
    .crm, "fields",
    [
      .served("GET", "/crm/v8/settings/fields"),
      .served("POST", "/crm/v8/settings/fields"),
      .served("PATCH", "/crm/v8/settings/fields"),
      .served("GET", "/crm/v8/settings/fields/{field}"),
      .served("PATCH", "/crm/v8/settings/fields/{field}"),
      .served("DELETE", "/crm/v8/settings/fields/{field}"),
    ])

  private static let pickListValues = OfficialArea(
    .crm, "pick-list-values",
    [
      .served("GET", "/crm/v8/settings/fields/{field_id}/pick_list_values")
    ])

  private static let globalPicklists = OfficialArea(
    .crm, "global-picklists",
    [
      .served("GET", "/crm/v8/settings/global_picklists"),
      .served("POST", "/crm/v8/settings/global_picklists"),
      .served("PATCH", "/crm/v8/settings/global_picklists"),
      .served("DELETE", "/crm/v8/settings/global_picklists"),
      .served("GET", "/crm/v8/settings/global_picklists/{id}"),
      .served("PATCH", "/crm/v8/settings/global_picklists/{id}"),
      .served("DELETE", "/crm/v8/settings/global_picklists/{id}"),
      .served("POST", "/crm/v8/settings/global_picklists/{id}/actions/replace_picklist_values"),
      .served("GET", "/crm/v8/settings/global_picklists/{id}/actions/replaced_values"),
      .served("GET", "/crm/v8/settings/global_picklists/{id}/actions/associations"),
      .served(
        "GET", "/crm/v8/settings/global_picklists/{id}/actions/pick_list_values_associations"),
    ])

  private static let layouts = OfficialArea(
    .crm, "layouts",
    [
      .served("GET", "/crm/v8/settings/layouts"),
      .served("PATCH", "/crm/v8/settings/layouts"),
      .served("GET", "/crm/v8/settings/layouts/{id}"),
      .served("PATCH", "/crm/v8/settings/layouts/{id}"),
      .served("DELETE", "/crm/v8/settings/layouts/{id}"),
      .served("POST", "/crm/v8/settings/layouts/{id}/actions/activate"),
      .served("DELETE", "/crm/v8/settings/layouts/{id}/actions/activate"),
    ])

  private static let fieldMapDependency = OfficialArea(
    .crm, "field-map-dependency",
    [
      .served("GET", "/crm/v8/settings/layouts/{layout_id}/map_dependency"),
      .served("POST", "/crm/v8/settings/layouts/{layout_id}/map_dependency"),
      .served("GET", "/crm/v8/settings/layouts/{layout_id}/map_dependency/{dependency_id}"),
      .served("PUT", "/crm/v8/settings/layouts/{layout_id}/map_dependency/{dependency_id}"),
      .served("DELETE", "/crm/v8/settings/layouts/{layout_id}/map_dependency/{dependency_id}"),
    ])

  private static let pipeline = OfficialArea(
    .crm, "pipeline",
    [
      .served("GET", "/crm/v8/settings/pipeline"),
      .served("POST", "/crm/v8/settings/pipeline"),
      .served("PUT", "/crm/v8/settings/pipeline"),
      .served("GET", "/crm/v8/settings/pipeline/{id}"),
      .served("PUT", "/crm/v8/settings/pipeline/{id}"),
      .served("PATCH", "/crm/v8/settings/pipeline/{id}"),
      .served("POST", "/crm/v8/settings/pipeline/actions/transfer"),
      .served("PATCH", "/crm/v8/settings/pipeline"),
    ])

  private static let customViews = OfficialArea(
    .crm, "custom-views",
    [
      .served("GET", "/crm/v8/settings/custom_views"),
      .served("GET", "/crm/v8/settings/custom_views/{id}"),
      .served("PUT", "/crm/v8/settings/custom_views/actions/change_sort"),
      .served("PUT", "/crm/v8/settings/custom_views/{id}/actions/change_sort"),
    ])

  private static let duplicateCheckPreference = OfficialArea(
    .crm, "duplicate-check-preference",
    [
      .served("GET", "/crm/v8/settings/duplicate_check_preference"),
      .served("POST", "/crm/v8/settings/duplicate_check_preference"),
      .served("PUT", "/crm/v8/settings/duplicate_check_preference"),
      .served("DELETE", "/crm/v8/settings/duplicate_check_preference"),
    ])

  private static let recordLockingConfiguration = OfficialArea(
    .crm, "record-locking-configuration",
    [
      .served("GET", "/crm/v8/settings/record_locking_configurations"),
      .served("POST", "/crm/v8/settings/record_locking_configurations"),
      .served("PUT", "/crm/v8/settings/record_locking_configurations"),
      .served("DELETE", "/crm/v8/settings/record_locking_configurations"),
      .served("GET", "/crm/v8/settings/record_locking_configurations/{record_locking_config_id}"),
      .served("PUT", "/crm/v8/settings/record_locking_configurations/{record_locking_config_id}"),
      .served(
        "DELETE", "/crm/v8/settings/record_locking_configurations/{record_locking_config_id}"),
    ])
}
