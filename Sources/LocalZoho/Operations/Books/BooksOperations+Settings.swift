extension BooksOperations {
  /// The organization, what it sells, its taxes and currencies.
  static let settingAreas: [OfficialArea] = [
    organizations, users, locations, items, taxes, currency, openingBalance,
  ]

  private static let organizations = OfficialArea(
    .books, "organizations",
    [
      .served("GET", "/books/v3/organizations"),
      .unknown("POST", "/books/v3/organizations"),
      .served("GET", "/books/v3/organizations/{organization_id}"),
      .served("PUT", "/books/v3/organizations/{organization_id}"),
    ])

  private static let users = OfficialArea(
    .books, "users",
    [
      .served("GET", "/books/v3/users"),
      .served("POST", "/books/v3/users"),
      .served("GET", "/books/v3/users/{user_id}"),
      .served("PUT", "/books/v3/users/{user_id}"),
      .served("DELETE", "/books/v3/users/{user_id}"),
      .served("GET", "/books/v3/users/me"),
      .served("POST", "/books/v3/users/{user_id}/invite"),
      .served("POST", "/books/v3/users/{user_id}/active"),
      .served("POST", "/books/v3/users/{user_id}/inactive"),
    ])

  private static let locations = OfficialArea(
    .books, "locations",
    [
      .served("POST", "/books/v3/settings/locations/enable"),
      .served("GET", "/books/v3/locations"),
      .served("POST", "/books/v3/locations"),
      .served("PUT", "/books/v3/locations/{location_id}"),
      .served("DELETE", "/books/v3/locations/{location_id}"),
      .served("POST", "/books/v3/locations/{location_id}/active"),
      .served("POST", "/books/v3/locations/{location_id}/inactive"),
      .served("POST", "/books/v3/locations/{location_id}/markasprimary"),
    ])

  private static let items = OfficialArea(
    .books, "items",
    [
      .served("GET", "/books/v3/items"),
      .served("POST", "/books/v3/items"),
      .served("PUT", "/books/v3/items"),
      .served("GET", "/books/v3/itemdetails"),
      .served("GET", "/books/v3/items/{item_id}"),
      .served("PUT", "/books/v3/items/{item_id}"),
      .served("DELETE", "/books/v3/items/{item_id}"),
      .served("PUT", "/books/v3/item/{item_id}/customfields"),
      .served("POST", "/books/v3/items/{item_id}/active"),
      .served("POST", "/books/v3/items/{item_id}/inactive"),
    ])

  private static let taxes = OfficialArea(
    .books, "taxes",
    [
      .served("GET", "/books/v3/settings/taxes"),
      .served("POST", "/books/v3/settings/taxes"),
      .served("GET", "/books/v3/settings/taxes/{tax_id}"),
      .served("PUT", "/books/v3/settings/taxes/{tax_id}"),
      .served("DELETE", "/books/v3/settings/taxes/{tax_id}"),
      .served("GET", "/books/v3/settings/taxgroups/{tax_group_id}"),
      .served("PUT", "/books/v3/settings/taxgroups/{tax_group_id}"),
      .served("DELETE", "/books/v3/settings/taxgroups/{tax_group_id}"),
      .served("POST", "/books/v3/settings/taxgroups"),
      .served("GET", "/books/v3/settings/taxauthorities"),
      .served("POST", "/books/v3/settings/taxauthorities"),
      .served("GET", "/books/v3/settings/taxauthorities/{tax_authority_id}"),
      .served("PUT", "/books/v3/settings/taxauthorities/{tax_authority_id}"),
      .served("DELETE", "/books/v3/settings/taxauthorities/{tax_authority_id}"),
      .served("GET", "/books/v3/settings/taxexemptions"),
      .served("POST", "/books/v3/settings/taxexemptions"),
      .served("GET", "/books/v3/settings/taxexemptions/{tax_exemption_id}"),
      .served("PUT", "/books/v3/settings/taxexemptions/{tax_exemption_id}"),
      .served("DELETE", "/books/v3/settings/taxexemptions/{tax_exemption_id}"),
    ])

  private static let currency = OfficialArea(
    .books, "currency",
    [
      .served("GET", "/books/v3/settings/currencies"),
      .served("POST", "/books/v3/settings/currencies"),
      .served("GET", "/books/v3/settings/currencies/{currency_id}"),
      .served("PUT", "/books/v3/settings/currencies/{currency_id}"),
      .served("DELETE", "/books/v3/settings/currencies/{currency_id}"),
      .served("GET", "/books/v3/settings/currencies/{currency_id}/exchangerates"),
      .served("POST", "/books/v3/settings/currencies/{currency_id}/exchangerates"),
      .served(
        "GET", "/books/v3/settings/currencies/{currency_id}/exchangerates/{exchange_rate_id}"),
      .served(
        "PUT", "/books/v3/settings/currencies/{currency_id}/exchangerates/{exchange_rate_id}"),
      .served(
        "DELETE", "/books/v3/settings/currencies/{currency_id}/exchangerates/{exchange_rate_id}"),
    ])

  private static let openingBalance = OfficialArea(
    .books, "opening-balance",
    [
      .unknown("GET", "/books/v3/settings/openingbalances"),
      .served("POST", "/books/v3/settings/openingbalances"),
      .unknown("PUT", "/books/v3/settings/openingbalances"),
      .unknown("DELETE", "/books/v3/settings/openingbalances"),
    ])
}
