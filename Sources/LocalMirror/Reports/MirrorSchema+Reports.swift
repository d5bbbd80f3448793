extension MirrorSchema {
  /// What reports count by, in one index, so that a hundred thousand deals are added up in passing; and
  /// the sums of payments. Deals and payments are read again, for what was not kept of them.
  static let reports = """
    ALTER TABLE deals ADD COLUMN stage_time INTEGER;
    ALTER TABLE deals ADD COLUMN lost_reason TEXT;
    ALTER TABLE deals ADD COLUMN closing_month TEXT
      GENERATED ALWAYS AS (substr(closing, 1, 7)) VIRTUAL;
    CREATE INDEX deals_for_reports ON deals(
      pipeline, stage, currency, owner_id, closing_month, probability, lost_reason, stage_time,
      created, amount);
    ALTER TABLE invoices ADD COLUMN month TEXT
      GENERATED ALWAYS AS (substr(date, 1, 7)) VIRTUAL;
    CREATE INDEX invoices_by_month ON invoices(month, currency, standing, total);
    CREATE TABLE payment_amounts (
      id TEXT PRIMARY KEY, month TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX payments_by_month ON payment_amounts(month, currency, amount);
    DELETE FROM cursors WHERE module IN ('Deals', 'payments');
    """
}
