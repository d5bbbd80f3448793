import Foundation

extension BooksCall {
  /// The JSON of the body, sent plainly or as `JSONString` of a form; nil when there is none.
  /// - Throws: Books' 1038 when it is no JSON.
  func json() throws -> JSONValue? {
    let contentType = request.headers["Content-Type"]?.lowercased() ?? ""
    let text: Data
    if contentType.hasPrefix("application/x-www-form-urlencoded")
      || contentType.hasPrefix("multipart/form-data")
    {
      text = Data((request.form()["JSONString"] ?? query["JSONString"] ?? "").utf8)
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
