import Sales
import Screen

extension AppState {
  /// Lets the filter line, or the mouse, have a key.
  mutating func typeInPipeline(_ key: Key) -> [Effect]? {
    if case .mouse(let event) = key { return pointAtPipeline(event) }
    guard var field = board.filter else { return key.isPasteOrMouse ? [] : nil }
    switch key {
    case .up, .down:
      board.moveCursor(by: key == .up ? -1 : 1)
      return followCursor()
    default:
      guard field.take(key) else { return nil }
      board.filter = field
      return filterDeals(field.text)
    }
  }

  /// Leaves the filter line; the deals stay filtered.
  mutating func keepDealFilter() -> [Effect] {
    board.filter = nil
    return followCursor()
  }

  /// Leaves the filter line and shows all deals.
  mutating func clearDealFilter() -> [Effect] {
    board.filter = nil
    return filterDeals("")
  }

  /// Shows the deals that have the words; none shows all.
  mutating func filterDeals(_ words: String) -> [Effect] {
    guard words != board.words else { return [] }
    board.words = words
    if !words.isEmpty { board.selectFirstEverywhere() }
    return board.readDeals(today: today)
  }
}

extension PipelineBoard {
  /// Goes to the top of every column and of the list, where the best matches will be.
  mutating func selectFirstEverywhere() {
    guard var deals else { return }
    for stage in deals.columns.keys { deals.columns[stage]?.goToTop() }
    deals.table.goToTop()
    deals.isTouched = true
    self.deals = deals
  }
}

extension DealRows {
  /// Awaits other rows at the top.
  fileprivate mutating func goToTop() {
    index = 0
    top = 0
    selected = nil
  }
}
