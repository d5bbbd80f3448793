import Sales
import Screen

extension PipelineBoard {
  /// What can be done with deals, in the order of footer and help.
  static let commands: [Command] =
    DealCommands.all + marking.commands + BulkMove.commands + moving + panes + MoveModeCommands.all

  private static let both: Set<Place> = [.board, .dealList]

  /// Walking over cards and columns.
  private static let moving: [Command] = [
    cursor("deals.down", "go down one deal", keys: ["j", "<down>"]) { state in
      state.board.moveCursor(by: 1)
    },
    cursor("deals.up", "go up one deal", keys: ["k", "<up>"]) { state in
      state.board.moveCursor(by: -1)
    },
    cursor("deals.left", "go to the stage on the left", keys: ["h", "<left>"], in: [.board]) {
      $0.board.moveStage(by: -1)
    },
    cursor("deals.right", "go to the stage on the right", keys: ["l", "<right>"], in: [.board]) {
      $0.board.moveStage(by: 1)
    },
    cursor("deals.first", "go to the first deal", keys: ["gg", "<home>"]) {
      $0.board.selectFirst()
    },
    cursor("deals.last", "go to the last deal", keys: ["G", "<end>"]) { $0.board.selectLast() },
    cursor("deals.page-down", "go down a page", keys: ["<pagedown>"]) {
      $0.board.moveCursor(by: $0.dealsPage)
    },
    cursor("deals.page-up", "go up a page", keys: ["<pageup>"]) {
      $0.board.moveCursor(by: -$0.dealsPage)
    },
    cursor("deals.half-page-down", "go down half a page", keys: ["<c-d>"]) {
      $0.board.moveCursor(by: max(1, $0.dealsPage / 2))
    },
    cursor("deals.half-page-up", "go up half a page", keys: ["<c-u>"]) {
      $0.board.moveCursor(by: -max(1, $0.dealsPage / 2))
    },
    sort("list.sort", "sort by the next column", label: "sort", keys: ["s", ">"]) {
      $0.next(by: 1)
    },
    sort("list.sort-back", "sort by the column before", keys: ["<lt>"]) { $0.next(by: -1) },
    sort("list.reverse", "turn the order round", label: "reverse", keys: ["o"]) { $0.reversed },
  ]

  /// Going between board, list, panes and pipelines.
  private static let panes: [Command] = [
    Command(
      "deals.filter", "show only deals with some words", label: "filter", keys: ["/"], in: both
    ) {
      $0.board.filter = TextField($0.board.words)
      return []
    },
    cursor("deals.list", "change between board and list", label: "list/board", keys: ["v"]) {
      $0.board.toggleMode()
    } then: {
      $0.board.readDeals(today: $0.today)
    },
    Command(
      "deals.pipeline", "show another pipeline", label: "pipeline", keys: ["P", "p"], in: both,
      unavailable: { $0.board.pipelines.count < 2 ? "there is only one" : nil }
    ) { $0.changePipeline() },
    Command(
      "deals.back", "take the marks away, then show all deals again", keys: ["<esc>"], in: both
    ) {
      if $0.board.marks.clear() { return [] }
      $0.board.dismissRefusals()
      return $0.filterDeals("")
    },
    Command(
      "deal.pane", "go to the pane of the deal", keys: ["<tab>", "<s-tab>"], in: both,
      unavailable: DealCommands.noDeal
    ) {
      $0.board.focus = .deal
      return $0.followCursor()
    },
    Command(
      "deal-pane.back", "go back to the deals", label: "back", keys: ["<esc>", "<tab>", "<s-tab>"],
      in: [.dealPane]
    ) {
      $0.board.focus = .deals
      $0.board.scroll = 0
      return $0.followCursor()
    },
    scroll("deal-pane.down", "scroll down", label: "scroll", keys: ["j", "<down>"]) { _ in 1 },
    scroll("deal-pane.up", "scroll up", keys: ["k", "<up>"]) { _ in -1 },
    scroll("deal-pane.page-down", "scroll down a page", keys: ["<pagedown>", "<c-d>"]) {
      $0.boardLayout.deal.height - 3
    },
    scroll("deal-pane.page-up", "scroll up a page", keys: ["<pageup>", "<c-u>"]) {
      3 - $0.boardLayout.deal.height
    },
    scroll("deal-pane.first", "scroll to the start", keys: ["gg", "<home>"]) { -$0.board.scroll },
    scroll("deal-pane.last", "scroll to the end", keys: ["G", "<end>"]) { _ in 100_000 },
  ]

  private static func cursor(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String],
    in places: Set<Place> = both, _ change: @escaping @Sendable (inout AppState) -> Void,
    then more: @escaping @Sendable (inout AppState) -> [Effect] = { _ in [] }
  ) -> Command {
    Command(id, title, label: label, keys: keys, in: places) { state in
      change(&state)
      return more(&state) + state.followCursor()
    }
  }

  private static func sort(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String],
    _ change: @escaping @Sendable (DealOrder) -> DealOrder
  ) -> Command {
    Command(id, title, label: label, keys: keys, in: [.dealList]) { state in
      state.board.order = change(state.board.order)
      return state.board.readTable(today: state.today)
    }
  }

  private static func scroll(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String],
    _ lines: @escaping @Sendable (AppState) -> Int
  ) -> Command {
    Command(id, title, label: label, keys: keys, in: [.dealPane]) { state in
      state.scrollDeal(by: lines(state))
      return []
    }
  }

  /// Takes the marks of refused moves off their cards.
  fileprivate mutating func dismissRefusals() {
    pendingMoves = pendingMoves.filter { _, move in
      if case .refused = move.state { false } else { true }
    }
  }
}

extension DealOrder {
  /// The order by the column so many further on; by need comes before the first and after the last.
  func next(by steps: Int) -> DealOrder {
    let orders: [DealOrder] =
      [.need] + DealColumn.allCases.map { .column($0, isAscending: $0.startsAscending) }
    let current = orders.firstIndex { $0.column == column } ?? 0
    return orders[(current + steps + orders.count) % orders.count]
  }

  /// The column it goes by; nil by need.
  var column: DealColumn? {
    if case .column(let column, _) = self { column } else { nil }
  }

  /// The same column the other way round.
  var reversed: DealOrder {
    switch self {
    case .need: .need
    case .column(let column, let isAscending): .column(column, isAscending: !isAscending)
    }
  }
}

extension DealColumn {
  /// Whether people want its low end first: large amounts come first, everything else from the start.
  fileprivate var startsAscending: Bool { self != .amount }
}

extension AppState {
  /// Shows the other pipeline, or asks which when there are several.
  fileprivate mutating func changePipeline() -> [Effect] {
    let others = board.pipelines.filter { $0.id != board.pipeline?.id }
    if others.count == 1, let other = others.first { return choosePipeline(other.id) }
    let rows = board.pipelines.map {
      Chooser.Row(
        id: $0.id.rawValue, label: SafeText($0.name), detail: "\($0.stages.count) stages",
        unavailable: $0.id == board.pipeline?.id ? "shown now" : nil)
    }
    overlays.append(.chooser(Chooser(title: "Pipeline", purpose: .pipeline, rows: rows)))
    return []
  }

  /// Scrolls the deal pane, as far as it has text.
  mutating func scrollDeal(by lines: Int) {
    let area = boardLayout.deal.inset()
    guard !area.isEmpty else { return }
    let wanted = max(0, board.scroll + lines)
    let count = dealPaneLines(width: area.padded.width, limit: wanted + area.height).count
    board.scroll = min(wanted, max(0, count - area.height))
  }
}
