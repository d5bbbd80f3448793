extension MirrorSchema {
  /// What was written off; what was paid in part, found without going through all that is open; and
  /// drafts that wait for approval, which were kept among the open ones before they had a place.
  static let billing = """
    ALTER TABLE invoices ADD COLUMN written_off TEXT;
    CREATE INDEX invoices_part_paid ON invoices(sort_day)
      WHERE standing = 'open' AND balance < total;
    UPDATE invoices SET standing = 'approval', sort_day = date
      WHERE status IN ('pending_approval', 'approved');
    DELETE FROM invoice_totals;
    INSERT INTO invoice_totals
      SELECT standing, iif(standing = 'open', sort_day, ''), currency, count(*), sum(total),
        sum(balance)
      FROM invoices GROUP BY 1, 2, 3;
    """
}
