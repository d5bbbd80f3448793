import GRDB

/// The tables of the mirror. Migrations are only ever appended.
///
/// Amounts that are added up are whole thousandths of a currency's unit, which every currency's
/// smallest coin is a multiple of; a finer amount also keeps its exact text. Days are `yyyy-MM-dd`,
/// times are milliseconds since 1970.
enum MirrorSchema {
  static let migrations = [
    organization, sales, books, people, billing, reports, agenda, pipeline, inbox,
  ]

  static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  static func migrate(_ db: Database) throws {
    let found = try version(db)
    guard found <= migrations.count else {
      throw MirrorError.damaged(reason: "a newer program wrote it (schema \(found))")
    }
    for migration in migrations.dropFirst(found) { try db.execute(sql: migration) }
    if found < migrations.count {
      try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
    }
  }

  private static let organization = """
    CREATE TABLE generation (number INTEGER NOT NULL);
    INSERT INTO generation VALUES (0);
    CREATE TABLE cursors (
      module TEXT PRIMARY KEY, position TEXT, synced INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE organization (
      crm_id TEXT NOT NULL, books_id TEXT NOT NULL, name TEXT NOT NULL, currency TEXT NOT NULL,
      edition TEXT NOT NULL
    );
    CREATE TABLE users (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, is_active INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE pipelines (
      id TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL, is_default INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE stages (
      pipeline TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
      probability INTEGER NOT NULL, outcome TEXT NOT NULL,
      PRIMARY KEY (pipeline, place)
    ) WITHOUT ROWID;
    CREATE TABLE fields (
      module TEXT NOT NULL, place INTEGER NOT NULL, api_name TEXT NOT NULL, label TEXT NOT NULL,
      data_type TEXT NOT NULL, is_required INTEGER NOT NULL, is_read_only INTEGER NOT NULL,
      choices TEXT NOT NULL,
      PRIMARY KEY (module, place)
    ) WITHOUT ROWID;
    """

  private static let sales = """
    CREATE TABLE deals (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
      amount INTEGER, exact_amount TEXT, currency TEXT,
      stage TEXT NOT NULL, pipeline TEXT NOT NULL, closing TEXT, probability INTEGER,
      account_id TEXT, account_name TEXT, contact_id TEXT, contact_name TEXT,
      owner_id TEXT, owner_name TEXT, next_step TEXT, note TEXT,
      created INTEGER NOT NULL, modified INTEGER NOT NULL, modified_by TEXT,
      last_activity INTEGER, next_day TEXT, next_activity TEXT
    );
    CREATE INDEX deals_by_next ON deals(pipeline, next_day);
    CREATE INDEX deals_by_stage ON deals(pipeline, stage, next_day);
    CREATE INDEX deals_by_name ON deals(pipeline, name COLLATE NOCASE);
    CREATE INDEX deals_by_account ON deals(pipeline, account_name COLLATE NOCASE);
    CREATE INDEX deals_by_amount ON deals(pipeline, amount);
    CREATE INDEX deals_by_closing ON deals(pipeline, closing);
    CREATE INDEX deals_by_owner ON deals(pipeline, owner_name COLLATE NOCASE);
    CREATE INDEX deals_of_account ON deals(account_id);

    CREATE TABLE deal_search (
      deal INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, words TEXT NOT NULL,
      stage TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, next_day TEXT
    );
    CREATE TABLE deal_totals (
      pipeline TEXT NOT NULL, stage TEXT NOT NULL, currency TEXT NOT NULL, count INTEGER NOT NULL,
      amount INTEGER NOT NULL, weighted INTEGER NOT NULL, unweighted INTEGER NOT NULL,
      PRIMARY KEY (pipeline, stage, currency)
    ) WITHOUT ROWID;
    CREATE TABLE deal_days (
      pipeline TEXT NOT NULL, stage TEXT NOT NULL, day TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (pipeline, stage, day)
    ) WITHOUT ROWID;

    CREATE TABLE contacts (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT, email TEXT, phone TEXT, mobile TEXT,
      account_id TEXT, account_name TEXT, modified INTEGER NOT NULL, words TEXT NOT NULL
    );
    CREATE INDEX contacts_of_account ON contacts(account_id);
    CREATE TABLE accounts (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT, website TEXT, industry TEXT,
      billing_address TEXT, modified INTEGER NOT NULL
    );
    CREATE TABLE activities (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, day TEXT, time INTEGER,
      is_done INTEGER NOT NULL, deal TEXT, contact TEXT, owner_id TEXT, owner_name TEXT,
      modified INTEGER NOT NULL
    );
    CREATE INDEX activities_of_deal ON activities(deal, is_done, day, time);
    CREATE TABLE notes (
      id TEXT PRIMARY KEY, title TEXT, content TEXT NOT NULL, parent TEXT NOT NULL, author TEXT,
      created INTEGER NOT NULL, modified INTEGER NOT NULL
    );
    CREATE INDEX notes_of_parent ON notes(parent, created);
    CREATE TABLE stage_changes (
      deal TEXT NOT NULL, place INTEGER NOT NULL, stage TEXT NOT NULL, time INTEGER NOT NULL,
      changed_by TEXT,
      PRIMARY KEY (deal, place)
    ) WITHOUT ROWID;
    """

  private static let books = """
    CREATE TABLE customers (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, folded_name TEXT NOT NULL, email TEXT,
      account TEXT, is_active INTEGER NOT NULL, modified INTEGER NOT NULL, words TEXT NOT NULL,
      content TEXT NOT NULL
    );
    CREATE INDEX customers_of_account ON customers(account);
    CREATE INDEX customers_by_name ON customers(folded_name);
    CREATE INDEX customers_by_email ON customers(email);
    CREATE TABLE persons (
      customer TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
      folded_email TEXT NOT NULL, is_primary INTEGER NOT NULL, words TEXT NOT NULL,
      PRIMARY KEY (customer, id)
    ) WITHOUT ROWID;
    CREATE INDEX persons_by_email ON persons(folded_email);
    CREATE TABLE items (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, is_active INTEGER NOT NULL, words TEXT NOT NULL,
      content TEXT NOT NULL
    );
    CREATE TABLE taxes (id TEXT PRIMARY KEY, name TEXT NOT NULL, percentage TEXT NOT NULL);

    CREATE TABLE invoices (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL,
      status TEXT NOT NULL, standing TEXT NOT NULL, sort_day TEXT NOT NULL,
      customer_id TEXT NOT NULL, customer_name TEXT NOT NULL, date TEXT NOT NULL, due TEXT,
      reference TEXT NOT NULL, currency TEXT NOT NULL,
      total INTEGER NOT NULL, exact_total TEXT, balance INTEGER NOT NULL, exact_balance TEXT,
      deal TEXT, is_emailed INTEGER NOT NULL, modified INTEGER NOT NULL
    );
    CREATE INDEX invoices_by_standing ON invoices(standing, sort_day);
    CREATE INDEX invoices_of_customer ON invoices(customer_id);
    CREATE INDEX invoices_of_deal ON invoices(deal);
    CREATE TABLE invoice_words (invoice INTEGER PRIMARY KEY, words TEXT NOT NULL);
    CREATE TABLE invoice_totals (
      standing TEXT NOT NULL, day TEXT NOT NULL, currency TEXT NOT NULL, count INTEGER NOT NULL,
      total INTEGER NOT NULL, balance INTEGER NOT NULL,
      PRIMARY KEY (standing, day, currency)
    ) WITHOUT ROWID;
    CREATE TABLE invoice_details (id TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE invoice_events (
      invoice TEXT NOT NULL, place INTEGER NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (invoice, place)
    ) WITHOUT ROWID;
    CREATE TABLE payments (
      id TEXT PRIMARY KEY, date TEXT NOT NULL, modified INTEGER NOT NULL, content TEXT NOT NULL
    );
    CREATE TABLE payment_applications (
      invoice TEXT NOT NULL, payment TEXT NOT NULL, PRIMARY KEY (invoice, payment)
    ) WITHOUT ROWID;
    CREATE INDEX applications_of_payment ON payment_applications(payment);
    """
}
