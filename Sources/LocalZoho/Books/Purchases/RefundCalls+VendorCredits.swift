extension RefundCalls {
  /// What vendors give back of their credits.
  static let vendorCredits: Self = Self(
    path: "vendorcredits", scope: "debitnotes", title: "Vendor Credit",
    one: "vendor_credit_refund", many: "vendor_credit_refunds", sourceID: "vendor_credit_id",
    sourceNumber: "vendor_credit_number", account: "account_id", needsAccount: true, side: .vendor,
    words: Words(
      created: "The refund information for this vendor credit has been saved.",
      updated: "The refund information has been saved.", listed: "success",
      listedAll: "success", shown: "success",
      deleted: "The refund has been successfully deleted."),
    createdStatus: 201, table: ("books_documents", "document_id", "number"),
    find: { id, _, db in
      let credit = try Document.find(id, .vendorCredit, db)
      return Source(
        contact: credit.contactId, number: credit.number,
        available: credit.state == "open" ? credit.balance : 0, subject: credit.subject)
    },
    settle: { id, call, db in
      try DocumentWriting(kind: .vendorCredit, call: call, db: db).settle(id)
    })
}
