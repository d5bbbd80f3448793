import Foundation
import GRDB

/// A document of any kind but invoices, without its lines, as the row holds it.
struct Document: BilledDocument, Codable, FetchableRecord, PersistableRecord, Hashable {
  static let databaseTableName = "books_documents"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var documentId: Int64
  /// The name of its ``DocumentKind``.
  var kind: String
  var number = ""
  /// What people decided; the status follows from it.
  var state: String
  var contactId: Int64 = 0
  var contactName = ""
  var currencyId: Int64 = 0
  var exchangeRate: Int64 = 1_000_000
  var date = ""
  /// Until when it holds, or when it is due; empty when it has no such day.
  var dueDate = ""
  var paymentTerms = 0
  var paymentTermsLabel = ""
  var referenceNumber = ""
  var discount = "0"
  var discountType = "item_level"
  var isDiscountBeforeTax = true
  var isInclusiveTax = false
  var shippingCharge: Int64 = 0
  var adjustment: Int64 = 0
  var adjustmentDescription = "Adjustment"
  var subTotal: Int64 = 0
  var subTotalInclusiveOfTax: Int64 = 0
  var discountTotal: Int64 = 0
  var taxTotal: Int64 = 0
  var taxes = "[]"
  var total: Int64 = 0
  var bcyTotal: Int64 = 0
  /// What was paid, applied or refunded of it.
  var settled: Int64 = 0
  var balance: Int64 = 0
  var notes = ""
  var terms = ""
  var salespersonName = ""
  var billingAddress = "{}"
  var shippingAddress = "{}"
  var contactPersons = "[]"
  var zcrmPotentialId = ""
  var zcrmPotentialName = ""
  var isEmailed = false
  var clientViewedTime: Int64?
  var customSubject = ""
  var customBody = ""
  var templateId = DocumentTemplate.standard
  var viewKey: String
  /// A JSON object: the members only this kind has.
  var particulars = "{}"
  var createdById: String
  var createdTime: Int64
  var lastModifiedTime: Int64

  static func find(_ id: Int64, _ kind: DocumentKind, _ db: Database) throws -> Document {
    guard let document = try Document.fetchOne(db, key: id), document.kind == kind.name else {
      throw Refusal.booksMissing(kind.title)
    }
    return document
  }

  mutating func settleBalance() { balance = total - settled }

  func aroundSave(_ db: Database, save: () throws -> PersistenceSuccess) throws {
    _ = try save()
    try SalesPosting.post(self, db)
  }

  func aroundDelete(_ db: Database, delete: () throws -> Bool) throws {
    _ = try delete()
    try Posting.remove(of: documentId, db)
  }

  /// Whom its history lines belong to.
  var subject: HistoryEntry.Subject { .document(documentId, kind: kind, contact: contactId) }

  /// The name of its PDF.
  var fileName: String { number + ".pdf" }

  /// Where it stands on a day.
  func status(_ kind: DocumentKind, on today: Day, _ db: Database) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT \(kind.statuses.sql("'\(today)'")) FROM books_documents d WHERE d.document_id = ?
        """, arguments: [documentId]) ?? state
  }

  /// A member that only its kind has.
  subscript(particular name: String) -> JSONValue? {
    get throws { try JSONValue(parsing: particulars)[name] }
  }

  mutating func set(_ name: String, _ value: JSONValue) throws {
    var object = try JSONValue(parsing: particulars).objectValue ?? JSONObject()
    object[name] = value
    particulars = JSONValue.object(object).text
  }
}

/// A line of a document, as the row holds it.
struct DocumentLine: BilledLine, Codable, FetchableRecord, PersistableRecord, Hashable {
  static let databaseTableName = "books_document_lines"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var lineItemId: Int64
  var documentId: Int64
  var itemOrder: Int
  var itemId: Int64?
  var name = ""
  var description = ""
  var headerName = ""
  var productType = "goods"
  var unit = ""
  var rate: Int64 = 0
  var quantity: Int64 = 1_000_000
  var discount = "0"
  var discountAmount: Int64 = 0
  var taxId: Int64?
  var taxName = ""
  var taxType = ""
  var taxPercentage: Int64 = 0
  var lineItemTaxes = "[]"
  var itemTotal: Int64 = 0
  var itemTotalInclusiveOfTax: Int64 = 0
  /// A JSON object.
  var particulars = "{}"

  static func all(of document: Int64, _ db: Database) throws -> [DocumentLine] {
    try DocumentLine.fetchAll(
      db,
      sql: """
        SELECT * FROM books_document_lines WHERE document_id = ?
        ORDER BY item_order, line_item_id
        """, arguments: [document])
  }
}
