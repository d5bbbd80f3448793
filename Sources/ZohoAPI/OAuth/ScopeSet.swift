/// Scopes that were granted, and what they cover.
struct ScopeSet {
  private let granted: Set<String>

  /// Scopes separated by blanks, as Zoho answers them, or by commas, as they are asked for.
  init(_ text: String) {
    granted = Set(
      text.lowercased().split { $0 == " " || $0 == "," }.map(String.init))
  }

  /// Whether a scope is among them, by itself or within a wider one: `ZohoCRM.modules.ALL` covers
  /// `ZohoCRM.modules.deals.READ`.
  func covers(_ scope: String) -> Bool {
    var parts = scope.lowercased().split(separator: ".").map(String.init)
    guard let operation = parts.popLast(), let service = parts.first else { return false }
    var operations = [operation, "all"]
    if operation == "create" || operation == "update" { operations.append("write") }
    if granted.contains("\(service).fullaccess.all") { return true }
    while parts.count > 1 {
      let area = parts.joined(separator: ".")
      if operations.contains(where: { granted.contains("\(area).\($0)") }) { return true }
      parts.removeLast()
    }
    return false
  }
}

extension Request {
  /// The scope that the call asks for, as Zoho's pages list it by path and method; nil where it is not
  /// known.
  var scope: String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let first = parts.first else { return nil }
    switch product {
    case .crm:
      return isUpload ? "ZohoFiles.files.ALL" : "ZohoCRM.\(crmScope(first, parts))"
    case .books:
      guard let area = Self.booksAreas[first] else { return nil }
      // Books asks for CREATE for what acts on a record: sent, void, email.
      let operation = method == .post ? "CREATE" : method == .put ? "UPDATE" : operation
      return "ZohoBooks.\(area).\(operation)"
    default: return nil
    }
  }

  private var operation: String {
    switch method {
    case .get: "READ"
    case .post: "CREATE"
    case .put, .patch: "UPDATE"
    case .delete: "DELETE"
    }
  }

  private func crmScope(_ first: String, _ parts: [String]) -> String {
    if root == BulkJob.root { return first == "read" ? "bulk.READ" : "bulk.CREATE" }
    switch first {
    case "coql": return "coql.READ"
    case "users", "org": return "\(first).\(operation)"
    case "settings": return "settings.\(parts.count > 1 ? parts[1] : "modules").\(operation)"
    case "bulk", "actions": return "bulk.\(operation)"
    case "__composite_requests": return "composite_requests.CUSTOM"
    default:
      if parts.last == "search" { return "modules.\(first.lowercased()).READ" }
      return "modules.\(first.lowercased()).\(operation)"
    }
  }

  private static var booksAreas: [String: String] {
    [
      "invoices": "invoices", "recurringinvoices": "invoices", "contacts": "contacts",
      "customerpayments": "customerpayments", "creditnotes": "creditnotes",
      "estimates": "estimates", "salesorders": "salesorders", "expenses": "expenses",
      "bills": "bills", "vendorpayments": "vendorpayments", "bankaccounts": "banking",
      "projects": "projects", "chartofaccounts": "accountants", "items": "settings",
      "settings": "settings", "users": "settings", "organizations": "settings",
    ]
  }
}
