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

  private static let invoices = """
    CREATE TABLE books_invoices (
      invoice_id INTEGER PRIMARY KEY,
      invoice_number TEXT NOT NULL UNIQUE COLLATE NOCASE,
      state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'void')),
      customer_id INTEGER NOT NULL REFERENCES books_contacts,
      customer_name TEXT NOT NULL COLLATE NOCASE,
      currency_id INTEGER NOT NULL REFERENCES books_currencies,
      exchange_rate INTEGER NOT NULL,
      date TEXT NOT NULL,
      due_date TEXT NOT NULL,
      payment_terms INTEGER NOT NULL,
      payment_terms_label TEXT NOT NULL,
      payment_expected_date TEXT NOT NULL,
      last_payment_date TEXT NOT NULL,
      reference_number TEXT NOT NULL COLLATE NOCASE,
      discount TEXT NOT NULL,
      discount_type TEXT NOT NULL,
      is_discount_before_tax INTEGER NOT NULL,
      is_inclusive_tax INTEGER NOT NULL,
      shipping_charge INTEGER NOT NULL,
      adjustment INTEGER NOT NULL,
      adjustment_description TEXT NOT NULL,
      sub_total INTEGER NOT NULL,
      sub_total_inclusive_of_tax INTEGER NOT NULL,
      discount_total INTEGER NOT NULL,
      tax_total INTEGER NOT NULL,
      taxes TEXT NOT NULL,
      total INTEGER NOT NULL,
      bcy_total INTEGER NOT NULL,
      payment_made INTEGER NOT NULL,
      write_off_amount INTEGER NOT NULL,
      balance INTEGER NOT NULL,
      notes TEXT NOT NULL,
      terms TEXT NOT NULL,
      salesperson_name TEXT NOT NULL,
      billing_address TEXT NOT NULL,
      shipping_address TEXT NOT NULL,
      contact_persons TEXT NOT NULL,
      zcrm_potential_id TEXT NOT NULL,
      zcrm_potential_name TEXT NOT NULL,
      is_emailed INTEGER NOT NULL,
      client_viewed_time INTEGER,
      reminders_sent INTEGER NOT NULL,
      last_reminder_sent_date TEXT NOT NULL,
      custom_subject TEXT NOT NULL,
      custom_body TEXT NOT NULL,
      view_key TEXT NOT NULL,
      created_by_id TEXT NOT NULL,
      created_time INTEGER NOT NULL,
      last_modified_time INTEGER NOT NULL
    );
    CREATE INDEX books_invoices_by_created ON books_invoices (created_time, invoice_id);
    CREATE INDEX books_invoices_by_modified ON books_invoices (last_modified_time, invoice_id);
    CREATE INDEX books_invoices_by_customer ON books_invoices (customer_id, state, balance);
    CREATE INDEX books_invoices_by_customer_name ON books_invoices (customer_name, invoice_id);
    CREATE INDEX books_invoices_by_date ON books_invoices (date, invoice_id);
    CREATE INDEX books_invoices_by_due_date ON books_invoices (due_date, invoice_id);
    CREATE INDEX books_invoices_by_total ON books_invoices (total, invoice_id);
    CREATE INDEX books_invoices_by_balance ON books_invoices (balance, invoice_id);
    CREATE INDEX books_invoices_by_state ON books_invoices (state, created_time, invoice_id);
    CREATE INDEX books_invoices_by_deal ON books_invoices (zcrm_potential_id);
    CREATE INDEX books_invoices_by_reference ON books_invoices (reference_number);
    CREATE INDEX books_invoices_by_view_key ON books_invoices (view_key);

    CREATE TABLE books_invoice_lines (
      line_item_id INTEGER PRIMARY KEY,
      invoice_id INTEGER NOT NULL REFERENCES books_invoices ON DELETE CASCADE,
      item_order INTEGER NOT NULL,
      item_id INTEGER,
      name TEXT NOT NULL,
      description TEXT NOT NULL,
      header_name TEXT NOT NULL,
      product_type TEXT NOT NULL,
      unit TEXT NOT NULL,
      rate INTEGER NOT NULL,
      quantity INTEGER NOT NULL,
      discount TEXT NOT NULL,
      discount_amount INTEGER NOT NULL,
      tax_id INTEGER,
      tax_name TEXT NOT NULL,
      tax_type TEXT NOT NULL,
      tax_percentage INTEGER NOT NULL,
      line_item_taxes TEXT NOT NULL,
      item_total INTEGER NOT NULL,
      item_total_inclusive_of_tax INTEGER NOT NULL
    );
    CREATE INDEX books_invoice_lines_by_invoice ON books_invoice_lines (invoice_id, item_order);
    CREATE INDEX books_invoice_lines_by_item ON books_invoice_lines (item_id);
    """

  private static let paymentsAndHistory = """
    CREATE TABLE books_payments (
      payment_id INTEGER PRIMARY KEY,
      payment_number INTEGER NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES books_contacts,
      customer_name TEXT NOT NULL COLLATE NOCASE,
      currency_id INTEGER NOT NULL REFERENCES books_currencies,
      exchange_rate INTEGER NOT NULL,
      payment_mode TEXT NOT NULL,
      amount INTEGER NOT NULL,
      unused_amount INTEGER NOT NULL,
      bank_charges INTEGER NOT NULL,
      date TEXT NOT NULL,
      reference_number TEXT NOT NULL COLLATE NOCASE,
      description TEXT NOT NULL,
      created_time INTEGER NOT NULL,
      last_modified_time INTEGER NOT NULL
    );
    CREATE INDEX books_payments_by_created ON books_payments (created_time, payment_id);
    CREATE INDEX books_payments_by_modified ON books_payments (last_modified_time, payment_id);
    CREATE INDEX books_payments_by_date ON books_payments (date, payment_id);
    CREATE INDEX books_payments_by_customer ON books_payments (customer_id, unused_amount);
    CREATE INDEX books_payments_by_reference ON books_payments (reference_number);

    CREATE TABLE books_payment_invoices (
      invoice_payment_id INTEGER PRIMARY KEY,
      payment_id INTEGER NOT NULL REFERENCES books_payments ON DELETE CASCADE,
      invoice_id INTEGER NOT NULL REFERENCES books_invoices,
      amount_applied INTEGER NOT NULL
    );
    CREATE INDEX books_payment_invoices_by_payment ON books_payment_invoices (payment_id);
    CREATE INDEX books_payment_invoices_by_invoice ON books_payment_invoices (invoice_id);

    CREATE TABLE books_comments (
      comment_id INTEGER PRIMARY KEY,
      contact_id INTEGER NOT NULL,
      transaction_id INTEGER NOT NULL,
      transaction_type TEXT NOT NULL,
      description TEXT NOT NULL,
      comment_type TEXT NOT NULL,
      operation_type TEXT NOT NULL,
      commented_by_id TEXT NOT NULL,
      commented_by TEXT NOT NULL,
      time INTEGER NOT NULL
    );
    CREATE INDEX books_comments_by_transaction ON books_comments (transaction_id, comment_id);
    CREATE INDEX books_comments_by_contact ON books_comments (contact_id, comment_id);
    """
}
