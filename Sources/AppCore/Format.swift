import FoundationEssentials
import Sales
import Screen

extension Money {
  /// The amount with its sign and every decimal, as invoices print it: `£22,500.00`.
  public var full: SafeText {
    SafeText(sign + currency.symbol + magnitude(places: currency.decimals))
  }

  /// The amount in whole units, as cards and columns show it: `£22,500`.
  public var whole: SafeText {
    SafeText(sign + currency.symbol + magnitude(places: 0))
  }

  /// The amount in as few letters as say it: `£310k`, `£1.28m`.
  public var short: SafeText {
    let units = abs(amount)
    if units < 10_000 { return whole }
    // From here on thousands would round to a thousand of them.
    if units < 999_500 {
      return SafeText(sign + currency.symbol + (units / 1000).grouped(places: 0) + "k")
    }
    let places = units < 10_000_000 ? 2 : 1
    return SafeText(sign + currency.symbol + (units / 1_000_000).grouped(places: places) + "m")
  }

  /// The amount as short as it can be said without rounding: `£22,500`, `£4,686.40`.
  public var exact: SafeText { amount == amount.rounded(toPlaces: 0) ? whole : full }

  private var sign: String { amount < 0 ? "-" : "" }

  private func magnitude(places: Int) -> String { abs(amount).grouped(places: places) }
}

extension Decimal {
  /// The number with commas between thousands and just so many decimals, rounded half away from zero.
  public func grouped(places: Int) -> String {
    let rounded = rounded(toPlaces: places)
    let parts = abs(rounded).description.split(separator: ".", omittingEmptySubsequences: false)
    var whole = ""
    for (index, digit) in (parts.first ?? "0").enumerated() {
      if index > 0, ((parts.first?.count ?? 0) - index) % 3 == 0 { whole += "," }
      whole.append(digit)
    }
    let text = places > 0 ? whole + "." + decimals(of: parts, places: places) : whole
    return rounded < 0 ? "-" + text : text
  }

  private func decimals(of parts: [Substring], places: Int) -> String {
    let digits = parts.count > 1 ? String(parts[1]) : ""
    return digits + String(repeating: "0", count: max(0, places - digits.count))
  }
}

extension Int {
  /// The number with commas between thousands: `2,089`.
  public var grouped: String { Decimal(self).grouped(places: 0) }
}

extension Totals {
  /// The sums one after the other, each in its currency: `£310k · €12k`.
  public var short: SafeText { joined { $0.short } }

  /// The sums as short as so many cells ask for: all of them, or the one in the home currency and how
  /// many more there are: `£310k +2`, `£310k…`.
  func shortened(to width: Int, home: Currency) -> SafeText {
    let amounts = all.filter { $0.amount != 0 }
    guard short.width > width,
      let first = (amounts.first { $0.currency == home } ?? amounts.first)?.short
    else { return short }
    let others = amounts.count - 1
    guard others > 0 else { return first.truncated(to: width) }
    let counted: SafeText = "\(first) +\(others)"
    return counted.width <= width ? counted : (first + "…").truncated(to: width)
  }

  /// The sums in whole units: `£310,000 · €12,000`.
  public var whole: SafeText { joined { $0.whole } }

  /// The sums with every decimal.
  public var full: SafeText { joined { $0.full } }

  private func joined(_ text: (Money) -> SafeText) -> SafeText {
    let parts = all.filter { $0.amount != 0 }.map(text)
    guard let first = parts.first else { return "–" }
    return parts.dropFirst().reduce(first) { $0 + " · " + $1 }
  }
}

extension CalendarDate {
  /// The day with its month as a word: `30 Jun 2026`.
  public var spoken: SafeText { "\(day) \(monthName) \(year)" }

  /// The day without its year: `30 Jun`.
  public var spokenShort: SafeText { "\(day) \(monthName)" }

  private var monthName: String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[month - 1]
  }

  /// How far the day is from today: `today`, `in 3d`, `late 4d`.
  public func distance(from today: CalendarDate) -> SafeText {
    let days = today.days(until: self)
    if days == 0 { return "today" }
    return days > 0 ? "in \(days)d" : "late \(-days)d"
  }
}

extension Date {
  /// How long ago it was: `12s`, `3 min`, `2 h`, `5 d`.
  public func age(at now: Date) -> SafeText {
    let seconds = max(0, Int(now.timeIntervalSince(self)))
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60) min"
    case ..<86_400: return "\(seconds / 3600) h"
    default: return "\(seconds / 86_400) d"
    }
  }
}
