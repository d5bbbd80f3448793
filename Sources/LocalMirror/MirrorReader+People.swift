import GRDB
import Sales

extension MirrorReader {
  /// A person.
  public func contact(_ id: Contact.ID) throws -> Contact? {
    try contacts("WHERE id = ?", [id.rawValue]).first
  }

  /// The people at a company, by name.
  public func contacts(of account: Account.ID) throws -> [Contact] {
    try contacts("WHERE account_id = ? ORDER BY name COLLATE NOCASE, id", [account.rawValue])
  }

  private func contacts(_ rest: String, _ arguments: StatementArguments) throws -> [Contact] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, name, title, email, phone, mobile, account_id, account_name, modified
        FROM contacts \(rest)
        """, arguments: arguments
    ).map {
      Contact(
        id: Contact.ID($0[0]), name: $0[1], title: $0[2], email: $0[3], phone: $0[4],
        mobile: $0[5], account: Stored.reference($0[6], $0[7]),
        modifiedTime: Stored.date($0[8]))
    }
  }

  /// A company.
  public func account(_ id: Account.ID) throws -> Account? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, name, phone, website, industry, billing_address, modified FROM accounts
        WHERE id = ?
        """, arguments: [id.rawValue]
    ).map {
      Account(
        id: Account.ID($0[0]), name: $0[1], phone: $0[2], website: $0[3], industry: $0[4],
        billingAddress: $0[5], modifiedTime: Stored.date($0[6]))
    }
  }

  /// People of CRM and of Books with every word in their name, address or company, by name.
  public func persons(matching words: String, limit: Int) throws -> [PersonMatch] {
    let (condition, arguments) = SearchWords.condition("words", SearchWords.split(words))
    return try Row.fetchAll(
      db,
      sql: """
        SELECT name, email, company FROM (
          SELECT name, email, account_name AS company, words FROM contacts
          WHERE email <> ''
          UNION ALL
          SELECT p.name, p.email, c.name, p.words || char(10) || c.folded_name
          FROM persons AS p JOIN customers AS c ON c.id = p.customer WHERE p.email <> '')
        WHERE \(condition) GROUP BY lower(email) ORDER BY name COLLATE NOCASE, email LIMIT ?
        """, arguments: arguments + [limit]
    ).map { PersonMatch(name: $0[0], email: $0[1], company: $0[2]) }
  }
}
