import Sales
import Screen

/// Draws many invoices before something is done with them, and what became of each.
func drawBulk(_ bulk: BulkInvoices, _ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let inside = drawBox(
    bulk.title, size: Size(width: min(100, area.width), height: area.height), in: area, on: &canvas)
  let (head, rest) = inside.split(top: 2)
  canvas.draw("Organization  \(state.tenant.spoken)", in: head.row(0), style: .organization)
  canvas.draw(bulk.sums, in: head.row(1), style: .money)
  let (list, foot) = rest.split(bottom: 2)
  for place in visible(bulk.rows.count, around: bulk.selected, rows: list.height) {
    let start = visible(bulk.rows.count, around: bulk.selected, rows: list.height).lowerBound
    drawRow(
      bulk.rows[place], bulk, isSelected: place == bulk.selected, in: list.row(place - start),
      on: &canvas)
  }
  canvas.draw(bulk.counts, in: foot.row(0), style: .strong)
  if let row = bulk.current {
    canvas.draw(row.detail, in: foot.row(1), style: row.state.style)
  }
}

private func drawRow(
  _ row: BulkInvoices.Row, _ bulk: BulkInvoices, isSelected: Bool, in area: Rect,
  on canvas: inout Canvas
) {
  let (left, right) = area.split(right: min(38, area.width / 2))
  let amount = Money(
    bulk.kind == .remind ? row.invoice.balance : row.invoice.total, row.invoice.currency)
  let nameWidth = max(4, left.width - 30)
  canvas.draw("\(row.state.mark)", in: left.column(at: 1, width: 1), style: row.state.style)
  canvas.draw(SafeText(row.invoice.number), in: left.column(at: 3, width: 11))
  canvas.draw(SafeText(row.invoice.customer.name), in: left.column(at: 15, width: nameWidth))
  canvas.draw(
    amount.full, in: left.column(at: 16 + nameWidth, width: 13), style: .money, align: .right)
  canvas.draw(row.words, in: right.inset(x: 1), style: row.state.style)
  guard isSelected else { return }
  canvas.put("▌", x: area.x, y: area.y, style: .selection)
  canvas.restyle(area, style: .selection)
}

extension BulkInvoices {
  fileprivate var title: SafeText {
    let verb = kind.verb.prefix(1).uppercased() + kind.verb.dropFirst()
    return "\(verb) \(rows.count.grouped) \(rows.count == 1 ? "invoice" : "invoices")"
  }

  /// How many something is done with, and what they come to.
  fileprivate var sums: SafeText {
    if isPreparing {
      let left = rows.count { $0.state == .preparing }
      return "preparing the mails, \(left.grouped) to go…"
    }
    let recipients = Set(ready.flatMap { $0.mail?.selectedAddresses ?? [] }).count
    let people = kind.isMail ? ", to \(recipients.grouped) addresses" : ""
    return hasStarted && ready.isEmpty
      ? "nothing more to do here" : "\(ready.count.grouped) ready, \(totals.full)\(people)"
  }

  /// How the rows stand.
  fileprivate var counts: SafeText {
    let parts: [(String, Int)] = [
      ("ready", ready.count), ("under way", rows.count { $0.state == .underWay }),
      (kind.past, rows.count { $0.state == .done }), ("not done", failedCount),
      ("unsure", rows.count { $0.state == .uncertain }),
      (
        "left out",
        rows.count {
          if case .off = $0.state { return true }
          return false
        }
      ),
    ]
    let words = parts.filter { $0.1 > 0 }.map { "\($0.1.grouped) \($0.0)" }
    return SafeText(words.joined(separator: " · "))
  }
}

extension BulkInvoices.Row {
  /// Who it goes to, or how it stands.
  fileprivate var words: SafeText {
    switch state {
    case .preparing: "preparing…"
    case .ready: mail.map { SafeText($0.addressesInWords) } ?? "ready"
    case .off(let reason): reason
    case .underWay: "under way…"
    case .done: mail.map { SafeText("done: \($0.addressesInWords)") } ?? "done"
    case .failed(let reason): reason
    case .uncertain: "it may have happened: 6 Outbox"
    }
  }

  /// All that is known of it, for the line below the list.
  fileprivate var detail: SafeText {
    guard state == .ready, let mail else { return words }
    return SafeText("\(mail.subject)")
  }
}

extension BulkInvoices.State {
  /// What stands before the row.
  fileprivate var mark: SafeText {
    switch self {
    case .preparing, .underWay: "…"
    case .ready: "●"
    case .off: "–"
    case .done: "✓"
    case .failed: "✗"
    case .uncertain: "?"
    }
  }

  /// How it is drawn.
  fileprivate var style: Style {
    switch self {
    case .preparing, .underWay: .pending
    case .ready: .normal
    case .off: .dim
    case .done: .good
    case .failed, .uncertain: .bad
    }
  }
}
