import Sales
import Screen

extension AppState {
  /// Takes what was loaded for the pipeline screen.
  mutating func reducePipeline(_ action: Action) -> [Effect] {
    switch action {
    case .pipelinesLoaded(let pipelines, let tenant):
      self.tenant = tenant
      board.take(pipelines)
      applyBoardView()
      return board.reload(today: today)
    case .boardLoaded(let query, let result):
      guard query == board.boardQuery(today: today) else { return [] }
      let open = board.selected
      switch result {
      case .success(let page):
        let effects = board.take(page, today: today)
        leavePane(of: open)
        return effects + followCursor()
      case .failure(let failure): return readingFailed(failure)
      }
    case .dealsLoaded(let query, let result):
      guard board.awaits(query, today: today) else { return [] }
      let open = board.selected
      switch result {
      case .success(let window):
        board.take(window, for: query, today: today)
        leavePane(of: open)
        return followCursor()
      case .failure(let failure):
        board.stopReading(query)
        return readingFailed(failure)
      }
    case .dealDetailLoaded(let id, let result):
      guard id == board.detailAsked else { return [] }
      take(result)
      return []
    case .dealOpened(let id):
      return openDeal(id)
    case .moveDismissed(let id):
      let write = board.pendingMoves.removeValue(forKey: id)?.write
      return write.map { [.resolve($0, .giveUp)] } ?? []
    default:
      return []
    }
  }

  /// Goes back to the deals when the open one is gone: the keys must not act on its neighbour.
  private mutating func leavePane(of deal: Deal.ID?) {
    guard board.focus == .deal, let deal, board.selected != deal else { return }
    board.focus = .deals
    board.scroll = 0
    tell("the open deal is not here any more", kind: .warning)
  }

  private mutating func readingFailed(_ failure: Failure) -> [Effect] {
    board.deals?.failure = failure
    tell(failure.message, kind: .failure)
    return []
  }

  private mutating func take(_ result: Result<DealDetail, Failure>) {
    switch result {
    case .success(let detail):
      board.detail = detail
      board.detailFailure = nil
    case .failure(let failure):
      if failure != board.detailFailure { tell(failure.message, kind: .failure) }
      board.detailFailure = failure
    }
  }
}

extension PipelineBoard {
  /// Allows a column or the list to ask again for rows that could not be read.
  fileprivate mutating func stopReading(_ query: DealQuery) {
    if let stage = query.stage {
      deals?.columns[stage]?.isReading = false
    } else {
      deals?.table.isReading = false
    }
  }
}
