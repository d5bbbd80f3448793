/// Price lists, which Zoho's descriptions leave out and clients use all the same.
enum PriceBooks {
  static let routes: [BooksRoute] =
    pricebooks.routes
    + [
      pricebooks.statusRoute(
        "active", to: "active", "The price list has been marked as active."),
      pricebooks.statusRoute(
        "inactive", to: "inactive", "The price list has been marked as inactive."),
    ]

  static let pricebooks = BooksResource(
    kind: "pricebook", path: "pricebooks", scope: "settings", title: "Price list",
    keys: BooksResource.Keys(id: "pricebook_id", one: "pricebook", many: "pricebooks"),
    messages: BooksResource.Messages(
      created: "The price list has been created.", updated: "The price list has been updated.",
      deleted: "The price list has been deleted."),
    members: [
      .text("name", limit: 100, required: true), .text("description", limit: 500),
      .reference("currency_id", .currency),
      .word("pricebook_type", ["fixed_percentage", "per_item"]),
      .word("sales_or_purchase_type", ["sales", "purchases"]),
      .truth("is_increase"), .number("percentage", 0...100),
      .word("rounding_type", ["no_rounding", "round_to_dollar", "round_to_half_dollar"]),
      .lines(
        "pricebook_items", id: "pricebook_item_id",
        [
          .reference("item_id", .item, required: true),
          .number("pricebook_rate", required: true),
        ]),
    ],
    unique: "name", report: "Price Lists", filters: ["name"], sorts: ["name"], defaultSort: "name",
    prepare: { record, _, db in
      if record.text("currency_id").isEmpty {
        record.set("currency_id", .string(String(try Currency.base(db).id)))
      }
    },
    show: { record, json, _, _ in json["pricebook_name"] = .string(record.text("name")) })
}
