extension Site {
  /// Which part of the site a path belongs to. Each says no in its own words.
  enum Product: Sendable {
    case accounts, crm, books, customers, local, nothing

    init(_ request: ZohoRequest) {
      switch request.path.first {
      case "oauth", ".well-known": self = .accounts
      case "crm": self = .crm
      case "v2" where request.path.dropFirst().first == "crm": self = .crm
      case "books": self = .books
      case "SecurePayment": self = .customers
      case "_local": self = .local
      default: self = .nothing
      }
    }

    func refusal(of error: AccountsService.BadToken) -> Refusal {
      switch (self, error) {
      case (.books, _): .books(401, 57, "You are not authorized to perform this operation")
      case (_, .missing): .crm(401, "AUTHENTICATION_FAILURE", "Authentication failed")
      case (_, .invalid): .crm(401, "INVALID_TOKEN", "invalid oauth token")
      }
    }

    func refusal(of error: JSONError) -> Refusal {
      switch self {
      case .books: .books(400, 1038, "JSON is not well formed")
      case .local: LocalEndpoints.refusal("the body is no JSON: \(error)")
      default:
        .crm(
          400, "UNABLE_TO_PARSE_DATA_TYPE",
          "either the request body or parameters is in wrong format",
          details: ["reason": .string(error.description)])
      }
    }

    var internalError: Refusal {
      self == .books
        ? .books(500, 1000, "Internal error")
        : .crm(500, "INTERNAL_ERROR", "Internal Server Error")
    }
  }
}
