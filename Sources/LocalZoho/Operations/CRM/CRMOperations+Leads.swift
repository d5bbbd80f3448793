extension CRMOperations {
  /// Leads and what they become.
  static let leadAreas: [OfficialArea] = [
    conversionOption, convertLead, massConvert,
  ]

  private static let conversionOption = OfficialArea(
    .crm, "conversion-option",
    [
      .served("GET", "/crm/v8/Leads/{lead_id}/__conversion_options")
    ])

  private static let convertLead = OfficialArea(
    .crm, "convert-lead",
    [
      .served("POST", "/crm/v8/Leads/{lead_id}/actions/convert")
    ])

  private static let massConvert = OfficialArea(
    .crm, "mass-convert",
    [
      .served("GET", "/crm/v8/Leads/actions/mass_convert"),
      .served("POST", "/crm/v8/Leads/actions/mass_convert"),
    ])
}
