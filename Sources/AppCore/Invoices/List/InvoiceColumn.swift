import Sales
import Screen

/// The columns of the invoice list.
enum InvoiceColumn: String, CaseIterable {
  case number
  case customer
  case date
  case dueDay
  case due
  case total
  case balance
  case status

  /// Where a column stands in a row.
  struct Place {
    var offset: Int
    var width: Int
  }

  /// The columns that fit a width, from left to right, without the hidden ones; the customer takes what
  /// is left.
  static func fitting(
    _ width: Int, hidden: Set<InvoiceColumn> = []
  ) -> [(InvoiceColumn, Place)] {
    let all: [(InvoiceColumn, Int)] =
      if width >= 100 {
        [
          (.number, 12), (.customer, 0), (.date, 11), (.dueDay, 11), (.due, 9), (.total, 14),
          (.balance, 14), (.status, 10),
        ]
      } else if width >= 76 {
        [(.number, 12), (.customer, 0), (.due, 9), (.total, 13), (.balance, 13), (.status, 10)]
      } else {
        [(.number, 11), (.customer, 0), (.due, 9), (.balance, 12), (.status, 9)]
      }
    let columns = all.filter { !hidden.contains($0.0) }
    let fixed = columns.reduce(0) { $0 + $1.1 } + columns.count
    var offset = 1
    return columns.map { column, columnWidth in
      let place = Place(
        offset: offset, width: column == .customer ? max(4, width - fixed) : columnWidth)
      offset += place.width + 1
      return (column, place)
    }
  }

  var title: String {
    switch self {
    case .number: "Number"
    case .customer: "Customer"
    case .date: "Date"
    case .dueDay: "Due"
    case .due: ""
    case .total: "Total"
    case .balance: "Unpaid"
    case .status: "Status"
    }
  }

  /// What it is called where the head says nothing.
  var name: String { self == .due ? "Days late" : title }

  /// What the list can be ordered by to have this column in order.
  var order: InvoiceOrder.Key {
    switch self {
    case .number: .number
    case .customer: .customer
    case .date: .date
    case .dueDay, .due: .due
    case .total: .total
    case .balance: .balance
    case .status: .status
    }
  }

  var alignment: Canvas.Alignment { self == .total || self == .balance ? .right : .left }

  func text(of invoice: Invoice, _ state: AppState) -> SafeText {
    switch self {
    case .number: SafeText(invoice.number)
    case .customer: SafeText(invoice.customer.name)
    case .date: invoice.date.spoken
    case .dueDay: invoice.dueDate?.spoken ?? "–"
    case .due: distance(of: invoice, state)
    case .total: Money(invoice.total, invoice.currency).full
    case .balance: Money(invoice.balance, invoice.currency).full
    case .status:
      (state.pending(invoice.id) == nil ? "" : "…") + invoice.status(on: state.today)
    }
  }

  func style(of invoice: Invoice, _ state: AppState) -> Style {
    switch self {
    case .total, .balance: .money
    case .due: invoice.group(on: state.today) == .overdue ? .bad : .normal
    case .status:
      state.pending(invoice.id) != nil
        ? .pending : invoice.group(on: state.today) == .paid ? .good : .normal
    default: .normal
    }
  }

  /// How far the due day is, while something is unpaid.
  private func distance(of invoice: Invoice, _ state: AppState) -> SafeText {
    let group = invoice.group(on: state.today)
    guard let due = invoice.dueDate, group == .open || group == .overdue else { return "" }
    return due.distance(from: state.today)
  }
}
