extension CRMOperations {
  /// The organization and its people.
  static let organizationAreas: [OfficialArea] = [
    org, availableCurrencies, currencies, fiscalYear, users, userGroups, roles, profiles, variables,
    features, apis,
  ]

  private static let org = OfficialArea(
    .crm, "org",
    [
      .served("GET", "/crm/v8/org"),
      .served("GET", "/crm/v8/org/photo"),
      .served("POST", "/crm/v8/org/photo"),
      .served("DELETE", "/crm/v8/org/photo"),
    ])

  private static let availableCurrencies = OfficialArea(
    .crm, "available-currencies",
    [
      .served("GET", "/crm/v8/org/currencies/actions/available_currencies")
    ])

  private static let currencies = OfficialArea(
    .crm, "currencies",
    [
      .served("GET", "/crm/v8/org/currencies"),
      .served("POST", "/crm/v8/org/currencies"),
      .served("PUT", "/crm/v8/org/currencies"),
      .served("GET", "/crm/v8/org/currencies/{id}"),
      .served("PUT", "/crm/v8/org/currencies/{id}"),
      .served("POST", "/crm/v8/org/currencies/actions/enable"),
      .served("PUT", "/crm/v8/org/currencies/actions/enable"),
    ])

  private static let fiscalYear = OfficialArea(
    .crm, "fiscal-year",
    [
      .served("GET", "/crm/v8/settings/fiscal_year"),
      .served("PUT", "/crm/v8/settings/fiscal_year"),
    ])

  private static let users = OfficialArea(
    .crm, "users",
    [
      .served("GET", "/crm/v8/users"),
      .served("POST", "/crm/v8/users"),
      .served("PUT", "/crm/v8/users"),
      .served("GET", "/crm/v8/users/{user}"),
      .served("PUT", "/crm/v8/users/{user}"),
      .served("DELETE", "/crm/v8/users/{user}"),
      .served("GET", "/crm/v8/users/actions/count"),
    ])

  private static let userGroups = OfficialArea(
    .crm, "user-groups",
    [
      .served("GET", "/crm/v8/settings/user_groups"),
      .served("POST", "/crm/v8/settings/user_groups"),
      .served("PUT", "/crm/v8/settings/user_groups"),
      .served("GET", "/crm/v8/settings/user_groups/{group}"),
      .served("PUT", "/crm/v8/settings/user_groups/{group}"),
      .served("DELETE", "/crm/v8/settings/user_groups/{group}"),
      .served("GET", "/crm/v8/settings/user_groups/{group}/sources"),
      .served("GET", "/crm/v8/settings/user_groups/{group}/actions/sources_count"),
      .unknown("GET", "/crm/v8/settings/user_groups/actions/deletion_jobs"),
      .served("GET", "/crm/v8/settings/user_groups/{group}/actions/associations"),
      .served("GET", "/crm/v8/settings/user_groups/actions/associated_users_count"),
      .unknown("POST", "/crm/v8/settings/user_groups/actions/get_assigned"),
      .unknown("POST", "/crm/v8/settings/user_groups/actions/get_unassigned"),
      .served("GET", "/crm/v8/users/{user}/actions/associated_groups"),
      .unknown(
        "GET", "/crm/v8/settings/user_groups/{group}/associated_users/actions/grouped_counts"),
    ])

  private static let roles = OfficialArea(
    .crm, "roles",
    [
      .served("GET", "/crm/v8/settings/roles"),
      .served("POST", "/crm/v8/settings/roles"),
      .served("PUT", "/crm/v8/settings/roles"),
      .served("GET", "/crm/v8/settings/roles/{role_id}"),
      .served("PUT", "/crm/v8/settings/roles/{role_id}"),
      .served("DELETE", "/crm/v8/settings/roles/{role_id}"),
    ])

  private static let profiles = OfficialArea(
    .crm, "profiles",
    [
      .served("GET", "/crm/v8/settings/profiles"),
      .served("POST", "/crm/v8/settings/profiles/{id}/actions/clone"),
      .served("GET", "/crm/v8/settings/profiles/{id}"),
      .served("PUT", "/crm/v8/settings/profiles/{id}"),
      .served("DELETE", "/crm/v8/settings/profiles/{id}"),
    ])

  private static let variables = OfficialArea(
    .crm, "variables",
    [
      .served("GET", "/crm/v8/settings/variables"),
      .served("POST", "/crm/v8/settings/variables"),
      .served("PUT", "/crm/v8/settings/variables"),
      .served("DELETE", "/crm/v8/settings/variables"),
      .served("GET", "/crm/v8/settings/variables/{id}"),
      .served("PUT", "/crm/v8/settings/variables/{id}"),
      .served("DELETE", "/crm/v8/settings/variables/{id}"),
    ])

  private static let features = OfficialArea(
    .crm, "features",
    [
      .served("GET", "/crm/v8/__features"),
      .served("GET", "/crm/v8/__features/{feature_api_name}"),
      .served("GET", "/crm/v8/__features/data_enrichment"),
      .served("GET", "/crm/v8/__features/user_licenses"),
    ])

  private static let apis = OfficialArea(
    .crm, "apis",
    [
      .served("GET", "/crm/v8/__apis")
    ])
}
