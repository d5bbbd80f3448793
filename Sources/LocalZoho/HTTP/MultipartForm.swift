import Foundation

/// A `multipart/form-data` body (RFC 7578).
struct MultipartForm: Sendable {
  /// A file as it was sent.
  struct File: Hashable, Sendable {
    /// The name of its field.
    var field: String
    var name: String
    var contentType: String
    var data: Data
  }

  /// The parts that are no files.
  private(set) var values = NamedValues()
  private(set) var files: [File] = []

  /// Nil when the header names no boundary.
  init?(_ request: ZohoRequest) {
    guard let type = request.headers["Content-Type"],
      let mark = type.range(of: "boundary=", options: .caseInsensitive)
    else { return nil }
    let boundary =
      "--" + type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
    let body = request.body
    let places = Self.places(of: Array(boundary.utf8), in: body)
    for (place, next) in zip(places, places.dropFirst()) {
      read(body[body.startIndex + place + boundary.utf8.count..<body.startIndex + next])
    }
  }

  /// Where a short text occurs in a long body. Foundation's own search takes seconds for 100 MB.
  private static func places(of text: [UInt8], in body: Data) -> [Int] {
    body.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return [] }
      var places: [Int] = []
      var offset = 0
      while offset + text.count <= bytes.count,
        let found = memchr(start + offset, Int32(text[0]), bytes.count - offset)
      {
        let place = start.distance(to: UnsafeRawPointer(found))
        let isThere = place + text.count <= bytes.count && memcmp(found, text, text.count) == 0
        if isThere { places.append(place) }
        offset = place + (isThere ? text.count : 1)
      }
      return places
    }
  }

  private mutating func read(_ part: Data) {
    guard let end = part.range(of: Data("\r\n\r\n".utf8)) else { return }
    let head = String(decoding: part[..<end.lowerBound], as: UTF8.self)
    guard let field = Self.parameter("name", in: head) else { return }
    var content = part[end.upperBound...]
    if content.suffix(2) == Data("\r\n".utf8) { content = content.dropLast(2) }
    guard let name = Self.fileName(in: head) else {
      return values.append(field, String(decoding: content, as: UTF8.self))
    }
    files.append(
      File(
        field: field, name: name,
        contentType: Self.header("content-type", in: head) ?? "application/octet-stream",
        data: Data(content)))
  }

  private static func header(_ name: String, in head: String) -> String? {
    for line in head.split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name {
        return String(parts[1].drop { $0 == " " })
      }
    }
    return nil
  }

  private static func parameter(_ name: String, in head: String) -> String? {
    for mark in ["; \(name)=\"", ";\(name)=\""] {
      guard let found = head.range(of: mark, options: .caseInsensitive) else { continue }
      return String(head[found.upperBound...].prefix { $0 != "\"" })
    }
    return nil
  }

  /// `filename`, or `filename*` of RFC 5987, which goes before.
  private static func fileName(in head: String) -> String? {
    if let found = head.range(of: "filename*=", options: .caseInsensitive) {
      let value = head[found.upperBound...].prefix { $0 != ";" && $0 != "\r" }
      let text = value.split(separator: "'", omittingEmptySubsequences: false).last ?? value
      return NamedValues.decoded(text)
    }
    return parameter("filename", in: head)
  }
}
