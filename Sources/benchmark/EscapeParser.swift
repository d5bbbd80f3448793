/// Cuts a terminal's input into characters, controls and escape sequences (ECMA-48).
struct EscapeParser {
  /// What a terminal acts on.
  enum Token {
    /// A character to show.
    case scalar(Unicode.Scalar)
    /// A control character.
    case control(UInt8)
    /// An escape with one letter behind it.
    case escape(UInt8)
    /// A control sequence.
    case sequence(Sequence)
  }

  /// A control sequence: `ESC [`, numbers, and the letter that says what to do.
  struct Sequence {
    /// What stands between the bracket and the letter.
    var bytes: [UInt8] = []
    /// The letter.
    var final: UInt8 = 0

    /// Whether it belongs to the terminal's own modes.
    var isPrivate: Bool { bytes.first.map { (0x3c...0x3f).contains($0) } ?? false }

    /// The numbers in it.
    var numbers: [Int] {
      let digits = bytes.drop { (0x3c...0x3f).contains($0) }
      guard !digits.isEmpty else { return [] }
      return digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self)) ?? 0
      }
    }
  }

  private enum State {
    case ground
    case escape
    /// After `ESC (` and the like: one more byte that names a character set.
    case characterSet
    case sequence
    /// In a string that ends with BEL or `ESC \`.
    case string
  }

  private var state = State.ground
  private var sequence = Sequence()
  private var pending: [UInt8] = []

  /// Takes a byte, and answers what it completes.
  mutating func take(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: return takeText(byte)
    case .escape: return takeEscape(byte)
    case .characterSet:
      state = .ground
      return nil
    case .sequence:
      guard (0x40...0x7e).contains(byte) else {
        sequence.bytes.append(byte)
        return nil
      }
      state = .ground
      sequence.final = byte
      return .sequence(sequence)
    case .string:
      if byte == 0x07 { state = .ground }
      if byte == 0x1b { state = .escape }
      return nil
    }
  }

  private mutating func takeEscape(_ byte: UInt8) -> Token? {
    switch byte {
    case UInt8(ascii: "["):
      state = .sequence
      sequence = Sequence()
      return nil
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      state = .string
      return nil
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      state = .characterSet
      return nil
    default:
      state = .ground
      return .escape(byte)
    }
  }

  private mutating func takeText(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x1b:
      state = .escape
      return nil
    case 0x00..<0x20, 0x7f: return .control(byte)
    case 0x20..<0x7f: return .scalar(Unicode.Scalar(byte))
    default: return takeUTF8(byte)
    }
  }

  /// A character of several bytes is complete once it can be decoded.
  private mutating func takeUTF8(_ byte: UInt8) -> Token? {
    if byte >= 0xc0 { pending = [] }
    pending.append(byte)
    let length = pending[0] >= 0xf0 ? 4 : pending[0] >= 0xe0 ? 3 : 2
    guard pending.count == length else { return nil }
    defer { pending = [] }
    return String(decoding: pending, as: UTF8.self).unicodeScalars.first.map { .scalar($0) }
  }
}
