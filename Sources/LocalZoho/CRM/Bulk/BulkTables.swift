import GRDB

/// Bulk jobs, and the files that they take.
enum BulkTables {
  static let migrations = [
    ZohoStore.Migration(name: "crm bulk 1: jobs and uploads") { db in
      try db.execute(
        sql: """
          CREATE TABLE crm_uploads (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, content BLOB NOT NULL,
            created_time INTEGER NOT NULL
          );
          CREATE TABLE crm_bulk_jobs (
            id INTEGER PRIMARY KEY, operation TEXT NOT NULL, request TEXT NOT NULL,
            base_url TEXT NOT NULL, user_id TEXT NOT NULL, client_id TEXT NOT NULL,
            created_time REAL NOT NULL, due_time REAL NOT NULL, is_finished BOOLEAN NOT NULL,
            outcome TEXT, file_name TEXT, content BLOB, next_page_token TEXT UNIQUE,
            callback_is_due BOOLEAN NOT NULL
          );
          CREATE INDEX crm_bulk_jobs_due ON crm_bulk_jobs (is_finished, due_time);
          CREATE TABLE crm_bulk_downloads (time REAL NOT NULL);
          """)
    }
  ]
}
