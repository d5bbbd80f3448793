import FoundationEssentials

/// A call inside a composite one.
public struct CompositePart: Hashable, Sendable {
  /// Our name for it, by which its answer is found.
  public let id: String
  /// The method.
  public let method: Method
  /// The whole path, version included: `/crm/v8/Deals`.
  public let path: String
  /// The query.
  public let query: [String: String]
  /// What is sent; nil for nothing.
  public let body: RecordFields?

  /// A call inside a composite one.
  public init(
    id: String, _ method: Method, _ path: String, query: [String: String] = [:],
    body: RecordFields? = nil
  ) {
    self.id = id
    self.method = method
    self.path = path
    self.query = query
    self.body = body
  }
}

/// The answer to a part of a composite call.
public struct CompositeAnswer: Hashable, Sendable {
  /// The name of the part.
  public let id: String
  /// Its HTTP status; nil when it was not run.
  public let status: Int?
  /// What came back.
  public let body: RecordFields
}

extension Request where Response == [CompositeAnswer] {
  /// Up to five calls in one. It is a write when one of them is, and then is sent once.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/composite-api.html>
  ///
  /// - Parameter rollsBack: Whether one that fails undoes the others.
  public static func composite(_ parts: [CompositePart], rollsBack: Bool = false) -> Self {
    let rows = parts.map { part in
      var row: RecordFields = [
        "sub_request_id": .text(part.id), "method": .text(part.method.rawValue),
        "uri": .text(part.path),
      ]
      if !part.query.isEmpty { row["params"] = .object(part.query.mapValues { .text($0) }) }
      row["body"] = part.body.map { .object($0) }
      return FieldValue.object(row)
    }
    let body: RecordFields = [
      "rollback_on_fail": .bool(rollsBack), "parallel_execution": false,
      "__composite_requests": .list(rows),
    ]
    var request = Request(
      .crm, .post, "/__composite_requests", json: body,
      isWrite: parts.contains { $0.method != .get }
    ) { reply in
      let answer = try JSONDecoder().decode(RecordFields.self, from: reply.body)
      return (answer["__composite_requests"]?.records ?? []).map { row in
        let response = row["details"]?.fields?["response"]?.fields ?? [:]
        return CompositeAnswer(
          id: row["sub_request_id"]?.text ?? "",
          status: response["status_code"]?.text.flatMap { Int($0) },
          body: response["body"]?.fields ?? [:])
      }
    }
    if parts.isEmpty || parts.count > 5 {
      request.problem = "\(parts.count) calls: a composite call has 1 to 5"
    }
    return request
  }
}
