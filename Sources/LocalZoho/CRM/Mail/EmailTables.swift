import GRDB

/// Mail that was sent from records.
enum EmailTables {
  static let migrations = [
    ZohoStore.Migration(name: "crm mail 1: emails of records") { db in
      try db.execute(
        sql: """
          CREATE TABLE crm_emails (
            id INTEGER PRIMARY KEY, message_id TEXT NOT NULL UNIQUE, module TEXT NOT NULL,
            record_id INTEGER NOT NULL, owner_id TEXT NOT NULL, facts TEXT NOT NULL,
            content TEXT NOT NULL, sent_time INTEGER NOT NULL
          );
          CREATE INDEX crm_emails_of_record ON crm_emails (module, record_id);
          """)
    }
  ]
}
