/// The query of an address, percent-encoded as RFC 3986 has it.
///
/// Everything but unreserved characters is encoded, `+` included: Zoho reads a bare `+` as a blank,
/// which would spoil the offset of a time.
enum QueryText {
  /// `?name=value&…`, or nothing when there are no parameters.
  static func suffix(_ query: [(name: String, value: String)]) -> String {
    query.isEmpty ? "" : "?" + form(query)
  }

  /// `name=value&…`, which is also the form a token call sends.
  static func form(_ fields: [(name: String, value: String)]) -> String {
    fields.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
  }

  /// The text with all but unreserved characters percent-encoded.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~")]
        .contains(byte)
    }
  }
}

/// Parts of a path that come from records.
enum PathSegment {
  /// An id as a part of a path: whatever it holds, it stays one part.
  static func of(_ id: String) -> String {
    let encoded = QueryText.encoded(id)
    return encoded.allSatisfy { $0 == "." } ? encoded.replacing(".", with: "%2E") : encoded
  }

  /// Whether the path stays below the product: it starts with `/`, no part is empty or made of dots,
  /// and nothing in it would end the path.
  static func isSafe(path: String) -> Bool {
    guard path.first == "/" else { return false }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && !part.allSatisfy { $0 == "." }
        && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#\\".utf8.contains($0) }
    }
  }
}
