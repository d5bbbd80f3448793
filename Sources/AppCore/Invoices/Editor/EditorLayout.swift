import Sales
import Screen

/// Where the parts of the editor stand.
struct EditorLayout {
  /// From which width on what the customer owes has a pane of its own.
  static let wide = 110
  private static let labelWidth = 11

  /// The room inside of the editor's frame.
  let inside: Rect
  /// The room of the lines, without their heads.
  let lines: Rect
  /// The room of notes, terms and sums.
  let foot: Rect
  /// The line of what is taken off or added to the whole.
  let charges: Rect
  /// The line that tells what the customer owes, where it has no pane.
  let owes: Rect
  /// The first line shown.
  let firstLine: Int
  private let columns: [LineColumn: Rect]
  /// The column of the amounts.
  let amount: Rect

  /// The layout for an editor in the room inside of its frame.
  init(_ editor: InvoiceEditor, inside: Rect, isWide: Bool) {
    self.inside = inside
    let owes = inside.split(bottom: isWide ? 0 : 1)
    self.owes = owes.bottom
    let hasCharges = inside.height > 12 || editor.draft.hasCharges || editor.cell.isCharge
    let (rest, charges) = owes.rest.split(bottom: hasCharges ? 1 : 0)
    self.charges = charges
    let footHeight = max(2, editor.draft.sums.count)
    let body = rest.split(top: 4).rest.split(bottom: footHeight)
    lines = body.rest
    foot = body.bottom
    let current = editor.cell.lineIndex ?? (editor.cell.isBelowLines ? editor.draft.lines.count : 0)
    firstLine = max(0, min(current, editor.draft.lines.count - 1) - max(1, lines.height) + 1)
    let widths: [Int] =
      inside.width >= 88
      ? [9, 12, 10, 12, 13] : inside.width >= 70 ? [7, 10, 8, 10, 12] : [6, 9, 6, 8, 10]
    let item = inside.width - 5 - widths.reduce(0) { $0 + $1 + 1 }
    var x = inside.x + 4
    func next(_ width: Int) -> Rect {
      defer { x += width + 1 }
      return Rect(x: x, y: 0, width: width, height: 1)
    }
    columns = [
      .item: next(item), .quantity: next(widths[0]), .rate: next(widths[1]),
      .discount: next(widths[2]), .tax: next(widths[3]),
    ]
    amount = next(widths[4])
  }

  /// Where a column stands in a row.
  func rect(of column: LineColumn, y: Int) -> Rect {
    let rect = columns[column] ?? amount
    return Rect(x: rect.x, y: y, width: rect.width, height: 1)
  }

  /// Where a cell stands; nil when it is scrolled out of sight.
  func rect(of cell: GridCell) -> Rect? {
    let head = inside.inset(x: 1)
    switch cell {
    case .customer: return value(in: head.row(0), at: 0, width: 60)
    case .date: return value(in: head.row(1), at: 0, width: 12)
    case .terms: return value(in: head.row(1), at: second, width: 8, label: 6)
    case .due: return value(in: head.row(1), at: third, width: 12, label: 4)
    case .reference: return value(in: head.row(2), at: second, width: head.width, label: 11)
    case .notes: return value(in: foot.inset(x: 1).row(0), at: 0, width: notesWidth, label: 6)
    case .conditions: return value(in: foot.inset(x: 1).row(1), at: 0, width: notesWidth, label: 6)
    case .discount: return value(in: charges.inset(x: 1), at: 0, width: 8, label: 9)
    case .shipping: return value(in: charges.inset(x: 1), at: 19, width: 9, label: 9)
    case .adjustment: return value(in: charges.inset(x: 1), at: 39, width: 9, label: 7)
    case .line(let index, let column):
      let row = index - firstLine
      guard row >= 0, row < lines.height else { return nil }
      return rect(of: column, y: lines.y + row)
    }
  }

  /// Where the label of a cell outside of the lines stands.
  func label(of cell: GridCell) -> Rect? {
    guard cell.lineIndex == nil, let value = rect(of: cell) else { return nil }
    let width: Int =
      switch cell {
      case .terms, .notes, .conditions: 6
      case .due: 4
      case .reference: 11
      case .discount, .shipping: 9
      case .adjustment: 7
      default: Self.labelWidth
      }
    return Rect(x: value.x - width, y: value.y, width: width, height: 1)
  }

  /// Where the invoice's number stands.
  var number: Rect { inside.inset(x: 1).row(2).split(left: 22).left }

  /// Where the sums stand.
  var sums: Rect {
    let width = inside.width >= 70 ? 40 : 30
    return Rect(x: amount.right - width, y: foot.y, width: width, height: foot.height)
      .intersection(foot)
  }

  private var second: Int { inside.width >= 70 ? 30 : 24 }
  private var third: Int { inside.width >= 70 ? 52 : 40 }

  private var notesWidth: Int { max(8, min(sums.x - inside.x - 8, 60)) }

  private func value(
    in row: Rect, at offset: Int, width: Int, label: Int = EditorLayout.labelWidth
  ) -> Rect {
    row.column(at: offset + label, width: width)
  }
}

extension GridCell {
  /// The cells outside of the lines.
  static let fields: [GridCell] = [
    .customer, .date, .terms, .due, .reference, .notes, .conditions, .discount, .shipping,
    .adjustment,
  ]

  /// Whether it stands below the lines.
  var isBelowLines: Bool { self == .notes || self == .conditions || isCharge }

  /// Whether it is taken off or added to the whole. Low terminals show these when they are used.
  var isCharge: Bool { self == .discount || self == .shipping || self == .adjustment }
}

extension InvoiceDraft {
  /// Whether anything is taken off or added to the whole.
  fileprivate var hasCharges: Bool { discount != nil || shipping != nil || adjustment != nil }
}

extension AppState {
  /// Where the parts of the open editor stand on the screen.
  func layout(of editor: InvoiceEditor) -> EditorLayout {
    let area = Rect(size).split(top: 1).rest.split(bottom: 2).rest
    let isWide = area.width >= EditorLayout.wide
    let main = area.split(right: isWide ? 30 : 0).rest
    return EditorLayout(editor, inside: main.inset(), isWide: isWide)
  }
}
