import GRDB

/// Which records are shared with whom.
enum ShareTables {
  static let migrations = [
    ZohoStore.Migration(name: "crm share 1: shared records") { db in
      try db.execute(
        sql: """
          CREATE TABLE crm_shares (
            module TEXT NOT NULL, record_id INTEGER NOT NULL, user_id INTEGER NOT NULL,
            permission TEXT NOT NULL, is_public BOOLEAN NOT NULL, with_related BOOLEAN NOT NULL,
            shared_by INTEGER NOT NULL, shared_time INTEGER NOT NULL,
            PRIMARY KEY (module, record_id, user_id)
          ) WITHOUT ROWID;
          """)
    }
  ]
}
