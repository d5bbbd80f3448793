import FoundationEssentials

/// A call as the products see it: decoded, whole, and free of the HTTP library.
struct ZohoRequest: Sendable {
  /// In capitals.
  var method: String
  /// The percent-decoded segments of the whole path: `["crm", "v8", "Deals"]`.
  var path: [String]
  var query: NamedValues
  /// Names are compared without regard to case.
  var headers: NamedValues
  var body: Data
  /// Where this server is reached, without a slash at the end: `http://127.0.0.1:8080`.
  var baseURL: String

  init(
    _ method: String, _ path: [String], query: NamedValues = NamedValues(),
    headers: NamedValues = NamedValues(ignoringCase: true), body: Data = Data(),
    baseURL: String = "http://127.0.0.1"
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.baseURL = baseURL
  }

  /// The body as JSON.
  /// - Throws: ``JSONError``.
  func json() throws -> JSONValue { try JSONValue(parsing: body) }

  /// The fields of the body: `multipart/form-data`, or else `application/x-www-form-urlencoded`.
  func form() -> NamedValues {
    MultipartForm(self)?.values ?? NamedValues(urlEncoded: String(decoding: body, as: UTF8.self))
  }
}
