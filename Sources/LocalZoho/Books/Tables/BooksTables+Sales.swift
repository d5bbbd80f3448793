extension BooksTables {
  static let invoices = """
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

  static let paymentsAndHistory = """
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
