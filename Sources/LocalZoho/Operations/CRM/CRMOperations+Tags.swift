extension CRMOperations {
  /// Tags.
  static let tagAreas: [OfficialArea] = [
    tags, massDeleteTags,
  ]

  private static let tags = OfficialArea(
    .crm, "tags",
    [
      .unknown("GET", "/crm/v8/settings/tags"),
      .unknown("POST", "/crm/v8/settings/tags"),
      .unknown("PUT", "/crm/v8/settings/tags"),
      .unknown("PUT", "/crm/v8/settings/tags/{id}"),
      .unknown("DELETE", "/crm/v8/settings/tags/{id}"),
      .unknown("POST", "/crm/v8/settings/tags/{id}/actions/merge"),
      .unknown("POST", "/crm/v8/{module_api_name}/{record_id}/actions/add_tags"),
      .unknown("POST", "/crm/v8/{module_api_name}/{record_id}/actions/remove_tags"),
      .unknown("POST", "/crm/v8/{module_api_name}/actions/add_tags"),
      .unknown("POST", "/crm/v8/{module_api_name}/actions/remove_tags"),
      .unknown("GET", "/crm/v8/settings/tags/{id}/actions/records_count"),
    ])

  private static let massDeleteTags = OfficialArea(
    .crm, "mass-delete-tags",
    [
      .unknown("GET", "/crm/v8/settings/tags/actions/mass_delete"),
      .unknown("POST", "/crm/v8/settings/tags/actions/mass_delete"),
    ])
}
