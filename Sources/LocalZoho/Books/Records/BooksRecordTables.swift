import GRDB

/// Where the many small kinds of record live: a row each, with its members as JSON. What sums are
/// taken of is a posting to an account.
enum BooksRecordTables {
  static let migration = ZohoStore.Migration(name: "books 3: records, postings, files") { db in
    try db.execute(sql: tables)
    try StandardAccounts.insert(db)
    try PaymentTermsCalls.insertStandard(db)
  }

  private static let tables = """
    CREATE TABLE books_records (
      record_id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      parent_id INTEGER,
      status TEXT NOT NULL,
      members TEXT NOT NULL,
      created_time INTEGER NOT NULL,
      last_modified_time INTEGER NOT NULL
    );
    CREATE INDEX books_records_by_kind ON books_records (kind, created_time, record_id);
    CREATE INDEX books_records_by_parent ON books_records (parent_id, kind);

    CREATE TABLE books_postings (
      posting_id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES books_records,
      source_id INTEGER NOT NULL,
      source_kind TEXT NOT NULL,
      date TEXT NOT NULL,
      debit INTEGER NOT NULL,
      bcy_debit INTEGER NOT NULL
    );
    CREATE INDEX books_postings_by_account ON books_postings (account_id, date, posting_id);
    CREATE INDEX books_postings_by_source ON books_postings (source_id);

    ALTER TABLE books_items ADD COLUMN extra TEXT NOT NULL DEFAULT '{}';
    """
}
