import FoundationEssentials

/// An answer as it came, for calls this program has no words for.
public struct RawAnswer: Hashable, Sendable {
  /// A header field.
  public struct Header: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String

    /// Whether the value signs somebody in, and is not to be shown.
    public var isSecret: Bool {
      let name = name.lowercased()
      return ["cookie", "token", "auth", "secret"].contains { name.contains($0) }
    }
  }

  /// The HTTP status, refusals included.
  public let status: Int
  /// The header fields, in the order in which they came.
  public let headers: [Header]
  /// The media type.
  public let contentType: String
  /// The body.
  public let body: Data
}

extension Request where Response == RawAnswer {
  /// Any call of the API: `api(.crm, .get, "/settings/roles")`.
  ///
  /// - Parameters:
  ///   - host: The product whose own host it goes to; nil for CRM, Books and whatever else answers at
  ///     the data centre's API host.
  ///   - path: The path below the product's version, percent-encoded; a query goes into `query`.
  ///   - body: What to send; JSON unless the headers say otherwise.
  public static func api(
    _ product: Product, at host: OwnHost? = nil, _ method: Method, _ path: String,
    query: [(name: String, value: String)] = [], headers: [(name: String, value: String)] = [],
    body: Data? = nil
  ) -> Self {
    var request = Request(
      product, method, path, query: query, headers: headers, body: body,
      needsOrganization: path != "/organizations"
        && !query.contains { $0.name == "organization_id" },
      maximumBytes: 64 << 20
    ) { reply in
      RawAnswer(
        status: reply.status,
        headers: reply.headers.map { RawAnswer.Header(name: $0.name, value: $0.value) },
        contentType: reply.contentType, body: reply.body)
    }
    request.host = host
    request.takesAnyStatus = true
    return request
  }
}
