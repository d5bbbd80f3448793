import FoundationEssentials
import GRDB
import Sales

extension Journal {
  /// Keeps a draft as it is now.
  ///
  /// - Throws: `OutboxError.olderDraft` when a newer copy is stored, or another of the same
  ///   revision; nothing is changed then.
  public func save(_ draft: InvoiceDraft, at now: Date) throws {
    let content = try Stored.json(draft)
    try write { db in
      let stored = try Row.fetchOne(
        db, sql: "SELECT revision, content FROM drafts WHERE id = ?", arguments: [draft.id.rawValue]
      )
      if let stored {
        let revision: Int = stored["revision"]
        if revision == draft.revision, stored["content"] == content { return }
        guard revision < draft.revision else { throw OutboxError.olderDraft(stored: revision) }
      }
      try db.execute(
        sql: """
          INSERT INTO drafts (id, revision, content, edited) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,
            content = excluded.content, edited = excluded.edited
          """,
        arguments: [draft.id.rawValue, draft.revision, content, Stored.time(now)])
    }
  }

  /// Notes in a stored draft, whatever its revision, which invoice at Books it has become: that is no
  /// edit, so the revision stays.
  public func note(invoice: Invoice.ID, number: String?, in id: InvoiceDraft.ID) throws {
    try write { db in
      guard
        let content = try String.fetchOne(
          db, sql: "SELECT content FROM drafts WHERE id = ?", arguments: [id.rawValue])
      else { return }
      var draft = try Stored.value(InvoiceDraft.self, content)
      draft.invoice = invoice
      draft.number = number ?? draft.number
      try db.execute(
        sql: "UPDATE drafts SET content = ? WHERE id = ?",
        arguments: [try Stored.json(draft), id.rawValue])
    }
  }

  /// The draft of that id, discarded or not.
  public func draft(_ id: InvoiceDraft.ID) throws -> InvoiceDraft? {
    try fetchDrafts("WHERE id = ?", [id.rawValue]).first
  }

  /// The drafts that are not discarded, last edited first.
  public func drafts() throws -> [InvoiceDraft] {
    try fetchDrafts("WHERE discarded IS NULL ORDER BY edited DESC, id")
  }

  /// The discarded drafts, last discarded first.
  public func discardedDrafts() throws -> [InvoiceDraft] {
    try fetchDrafts("WHERE discarded IS NOT NULL ORDER BY discarded DESC, id")
  }

  /// Puts a draft away. It is kept, so that this can be taken back.
  public func discard(_ id: InvoiceDraft.ID, at now: Date) throws {
    try setDiscarded(id, Stored.time(now))
  }

  /// Takes a draft back that was put away.
  public func restore(_ id: InvoiceDraft.ID) throws {
    try setDiscarded(id, nil)
  }

  private func setDiscarded(_ id: InvoiceDraft.ID, _ time: Int64?) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE drafts SET discarded = ? WHERE id = ?", arguments: [time, id.rawValue])
    }
  }

  private func fetchDrafts(
    _ rest: String, _ arguments: StatementArguments = []
  ) throws -> [InvoiceDraft] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT content FROM drafts " + rest, arguments: arguments)
        .map { try Stored.value(InvoiceDraft.self, $0) }
    }
  }
}

extension Journal {
  /// Keeps a payment being written, by its tag.
  public func save(_ draft: PaymentDraft, at now: Date) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO payment_drafts (tag, content, edited) VALUES (?, ?, ?)",
        arguments: [draft.tag, try Stored.json(draft), Stored.time(now)])
    }
  }

  /// The payments being written, last edited first.
  public func paymentDrafts() throws -> [PaymentDraft] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT content FROM payment_drafts ORDER BY edited DESC, tag"
      ).map { try Stored.value(PaymentDraft.self, $0) }
    }
  }

  /// Forgets a payment being written: it was journaled, or given up.
  public func removePaymentDraft(tag: String) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM payment_drafts WHERE tag = ?", arguments: [tag])
    }
  }
}
