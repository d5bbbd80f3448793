import FoundationEssentials
import ZohoAPI

/// A request that is shown and not sent.
enum DryRun {
  /// The request as a line of JSON, without the token.
  static func line(_ request: HTTPRequest) -> String {
    var members: [(name: String, value: FieldValue)] = [
      ("method", .text(request.method)), ("url", .text(request.url)),
    ]
    if !request.headers.isEmpty {
      let headers = request.headers.map { ($0.name, FieldValue.text($0.value)) }
      members.append(("headers", .object(Dictionary(headers) { first, _ in first })))
    }
    if let body = request.body { members.append(("body", value(of: body))) }
    return JSONText.object(members)
  }

  /// A body as JSON, or as text where it is something else.
  private static func value(of body: Data) -> FieldValue {
    if let json = try? JSONDecoder().decode(FieldValue.self, from: body) { return json }
    return .text(String(validating: body, as: UTF8.self) ?? "\(body.count) bytes")
  }
}
