import GRDB

/// The payment terms to choose from, which Zoho's descriptions leave out and clients read all the
/// same.
enum PaymentTermsCalls {
  static let routes = terms.routes

  static let terms = BooksResource(
    kind: "payment_term", path: "settings/paymentterms", scope: "settings",
    title: "Payment term",
    keys: BooksResource.Keys(
      id: "payment_terms_id", one: "payment_term", many: "payment_terms"),
    messages: BooksResource.Messages(
      created: "The payment term has been added.",
      updated: "The payment term has been updated.",
      deleted: "The payment term has been deleted."),
    members: [
      .text("payment_terms_label", limit: 100, required: true),
      .number("payment_terms", 0...1000, required: true), .truth("is_default"),
    ],
    unique: "payment_terms_label", showsStatus: false,
    settle: { record, _, db in
      guard record.isTrue("is_default") else { return }
      for var other in try BooksRecord.all("payment_term", db) where other.id != record.id {
        other.set("is_default", false)
        try other.save(db)
      }
    })

  /// What every organization starts with.
  static func insertStandard(_ db: Database) throws {
    for (place, days) in [0, 15, 30, 45, 60].enumerated() {
      try BooksRecord(
        id: 4_600_000_000_000_000_501 + Int64(place) * 2, kind: "payment_term",
        members: [
          "payment_terms_label": .string(PaymentTerms.label(days)),
          "payment_terms": JSONValue(days), "is_default": JSONValue(days == 0),
        ], created: 1_648_771_200
      ).save(db)
    }
  }
}
