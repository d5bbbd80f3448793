import GRDB

/// Tables that every product uses.
enum CoreTables {
  static let migrations = [
    ZohoStore.Migration(name: "core 1: meta, ids, effects, mail") { db in
      try db.execute(
        sql: """
          CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE id_sequence (product TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

          CREATE TABLE effects (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            time TEXT NOT NULL,
            product TEXT NOT NULL,
            verb TEXT NOT NULL,
            module TEXT NOT NULL,
            record_id TEXT NOT NULL,
            summary TEXT NOT NULL
          );
          CREATE TRIGGER effects_stay BEFORE UPDATE ON effects
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
          CREATE TRIGGER effects_remain BEFORE DELETE ON effects
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

          CREATE TABLE mail (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            time TEXT NOT NULL,
            sender TEXT NOT NULL,
            recipients TEXT NOT NULL,
            subject TEXT NOT NULL,
            message BLOB NOT NULL
          );

          CREATE TABLE organization (
            crm_id TEXT NOT NULL,
            zgid TEXT NOT NULL,
            books_id TEXT NOT NULL,
            name TEXT NOT NULL,
            primary_email TEXT NOT NULL,
            currency TEXT NOT NULL,
            edition TEXT NOT NULL,
            seats INTEGER NOT NULL,
            books_plan TEXT NOT NULL
          );

          CREATE TABLE users (
            id TEXT PRIMARY KEY,
            zuid TEXT NOT NULL,
            first_name TEXT NOT NULL,
            last_name TEXT NOT NULL,
            email TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL,
            profile TEXT NOT NULL,
            status TEXT NOT NULL,
            sequence INTEGER NOT NULL
          );
          """)
      try Organization.standard.insert(db)
      try User.administrator.insert(db)
    }
  ]
}
