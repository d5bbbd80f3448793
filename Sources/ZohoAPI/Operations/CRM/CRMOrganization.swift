/// The organization: itself, its currencies and year, and what its edition can do.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/get-org-data.html>
extension Resource {
  static let crmOrganization: [Resource] = [
    .crm(
      "org", at: "/org", rows: "org", scope: "ZohoCRM.org.",
      [
        .get("show", "", "the organization"),
        .get("photo", "photo", "download its logo", gives: .file),
        .upload("set-photo", "photo", "give it a logo", as: "file"),
        .delete("delete-photo", "photo", "take the logo off"),
      ]),
    .crm(
      "currencies", at: "/org/currencies", rows: "currencies",
      scope: "ZohoCRM.settings.currencies.",
      [
        .get("list", "", "the currencies in use"), .get("show", "{id}", "one currency"),
        .get(
          "available", "actions/available_currencies", "currencies that could be used",
          gives: .rows("available_currencies")),
        .create("create", "", "add currencies"), .update("update", "{id}", "change a currency"),
        .update("update-many", "", "change currencies"),
        .act(
          "enable", "actions/enable", "work with several currencies, for good",
          body: .json(rows: nil), gives: .rows("base_currency")),
        .act(
          "set-base", "actions/enable", "change how the home currency is written", by: .put,
          body: .json(rows: nil), gives: .rows("base_currency")),
      ]),
    .crm(
      "fiscal-year", at: "/settings/fiscal_year", rows: "fiscal_year",
      scope: "ZohoCRM.settings.fiscal_year.",
      [
        .get("show", "", "when the year begins", gives: .value),
        .update("update", "", "change when it begins", body: .json(rows: nil)),
      ]),
    .crm(
      "features", at: "/__features", id: "feature", rows: "__features", scope: "ZohoCRM.features.",
      [
        .list("list", "", "what the edition can do", "api_names module"),
        .get("show", "{id}", "one feature", "module"),
      ]),
    .crm(
      "apis", at: "/__apis", rows: "__apis", scope: "ZohoCRM.apis.",
      [.get("list", "", "the calls this organization has", "filters")]),
  ]
}
