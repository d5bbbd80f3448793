import Sales
import Screen

/// The tabs of the invoices screen, each with its count and, below, what is unpaid in it. Those that
/// do not fit are scrolled out of sight so that the one shown is always there.
struct InvoiceTabStrip: Hashable {
  /// One tab.
  struct Entry: Hashable {
    /// What it shows.
    var tab: InvoiceTab
    /// Its name with its count.
    var title: SafeText
    /// Its money, as short as its width asks for.
    var sum: SafeText
    /// Its first cell, from the left of the strip.
    var offset: Int
    /// How many cells it takes: its name between brackets at least.
    var width: Int
  }

  /// The tabs in sight.
  private(set) var entries: [Entry] = []
  /// Whether there are tabs to the left of those in sight.
  private(set) var hidesLeft = false
  /// Whether there are tabs to the right of those in sight.
  private(set) var hidesRight = false

  /// The tabs of a list in so many cells: all equally wide where that fits, or as wide as their names,
  /// or some of them.
  init(_ list: InvoiceList, home: Currency, width: Int) {
    let all = list.tabs.map { tab in (tab: tab, sums: list.sums(of: tab)) }
    let titles = all.map { entry -> SafeText in
      entry.sums.count.map { "\(entry.tab.title) \($0.grouped)" } ?? "\(entry.tab.title)"
    }
    var widths = titles.map { $0.width + 2 }
    let equal = width / all.count
    let spare = width - widths.reduce(0, +)
    var range = all.indices
    if widths.allSatisfy({ $0 <= equal }) {
      widths = widths.map { _ in equal }
    } else if spare >= 0 {
      widths = widths.map { $0 + spare / all.count }
    } else {
      let shown = all.firstIndex { $0.tab == list.tab } ?? 0
      range = Self.inSight(widths, around: shown, width: width - 2)
      hidesLeft = range.lowerBound > 0
      hidesRight = range.upperBound < all.count
    }
    var offset = range.count < all.count ? 1 : 0
    for place in range {
      let (tab, sums) = all[place]
      let sum = sums.totals.map { $0.shortened(to: widths[place] - 1, home: home) } ?? ""
      entries.append(
        Entry(tab: tab, title: titles[place], sum: sum, offset: offset, width: widths[place]))
      offset += widths[place]
    }
  }

  /// The tab at a column of the strip; nil where there is none.
  func tab(at column: Int) -> InvoiceTab? {
    entries.first { $0.offset <= column && column < $0.offset + $0.width }?.tab
  }

  /// The tabs that fit around the one shown, from the leftmost possible.
  private static func inSight(_ widths: [Int], around shown: Int, width: Int) -> Range<Int> {
    var first = 0
    while first < shown, widths[first...shown].reduce(0, +) > width { first += 1 }
    var end = shown + 1
    while end < widths.count, widths[first...end].reduce(0, +) <= width { end += 1 }
    return first..<end
  }
}

/// Draws the tabs in two rows, with marks where some are out of sight.
func drawInvoiceTabs(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let strip = InvoiceTabStrip(
    state.invoices, home: state.tenant.currency, width: area.width)
  for entry in strip.entries {
    let isShown = entry.tab == state.invoices.tab
    let x = area.x + entry.offset
    canvas.put(
      isShown ? "[\(entry.title)]" : " \(entry.title)", x: x, y: area.y, limit: area.right,
      style: isShown ? .tab : .normal)
    canvas.put(entry.sum, x: x + 1, y: area.y + 1, limit: area.right, style: .dim)
  }
  if strip.hidesLeft { canvas.put("◂", x: area.x, y: area.y, style: .key) }
  if strip.hidesRight { canvas.put("▸", x: area.right - 1, y: area.y, style: .key) }
}

extension InvoiceList {
  /// How many invoices a tab has and what is unpaid in them; for paid, void and drafts what they
  /// come to. Nil until known.
  fileprivate func sums(of tab: InvoiceTab) -> (count: Int?, totals: Totals?) {
    if tab == .drafts {
      guard let drafts else { return (nil, nil) }
      return (drafts.count, Totals(drafts.map { Money($0.totals.total, $0.currency) }))
    }
    guard let summary else { return (nil, nil) }
    if tab == .partPaid { return (summary.partPaid.count, summary.partPaid.balances) }
    guard let group = tab.group else { return (invoiceCount(of: tab), balances(of: .all)) }
    let column = summary.column(group)
    let isUnpaid = group == .open || group == .overdue
    return (column.count, isUnpaid ? column.balances : column.totals)
  }

  /// How many invoices a tab has, whatever the filter; nil until known.
  func invoiceCount(of tab: InvoiceTab) -> Int? {
    if tab == .partPaid { return summary?.partPaid.count }
    guard let group = tab.group else { return summary?.columns.reduce(0) { $0 + $1.count } }
    return summary?.column(group).count
  }

  /// What is unpaid in a tab. Drafts and void invoices are owed by nobody.
  func balances(of tab: InvoiceTab) -> Totals {
    if tab == .partPaid { return summary?.partPaid.balances ?? Totals() }
    var totals = Totals()
    let nobody: Set<InvoiceGroup> = [.draft, .approval, .void]
    for column in summary?.columns ?? [] where !nobody.contains(column.group) {
      if tab == .all || tab == .group(column.group) { totals.add(column.balances) }
    }
    return totals
  }
}
