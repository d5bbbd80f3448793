/// Bytes as text, the way OSC 52 wants them (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var result = ""
    var group: [UInt8] = []
    for byte in bytes {
      group.append(byte)
      if group.count == 3 {
        append(group, to: &result)
        group.removeAll(keepingCapacity: true)
      }
    }
    if !group.isEmpty { append(group, to: &result) }
    return result
  }

  private static func append(_ group: [UInt8], to result: inout String) {
    let padded = group + Array(repeating: 0, count: 3 - group.count)
    let bits = padded.reduce(0) { $0 << 8 | Int($1) }
    for place in 0..<4 {
      let isData = place <= group.count
      result.append(isData ? alphabet[(bits >> (18 - 6 * place)) & 63] : "=")
    }
  }
}
