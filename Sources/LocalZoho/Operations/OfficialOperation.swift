/// One operation that Zoho's descriptions of its API list, and what this server makes of it.
struct OfficialOperation: Sendable, Hashable {
  enum Answer: String, Sendable {
    /// By a handler, with data behind it.
    case served
    /// As Zoho answers a path, or a method of a path, that it does not know.
    case unknown
  }

  let method: String
  /// The whole path, the parameters in braces under the names that Zoho gives them.
  let path: String
  let answer: Answer

  static func served(_ method: String, _ path: String) -> OfficialOperation {
    OfficialOperation(method: method, path: path, answer: .served)
  }

  static func unknown(_ method: String, _ path: String) -> OfficialOperation {
    OfficialOperation(method: method, path: path, answer: .unknown)
  }
}

/// The operations of one description.
struct OfficialArea: Sendable {
  enum Product: String, Sendable, CaseIterable {
    case crm, books
  }

  let product: Product
  /// Zoho's name of the description: `credit-notes`.
  let description: String
  let operations: [OfficialOperation]

  init(_ product: Product, _ description: String, _ operations: [OfficialOperation]) {
    self.product = product
    self.description = description
    self.operations = operations
  }

  /// Every operation of CRM and Books.
  static let all = CRMOperations.all + BooksOperations.all
}

extension OfficialArea {
  /// As `/_local/operations` tells it.
  var json: JSONValue {
    [
      "product": .string(product.rawValue), "description": .string(description),
      "operations": .array(
        operations.map {
          [
            "method": .string($0.method), "path": .string($0.path),
            "answer": .string($0.answer.rawValue),
          ]
        }),
    ]
  }
}
