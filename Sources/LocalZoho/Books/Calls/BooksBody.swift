import Foundation

extension BooksCall {
  /// The JSON of the body, sent plainly or as `JSONString` of a form; nil when there is none.
  /// - Throws: Books' 1038 when it is no JSON.
  func json() throws -> JSONValue? {
    let contentType = request.headers["Content-Type"]?.lowercased() ?? ""
    let text: Data
    if contentType.hasPrefix("application/x-www-form-urlencoded") {
      text = Data((request.form()["JSONString"] ?? query["JSONString"] ?? "").utf8)
    } else if contentType.hasPrefix("multipart/form-data") {
      text = Data(MultipartForm(request)?["JSONString"]?.utf8 ?? "".utf8)
    } else if request.body.isEmpty {
      text = Data((query["JSONString"] ?? "").utf8)
    } else {
      text = request.body
    }
    guard text.contains(where: { !($0 == 0x20 || (0x09...0x0D).contains($0)) }) else { return nil }
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw Refusal.booksMalformedJSON
    }
  }

  /// The fields of the body, none when it is empty.
  /// - Throws: Books' 1038 when it is no JSON object.
  func fields() throws -> BooksFields {
    guard let json = try json() else { return BooksFields(JSONObject()) }
    guard let object = json.objectValue else { throw Refusal.booksMalformedJSON }
    return BooksFields(object)
  }
}

/// The text parts of a `multipart/form-data` body (RFC 7578).
struct MultipartForm {
  private var parts: [String: String] = [:]

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
      parts[String(key)] = String(value.hasSuffix("\r\n") ? value.dropLast(1) : value)
    }
  }

  subscript(name: String) -> String? { parts[name] }
}
