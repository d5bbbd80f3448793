/// Numbers in the database are whole multiples of their last digit, so that sums are exact.
enum ScaledNumber {
  /// Reads `-1234.565` as a multiple of the last of `places` digits, rounded half away from zero.
  /// Nil when it is no plain decimal number or too large.
  static func read(_ text: String, places: Int) -> Int64? {
    var digits: Int64 = 0
    var isNegative = false
    var hasDigits = false
    var fraction: Int?
    var roundsUp = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where fraction == nil: fraction = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        let digit = Int64(byte - UInt8(ascii: "0"))
        if let count = fraction {
          fraction = count + 1
          if count == places { roundsUp = digit >= 5 }
          if count >= places { continue }
        }
        guard let sum = appending(digit, to: digits) else { return nil }
        digits = sum
      default: return nil
      }
    }
    guard hasDigits else { return nil }
    for _ in min(fraction ?? 0, places)..<places {
      guard let sum = appending(0, to: digits) else { return nil }
      digits = sum
    }
    if roundsUp {
      guard digits < Int64.max else { return nil }
      digits += 1
    }
    return isNegative ? -digits : digits
  }

  /// Writes the number without needless zeros: `1234.5`.
  static func text(_ number: Int64, places: Int) -> String {
    guard places > 0 else { return String(number) }
    var digits = String(number.magnitude)
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    var fraction = digits.suffix(places)
    while fraction.last == "0" { fraction.removeLast() }
    let whole = digits.dropLast(places)
    let sign = number < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }

  /// `number * numerator / denominator`, rounded half away from zero; nil when it does not fit.
  static func multiplied(_ number: Int64, _ numerator: Int64, over denominator: Int64) -> Int64? {
    let product = number.multipliedFullWidth(by: numerator)
    guard product.high == (product.low >> 63 == 1 ? -1 : 0), denominator > 0 else { return nil }
    let exact = Int64(bitPattern: product.low)
    let half = exact >= 0 ? denominator / 2 : -(denominator / 2)
    let (sum, overflow) = exact.addingReportingOverflow(half)
    return overflow ? nil : sum / denominator
  }

  private static func appending(_ digit: Int64, to digits: Int64) -> Int64? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
    guard !overflow else { return nil }
    let (sum, overflows) = product.addingReportingOverflow(digit)
    return overflows ? nil : sum
  }
}
