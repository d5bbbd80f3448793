import FoundationEssentials
import Sales
import Screen

/// The columns of a report in so many cells: the figures stand beside the bar at any width.
struct ReportColumns {
  /// What a column shows.
  enum Kind {
    case label
    case bar
    case count
    case amount
    case weighted
    case share
  }

  /// One column.
  struct Column {
    var kind: Kind
    var offset: Int
    var width: Int

    var title: SafeText {
      switch kind {
      case .label, .bar: ""
      case .count: "Count"
      case .amount: "Amount"
      case .weighted: "Weighted"
      case .share: "Won of"
      }
    }

    var isNumber: Bool { kind != .label && kind != .bar }

    /// What stands in it for a bar.
    func text(of bar: ReportBar) -> SafeText {
      switch kind {
      case .label: bar.category.label
      case .bar: ""
      case .count: SafeText(bar.count.grouped)
      case .amount: bar.currency.map { text(Money(bar.amount, $0)) } ?? "–"
      case .weighted:
        bar.currency.flatMap { currency in
          bar.weighted.map { text(Money($0.rounded(toPlaces: currency.decimals), currency)) }
        } ?? "–"
      case .share: bar.share.map { "\($0.part) of \($0.whole)" } ?? ""
      }
    }

    /// An amount with its decimals where they fit.
    private func text(_ money: Money) -> SafeText {
      if money.full.width < width { return money.full }
      return money.whole.width <= width ? money.whole : money.short
    }
  }

  /// The columns from left to right.
  let all: [Column]

  init(_ reports: ReportScreen, width: Int) {
    let amount = width >= 90 ? 18 : 12
    let hasWeight = reports.bars.contains { $0.weighted != nil }
    let hasShare = reports.bars.contains { $0.share != nil }
    var figures: [(Kind, Int)] = [(.count, width >= 90 ? 9 : 7), (.amount, amount)]
    if hasWeight, width >= 68 || reports.isTable { figures.append((.weighted, amount)) }
    if hasShare { figures.append((.share, 10)) }
    let taken = figures.reduce(0) { $0 + $1.1 + 1 }
    let longest =
      reports.bars.map { bar in
        bar.category.label.width + (bar.category.heading == nil ? 0 : 2)
      }.max() ?? 0
    let room = max(8, width - taken)
    let label = reports.isTable ? room : min(longest, max(10, room / 2))
    var columns = [Column(kind: .label, offset: 0, width: label)]
    var offset = label + 1
    if !reports.isTable {
      columns.append(Column(kind: .bar, offset: offset, width: max(1, room - label - 1)))
      offset = room
    }
    for (kind, width) in figures {
      columns.append(Column(kind: kind, offset: offset + 1, width: width))
      offset += width + 1
    }
    all = columns
  }
}
