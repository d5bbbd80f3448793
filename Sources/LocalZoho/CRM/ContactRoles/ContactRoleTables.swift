import GRDB

/// The roles that contacts play in deals, and who plays which.
enum ContactRoleTables {
  static let migrations = [
    ZohoStore.Migration(name: "crm roles 1: contact roles") { db in
      try db.execute(
        sql: """
          CREATE TABLE crm_contact_roles (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE,
            sequence INTEGER NOT NULL
          );
          CREATE TABLE crm_deal_contacts (
            deal_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, role_id INTEGER,
            PRIMARY KEY (deal_id, contact_id)
          ) WITHOUT ROWID;
          CREATE INDEX crm_deal_contacts_of_contact ON crm_deal_contacts (contact_id);
          """)
      for (index, name) in standard.enumerated() {
        try db.execute(
          sql: "INSERT INTO crm_contact_roles (id, name, sequence) VALUES (?, ?, ?)",
          arguments: [4_150_868_000_000_006_801 + Int64(index), name, index + 1])
      }
    }
  ]

  private static let standard = [
    "Developer/Evaluator", "Decision Maker", "Purchasing", "Executive Sponsor",
    "Engineering Lead", "Economic Decision Maker", "Product Management",
  ]
}
