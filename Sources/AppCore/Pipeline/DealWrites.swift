import Sales
import Screen

extension AppState {
  /// Puts a remark on a deal, as typed into a prompt.
  mutating func writeNote(_ text: String, on deal: Deal.ID) -> [Effect] {
    guard !text.allSatisfy(\.isWhitespace) else {
      tell("the note was empty: nothing was written", kind: .warning)
      return []
    }
    return [.enqueue(.addNote(deal, text: text))]
  }

  /// A move or a note was put into the journal, or not.
  mutating func moveEnqueued(_ request: WriteRequest, _ result: Result<WriteID, Failure>)
    -> [Effect]
  {
    switch (request, result) {
    case (.moveStage(let base, let to, let undoes, let terms), .success(let id)):
      if board.pendingMoves[base.id]?.blocksMoving == nil {
        let next = board.row(of: base.id)?.next
        board.begin(pendingMove(base, next, to: to, undoes: undoes, terms), today)
      }
      board.pendingMoves[base.id]?.write = id
      return followCursor()
    case (.moveStage(let base, _, _, let terms), .failure(let failure)):
      guard let batch = terms.batch else { return refuse(base.id, failure) }
      putBack(base.id, failure)
      return bulkSettled(base.id, batch: batch, .refused(failure))
    case (.addNote(let deal, _), .success):
      tell("note on \(dealName(deal)) · saving", kind: .note)
      return []
    case (.addNote(let deal, let text), .failure(let failure)):
      tell(failure.message, kind: .failure)
      askForNote(on: deal, text: text)
      return []
    default:
      return []
    }
  }

  /// What became of a move or of another write to a deal.
  mutating func dealWriteSettled(_ id: WriteID, _ request: WriteRequest, _ outcome: WriteOutcome)
    -> [Effect]
  {
    switch request {
    case .moveStage(let base, let to, let undoes, let terms):
      let known = board.pendingMoves[base.id]
      guard known?.write == nil || known?.write == id else {
        tell(outcome)
        return []
      }
      let move = known ?? pendingMove(base, nil, to: to, undoes: undoes, terms)
      return moveSettled(id, move, outcome: outcome)
    case .addNote(let deal, _):
      tell(outcome)
      return deal == board.detailAsked ? [.loadDealDetail(deal)] : []
    default:
      return []
    }
  }

  private mutating func moveSettled(_ id: WriteID, _ move: PendingMove, outcome: WriteOutcome)
    -> [Effect]
  {
    let deal = move.row.id
    let batch = move.terms.batch
    switch outcome {
    case .confirmed:
      board.pendingMoves[deal] = nil
      if move.undoes == nil {
        remember(
          DoneMove(
            write: id, deal: move.movedRow.deal, from: move.from, batch: batch,
            reverting: move.terms.reverting(to: move.row.deal).values,
            isByTransition: move.terms.transition != nil))
      }
      if batch == nil { tell(outcome) }
    case .refused(let failure):
      if batch == nil { return refuse(deal, failure) }
      putBack(deal, failure)
    case .conflict(let detail):
      if batch == nil { return meetConflict(detail, move) }
      putBack(deal, .invalid("\(detail.theirs.modifiedBy ?? "somebody") moved it meanwhile"))
    case .record: return []
    case .uncertain(let words):
      if board.pendingMoves[deal] == nil { board.begin(move, today) }
      board.pendingMoves[deal]?.state = .uncertain(words)
      board.pendingMoves[deal]?.write = id
      if batch == nil { tell(outcome) }
      return (batch.map { bulkSettled(deal, batch: $0, outcome) } ?? []) + followCursor()
    }
    return batch.map { bulkSettled(deal, batch: $0, outcome) } ?? []
  }

  /// A move came to nothing: the card goes back with the reason on it.
  private mutating func refuse(_ deal: Deal.ID, _ failure: Failure) -> [Effect] {
    guard let move = putBack(deal, failure) else {
      tell(failure.message, kind: .failure)
      return []
    }
    tell("\(move.row.deal.name) is back: \(failure.message.string)", kind: .failure)
    let effects = board.reload(today: today) + followCursor()
    guard failure.isByBlueprint, move.undoes == nil else { return effects }
    // Only a transition moves it: what that asks for is asked now, and known from here on.
    board.guarded.insert(move.pipeline)
    return effects + [.pipeline(.prepareMove(deal, to: move.to))]
  }

  /// Puts the card of a move that came to nothing back, with the reason on it.
  @discardableResult
  private mutating func putBack(_ deal: Deal.ID, _ failure: Failure) -> PendingMove? {
    guard let move = board.pendingMoves[deal] else { return nil }
    board.putBack(move, state: .refused(failure.message), today)
    if let undone = move.undoes, move.terms.batch == nil {
      remember(DoneMove(write: undone, deal: move.row.deal, from: move.to))
    }
    return move
  }

  /// Keeps a move so that it can be taken back; the oldest change is forgotten.
  private mutating func remember(_ done: DoneMove) {
    board.doneMoves.append(done)
    let changes = Set(board.doneMoves.map { $0.batch ?? $0.write.rawValue })
    guard changes.count > DoneMove.limit, let oldest = board.doneMoves.first else { return }
    board.doneMoves.removeAll {
      $0.write == oldest.write || oldest.batch != nil && $0.batch == oldest.batch
    }
  }

  private func pendingMove(
    _ base: Deal, _ next: Activity?, to: Stage.ID, undoes: WriteID?, _ terms: MoveTerms
  ) -> PendingMove {
    let pipeline = base.pipeline ?? board.pipeline?.id ?? ""
    return PendingMove(
      row: DealRow(deal: base, next: next), pipeline: pipeline, to: to, undoes: undoes,
      terms: terms)
  }

  private mutating func tell(_ outcome: WriteOutcome) {
    switch outcome {
    case .confirmed(let words): tell(words)
    case .refused(let failure): tell(failure.message, kind: .failure)
    case .conflict(let detail):
      tell("\(detail.theirs.name) was changed by somebody else meanwhile", kind: .warning)
    case .uncertain(let words): tell(words, kind: .warning)
    case .record: break
    }
  }

  private func dealName(_ id: Deal.ID) -> String {
    board.row(of: id)?.deal.name ?? board.detail?.row.deal.name ?? "the deal"
  }

  /// Asks for a remark on a deal.
  mutating func askForNote(on deal: Deal.ID, text: String = "") {
    var prompt = Prompt(title: "Note on \(dealName(deal))", purpose: .note(deal))
    prompt.field = TextField(text)
    overlays.append(.prompt(prompt))
  }
}
