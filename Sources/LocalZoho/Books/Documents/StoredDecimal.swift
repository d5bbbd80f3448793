import Foundation

/// Exact decimals as the Books tables hold them: whole millionths in 64 bits.
///
/// That sorts and sums in SQL without an error, for amounts below nine million million.
extension Decimal {
  /// The number of a stored value.
  init(millionths: Int64) {
    var digits = millionths
    var exponent = -6
    while exponent < 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    self = Decimal(digits)
    if exponent < 0 {
      self = Decimal(
        sign: digits < 0 ? .minus : .plus, exponent: exponent,
        significand: Decimal(digits.magnitude))
    }
  }

  /// The number as it is stored, rounded to six places; nil when it is too large.
  var millionths: Int64? {
    let scaled = (self * 1_000_000).rounded(places: 0)
    guard scaled.magnitude < 9_000_000_000_000_000_000 else { return nil }
    return Int64("\(scaled)")
  }

  /// A stored value as JSON writes it, without the detour over a decimal.
  static func json(millionths: Int64) -> String {
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let sign = millionths < 0 ? "-" : ""
    guard rest > 0 else { return sign + String(whole) }
    var fraction = Substring(Digits.padded(Int(rest), 6))
    while fraction.last == "0" { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }

  /// The number rounded half away from zero.
  func rounded(places: Int) -> Decimal {
    var value = self
    var result = Decimal()
    NSDecimalRound(&result, &value, places, .plain)
    return result
  }

  /// The number with exactly so many places: `1200.50`, with thousands separated when asked.
  func text(places: Int, grouped: Bool = false) -> String {
    let rounded = rounded(places: places)
    let parts = "\(rounded.magnitude)".split(separator: ".")
    var whole = String(parts.first ?? "0")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    if grouped {
      var groups: [Substring] = []
      var rest = Substring(whole)
      while rest.count > 3 {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
      }
      whole = ([rest] + groups).joined(separator: ",")
    }
    let sign = rounded < 0 ? "-" : ""
    guard places > 0 else { return sign + whole }
    return sign + whole + "." + fraction
      + String(repeating: "0", count: max(0, places - fraction.count))
  }
}
