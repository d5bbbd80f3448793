/// Whom taxes are paid to. https://www.zoho.com/books/api/v3/taxes/
enum TaxAuthorities {
  static let routes = authorities.routes

  static let authorities = BooksResource(
    kind: "tax_authority", path: "settings/taxauthorities", scope: "settings",
    title: "Tax authority",
    keys: BooksResource.Keys(
      id: "tax_authority_id", one: "tax_authority", many: "tax_authorities"),
    messages: BooksResource.Messages(
      created: "Tax Authority has been added.",
      updated: "Tax Authority information has been updated.",
      deleted: "Tax authority has been deleted."),
    members: [
      .text("tax_authority_name", limit: 100, required: true), .text("description", limit: 500),
      .text("registration_number", limit: 100), .text("registration_number_label", limit: 100),
    ],
    unique: "tax_authority_name", showsStatus: false)
}
