/// What shells complete.
enum Completions {
  /// Modules of CRM, by API name. Others can be typed.
  static let modules = [
    "Accounts", "Calls", "Contacts", "Deals", "Events", "Invoices", "Leads", "Notes", "Products",
    "Quotes", "Tasks",
  ]
}
