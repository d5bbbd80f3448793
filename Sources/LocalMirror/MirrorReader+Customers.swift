import FoundationEssentials
import GRDB
import Sales

extension MirrorReader {
  /// A customer.
  public func customer(_ id: Customer.ID) throws -> Customer? {
    try customers("WHERE id = ?", [id.rawValue]).first
  }

  /// The people at a customer who get mail, the primary one first.
  public func persons(of customer: Customer.ID) throws -> [Customer.Person] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, name, email, is_primary FROM persons WHERE customer = ?
        ORDER BY is_primary DESC, name COLLATE NOCASE, id
        """, arguments: [customer.rawValue]
    ).map { Customer.Person(id: Identifier($0[0]), name: $0[1], email: $0[2], isPrimary: $0[3]) }
  }

  /// Active customers with every word in their name, company or address, by name.
  public func customers(matching words: String, limit: Int) throws -> [Customer] {
    let (condition, arguments) = SearchWords.condition("words", SearchWords.split(words))
    return try customers(
      "WHERE is_active AND \(condition) ORDER BY folded_name, id LIMIT ?",
      arguments + [limit])
  }

  /// The customer that an account is: by Books' link, else by an address of its people (the given
  /// contact first), else by its name.
  ///
  /// Addresses and names count only when they lead to one active customer: a wrong guess would bill
  /// somebody else.
  public func customer(
    for account: Account.ID, contact: Contact.ID? = nil
  ) throws -> CustomerMatch? {
    if let customer = try customers(linkedTo: .account(account)).first {
      return CustomerMatch(customer: customer, way: .linked)
    }
    if let first = try contact.flatMap({ try self.contact($0)?.email }),
      let customer = try only(customers(withAddress: [first]))
    {
      return CustomerMatch(customer: customer, way: .email)
    }
    let addresses = try contacts(of: account).compactMap(\.email)
    if let customer = try only(customers(withAddress: addresses)) {
      return CustomerMatch(customer: customer, way: .email)
    }
    guard let name = try self.account(account)?.name else { return nil }
    return try only(customers(named: name)).map { CustomerMatch(customer: $0, way: .name) }
  }

  private func only(_ found: [Customer]) -> Customer? { found.count == 1 ? found[0] : nil }

  func customers(_ rest: String, _ arguments: StatementArguments) throws -> [Customer] {
    try String.fetchAll(
      db, sql: "SELECT content FROM customers " + rest, arguments: arguments
    ).map { try Stored.value(Customer.self, $0) }
  }

  /// Active items with every word in their name or description, by name.
  public func items(matching words: String, limit: Int) throws -> [Item] {
    let (condition, arguments) = SearchWords.condition("words", SearchWords.split(words))
    return try String.fetchAll(
      db,
      sql: """
        SELECT content FROM items WHERE is_active AND \(condition)
        ORDER BY name COLLATE NOCASE, id LIMIT ?
        """, arguments: arguments + [limit]
    ).map { try Stored.value(Item.self, $0) }
  }

  /// The taxes, by name.
  public func taxes() throws -> [Tax] {
    try Row.fetchAll(
      db, sql: "SELECT id, name, percentage FROM taxes ORDER BY name COLLATE NOCASE, id"
    ).map { row in
      guard let percentage = Decimal(string: row[2]) else {
        throw MirrorError.damaged(reason: "the rate of a tax")
      }
      return Tax(id: Tax.ID(row[0]), name: row[1], percentage: percentage)
    }
  }
}
