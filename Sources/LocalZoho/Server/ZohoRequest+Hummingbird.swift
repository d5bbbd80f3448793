import FoundationEssentials
import HTTPTypes
import HummingbirdCore

extension ZohoRequest {
  /// The call as the site reads it.
  init(_ request: Request, body: Data, baseURL: String) {
    let parts = (request.head.path ?? "/").split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var headers = NamedValues(ignoringCase: true)
    for field in request.headers { headers.append(field.name.rawName, field.value) }
    self.init(
      request.method.rawValue.uppercased(),
      parts[0].split(separator: "/").map { NamedValues.decoded($0) },
      query: NamedValues(urlEncoded: parts.count > 1 ? String(parts[1]) : ""), headers: headers,
      body: body, baseURL: baseURL)
  }
}
