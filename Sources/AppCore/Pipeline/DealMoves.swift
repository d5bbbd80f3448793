import Sales
import Screen

extension AppState {
  /// Why a deal cannot be moved now; nil when it can.
  func reasonNotToMove(_ row: DealRow?) -> SafeText? {
    if tenant.isReadOnly { return "this profile is read-only" }
    guard let row else { return "no deal selected" }
    return board.pendingMoves[row.id]?.blocksMoving
  }

  /// Moves a deal: shown at once, then written. What a move has to ask for or to tell is asked and
  /// told first.
  mutating func move(
    _ row: DealRow, to stage: Stage.ID, undoes: WriteID? = nil, terms: MoveTerms? = nil
  ) -> [Effect] {
    guard let pipeline = board.pipeline, row.deal.stage != stage else { return [] }
    if let reason = reasonNotToMove(row) {
      tell("\(row.deal.name) stays: \(reason.string)", kind: .warning)
      return []
    }
    if let question = conflictQuestion(row.id) {
      overlays.append(.confirmation(question))
      return []
    }
    if terms == nil, undoes == nil, needsFacts(row, to: stage, pipeline) {
      return [.pipeline(.prepareMove(row.id, to: stage))]
    }
    let terms = terms ?? MoveTerms()
    let move = PendingMove(
      row: row, pipeline: pipeline.id, to: stage, undoes: undoes, terms: terms)
    board.begin(move, today)
    tell("moved \(row.deal.name) to \(stageName(stage)) · saving", kind: .note)
    return [.enqueue(.moveStage(base: row.deal, to: stage, undoes: undoes, terms: terms))]
      + followCursor()
  }

  /// Moves the marked deals, or the selected one, so many stages on, or back when negative.
  mutating func moveSelected(by steps: Int) -> [Effect] {
    if !board.marks.isEmpty { return beginBulkMove(.step(steps)) }
    guard let row = board.selectedRow,
      let stage = board.pipeline?.stage(steps, after: row.deal.stage)
    else { return [] }
    return move(row, to: stage.id)
  }

  /// Moves the marked deals, or the one for which a stage was chosen from a list.
  mutating func chooseStage(_ id: Stage.ID) -> [Effect] {
    if !board.marks.isEmpty { return beginBulkMove(.stage(id)) }
    guard let deal = board.stageAskedFor ?? board.selectedRow?.id else { return [] }
    board.stageAskedFor = nil
    guard let row = board.row(of: deal) else {
      tell("the deal is not here any more", kind: .warning)
      return []
    }
    return move(row, to: id)
  }

  /// Takes back the last move of this session.
  mutating func undoMove() -> [Effect] {
    guard let done = board.doneMoves.last, reasonNotToUndo == nil else { return [] }
    if let batch = done.batch { return undoBulkMove(batch) }
    board.doneMoves.removeLast()
    var row = board.row(of: done.deal.id) ?? DealRow(deal: done.deal, next: nil)
    row.deal.stage = done.deal.stage
    return move(
      row, to: done.from, undoes: done.write, terms: MoveTerms(values: done.reverting))
  }

  /// Why the last move cannot be taken back; nil when it can.
  var reasonNotToUndo: SafeText? {
    guard let done = board.doneMoves.last else { return "no move to undo" }
    if done.isByTransition {
      return "a Blueprint moved \(done.deal.name); t shows where it leads from there"
    }
    if let reason = board.pendingMoves[done.deal.id]?.blocksMoving {
      return "\(done.deal.name): \(reason.string)"
    }
    guard let deals = board.deals, deals.pipeline.stage(done.from) != nil,
      done.deal.pipeline == nil || done.deal.pipeline == deals.pipeline.id
    else { return "\(done.deal.name) is in another pipeline; P goes there" }
    // Of a bulk move each deal that somebody else has moved is left alone, with its reason.
    if done.batch != nil { return nil }
    if let now = deals.row(of: done.deal.id), now.deal.stage != done.deal.stage {
      let name = now.deal.modifiedBy ?? "somebody"
      return "\(name) moved \(done.deal.name) to \(stageName(now.deal.stage)) since"
    }
    return nil
  }

  /// What people call a stage of the pipeline that is shown.
  func stageName(_ id: Stage.ID) -> String { board.pipeline?.stage(id)?.name ?? id.rawValue }
}

extension PipelineBoard {
  /// Shows a move at once; the cursor goes with its card.
  mutating func begin(_ move: PendingMove, _ today: CalendarDate) {
    pendingMoves[move.row.id] = move
    deals?.isTouched = true
    guard move.pipeline == pipeline?.id else { return }
    shift(move.row, from: move.from, to: move.to, today)
  }

  /// Puts the card back where it was, and keeps the reason on it.
  mutating func putBack(_ move: PendingMove, state: PendingMove.State, _ today: CalendarDate) {
    pendingMoves[move.row.id]?.state = state
    guard move.isShownMoved, move.pipeline == pipeline?.id else { return }
    shift(move.row, from: move.to, to: move.from, today)
  }

  /// Shows a card in another stage; the cursor goes with it.
  mutating func shift(_ row: DealRow, from: Stage.ID, to: Stage.ID, _ today: CalendarDate) {
    let isSelected = selectedRow?.id == row.id
    deals?.shift(row, from: from, to: to, today: today)
    deals?.columns[from]?.followSelected()
    deals?.columns[to]?.followSelected()
    if isSelected { select(row.id, in: to) }
  }
}
