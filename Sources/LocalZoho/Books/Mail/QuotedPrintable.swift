/// The encoding of RFC 2045 that leaves plain text readable.
enum QuotedPrintable {
  /// The text with CRLF line ends, in lines of at most 76 characters.
  static func encode(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return lines.map { encode(line: $0.utf8) }.joined(separator: "\r\n")
  }

  private static func encode(line: Substring.UTF8View) -> String {
    var encoded = ""
    var width = 0
    let last = line.count - 1
    for (index, byte) in line.enumerated() {
      let isPlain =
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        || (byte == 0x20 || byte == 0x09) && index != last
      let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + hex(byte)
      if width + piece.utf8.count > 75 {
        encoded += "=\r\n"
        width = 0
      }
      encoded += piece
      width += piece.utf8.count
    }
    return encoded
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
