/// How much a sign-in asks for.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/scopes.html>,
/// <https://www.zoho.com/books/api/v3/oauth/#scopes>
public enum Access: String, Hashable, Sendable, CaseIterable {
  /// To look at everything and to change nothing.
  case readOnly = "read-only"
  /// To do everything the program can.
  case full

  /// Some scopes, and what the program needs them for.
  public struct Purpose: Hashable, Sendable {
    /// What for, in a few words.
    public let words: String
    /// Zoho's names of the scopes.
    public let scopes: [String]
  }

  /// What is asked for, in groups.
  public var purposes: [Purpose] {
    switch self {
    case .readOnly: Self.reading
    case .full: Self.writing
    }
  }

  /// All scopes, as they are asked for.
  public var scopes: [String] { purposes.flatMap(\.scopes) }

  /// Those of its scopes that are not covered by what was granted, which Zoho separates by blanks.
  public func missing(from granted: String) -> [String] {
    let granted = ScopeSet(granted)
    return scopes.filter { !granted.covers($0) }
  }

  private static let reading = [
    Purpose(
      words: "see deals, contacts, accounts and activities", scopes: ["ZohoCRM.modules.READ"]),
    Purpose(
      words: "know fields, layouts and pipelines", scopes: ["ZohoCRM.settings.READ"]),
    Purpose(
      words: "know who you are and your organization",
      scopes: ["ZohoCRM.users.READ", "ZohoCRM.org.READ"]),
    Purpose(
      words: "search and query", scopes: ["ZohoSearch.securesearch.READ", "ZohoCRM.coql.READ"]),
    Purpose(words: "read many records at once", scopes: ["ZohoCRM.bulk.READ"]),
    Purpose(
      words: "see invoices, payments and customers",
      scopes: [
        "ZohoBooks.contacts.READ", "ZohoBooks.invoices.READ", "ZohoBooks.customerpayments.READ",
        "ZohoBooks.creditnotes.READ", "ZohoBooks.estimates.READ", "ZohoBooks.settings.READ",
      ]),
  ]

  private static let writing = [
    Purpose(
      words: "see and change deals and contacts", scopes: ["ZohoCRM.modules.ALL"]),
    Purpose(
      words: "know fields and pipelines, keep tags",
      scopes: ["ZohoCRM.settings.READ", "ZohoCRM.settings.tags.ALL"]),
    Purpose(
      words: "know who you are and your organization",
      scopes: ["ZohoCRM.users.READ", "ZohoCRM.org.READ"]),
    Purpose(
      words: "search and query", scopes: ["ZohoSearch.securesearch.READ", "ZohoCRM.coql.READ"]),
    Purpose(
      words: "read and write many records at once",
      scopes: [
        "ZohoCRM.bulk.ALL", "ZohoFiles.files.ALL", "ZohoCRM.mass_update.ALL",
        "ZohoCRM.composite_requests.CUSTOM", "ZohoCRM.change_owner.CREATE",
      ]),
    Purpose(words: "send mail from a record", scopes: ["ZohoCRM.send_mail.all.CREATE"]),
    Purpose(words: "be told of changes", scopes: ["ZohoCRM.notifications.ALL"]),
    Purpose(
      words: "write, send and settle invoices", scopes: ["ZohoBooks.fullaccess.all"]),
  ]
}
