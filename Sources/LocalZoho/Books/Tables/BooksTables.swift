import GRDB

/// What Books keeps. Ids are the numbers Zoho prints as text; amounts, rates and quantities are whole
/// millionths; days are `yyyy-mm-dd`; instants are seconds since 1970.
enum BooksTables {
  static let migrations = [
    ZohoStore.Migration(name: "books 1: settings, contacts, items") { db in
      try db.execute(sql: settings)
      try db.execute(sql: contactsAndItems)
      try BooksStart.insert(db)
    },
    ZohoStore.Migration(name: "books 2: invoices, payments, history") { db in
      try db.execute(sql: invoices)
      try db.execute(sql: paymentsAndHistory)
    },
    DocumentTables.migration,
    BooksRecordTables.migration,
    SalesPosting.migration,
  ]

  private static let settings = """
    CREATE TABLE books_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE books_currencies (
      currency_id INTEGER PRIMARY KEY,
      currency_code TEXT NOT NULL UNIQUE,
      currency_name TEXT NOT NULL,
      currency_symbol TEXT NOT NULL,
      price_precision INTEGER NOT NULL,
      currency_format TEXT NOT NULL,
      is_base_currency INTEGER NOT NULL
    );
    CREATE TABLE books_exchange_rates (
      exchange_rate_id INTEGER PRIMARY KEY,
      currency_id INTEGER NOT NULL REFERENCES books_currencies ON DELETE CASCADE,
      effective_date TEXT NOT NULL,
      rate INTEGER NOT NULL,
      UNIQUE (currency_id, effective_date)
    );
    CREATE TABLE books_taxes (
      tax_id INTEGER PRIMARY KEY,
      tax_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      tax_percentage INTEGER NOT NULL,
      tax_type TEXT NOT NULL,
      is_default_tax INTEGER NOT NULL
    );
    CREATE TABLE books_tax_groups (
      tax_group_id INTEGER PRIMARY KEY,
      tax_group_name TEXT NOT NULL UNIQUE COLLATE NOCASE
    );
    CREATE TABLE books_tax_group_members (
      tax_group_id INTEGER NOT NULL REFERENCES books_tax_groups ON DELETE CASCADE,
      tax_id INTEGER NOT NULL REFERENCES books_taxes,
      position INTEGER NOT NULL,
      PRIMARY KEY (tax_group_id, position)
    ) WITHOUT ROWID;
    CREATE TABLE books_custom_fields (
      customfield_id INTEGER PRIMARY KEY,
      entity TEXT NOT NULL,
      api_name TEXT NOT NULL,
      label TEXT NOT NULL,
      data_type TEXT NOT NULL,
      is_unique INTEGER NOT NULL,
      position INTEGER NOT NULL,
      UNIQUE (entity, api_name)
    );
    CREATE TABLE books_custom_values (
      record_id INTEGER NOT NULL,
      customfield_id INTEGER NOT NULL REFERENCES books_custom_fields,
      value TEXT NOT NULL COLLATE NOCASE,
      PRIMARY KEY (record_id, customfield_id)
    ) WITHOUT ROWID;
    CREATE INDEX books_custom_values_by_value ON books_custom_values (customfield_id, value);
    """

  private static let contactsAndItems = """
    CREATE TABLE books_contacts (
      contact_id INTEGER PRIMARY KEY,
      contact_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      company_name TEXT NOT NULL,
      contact_type TEXT NOT NULL,
      customer_sub_type TEXT NOT NULL,
      status TEXT NOT NULL,
      currency_id INTEGER NOT NULL REFERENCES books_currencies,
      payment_terms INTEGER NOT NULL,
      payment_terms_label TEXT NOT NULL,
      credit_limit INTEGER NOT NULL,
      website TEXT NOT NULL,
      notes TEXT NOT NULL,
      language_code TEXT NOT NULL,
      billing_address TEXT NOT NULL,
      shipping_address TEXT NOT NULL,
      owner_id TEXT NOT NULL,
      tax_id INTEGER,
      zcrm_account_id TEXT NOT NULL,
      zcrm_contact_id TEXT NOT NULL,
      created_time INTEGER NOT NULL,
      last_modified_time INTEGER NOT NULL
    );
    CREATE INDEX books_contacts_by_account ON books_contacts (zcrm_account_id);
    CREATE INDEX books_contacts_by_crm_contact ON books_contacts (zcrm_contact_id);
    CREATE INDEX books_contacts_by_modified ON books_contacts (last_modified_time, contact_id);

    CREATE TABLE books_contact_persons (
      contact_person_id INTEGER PRIMARY KEY,
      contact_id INTEGER NOT NULL REFERENCES books_contacts ON DELETE CASCADE,
      salutation TEXT NOT NULL,
      first_name TEXT NOT NULL,
      last_name TEXT NOT NULL,
      email TEXT NOT NULL COLLATE NOCASE,
      phone TEXT NOT NULL,
      mobile TEXT NOT NULL,
      designation TEXT NOT NULL,
      department TEXT NOT NULL,
      skype TEXT NOT NULL,
      is_primary_contact INTEGER NOT NULL
    );
    CREATE INDEX books_persons_by_contact ON books_contact_persons (contact_id, is_primary_contact);
    CREATE INDEX books_persons_by_email ON books_contact_persons (email);

    CREATE TABLE books_items (
      item_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      status TEXT NOT NULL,
      description TEXT NOT NULL,
      rate INTEGER NOT NULL,
      unit TEXT NOT NULL,
      sku TEXT NOT NULL COLLATE NOCASE,
      product_type TEXT NOT NULL,
      item_type TEXT NOT NULL,
      tax_id INTEGER,
      created_time INTEGER NOT NULL,
      last_modified_time INTEGER NOT NULL
    );
    """
}
