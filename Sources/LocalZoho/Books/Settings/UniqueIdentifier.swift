import GRDB

/// The headers that name a record by a custom field without duplicates, and whether a missing one is
/// created. https://www.zoho.com/books/api/v3/invoices/
struct UniqueIdentifier {
  let key: String
  let value: String
  let isUpsert: Bool

  /// - Throws: code 2 when a header is missing.
  init(_ request: ZohoRequest) throws {
    guard let key = request.headers["X-Unique-Identifier-Key"], !key.isEmpty else {
      throw Refusal.booksInvalid("X-Unique-Identifier-Key")
    }
    guard let value = request.headers["X-Unique-Identifier-Value"], !value.isEmpty else {
      throw Refusal.booksInvalid("X-Unique-Identifier-Value")
    }
    self.key = key
    self.value = value
    isUpsert = request.headers["X-Upsert"]?.lowercased() == "true"
  }

  /// The record it names, nil when there is none yet.
  /// - Throws: code 2 when the field does not exist or allows duplicates.
  func record(among values: CustomValues, _ db: Database) throws -> Int64? {
    guard let field = values.fields.first(where: { $0.apiName == key }), field.isUnique else {
      throw Refusal.booksInvalid("X-Unique-Identifier-Key")
    }
    return try values.record(with: field, value, db)
  }

  /// The body of a record to be created: it carries the value it will be found by.
  func fieldsOfNew(_ fields: BooksFields) -> BooksFields {
    var object = fields.object
    object[key] = .string(value)
    return BooksFields(object)
  }
}
