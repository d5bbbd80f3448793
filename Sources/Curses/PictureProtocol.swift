/// A way in which a terminal takes pictures.
public enum PictureProtocol: Hashable, Sendable {
  /// Kitty's: <https://sw.kovidgoyal.net/kitty/graphics-protocol/>
  case kitty
  /// DEC's sixels: <https://vt100.net/docs/vt3xx-gp/chapter14.html>
  case sixel

  /// What to ask a terminal: Kitty's query, then the primary device attributes, which every terminal
  /// answers.
  static let question = "\u{1B}_Gi=4207,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[c"

  /// The way that a terminal's answer to the question names; nil for none.
  init?(answer: String) {
    if answer.contains("\u{1B}_Gi=4207;OK") {
      self = .kitty
      return
    }
    guard let start = answer.range(ofLast: "\u{1B}[?"), answer.hasSuffix("c") else { return nil }
    let attributes = answer[start...].dropLast().split(separator: ";").dropFirst()
    guard attributes.contains("4") else { return nil }
    self = .sixel
  }

  /// The bytes that draw a picture at the cursor.
  func text(of picture: Picture, rows: Int) -> String {
    switch self {
    case .kitty: Self.kitty(picture, rows: rows)
    case .sixel: Self.sixel(picture)
    }
  }

  /// In pieces of 4,096 letters, as the protocol wants, made to fit so many rows.
  private static func kitty(_ picture: Picture, rows: Int) -> String {
    let letters = Array(base64(picture.dots))
    var text = ""
    var place = 0
    while place < letters.count {
      let end = min(place + 4096, letters.count)
      let head =
        place == 0 ? "a=T,q=2,f=24,s=\(picture.width),v=\(picture.height),r=\(rows)," : ""
      let piece = String(decoding: letters[place..<end], as: UTF8.self)
      text += "\u{1B}_G\(head)m=\(end < letters.count ? 1 : 0);\(piece)\u{1B}\\"
      place = end
    }
    return text
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var letters: [UInt8] = []
    letters.reserveCapacity((bytes.count + 2) / 3 * 4)
    var place = 0
    while place < bytes.count {
      let left = bytes.count - place
      let word =
        Int(bytes[place]) << 16 | (left > 1 ? Int(bytes[place + 1]) << 8 : 0)
        | (left > 2 ? Int(bytes[place + 2]) : 0)
      letters.append(alphabet[word >> 18])
      letters.append(alphabet[word >> 12 & 63])
      letters.append(left > 1 ? alphabet[word >> 6 & 63] : UInt8(ascii: "="))
      letters.append(left > 2 ? alphabet[word & 63] : UInt8(ascii: "="))
      place += 3
    }
    return letters
  }

  /// In bands of six rows with a palette of 216 colours, runs of equal dots counted.
  private static func sixel(_ picture: Picture) -> String {
    var text = "\u{1B}Pq\"1;1;\(picture.width);\(picture.height)"
    for color in 0..<216 {
      text += "#\(color);2;\(color / 36 * 20);\(color / 6 % 6 * 20);\(color % 6 * 20)"
    }
    for top in stride(from: 0, to: picture.height, by: 6) {
      text += band(picture, top)
      text += "-"
    }
    return text + "\u{1B}\\"
  }

  private static func band(_ picture: Picture, _ top: Int) -> String {
    var rows: [Int: [UInt8]] = [:]
    for y in top..<min(top + 6, picture.height) {
      for x in 0..<picture.width {
        let at = (y * picture.width + x) * 3
        func level(_ offset: Int) -> Int { (Int(picture.dots[at + offset]) * 5 + 127) / 255 }
        let color = level(0) * 36 + level(1) * 6 + level(2)
        rows[color, default: [UInt8](repeating: 0, count: picture.width)][x] |= 1 << (y - top)
      }
    }
    return rows.keys.sorted().map { color in
      "#\(color)" + runs(rows[color] ?? [])
    }.joined(separator: "$")
  }

  private static func runs(_ row: [UInt8]) -> String {
    var text = ""
    var place = 0
    while place < row.count {
      var end = place
      while end < row.count, row[end] == row[place] { end += 1 }
      let letter = String(UnicodeScalar(63 + row[place]))
      text +=
        end - place > 3 ? "!\(end - place)\(letter)" : String(repeating: letter, count: end - place)
      place = end
    }
    return text
  }
}

extension String {
  /// Where the last occurrence of a text ends; nil when it has none.
  fileprivate func range(ofLast text: String) -> Index? {
    var found: Index?
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) { found = index(place, offsetBy: text.count) }
      place = index(after: place)
    }
    return found
  }
}
