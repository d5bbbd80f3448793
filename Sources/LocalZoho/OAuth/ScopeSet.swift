/// The scopes of a token. https://www.zoho.com/crm/developer/docs/api/v8/scopes.html
struct ScopeSet: Hashable, Sendable {
  /// As they were asked for.
  let names: [String]
  private let granted: Set<String>

  init(_ names: [String]) {
    self.names = names
    granted = Set(names.map { $0.lowercased() })
  }

  /// Whether a call that needs this scope may go on. `ZohoCRM.modules.ALL` allows
  /// `ZohoCRM.modules.deals.READ`, and `ZohoBooks.fullaccess.all` everything of Books.
  func allow(_ scope: String) -> Bool {
    var parts = scope.lowercased().split(separator: ".").map(String.init)
    guard parts.count > 1 else { return false }
    let operation = parts.removeLast()
    var operations = [operation, "all"]
    if operation == "create" || operation == "update" { operations.append("write") }
    if granted.contains("\(parts[0]).fullaccess.all") { return true }
    while parts.count > 1 {
      let area = parts.joined(separator: ".")
      if operations.contains(where: { granted.contains("\(area).\($0)") }) { return true }
      parts.removeLast()
    }
    return false
  }

  /// Scopes come separated by commas; spaces are taken too.
  static func split(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == " " }.map(String.init)
  }

  /// Whether a scope has the shape of one that Zoho could grant.
  static func isKnown(_ scope: String) -> Bool {
    let services = ["ZohoCRM", "ZohoBooks", "ZohoSearch", "ZohoFiles", "AaaServer", "aaaserver"]
    let parts = scope.split(separator: ".")
    return parts.count >= 3 && parts.first.map { services.contains(String($0)) } == true
  }
}
