import FoundationEssentials

/// Comma-separated values (RFC 4180).
enum CSV {
  /// Appends one row; fields with commas, quotes or line ends are quoted.
  static func append(_ row: [String], to data: inout Data) {
    var bytes: [UInt8] = []
    for (index, field) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let isSpecial = field.utf8.contains {
        [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0)
      }
      guard isSpecial else {
        bytes += field.utf8
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "\n"))
    data.append(contentsOf: bytes)
  }

  /// The rows of a file; lines without a character are left out. A quote that is not closed ends
  /// with the file.
  static func rows(of data: Data) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var hasContent = false
    var bytes = data[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let all = Array(bytes)
    func endField() {
      row.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    func endRow() {
      guard hasContent else { return }
      endField()
      rows.append(row)
      row = []
      hasContent = false
    }
    var index = 0
    while index < all.count {
      let byte = all[index]
      let next = index + 1 < all.count ? all[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && next == UInt8(ascii: "\""):
        field.append(byte)
        index += 1
      case UInt8(ascii: "\"") where isQuoted || field.isEmpty:
        isQuoted.toggle()
        hasContent = true
      case UInt8(ascii: ",") where !isQuoted:
        hasContent = true
        endField()
      case UInt8(ascii: "\n") where !isQuoted: endRow()
      case UInt8(ascii: "\r") where !isQuoted && next == UInt8(ascii: "\n"): break
      default:
        hasContent = true
        field.append(byte)
      }
      index += 1
    }
    endRow()
    return rows
  }
}
