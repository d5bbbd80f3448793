/// Where the next page of a list begins: after which row, for whom, and until when. It carries
/// everything in itself, so that a read writes nothing.
struct PageToken: Hashable, Sendable {
  /// Of the user and the parameters that the token is bound to.
  var binding: UInt64
  var page: Int
  /// The sort value and the id of the row before the page.
  var key: Int64
  var id: Int64
  /// Seconds since 1970.
  var expiry: Int64

  static let lifetime: Int64 = 24 * 3600

  var text: String {
    let content = "\(binding)|\(page)|\(key)|\(id)|\(expiry)"
    return PageToken.hex(PageToken.hash(content))
      + content.utf8.map { byte in
        String(byte, radix: 16)
      }.joined()
  }

  init(binding: UInt64, page: Int, key: Int64, id: Int64, expiry: Int64) {
    self.binding = binding
    self.page = page
    self.key = key
    self.id = id
    self.expiry = expiry
  }

  /// Nil when it is no token of this server.
  init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count > 16, digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 16, to: digits.count, by: 2) {
      guard let high = JSONParser.hexDigit(digits[index]),
        let low = JSONParser.hexDigit(digits[index + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    let content = String(decoding: bytes, as: UTF8.self)
    guard PageToken.hex(PageToken.hash(content)) == String(decoding: digits[..<16], as: UTF8.self)
    else { return nil }
    let parts = content.split(separator: "|")
    guard parts.count == 5, let binding = UInt64(parts[0]), let page = Int(parts[1]),
      let key = Int64(parts[2]), let id = Int64(parts[3]), let expiry = Int64(parts[4])
    else { return nil }
    self.init(binding: binding, page: page, key: key, id: id, expiry: expiry)
  }

  /// FNV-1a: stable between starts, unlike Swift's own hashes.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func hex(_ number: UInt64) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
