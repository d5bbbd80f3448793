import Sales
import Screen

/// Draws what is unpaid by how long it has been due, each bucket per currency, as much as fits.
func drawAgeing(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  guard let ageing = state.invoices.summary?.ageing else { return }
  let room = max(8, (area.width - 2) / AgeBucket.allCases.count)
  var x = area.x + 1
  for bucket in AgeBucket.allCases {
    let totals = ageing[bucket] ?? Totals()
    let name = SafeText(bucket.words)
    let sum = totals.shortened(to: max(1, room - name.width - 2), home: state.tenant.currency)
    let isLate = bucket != .current && totals.all.contains { $0.amount != 0 }
    let end = canvas.put(name, x: x, y: area.y, limit: area.right, style: .dim)
    canvas.put(
      " " + sum, x: end, y: area.y, limit: min(area.right, x + room - 1),
      style: isLate ? .bad : .money)
    x += room
  }
}
