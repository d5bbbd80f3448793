import Sales
import Screen

/// A part of the invoices screen: a group of invoices, all of them, or the drafts on this machine.
public enum InvoiceTab: Hashable, Sendable {
  /// Every invoice at Books.
  case all
  /// The invoices of one group.
  case group(InvoiceGroup)
  /// The drafts on this machine.
  case drafts

  /// The tabs from left to right.
  static let order: [InvoiceTab] = [.all] + InvoiceGroup.allCases.map { .group($0) } + [.drafts]

  /// The group its invoices are in; nil for all.
  var group: InvoiceGroup? {
    if case .group(let group) = self { return group }
    return nil
  }

  /// The name on the tab.
  var title: String {
    switch self {
    case .all: "All"
    case .group(.draft): "Draft"
    case .group(.open): "Open"
    case .group(.overdue): "Overdue"
    case .group(.paid): "Paid"
    case .group(.void): "Void"
    case .drafts: "Drafts here"
    }
  }

  /// The tab so many places to the right, around the ends.
  func neighbour(_ step: Int) -> InvoiceTab {
    let place = Self.order.firstIndex(of: self) ?? 0
    return Self.order[(place + step + Self.order.count) % Self.order.count]
  }
}
