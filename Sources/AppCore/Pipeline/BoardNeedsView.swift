import Sales
import Screen

/// What the deals of a pipeline want, as a line above the board: how many are late, have nothing planned,
/// are stuck or should close soon.
struct NeedStrip {
  /// One of the counts, with the key that shows only those.
  struct Piece {
    var need: DealNeed
    var text: SafeText
    var x: Int
  }

  /// The counts that are not zero, from the left.
  let pieces: [Piece]

  /// The counts on a row of the screen.
  init(_ board: PipelineBoard, _ needs: BoardNeeds, in row: Rect) {
    let all: [(DealNeed, Int, SafeText, SafeText)] = [
      (.late, needs.late, "late", "gl"),
      (.unplanned, needs.unplanned, "nothing planned", "gn"),
      (.stuck(board.limits), needs.stuck, "stuck", "gs"),
      (.closing, needs.closing, "closing soon", "gc"),
    ]
    var x = row.x + 1
    var pieces: [Piece] = []
    for (need, count, words, keys) in all where count > 0 {
      let text: SafeText = "\(count.grouped) \(words) \(keys)"
      guard x + text.width <= row.right else { break }
      pieces.append(Piece(need: need, text: text, x: x))
      x += text.width + 3
    }
    self.pieces = pieces
  }

  /// What is wanted of the deals that a click at a place asks for.
  func need(atX x: Int) -> DealNeed? {
    pieces.last { $0.x <= x && x < $0.x + $0.text.width }?.need
  }
}

/// Draws what the deals want; what is filtered by stands out.
func drawNeeds(_ state: AppState, _ deals: PipelineDeals, in row: Rect, on canvas: inout Canvas) {
  let strip = NeedStrip(state.board, deals.needs, in: row)
  if strip.pieces.isEmpty { canvas.draw("nothing needs attention", in: row.indented, style: .dim) }
  for piece in strip.pieces {
    let isChosen = piece.need == state.board.need
    let words = piece.text.string
    let end = words.index(words.endIndex, offsetBy: -2)
    let x = canvas.put(
      SafeText(String(words[..<end])), x: piece.x, y: row.y, limit: row.right,
      style: isChosen ? .match : .warning)
    canvas.put(SafeText(String(words[end...])), x: x, y: row.y, limit: row.right, style: .key)
  }
}

extension DealNeed {
  /// The deals that want it, in words.
  var words: SafeText {
    switch self {
    case .late: "late"
    case .unplanned: "nothing planned"
    case .stuck: "stuck"
    case .closing: "closing soon"
    }
  }
}

extension PipelineBoard {
  /// Showing only what wants something.
  static let needing: [Command] = [
    need("deals.late", "show only deals that are late", ["gl"]) { _ in .late },
    need("deals.unplanned", "show only deals with nothing planned", ["gn"]) { _ in .unplanned },
    need("deals.stuck", "show only deals that are stuck in their stage", ["gs"]) {
      .stuck($0.board.limits)
    },
    need("deals.closing", "show only deals that should close soon", ["gc"]) { _ in .closing },
  ]

  private static func need(
    _ id: String, _ title: SafeText, _ keys: [String],
    _ need: @escaping @Sendable (AppState) -> DealNeed
  ) -> Command {
    Command(id, title, keys: keys, in: [.board, .dealList]) { $0.show(only: need($0)) }
  }
}

extension AppState {
  /// Shows only deals that want something, or all again.
  mutating func show(only need: DealNeed) -> [Effect] {
    board.need = board.need == need ? nil : need
    board.selectFirstEverywhere()
    let words: SafeText =
      board.need == nil ? "all deals again" : "only deals that are \(need.words); Esc shows all"
    tell(words, kind: .note)
    return board.readDeals(today: today)
  }
}
