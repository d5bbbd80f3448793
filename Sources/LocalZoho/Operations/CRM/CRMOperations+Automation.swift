extension CRMOperations {
  /// Blueprints, scoring rules, notifications.
  static let automationAreas: [OfficialArea] = [
    blueprint, scoringRules, notifications,
  ]

  private static let blueprint = OfficialArea(
    .crm, "blueprint",
    [
      .served("GET", "/crm/v8/{module_api_name}/{record_id}/actions/blueprint"),
      .served("PUT", "/crm/v8/{module_api_name}/{record_id}/actions/blueprint"),
    ])

  private static let scoringRules = OfficialArea(
    .crm, "scoring-rules",
    [
      .unknown("GET", "/crm/v8/settings/automation/scoring_rules"),
      .unknown("POST", "/crm/v8/settings/automation/scoring_rules"),
      .unknown("PUT", "/crm/v8/settings/automation/scoring_rules"),
      .unknown("DELETE", "/crm/v8/settings/automation/scoring_rules"),
      .unknown("GET", "/crm/v8/settings/automation/scoring_rules/{ruleId}"),
      .unknown("PUT", "/crm/v8/settings/automation/scoring_rules/{ruleId}"),
      .unknown("DELETE", "/crm/v8/settings/automation/scoring_rules/{ruleId}"),
      .unknown("PUT", "/crm/v8/settings/automation/scoring_rules/{ruleId}/actions/activate"),
      .unknown("DELETE", "/crm/v8/settings/automation/scoring_rules/{ruleId}/actions/activate"),
      .unknown("POST", "/crm/v8/settings/automation/scoring_rules/{ruleId}/actions/clone"),
    ])

  private static let notifications = OfficialArea(
    .crm, "notifications",
    [
      .served("GET", "/crm/v8/actions/watch"),
      .served("POST", "/crm/v8/actions/watch"),
      .served("PUT", "/crm/v8/actions/watch"),
      .served("PATCH", "/crm/v8/actions/watch"),
      .served("DELETE", "/crm/v8/actions/watch"),
    ])
}
