/// What is sold and bought, at which prices and taxes.
///
/// <https://www.zoho.com/books/api/v3/items/>
extension Resource {
  static let booksItems: [Resource] = [
    .books(
      "items", id: "item_id", one: "item", scope: "settings",
      .records(
        "an item", "items",
        """
        name~ description~ rate# tax_id tax_name is_taxable tax_exemption_id account_id search_text
        sat_item_key_code unitkey_code filter_by=Status.All|.Active|.Inactive
        sort_column=name|rate|tax_name
        """),
      .byUniqueField("an item"), .customFields("item"), .activity,
      [.get("details", "/itemdetails", "several items in full", "item_ids!", gives: .rows("items"))]
    ),
    .books(
      "pricebooks", id: "pricebook_id", one: "pricebook", scope: "settings",
      .records(
        "a price list", "price lists",
        "filter_by=Status.All|.Active|.Inactive sort_column=name"), .activity),
    .books(
      "taxes", at: "/settings/taxes", id: "tax_id", one: "tax", many: "taxes", scope: "settings",
      .records("a tax", "taxes")),
    .books(
      "tax-groups", at: "/settings/taxgroups", id: "tax_group_id", one: "tax_group",
      scope: "settings",
      [
        .get("show", "{id}", "a group of taxes"), .create("create", "", "make a group of taxes"),
        .update("update", "{id}", "change a group of taxes"),
        .delete("delete", "{id}", "delete a group of taxes"),
      ]),
    .books(
      "tax-authorities", at: "/settings/taxauthorities", id: "tax_authority_id",
      one: "tax_authority", many: "tax_authorities", scope: "settings",
      .records("a tax authority", "tax authorities")),
    .books(
      "tax-exemptions", at: "/settings/taxexemptions", id: "tax_exemption_id", one: "tax_exemption",
      scope: "settings", .records("a tax exemption", "tax exemptions")),
    .books(
      "currencies", at: "/settings/currencies", id: "currency_id", one: "currency",
      many: "currencies", scope: "settings",
      .records("a currency", "currencies", "filter_by=Currencies.ExcludeBaseCurrency"),
      [
        .list(
          "rates", "{id}/exchangerates", "exchange rates",
          "from_date is_current_date sort_column=effective_date", gives: "exchange_rates"),
        .get(
          "rate", "{id}/exchangerates/{exchange_rate_id}", "one exchange rate",
          gives: .record("exchange_rate")),
        .create(
          "add-rate", "{id}/exchangerates", "set the rate of a day", gives: .record("exchange_rate")
        ),
        .update(
          "edit-rate", "{id}/exchangerates/{exchange_rate_id}", "change a rate",
          gives: .record("exchange_rate")),
        .delete("delete-rate", "{id}/exchangerates/{exchange_rate_id}", "delete a rate"),
      ]),
  ]
}
