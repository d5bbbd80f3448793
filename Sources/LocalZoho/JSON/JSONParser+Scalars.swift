import FoundationEssentials

extension JSONParser {
  mutating func string() throws -> String {
    position += 1
    let start = position
    while let byte = next {
      if byte == UInt8(ascii: "\"") {
        defer { position += 1 }
        return try text(bytes[start..<position])
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      guard byte >= 0x20 else { throw error("a control character in a string") }
      position += 1
    }
    throw error("a string does not end")
  }

  private func text(_ bytes: some Sequence<UInt8> & Collection) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error("a string is not UTF-8")
    }
    return text
  }

  private mutating func escapedString(from start: Int) throws -> String {
    var collected = Array(bytes[start..<position])
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(collected)
      case UInt8(ascii: "\\"): collected.append(contentsOf: try escape())
      case 0..<0x20: throw error("a control character in a string")
      default: collected.append(byte)
      }
    }
    throw error("a string does not end")
  }

  private mutating func escape() throws -> [UInt8] {
    guard let byte = next else { throw error("a string does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try hexCode()
      if (0xD800..<0xDC00).contains(code) {
        guard take("\\"), take("u") else { throw error("half a surrogate pair") }
        let low = try hexCode()
        guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair") }
      return Array(String(Character(scalar)).utf8)
    default: throw error("an unknown escape")
    }
  }

  private mutating func hexCode() throws -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Self.hexDigit(byte) else {
        throw error("an escape needs four hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  mutating func number() throws -> Decimal {
    let start = position
    let isNegative = take("-")
    var significand: Decimal = 0
    var small: UInt64 = 0
    var digits = 0
    var exponent = 0
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

    guard isDigit(next) else { throw error("a value is missing or unknown") }
    let leadingZero = next == 0x30
    var isFraction = false
    while let byte = next {
      if byte == UInt8(ascii: "."), !isFraction {
        position += 1
        isFraction = true
        guard isDigit(next) else { throw error("a number lacks digits") }
        continue
      }
      guard isDigit(byte) else { break }
      if leadingZero, !isFraction, position > start + (isNegative ? 1 : 0) {
        throw error("a number starts with 0")
      }
      digits += significand == 0 && small == 0 && byte == 0x30 ? 0 : 1
      guard digits <= 38 else { throw error("a number has more than 38 digits") }
      if digits <= 18 {
        small = small * 10 + UInt64(byte - 0x30)
      } else {
        if digits == 19 { significand = Decimal(small) }
        significand = significand * 10 + Decimal(Int(byte - 0x30))
      }
      if isFraction { exponent -= 1 }
      position += 1
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      let isDown = take("-")
      if !isDown { _ = take("+") }
      guard isDigit(next) else { throw error("a number lacks digits") }
      var power = 0
      while let byte = next, isDigit(byte) {
        power = min(power * 10 + Int(byte - 0x30), 1000)
        position += 1
      }
      exponent += isDown ? -power : power
    }
    if digits <= 18 { significand = Decimal(small) }
    guard significand != 0 else { return 0 }
    guard (-100...100).contains(exponent) else { throw error("a number is out of range") }
    return Decimal(
      sign: isNegative ? .minus : .plus, exponent: exponent, significand: significand)
  }
}
