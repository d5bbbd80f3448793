import GRDB

/// Orders, and the bills that come for them.
enum PurchaseOrders {
  /// Marks open orders as billed.
  static func markBilled(_ ids: [Int64], _ writing: DocumentWriting) throws {
    for id in ids {
      let order = try Document.find(id, .purchaseOrder, writing.db)
      guard ["open", "draft", "approved"].contains(order.state) else {
        throw Refusal.booksInvalid("purchaseorder_ids")
      }
      var billed = order
      billed.state = "billed"
      billed.lastModifiedTime = writing.now
      try billed.update(writing.db)
      try writing.call.record(
        .changed, "purchaseorders", id, ["status": "billed"], writing.db)
    }
  }

  /// The orders a bill is for.
  static func named(
    by bill: Document, _ call: BooksCall, _ db: Database
  ) throws -> JSONValue {
    let ids = try bill[particular: "purchaseorder_ids"]?.arrayValue ?? []
    return .array(
      try ids.compactMap { id in
        guard let number = id.stringValue.flatMap({ Int64($0) }),
          let order = try Document.fetchOne(db, key: number)
        else { return nil }
        return [
          "purchaseorder_id": id, "purchaseorder_number": .string(order.number),
          "purchaseorder_date": .string(order.date), "purchaseorder_status": .string(order.state),
        ]
      })
  }
}
