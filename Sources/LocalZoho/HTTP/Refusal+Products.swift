extension Refusal {
  /// The CRM's error envelope around a whole call.
  /// https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html
  static func crm(
    _ status: Int, _ code: String, _ message: String, details: JSONObject = JSONObject()
  ) -> Refusal {
    Refusal(
      .json(
        status,
        [
          "code": .string(code), "details": .object(details), "message": .string(message),
          "status": "error",
        ]))
  }

  /// Books' error envelope. https://www.zoho.com/books/api/v3/errors/
  static func books(_ status: Int, _ code: Int, _ message: String) -> Refusal {
    Refusal(.json(status, ["code": JSONValue(code), "message": .string(message)]))
  }

  static let crmUnknownPath = Refusal.crm(
    404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one")

  static let crmWrongMethod = Refusal.crm(
    400, "INVALID_REQUEST_METHOD", "The http request method type is not a valid one")

  static let booksUnknownPath = Refusal.books(404, 5, "Invalid URL Passed")

  static let booksWrongMethod = Refusal.books(
    405, 37, "The HTTP method is not allowed for the requested resource")
}
