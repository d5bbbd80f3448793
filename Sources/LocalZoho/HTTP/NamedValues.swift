/// Names with values, in order; a name may occur again. Query items, form fields, headers.
struct NamedValues: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  struct Item: Hashable, Sendable {
    var name: String
    var value: String
  }

  private(set) var items: [Item] = []
  private let ignoresCase: Bool

  init(ignoringCase: Bool = false) { ignoresCase = ignoringCase }

  init(dictionaryLiteral elements: (String, String)...) {
    self.init()
    for (name, value) in elements { append(name, value) }
  }

  /// Reads `a=1&b=two+words%21`. A malformed escape stays as it is.
  init(urlEncoded text: String) {
    self.init()
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      append(
        Self.decoded(parts[0], plusIsSpace: true),
        parts.count > 1 ? Self.decoded(parts[1], plusIsSpace: true) : "")
    }
  }

  /// The first value of that name.
  subscript(name: String) -> String? { items.first { matches($0.name, name) }?.value }

  func all(_ name: String) -> [String] { items.filter { matches($0.name, name) }.map(\.value) }

  var names: [String] { items.map(\.name) }

  mutating func append(_ name: String, _ value: String) {
    items.append(Item(name: name, value: value))
  }

  private func matches(_ one: String, _ other: String) -> Bool {
    one == other || ignoresCase && one.lowercased() == other.lowercased()
  }

  /// `a=1&b=two%20words`: everything but the unreserved characters of RFC 3986 is escaped.
  var urlEncoded: String {
    items.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
  }

  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }

  /// Undoes percent-encoding; bytes that are no UTF-8 become U+FFFD.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = JSONParser.hexDigit(bytes[index + 1]),
        let low = JSONParser.hexDigit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        let isSpace = plusIsSpace && bytes[index] == UInt8(ascii: "+")
        decoded.append(isSpace ? 0x20 : bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
