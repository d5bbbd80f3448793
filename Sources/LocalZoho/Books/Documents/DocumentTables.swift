import GRDB

/// The tables of all documents but invoices and payments, of credits, refunds and files, and what
/// invoices and payments have to know of them.
enum DocumentTables {
  static let migration = ZohoStore.Migration(name: "books documents") { db in
    try db.execute(sql: documents)
    try db.execute(sql: settling)
    try db.execute(sql: additions)
  }

  private static let documents = """
    CREATE TABLE books_documents (
      document_id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      number TEXT NOT NULL COLLATE NOCASE,
      state TEXT NOT NULL,
      contact_id INTEGER NOT NULL REFERENCES books_contacts,
      contact_name TEXT NOT NULL COLLATE NOCASE,
      currency_id INTEGER NOT NULL REFERENCES books_currencies,
      exchange_rate INTEGER NOT NULL,
      date TEXT NOT NULL,
      due_date TEXT NOT NULL,
      payment_terms INTEGER NOT NULL,
      payment_terms_label TEXT NOT NULL,
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
      settled INTEGER NOT NULL,
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
      custom_subject TEXT NOT NULL,
      custom_body TEXT NOT NULL,
      template_id TEXT NOT NULL,
      view_key TEXT NOT NULL,
      particulars TEXT NOT NULL,
      created_by_id TEXT NOT NULL,
      created_time INTEGER NOT NULL,
      last_modified_time INTEGER NOT NULL
    );
    CREATE INDEX books_documents_by_number ON books_documents (kind, number);
    CREATE INDEX books_documents_by_created ON books_documents (kind, created_time, document_id);
    CREATE INDEX books_documents_by_contact ON books_documents (contact_id, kind, state);
    CREATE INDEX books_documents_by_date ON books_documents (kind, date, document_id);
    CREATE INDEX books_documents_by_deal ON books_documents (zcrm_potential_id);

    CREATE TABLE books_document_lines (
      line_item_id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES books_documents ON DELETE CASCADE,
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
      item_total_inclusive_of_tax INTEGER NOT NULL,
      particulars TEXT NOT NULL
    );
    CREATE INDEX books_document_lines_by_document
      ON books_document_lines (document_id, item_order);
    CREATE INDEX books_document_lines_by_item ON books_document_lines (item_id);
    """

  private static let settling = """
    CREATE TABLE books_credit_applications (
      application_id INTEGER PRIMARY KEY,
      credit_id INTEGER NOT NULL REFERENCES books_documents,
      target_id INTEGER NOT NULL,
      amount INTEGER NOT NULL,
      date TEXT NOT NULL
    );
    CREATE INDEX books_credit_applications_by_credit ON books_credit_applications (credit_id);
    CREATE INDEX books_credit_applications_by_target ON books_credit_applications (target_id);

    CREATE TABLE books_refunds (
      refund_id INTEGER PRIMARY KEY,
      source_id INTEGER NOT NULL,
      contact_id INTEGER NOT NULL REFERENCES books_contacts,
      date TEXT NOT NULL,
      refund_mode TEXT NOT NULL,
      reference_number TEXT NOT NULL,
      amount INTEGER NOT NULL,
      exchange_rate INTEGER NOT NULL,
      account_id TEXT NOT NULL,
      description TEXT NOT NULL,
      created_time INTEGER NOT NULL
    );
    CREATE INDEX books_refunds_by_source ON books_refunds (source_id);
    CREATE INDEX books_refunds_by_contact ON books_refunds (contact_id);

    CREATE TABLE books_attachments (
      document_id INTEGER PRIMARY KEY,
      owner_id INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      content_type TEXT NOT NULL,
      data BLOB NOT NULL,
      can_send_in_mail INTEGER NOT NULL,
      created_time INTEGER NOT NULL
    );
    CREATE INDEX books_attachments_by_owner ON books_attachments (owner_id);

    CREATE TABLE books_mail_history (
      mailhistory_id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL,
      sender TEXT NOT NULL,
      recipients TEXT NOT NULL,
      subject TEXT NOT NULL,
      date TEXT NOT NULL
    );
    CREATE INDEX books_mail_history_by_record ON books_mail_history (record_id);
    """

  private static let additions = """
    ALTER TABLE books_invoices ADD COLUMN credits_applied INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE books_invoices ADD COLUMN approval TEXT NOT NULL DEFAULT '';
    ALTER TABLE books_invoices ADD COLUMN type TEXT NOT NULL DEFAULT 'invoice';
    ALTER TABLE books_invoices ADD COLUMN reference_invoice_id INTEGER;
    ALTER TABLE books_invoices ADD COLUMN estimate_id INTEGER;
    ALTER TABLE books_invoices ADD COLUMN salesorder_id INTEGER;
    ALTER TABLE books_invoices ADD COLUMN recurring_invoice_id INTEGER;
    ALTER TABLE books_invoices ADD COLUMN is_reminder_enabled INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE books_invoices ADD COLUMN template_id TEXT NOT NULL
      DEFAULT '\(DocumentTemplate.standard)';
    CREATE INDEX books_invoices_by_recurring ON books_invoices (recurring_invoice_id)
      WHERE recurring_invoice_id IS NOT NULL;

    ALTER TABLE books_invoice_lines ADD COLUMN salesorder_item_id INTEGER;
    CREATE INDEX books_invoice_lines_by_order_line ON books_invoice_lines (salesorder_item_id)
      WHERE salesorder_item_id IS NOT NULL;

    ALTER TABLE books_contacts ADD COLUMN is_reminder_enabled INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE books_contacts ADD COLUMN is_portal_enabled INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE books_contacts ADD COLUMN is_tracked INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE books_contact_persons ADD COLUMN is_added_in_portal INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE books_addresses (
      address_id INTEGER PRIMARY KEY,
      contact_id INTEGER NOT NULL REFERENCES books_contacts ON DELETE CASCADE,
      address TEXT NOT NULL
    );
    CREATE INDEX books_addresses_by_contact ON books_addresses (contact_id);

    ALTER TABLE books_payments ADD COLUMN retainer_id INTEGER;
    ALTER TABLE books_payments ADD COLUMN amount_refunded INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE books_payments ADD COLUMN account_id TEXT NOT NULL DEFAULT '';
    CREATE INDEX books_payments_by_retainer ON books_payments (retainer_id)
      WHERE retainer_id IS NOT NULL;
    """
}
