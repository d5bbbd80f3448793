import Sales
import Screen

/// A part of the invoices screen: a group of invoices, all of them, or the drafts on this machine.
public enum InvoiceTab: Hashable, Sendable {
  /// Every invoice at Books.
  case all
  /// The invoices of one group.
  case group(InvoiceGroup)
  /// The invoices that are paid in part, overdue or not.
  case partPaid
  /// The drafts on this machine.
  case drafts

  /// The tabs from left to right.
  static let order: [InvoiceTab] = [
    .all, .group(.draft), .group(.approval), .group(.open), .group(.overdue), .partPaid,
    .group(.paid), .group(.void), .drafts,
  ]

  /// The tab whose rows answer a question.
  init(_ query: InvoiceQuery) {
    self = query.isPartPaid ? .partPaid : query.group.map { .group($0) } ?? .all
  }

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
    case .group(.approval): "Approvals"
    case .group(.open): "Sent"
    case .partPaid: "Part paid"
    case .group(.overdue): "Overdue"
    case .group(.paid): "Paid"
    case .group(.void): "Void"
    case .drafts: "Drafts here"
    }
  }
}
