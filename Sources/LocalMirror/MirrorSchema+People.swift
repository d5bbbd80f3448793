extension MirrorSchema {
  /// Leads, whole records, and the layouts that forms are made of. Names are in an index together with
  /// their words, so that a filter goes through the index alone, in order.
  static let people = """
    CREATE TABLE leads (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, company TEXT, email TEXT, phone TEXT, status TEXT,
      modified INTEGER NOT NULL, words TEXT NOT NULL
    );
    ALTER TABLE accounts ADD COLUMN words TEXT NOT NULL DEFAULT '';
    UPDATE accounts SET words = lower(name);
    CREATE INDEX contacts_by_name ON contacts(name COLLATE NOCASE, words);
    CREATE INDEX contacts_by_email ON contacts(email COLLATE NOCASE);
    CREATE INDEX contacts_by_company ON contacts(account_name COLLATE NOCASE);
    CREATE INDEX contacts_by_change ON contacts(modified);
    CREATE INDEX accounts_by_name ON accounts(name COLLATE NOCASE, words);
    CREATE INDEX accounts_by_industry ON accounts(industry COLLATE NOCASE);
    CREATE INDEX accounts_by_change ON accounts(modified);
    CREATE INDEX leads_by_name ON leads(name COLLATE NOCASE, words);
    CREATE INDEX leads_by_email ON leads(email COLLATE NOCASE);
    CREATE INDEX leads_by_company ON leads(company COLLATE NOCASE);
    CREATE INDEX leads_by_change ON leads(modified);
    CREATE INDEX deals_of_contact ON deals(contact_id);
    CREATE INDEX activities_of_contact ON activities(contact, is_done, day, time);
    CREATE TABLE records (
      module TEXT NOT NULL, id TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (module, id)
    ) WITHOUT ROWID;
    CREATE TABLE layouts (
      module TEXT NOT NULL, place INTEGER NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (module, place)
    ) WITHOUT ROWID;
    """
}
