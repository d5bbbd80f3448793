import Foundation

/// The text parts of a `multipart/form-data` body (RFC 7578).
struct MultipartForm {
  private(set) var values = NamedValues()

  /// Nil when the header names no boundary.
  init?(_ request: ZohoRequest) {
    guard let type = request.headers["Content-Type"],
      let mark = type.range(of: "boundary=", options: .caseInsensitive)
    else { return nil }
    let boundary =
      "--" + type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
    for part in String(decoding: request.body, as: UTF8.self).components(separatedBy: boundary) {
      guard let end = part.range(of: "\r\n\r\n"),
        let name = part[..<end.lowerBound].range(of: "name=\"")
      else { continue }
      let key = part[name.upperBound...].prefix { $0 != "\"" }
      let value = part[end.upperBound...]
      values.append(String(key), String(value.hasSuffix("\r\n") ? value.dropLast(1) : value))
    }
  }
}
