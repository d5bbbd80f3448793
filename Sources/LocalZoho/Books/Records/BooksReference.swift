import GRDB

/// What an id in a body may point to: where to look it up, and by which name replies show it.
struct BooksReference: Sendable {
  /// SQL up to the id: `SELECT contact_name FROM books_contacts WHERE contact_id =`.
  let lookup: String
  /// What takes the place of `_id` in the member that shows the name.
  var nameSuffix = "_name"

  /// Nil when there is nothing of that id.
  func name(of id: String, _ db: Database) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: lookup + " ?"), arguments: [id])
  }

  /// `customer_name` for `customer_id`.
  func nameMember(of member: String) -> String {
    (member.hasSuffix("_id") ? String(member.dropLast(3)) : member) + nameSuffix
  }

  static let contact = BooksReference(
    lookup: "SELECT contact_name FROM books_contacts WHERE contact_id =")
  static let customer = BooksReference(
    lookup: """
      SELECT contact_name FROM books_contacts WHERE contact_type <> 'vendor' AND contact_id =
      """)
  static let vendor = BooksReference(
    lookup: "SELECT contact_name FROM books_contacts WHERE contact_type = 'vendor' AND contact_id ="
  )
  static let currency = BooksReference(
    lookup: "SELECT currency_code FROM books_currencies WHERE currency_id =", nameSuffix: "_code")
  static let user = BooksReference(
    lookup: "SELECT trim(first_name || ' ' || last_name) FROM users WHERE id =")
  static let item = BooksReference(lookup: "SELECT name FROM books_items WHERE item_id =")
  static let tax = BooksReference(
    lookup: """
      SELECT name FROM (SELECT tax_id AS id, tax_name AS name FROM books_taxes
        UNION ALL SELECT tax_group_id, tax_group_name FROM books_tax_groups) WHERE id =
      """)
  static let account = record("account", named: "account_name")
  static let project = record("project", named: "project_name")

  /// A record of a kind.
  static func record(
    _ kind: String, named member: String, suffix: String = "_name"
  ) -> BooksReference {
    BooksReference(
      lookup: """
        SELECT \(BooksRecord.column(member)) FROM books_records
        WHERE kind = '\(kind)' AND record_id =
        """, nameSuffix: suffix)
  }
}
