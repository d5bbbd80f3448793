import Sales
import Screen

/// What a list of choices about the list of invoices is for.
public enum InvoiceListChoice: Hashable, Sendable {
  /// What it is ordered by.
  case order
  /// Which column is shown or hidden.
  case columns
}

extension InvoiceList {
  /// How the list is shown.
  static let showing: [Command] = [
    Command(
      "invoices.order", "order by another column", label: "order", keys: ["zs"],
      in: [.invoiceList]
    ) { state in
      let order = state.invoices.order
      let rows =
        [
          Chooser.Row(
            id: "need", label: "by need", detail: order == nil ? "now" : "overdue first")
        ]
        + InvoiceOrder.Key.allCases.map { key in
          Chooser.Row(
            id: key.rawValue, label: SafeText(key.words),
            detail: order?.key == key ? (order?.isDescending == true ? "now ▼" : "now ▲") : "")
        }
      state.overlays.append(
        .chooser(Chooser(title: "Order the invoices", purpose: .billing(.order), rows: rows)))
      return []
    },
    Command(
      "invoices.reverse", "turn the order around", keys: ["zr"], in: [.invoiceList],
      unavailable: { $0.invoices.order == nil ? "it is ordered by need: zs chooses another" : nil }
    ) { state in
      state.invoices.order?.isDescending.toggle()
      return state.reorderInvoices()
    },
    Command(
      "invoices.columns", "choose the columns", keys: ["zc"], in: [.invoiceList]
    ) { state in
      state.chooseInvoiceColumns()
      return []
    },
  ]
}

extension InvoiceOrder.Key {
  /// The column in words.
  var words: String {
    switch self {
    case .number: "number"
    case .customer: "customer"
    case .date: "date"
    case .due: "due day"
    case .total: "total"
    case .balance: "unpaid"
    case .status: "status"
    }
  }
}

extension AppState {
  /// Orders the list, or shows and hides a column.
  mutating func chosen(_ id: String, for choice: InvoiceListChoice) -> [Effect] {
    switch choice {
    case .order:
      guard let key = InvoiceOrder.Key(rawValue: id) else {
        invoices.order = nil
        return reorderInvoices()
      }
      let isSame = invoices.order?.key == key
      let isAmount = key == .total || key == .balance || key == .date
      let isDescending = isSame ? invoices.order?.isDescending == false : isAmount
      invoices.order = InvoiceOrder(key, isDescending: isDescending)
      return reorderInvoices()
    case .columns:
      guard let column = InvoiceColumn(rawValue: id) else { return [] }
      if invoices.hiddenColumns.remove(column) == nil { invoices.hiddenColumns.insert(column) }
      chooseInvoiceColumns(selected: id)
      return []
    }
  }

  fileprivate mutating func chooseInvoiceColumns(selected: String? = nil) {
    let rows = InvoiceColumn.allCases.map { column in
      Chooser.Row(
        id: column.rawValue, label: SafeText(column.name),
        detail: invoices.hiddenColumns.contains(column) ? "hidden" : "shown",
        unavailable: column == .number ? "it tells the rows apart" : nil)
    }
    var chooser = Chooser(
      title: "Columns: Enter shows or hides", purpose: .billing(.columns), rows: rows)
    chooser.selected = rows.firstIndex { $0.id == selected } ?? 0
    overlays.append(.chooser(chooser))
  }

  /// Reads the rows in the order that is wanted now, from its start.
  fileprivate mutating func reorderInvoices() -> [Effect] {
    let words =
      invoices.order.map { "by \($0.key.words)\($0.isDescending ? ", largest first" : "")" }
      ?? "by need"
    tell("The invoices are ordered \(words).", kind: .note)
    for tab in invoices.rows.keys {
      invoices.rows[tab]?.selected = nil
      invoices.rows[tab]?.index = 0
      invoices.rows[tab]?.top = 0
    }
    return invoices.loadRows(today: today)
  }
}
