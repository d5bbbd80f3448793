import GRDB
import Sales

extension MirrorWriter {
  /// Saves contacts.
  public func save(contacts: [Contact]) throws {
    let put = try db.cachedStatement(
      sql: """
        INSERT INTO contacts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title,
          email = excluded.email, phone = excluded.phone, mobile = excluded.mobile,
          account_id = excluded.account_id, account_name = excluded.account_name,
          modified = excluded.modified, words = excluded.words
        WHERE excluded.modified >= modified
        """)
    for contact in contacts {
      try put.execute(arguments: [
        contact.id.rawValue, contact.name, contact.title, contact.email, contact.phone,
        contact.mobile, contact.account?.id.rawValue, contact.account?.name,
        Stored.time(contact.modifiedTime),
        SearchWords.folded(
          contact.name, contact.email, contact.account?.name, contact.phone, contact.mobile),
      ])
    }
  }

  /// Saves accounts.
  public func save(accounts: [Account]) throws {
    let put = try db.cachedStatement(
      sql: """
        INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, phone = excluded.phone,
          website = excluded.website, industry = excluded.industry,
          billing_address = excluded.billing_address, modified = excluded.modified,
          words = excluded.words
        WHERE excluded.modified >= modified
        """)
    for account in accounts {
      try put.execute(arguments: [
        account.id.rawValue, account.name, account.phone, account.website, account.industry,
        account.billingAddress, Stored.time(account.modifiedTime),
        SearchWords.folded(
          account.name, account.website, account.phone, account.industry, account.billingAddress),
      ])
    }
  }

  /// Saves notes.
  public func save(notes: [Note]) throws {
    let put = try db.cachedStatement(
      sql: """
        INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, content = excluded.content,
          parent = excluded.parent, author = excluded.author, created = excluded.created,
          modified = excluded.modified
        WHERE excluded.modified >= modified
        """)
    for note in notes {
      try put.execute(arguments: [
        note.id.rawValue, note.title, note.content, note.parent, note.author,
        Stored.time(note.createdTime), Stored.time(note.modifiedTime),
      ])
    }
  }
}

extension MirrorWriter {
  /// Saves leads.
  public func save(leads: [Lead]) throws {
    let put = try db.cachedStatement(
      sql: """
        INSERT INTO leads VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, company = excluded.company,
          email = excluded.email, phone = excluded.phone, status = excluded.status,
          modified = excluded.modified, words = excluded.words
        WHERE excluded.modified >= modified
        """)
    for lead in leads {
      try put.execute(arguments: [
        lead.id.rawValue, lead.name, lead.company, lead.email, lead.phone, lead.status,
        Stored.time(lead.modifiedTime),
        SearchWords.folded(lead.name, lead.company, lead.email, lead.phone, lead.status),
      ])
    }
  }
}
