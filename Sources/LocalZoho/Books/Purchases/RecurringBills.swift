import Foundation
import GRDB

/// Bills that come again and again; what has come due is made when somebody looks.
enum RecurringBills {
  /// Zoho spells the path in two ways.
  static let routes: [BooksRoute] = {
    let common = DocumentCalls(.recurringBill).routes.map { route in
      guard route.method == "GET" else { return route }
      return BooksRoute("GET", route.pattern.joined(separator: "/"), route.scope) { call in
        try makeAllDue(call)
        return try route.answer(call)
      }
    }
    let single = ["recurringbills", "{id}"]
    return common
      + common.filter { $0.pattern == single && $0.method != "PUT" }.map {
        BooksRoute($0.method, "recurring_bills/{id}", $0.scope, $0.answer)
      }
  }()

  private static func makeAllDue(_ call: BooksCall) throws {
    let isDue = """
      kind = 'recurring_bill' AND state = 'active'
      AND json_extract(particulars, '$.next_bill_date') BETWEEN '0001' AND ?
      """
    let due = try call.read {
      try Int64.fetchAll(
        $0, sql: "SELECT document_id FROM books_documents WHERE \(isDue)",
        arguments: [call.today.description])
    }
    guard !due.isEmpty else { return }
    try call.write { db in
      let writing = DocumentWriting(kind: .recurringBill, call: call, db: db)
      for id in due { try makeDue(Document.find(id, .recurringBill, db), writing) }
    }
  }

  /// Makes the bills that are due up to today.
  static func makeDue(_ document: Document, _ writing: DocumentWriting) throws {
    guard document.state == "active" else { return }
    var recurring = document
    let recurrence = try RecurringSchedule(document)
    var next = try document[particular: "next_bill_date"]?.stringValue.flatMap { Day($0) }
    let bills = DocumentWriting(kind: .bill, call: writing.call, db: writing.db)
    while let due = next, due <= writing.call.today {
      _ = try bills.create(body(of: document, on: due, writing.db))
      try recurring.set("last_sent_date", .string(due.description))
      next = recurrence.next(after: due)
    }
    try recurring.set("next_bill_date", .string(next?.description ?? ""))
    if next == nil { recurring.state = "expired" }
    guard recurring != document else { return }
    try recurring.update(writing.db)
  }

  private static func body(
    of document: Document, on day: Day, _ db: Database
  ) throws -> BooksFields {
    let lines = try (PurchaseLines.json(of: document, db).arrayValue ?? []).compactMap {
      $0.objectValue
    }.map { line -> JSONValue in
      var line = line
      line["line_item_id"] = nil
      return .object(line)
    }
    return BooksFields([
      "vendor_id": .string(String(document.contactId)),
      "bill_number": .string("\(document.number) \(day)"), "date": .string(day.description),
      "recurring_bill_id": .string(String(document.documentId)),
      "is_inclusive_tax": JSONValue(document.isInclusiveTax),
      "discount": .string(document.discount), "discount_type": .string(document.discountType),
      "payment_terms": JSONValue(document.paymentTerms),
      "notes": .string(document.notes), "line_items": .array(lines),
    ])
  }
}

extension RecurringSchedule {
  /// Of a document that recurs.
  init(_ document: Document) throws {
    var record = BooksRecord(id: document.documentId, kind: document.kind, created: 0)
    record.members = try JSONValue(parsing: document.particulars).objectValue ?? JSONObject()
    try self.init(record)
  }
}
