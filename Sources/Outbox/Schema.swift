import GRDB

/// The tables of the journal. Migrations are only ever appended.
enum Schema {
  static let migrations = [first, links, holds]

  static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  static func migrate(_ db: Database) throws {
    let found = try version(db)
    guard found <= migrations.count else {
      throw OutboxError.newerSchema(found: found, known: migrations.count)
    }
    for migration in migrations.dropFirst(found) { try db.execute(sql: migration) }
    if found < migrations.count {
      try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
    }
  }

  /// Times are milliseconds since 1970.
  private static let first = """
    CREATE TABLE intents (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      class TEXT NOT NULL,
      organization TEXT NOT NULL,
      data_centre TEXT NOT NULL,
      record TEXT NOT NULL,
      work TEXT NOT NULL,
      body BLOB NOT NULL,
      body_hash TEXT NOT NULL,
      tag TEXT,
      depends_on TEXT REFERENCES intents(id),
      undoes TEXT,
      draft TEXT,
      summary TEXT NOT NULL,
      created INTEGER NOT NULL,
      state TEXT NOT NULL,
      state_since INTEGER NOT NULL,
      reason TEXT,
      returned_id TEXT,
      not_before INTEGER,
      approved INTEGER,
      automatic_resends INTEGER NOT NULL DEFAULT 0,
      dispatched INTEGER,
      next_probe INTEGER,
      is_dismissed INTEGER NOT NULL DEFAULT 0,
      owner_pid INTEGER,
      owner_ticks TEXT,
      owner_boot TEXT
    );
    CREATE INDEX intents_by_state ON intents(state);
    CREATE INDEX intents_by_record ON intents(record);
    CREATE INDEX intents_by_draft ON intents(draft);
    CREATE INDEX intents_by_dependency ON intents(depends_on);

    CREATE TABLE attempts (
      intent TEXT NOT NULL REFERENCES intents(id),
      number INTEGER NOT NULL,
      phase TEXT NOT NULL,
      owner_pid INTEGER NOT NULL,
      owner_ticks TEXT NOT NULL,
      owner_boot TEXT NOT NULL,
      journaled INTEGER NOT NULL,
      is_approved INTEGER NOT NULL,
      request_hash TEXT NOT NULL,
      bytes_written INTEGER NOT NULL DEFAULT 0,
      answered INTEGER,
      status INTEGER,
      code TEXT,
      server_date INTEGER,
      error_class TEXT,
      ending TEXT,
      PRIMARY KEY (intent, number)
    ) WITHOUT ROWID;

    CREATE TABLE probes (
      seq INTEGER PRIMARY KEY,
      intent TEXT NOT NULL REFERENCES intents(id),
      attempt INTEGER NOT NULL,
      time INTEGER NOT NULL,
      word TEXT NOT NULL,
      detail TEXT
    );
    CREATE INDEX probes_by_intent ON probes(intent, attempt);

    CREATE TABLE transitions (
      seq INTEGER PRIMARY KEY,
      intent TEXT NOT NULL REFERENCES intents(id),
      time INTEGER NOT NULL,
      from_state TEXT,
      to_state TEXT NOT NULL,
      reason TEXT
    );
    CREATE INDEX transitions_by_intent ON transitions(intent);

    CREATE TABLE drafts (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      content TEXT NOT NULL,
      edited INTEGER NOT NULL,
      discarded INTEGER
    ) WITHOUT ROWID;

    CREATE TABLE payment_drafts (
      tag TEXT PRIMARY KEY,
      content TEXT NOT NULL,
      edited INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  /// Which customer of Books a record of CRM is.
  private static let links = """
    CREATE TABLE party_links (
      module TEXT NOT NULL,
      record TEXT NOT NULL,
      content TEXT NOT NULL,
      saved INTEGER NOT NULL,
      PRIMARY KEY (module, record)
    ) WITHOUT ROWID;
    """

  /// What is held back until its holder releases it.
  private static let holds = """
    ALTER TABLE intents ADD COLUMN held_until INTEGER;
    CREATE INDEX intents_held ON intents(held_until) WHERE held_until IS NOT NULL;
    """
}
