import GRDB

/// The picture of a record, or of the organization.
enum PhotoTables {
  static let migrations = [
    ZohoStore.Migration(name: "crm photos 1: pictures of records") { db in
      try db.execute(
        sql: """
          CREATE TABLE crm_photos (
            owner_id INTEGER PRIMARY KEY, file_id TEXT NOT NULL REFERENCES crm_files (id)
          )
          """)
    }
  ]
}
