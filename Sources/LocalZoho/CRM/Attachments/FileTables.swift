import GRDB

/// Files that clients sent, and what hangs on records.
enum FileTables {
  static let migrations = [
    ZohoStore.Migration(name: "crm files 1: files and attachments") { db in
      try db.execute(
        sql: """
          CREATE TABLE crm_files (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, content_type TEXT NOT NULL,
            content BLOB NOT NULL, created_time INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE crm_attachments (
            id INTEGER PRIMARY KEY, module TEXT NOT NULL, record_id INTEGER NOT NULL,
            name TEXT NOT NULL, file_id TEXT REFERENCES crm_files (id), link_url TEXT,
            size INTEGER NOT NULL, created_by INTEGER NOT NULL, created_time INTEGER NOT NULL
          );
          CREATE INDEX crm_attachments_of_record ON crm_attachments (module, record_id);
          """)
    }
  ]
}
