/// What operations are about, with the operations: the invoices of Books, the tags of CRM.
public struct Resource: Hashable, Sendable {
  /// Whose API it is.
  public let product: Product
  /// The name on a command line: `credit-notes`.
  public let name: String
  /// The operations, in the order in which help lists them.
  public let operations: [Operation]

  /// The operation of that verb, whatever way its words are joined.
  public subscript(verb: String) -> Operation? {
    operations.first { Self.plain($0.verb) == Self.plain(verb) }
  }
}

extension Resource {
  /// All that Zoho can be asked for by its tables.
  ///
  /// - Parameter product: CRM or Books; the sign-in server has no table.
  public static func all(of product: Product) -> [Resource] {
    switch product {
    case .crm: crmTable
    case .books: booksTable
    case .accounts, .other: []
    }
  }

  /// The resource of that name; hyphens and case do not matter: `creditnotes`, `credit_notes`.
  public static func named(_ name: String, of product: Product) -> Resource? {
    all(of: product).first { plain($0.name) == plain(name) }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }

  private static let crmTable: [Resource] = [
    crmRecords, crmRelations, crmSharing, crmMassActions, crmBulk, crmSettings, crmFieldSettings,
    crmPeople, crmOrganization, crmMessages,
  ].flatMap { $0 }

  private static let booksTable: [Resource] = [
    booksContacts, booksItems, booksSales, booksInvoices, booksPayments, booksPurchases,
    booksBanking, booksProjects, booksAccounting, booksSettings,
  ].flatMap { $0 }
}
