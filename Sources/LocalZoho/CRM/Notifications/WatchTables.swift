import GRDB

/// Who wants to be told of changes.
enum WatchTables {
  static let migrations = [
    ZohoStore.Migration(name: "crm watch 1: channels") { db in
      try db.execute(
        sql: """
          CREATE TABLE crm_watches (
            channel_id TEXT NOT NULL, user_id TEXT NOT NULL, module TEXT NOT NULL,
            operations TEXT NOT NULL, notify_url TEXT NOT NULL, token TEXT,
            expiry INTEGER NOT NULL, notifies_related BOOLEAN NOT NULL,
            returns_values BOOLEAN NOT NULL, condition TEXT, after_effect INTEGER NOT NULL,
            base_url TEXT NOT NULL, PRIMARY KEY (user_id, channel_id, module)
          );
          """)
    }
  ]
}
