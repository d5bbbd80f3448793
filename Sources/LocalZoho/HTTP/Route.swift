/// A call that a product knows: method, path below the product, scope, and what answers it.
struct Route<Call>: Sendable {
  let method: String
  /// Segments; one in braces is a parameter.
  let pattern: [String]
  /// The granted scope it asks for, without the product: `invoices.READ`. A parameter in braces
  /// stands for what the path says: `modules.{module}.READ`.
  let scope: String
  /// Whether it changes nothing, whatever its method.
  let isRead: Bool
  let answer: @Sendable (Call) throws -> ZohoReply

  init(
    _ method: String, _ path: String, _ scope: String, isRead: Bool? = nil,
    _ answer: @escaping @Sendable (Call) throws -> ZohoReply
  ) {
    self.method = method
    pattern = path.split(separator: "/").map(String.init)
    self.scope = scope
    self.isRead = isRead ?? (method == "GET")
    self.answer = answer
  }

  /// The parameters when the path is of this route, else nil.
  func parameters(of path: some Collection<String>) -> [String: String]? {
    guard path.count == pattern.count else { return nil }
    var parameters: [String: String] = [:]
    for (segment, expected) in zip(path, pattern) {
      if expected.hasPrefix("{") {
        parameters[String(expected.dropFirst().dropLast())] = segment
      } else if segment != expected {
        return nil
      }
    }
    return parameters
  }

  /// The routes with words before those with parameters, so that `invoices/email` is not taken for
  /// an id.
  static func wordsFirst(_ routes: [Route]) -> [Route] {
    routes.sorted { $0.parameterCount < $1.parameterCount }
  }

  private var parameterCount: Int { pattern.count { $0.hasPrefix("{") } }
}
