import Screen

/// A place in an invoice where something can be typed.
public enum GridCell: Hashable, Sendable {
  /// Who it bills.
  case customer
  /// The date on it.
  case date
  /// Days until it is due.
  case terms
  /// The day it is due.
  case due
  /// The user's own reference.
  case reference
  /// A cell of a line, counted from 0.
  case line(Int, LineColumn)
  /// Words to the customer.
  case notes
  /// Terms and conditions.
  case conditions
  /// What is taken off the whole.
  case discount
  /// What is charged for the way there.
  case shipping
  /// What is added or taken off at the end.
  case adjustment

  /// The line it is in; nil outside of the lines.
  var lineIndex: Int? {
    if case .line(let index, _) = self { return index }
    return nil
  }

  /// The column it is in; nil outside of the lines.
  var column: LineColumn? {
    if case .line(_, let column) = self { return column }
    return nil
  }

  /// What it is called.
  var title: String {
    switch self {
    case .customer: "Customer"
    case .date: "Date"
    case .terms: "Terms"
    case .due: "Due"
    case .reference: "Reference"
    case .line(_, let column): column.title
    case .notes: "Notes"
    case .conditions: "Terms"
    case .discount: "Discount"
    case .shipping: "Shipping"
    case .adjustment: "Adjust"
    }
  }

  /// The rows of an invoice of so many lines, top to bottom: what the arrows walk.
  static func rows(lines: Int) -> [[GridCell]] {
    [[.customer], [.date, .terms, .due], [.reference]]
      + (0..<lines).map { line in LineColumn.allCases.map { .line(line, $0) } }
      + [[.notes], [.conditions], [.discount, .shipping, .adjustment]]
  }
}

/// The columns of a line that can be typed into.
public enum LineColumn: Int, Hashable, Sendable, CaseIterable {
  /// What is sold.
  case item
  /// How many.
  case quantity
  /// The price of one.
  case rate
  /// What is taken off.
  case discount
  /// The tax on it.
  case tax

  /// What it is called.
  var title: String {
    switch self {
    case .item: "Item"
    case .quantity: "Qty"
    case .rate: "Rate"
    case .discount: "Discount"
    case .tax: "Tax"
    }
  }
}
