import FoundationEssentials
import Sales
import Screen

/// The lines of a report, from its first to its last: headings, and bars by their place.
enum ReportLine: Hashable {
  /// What the bars below have in common.
  case heading(SafeText)
  /// The bar at that place of the report.
  case bar(Int)

  /// The lines of some bars: currencies are named where there is more than one.
  static func lines(of bars: [ReportBar]) -> [ReportLine] {
    let namesCurrency = Set(bars.map(\.currency)).count > 1
    var lines: [ReportLine] = []
    var currency: Currency?? = .none
    var heading: SafeText?
    for (place, bar) in bars.enumerated() {
      if namesCurrency, currency != .some(bar.currency) {
        lines.append(.heading(bar.currency.map { SafeText($0.code) } ?? "without a value"))
        heading = nil
      }
      currency = .some(bar.currency)
      if let own = bar.category.heading, own != heading { lines.append(.heading(own)) }
      heading = bar.category.heading
      lines.append(.bar(place))
    }
    return lines
  }
}

extension ReportScreen {
  /// The lines of the shown report.
  var lines: [ReportLine] { ReportLine.lines(of: bars) }

  /// The first line to show so that the cursor's is among so many, its heading too where there is room.
  func top(height: Int) -> Int {
    let lines = lines
    let height = max(1, height)
    guard let line = lines.firstIndex(of: .bar(index)) else { return 0 }
    var first = line
    while first > 0, case .heading = lines[first - 1], line - first + 2 < height { first -= 1 }
    let highest = max(line - height + 1, min(top, first))
    return max(0, min(highest, lines.count - height))
  }

  /// The largest amount among bars of that currency, or the largest count of those without a value:
  /// what fills the room for bars.
  func largest(_ currency: Currency?) -> Decimal {
    bars.filter { $0.currency == currency }
      .map { currency == nil ? Decimal($0.count) : $0.amount }.max() ?? 0
  }

  /// The sums of all bars of the report, with how many records they have.
  var sums: (count: Int, totals: Totals) {
    var totals = Totals()
    for bar in bars {
      if let currency = bar.currency { totals.add(Money(bar.amount, currency)) }
    }
    return (bars.reduce(0) { $0 + $1.count }, totals)
  }
}

/// A bar in cells: eighths of a cell, so that small differences are seen.
enum ReportBarText {
  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The bar of an amount where the largest fills so many cells. What is more than nothing is seen.
  static func text(_ amount: Decimal, of largest: Decimal, width: Int) -> SafeText {
    guard amount > 0, largest > 0, width > 0 else { return "" }
    let parts = (amount * Decimal(width * 8) / largest).rounded(toPlaces: 0)
    let units = min(max(1, Int(parts.description) ?? 0), width * 8)
    let rest = units % 8
    return SafeText(
      String(repeating: "█", count: units / 8) + (rest > 0 ? String(eighths[rest - 1]) : ""))
  }
}
