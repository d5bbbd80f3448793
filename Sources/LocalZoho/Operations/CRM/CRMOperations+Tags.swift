extension CRMOperations {
  /// Tags.
  static let tagAreas: [OfficialArea] = [
    tags, massDeleteTags,
  ]

  private static let tags = OfficialArea(
    .crm, "tags",
    [
      .served("GET", "/crm/v8/settings/tags"),
      .served("POST", "/crm/v8/settings/tags"),
      .served("PUT", "/crm/v8/settings/tags"),
      .served("PUT", "/crm/v8/settings/tags/{id}"),
      .served("DELETE", "/crm/v8/settings/tags/{id}"),
      .served("POST", "/crm/v8/settings/tags/{id}/actions/merge"),
      .served("POST", "/crm/v8/{module_api_name}/{record_id}/actions/add_tags"),
      .served("POST", "/crm/v8/{module_api_name}/{record_id}/actions/remove_tags"),
      .served("POST", "/crm/v8/{module_api_name}/actions/add_tags"),
      .served("POST", "/crm/v8/{module_api_name}/actions/remove_tags"),
      .served("GET", "/crm/v8/settings/tags/{id}/actions/records_count"),
    ])

  private static let massDeleteTags = OfficialArea(
    .crm, "mass-delete-tags",
    [
      .served("GET", "/crm/v8/settings/tags/actions/mass_delete"),
      .served("POST", "/crm/v8/settings/tags/actions/mass_delete"),
    ])
}
