import FoundationEssentials
import GRDB
import Sales

extension Journal {
  /// Keeps which customer a party of CRM is, and what both agree on now.
  public func save(_ link: PartyLink, at now: Date) throws {
    let content = try Stored.json(link)
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO party_links (module, record, content, saved) VALUES (?, ?, ?, ?)
          """,
        arguments: [link.party.module, link.party.id, content, Stored.time(now)])
    }
  }

  /// Which customer a party is, if it was ever brought in step.
  public func link(of party: Party) throws -> PartyLink? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT content FROM party_links WHERE module = ? AND record = ?",
        arguments: [party.module, party.id]
      ).map { try Stored.value(PartyLink.self, $0) }
    }
  }
}
