import FoundationEssentials

/// An answer as it came, for calls this program has no words for.
public struct RawAnswer: Hashable, Sendable {
  /// The HTTP status, refusals included.
  public let status: Int
  /// The media type.
  public let contentType: String
  /// The body.
  public let body: Data
}

extension Request where Response == RawAnswer {
  /// Any call of the API: `api(.crm, .get, "/settings/roles")`.
  ///
  /// - Parameters:
  ///   - path: The path below the product's version, percent-encoded; a query goes into `query`.
  ///   - body: What to send, JSON.
  public static func api(
    _ product: Product, _ method: Method, _ path: String,
    query: [(name: String, value: String)] = [], body: Data? = nil
  ) -> Self {
    var request = Request(
      product, method, path, query: query, body: body,
      needsOrganization: path != "/organizations"
        && !query.contains { $0.name == "organization_id" },
      maximumBytes: 64 << 20
    ) { reply in
      RawAnswer(status: reply.status, contentType: reply.contentType, body: reply.body)
    }
    request.takesAnyStatus = true
    return request
  }
}
