import Foundation
import GRDB

/// Refunds of payments, credit notes and other credits: the same calls below each.
struct RefundCalls: Sendable {
  /// What the refunded thing says of itself.
  struct Source {
    var contact: Int64
    var number: String
    /// What there is to refund.
    var available: Int64
    var subject: HistoryEntry.Subject
  }

  /// `creditnotes`
  var path: String
  var scope: String
  var title: String
  /// `creditnote_refund`, and the same for lists.
  var one: String
  var many: String
  /// Whether the description shows a single refund in a list under the name of many.
  var isAlwaysMany = false
  /// `creditnote_id`, `creditnote_number`
  var sourceID: String
  var sourceNumber: String
  /// `from_account_id`, which bodies must name when it is required.
  var account = "from_account_id"
  var needsAccount = false
  var side = Side.customer
  var words: Words
  var createdStatus = 200
  /// The table, id column and number column of the sources.
  var table: (name: String, id: String, number: String)
  var find: @Sendable (Int64, BooksCall, Database) throws -> Source
  /// Works out the sums of the source again.
  var settle: @Sendable (Int64, BooksCall, Database) throws -> Void

  /// On whose side of the books a refund stands.
  enum Side: Sendable {
    case customer, vendor

    /// What is owed again once money is given back.
    var account: Int64 {
      self == .customer ? StandardAccounts.receivable : StandardAccounts.payable
    }

    /// A customer owes again; a vendor is owed again.
    var sign: Decimal { self == .customer ? 1 : -1 }
    var kind: String { self == .customer ? "customer_refund" : "vendor_refund" }
  }

  struct Words: Sendable {
    var created: String
    var updated: String
    var listed: String
    var listedAll = ""
    var shown: String
    var deleted: String
  }

  var routes: [BooksRoute] {
    let base = "\(path)/{id}/refunds"
    return [
      BooksRoute("GET", base, "\(scope).READ") { call in
        try list(call, source: call.id("id", of: title))
      },
      BooksRoute("POST", base, "\(scope).CREATE", create),
      BooksRoute("GET", base + "/{refund_id}", "\(scope).READ", get),
      BooksRoute("PUT", base + "/{refund_id}", "\(scope).UPDATE", update),
      BooksRoute("DELETE", base + "/{refund_id}", "\(scope).DELETE", delete),
    ]
  }

  private func create(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: title)
    let fields = try call.fields()
    return try call.write { db in
      let (refund, source) = try enter(fields, of: id, call, db)
      return BooksCall.success(
        words.created, status: createdStatus, try member(refund, source, db))
    }
  }

  /// Enters a refund of a source.
  /// - Throws: Books' refusals of bad values, and of more than there is to refund.
  func enter(
    _ fields: BooksFields, of id: Int64, _ call: BooksCall, _ db: Database
  ) throws -> (Refund, Source) {
    let source = try find(id, call, db)
    var refund = Refund(
      refundId: try BooksStart.nextID(db), sourceId: id, contactId: source.contact,
      createdTime: Int64(call.now.timeIntervalSince1970))
    try refund.apply(fields, accountName: account)
    try demandAccount(refund, db)
    guard refund.amount <= source.available else { throw overdrawn }
    try refund.insert(db)
    try note(.created, refund, source, call, db)
    return (refund, source)
  }

  /// Takes a refund back.
  func remove(_ refund: Refund, _ call: BooksCall, _ db: Database) throws {
    let source = try find(refund.sourceId, call, db)
    try refund.delete(db)
    try note(.deleted, refund, source, call, db)
  }

  /// The calls that a refund belongs to.
  static func holding(_ refund: Refund, _ db: Database) throws -> RefundCalls {
    guard let document = try Document.fetchOne(db, key: refund.sourceId) else { return .payments }
    return document.kind == DocumentKind.creditNote.name ? .creditNotes : .vendorCredits
  }

  private func update(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in
      var (refund, source) = try found(call, db)
      let old = refund.amount
      try refund.apply(fields, accountName: account)
      try demandAccount(refund, db)
      guard refund.amount <= source.available + old else { throw overdrawn }
      try refund.update(db)
      try note(.changed, refund, source, call, db)
      return BooksCall.success(words.updated, try member(refund, source, db))
    }
  }

  private func get(_ call: BooksCall) throws -> ZohoReply {
    try call.read { db in
      let (refund, source) = try found(call, db)
      return BooksCall.success(words.shown, try member(refund, source, db))
    }
  }

  private func delete(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      try remove(found(call, db).0, call, db)
    }
    return BooksCall.success(words.deleted)
  }

  /// The refunds of one source, or of all of this kind.
  func list(_ call: BooksCall, source: Int64?) throws -> ZohoReply {
    var list = BooksList(
      call.query,
      sorts: [
        "refund_mode": "r.refund_mode", "reference_number": "r.reference_number",
        "date": "r.date", sourceNumber: "s.\(table.number)", "customer_name": "c.contact_name",
        "amount_bcy": "r.amount", "amount_fcy": "r.amount", "created_time": "r.created_time",
      ], defaultSort: "date", descending: true, tiebreak: "r.refund_id")
    try list.filter("customer_id", .id("r.contact_id"))
    if let source { list.require("r.source_id = ?", [source]) }
    return try call.read { db in
      if let source { _ = try find(source, call, db) }
      return try reply(list, message: source == nil ? words.listedAll : words.listed, db)
    }
  }

  /// A page of refunds.
  func reply(_ list: BooksList, message: String, _ db: Database) throws -> ZohoReply {
    let page = try list.rows(
      select: """
        SELECT r.*, CAST(s.\(table.number) AS TEXT) AS number, c.contact_name FROM books_refunds r
        JOIN \(table.name) s ON s.\(table.id) = r.source_id
        JOIN books_contacts c ON c.contact_id = r.contact_id
        """, db)
    let places = try Currency.base(db).places
    let rows = try page.rows.map { row -> JSONValue in
      let refund = try Refund(row: row)
      let amount = Decimal(millionths: refund.amount)
      var json = base(refund)
      json.append(sourceNumber, .string(row["number"]))
      json.append("customer_name", .string(row["contact_name"]))
      json.append(
        "amount_bcy",
        .number((amount * Decimal(millionths: refund.exchangeRate)).rounded(places: places)))
      json.append("amount_fcy", .number(amount))
      return .object(json)
    }
    return BooksCall.success(
      message,
      [
        many: .array(rows), "page_context": list.context(hasMore: page.hasMore, report: "Refunds"),
      ])
  }

  private var overdrawn: Refusal {
    .books(400, 12_008, "The refund amount is more than the amount that is available.")
  }

  private func demandAccount(_ refund: Refund, _ db: Database) throws {
    guard let id = Int64(refund.accountId) else {
      guard !needsAccount else { throw Refusal.booksInvalid(account) }
      return
    }
    guard try BooksRecord.find(id, "account", db) != nil else {
      throw Refusal.booksInvalid(account)
    }
  }

  private func found(_ call: BooksCall, _ db: Database) throws -> (Refund, Source) {
    let id = try call.id("id", of: title)
    let refundID = try call.id("refund_id", of: "Refund")
    let source = try find(id, call, db)
    guard let refund = try Refund.fetchOne(db, key: refundID), refund.sourceId == id else {
      throw Refusal.booksMissing("Refund")
    }
    return (refund, source)
  }

  private func note(
    _ verb: Effect.Verb, _ refund: Refund, _ source: Source, _ call: BooksCall, _ db: Database
  ) throws {
    try settle(refund.sourceId, call, db)
    if verb == .deleted {
      try Posting.remove(of: refund.refundId, db)
    } else {
      try SalesPosting.post(refund, side, db)
    }
    try call.comment(on: source.subject, "Refund \(verb.rawValue)", "Refund", db)
    try call.record(
      verb, "\(path).refunds", refund.refundId,
      [
        sourceID: .string(String(refund.sourceId)),
        "amount": .number(Decimal(millionths: refund.amount)),
      ], db)
  }

  private func base(_ refund: Refund) -> JSONObject {
    [
      one + "_id": .string(String(refund.refundId)), sourceID: .string(String(refund.sourceId)),
      "date": .string(refund.date), "refund_mode": .string(refund.refundMode),
      "payment_form": "", "reference_number": .string(refund.referenceNumber),
      "description": .string(refund.description), account: .string(refund.accountId),
      "exchange_rate": .number(Decimal(millionths: refund.exchangeRate)),
    ]
  }

  private func json(_ refund: Refund, _ source: Source, _ db: Database) throws -> JSONValue {
    var json = base(refund)
    json.append("amount", .number(Decimal(millionths: refund.amount)))
    json.append(sourceNumber, .string(source.number))
    json.append("customer_name", .string(try Contact.find(source.contact, db).contactName))
    return .object(json)
  }

  private func member(
    _ refund: Refund, _ source: Source, _ db: Database
  ) throws -> JSONObject {
    let json = try json(refund, source, db)
    return isAlwaysMany ? [many: [json]] : [one: json]
  }
}
