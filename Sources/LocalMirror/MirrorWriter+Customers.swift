import GRDB
import Sales

extension MirrorWriter {
  /// Saves customers.
  public func save(customers: [Customer]) throws {
    let put = try db.cachedStatement(
      sql: """
        INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name,
          folded_name = excluded.folded_name, email = excluded.email,
          account = excluded.account, is_active = excluded.is_active,
          modified = excluded.modified, words = excluded.words, content = excluded.content
        WHERE excluded.modified >= modified
        """)
    for customer in customers {
      try put.execute(arguments: [
        customer.id.rawValue, customer.name, SearchWords.folded(customer.name),
        customer.email.map { SearchWords.folded($0) }, customer.account?.rawValue,
        customer.isActive, Stored.time(customer.modifiedTime),
        SearchWords.folded(customer.name, customer.company, customer.email),
        try Stored.json(customer),
      ])
    }
  }

  /// Puts these persons in place of all of the customer.
  public func replace(persons: [Customer.Person], of customer: Customer.ID) throws {
    try deleteRows([customer.rawValue], from: "persons", column: "customer")
    for person in persons {
      try db.execute(
        sql: "INSERT OR REPLACE INTO persons VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          customer.rawValue, person.id.rawValue, person.name, person.email,
          SearchWords.folded(person.email), person.isPrimary,
          SearchWords.folded(person.name, person.email),
        ])
    }
  }

  /// Saves items.
  public func save(items: [Item]) throws {
    for item in items {
      try db.execute(
        sql: "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?)",
        arguments: [
          item.id.rawValue, item.name, item.isActive,
          SearchWords.folded(item.name, item.description), try Stored.json(item),
        ])
    }
  }

  /// Puts these taxes in place of all.
  public func replace(taxes: [Tax]) throws {
    try db.execute(sql: "DELETE FROM taxes")
    for tax in taxes {
      try db.execute(
        sql: "INSERT OR REPLACE INTO taxes VALUES (?, ?, ?)",
        arguments: [tax.id.rawValue, tax.name, tax.percentage.description])
    }
  }
}
