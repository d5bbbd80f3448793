/// Keys as words, and what a terminal sends for them.
enum Keys {
  /// The bytes of keys: `"jj<enter>"`.
  static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let named = named(rest[rest.index(after: rest.startIndex)..<end])
      {
        bytes += named
        rest = rest[rest.index(after: end)...]
      } else {
        bytes += Array(String(first).utf8)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  private static func named(_ name: Substring) -> [UInt8]? {
    if let code = codes[String(name)] { return Array(code.utf8) }
    guard name.hasPrefix("c-"), name.count == 3, let letter = name.last?.asciiValue else {
      return nil
    }
    return [letter & 0x1f]
  }

  /// As xterm sends them when ncurses has asked for application keys.
  private static let codes = [
    "enter": "\r", "esc": "\u{1b}", "tab": "\t", "backspace": "\u{7f}", "up": "\u{1b}OA",
    "down": "\u{1b}OB", "right": "\u{1b}OC", "left": "\u{1b}OD", "home": "\u{1b}OH",
    "end": "\u{1b}OF", "pagedown": "\u{1b}[6~", "pageup": "\u{1b}[5~", "s-tab": "\u{1b}[Z",
  ]
}
