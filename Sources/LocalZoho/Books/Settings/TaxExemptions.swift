/// Why a customer or an item is not taxed. https://www.zoho.com/books/api/v3/taxes/
enum TaxExemptions {
  static let routes = exemptions.routes

  static let exemptions = BooksResource(
    kind: "tax_exemption", path: "settings/taxexemptions", scope: "settings",
    title: "Tax exemption",
    keys: BooksResource.Keys(
      id: "tax_exemption_id", one: "tax_exemption", many: "tax_exemptions"),
    messages: BooksResource.Messages(
      created: "Tax Exemption has been added.", updated: "Tax Exemption has been updated.",
      deleted: "Tax exemption has been deleted successfully.", createdStatus: 200),
    members: [
      .text("tax_exemption_code", limit: 100, required: true), .text("description", limit: 500),
      .word("type", ["customer", "item"], required: true),
    ],
    unique: "tax_exemption_code", showsStatus: false)
}
