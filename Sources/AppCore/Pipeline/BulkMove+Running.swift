import FoundationEssentials
import Sales
import Screen

extension AppState {
  /// Begins to move the marked deals: reads them as they are now, then asks.
  mutating func beginBulkMove(_ order: BulkMove.Order) -> [Effect] {
    [.pipeline(.gather(board.marks.ids.sorted { $0.rawValue < $1.rawValue }, order))]
  }

  /// Takes the deals of a bulk move: shows the list before it runs, or runs again what failed.
  mutating func gathered(_ facts: BulkFacts, for order: BulkMove.Order) -> [Effect] {
    guard let pipeline = board.pipeline else { return [] }
    let deals = facts.deals
    switch order {
    case .retry:
      guard var bulk = board.bulk else { return [] }
      bulk.id = nextBatch()
      for deal in deals {
        guard let place = bulk.rows.firstIndex(where: { $0.id == deal.row.id }) else { continue }
        bulk.rows[place].deal = deal
        bulk.rows[place].outcome = deal.row.deal.stage == bulk.rows[place].target ? .moved : .ready
      }
      board.bulk = bulk
      return runBulkMove()
    case .stage(let target):
      show(deals.map { row($0, to: target, pipeline) }, "to \(stageName(target))")
    case .step(let steps):
      let rows = deals.map { deal in
        row(deal, to: pipeline.stage(steps, after: deal.row.deal.stage)?.id, pipeline)
      }
      show(rows, steps > 0 ? "one stage on" : "one stage back")
    }
    board.bulk?.lossReason = facts.lossReason
    return []
  }

  private func row(_ deal: DealAtStake, to target: Stage.ID?, _ pipeline: Pipeline) -> BulkMove.Row
  {
    let stage = deal.row.deal.stage
    let reason: SafeText? =
      board.pendingMoves[deal.row.id]?.blocksMoving
      ?? (target == nil ? "it is at the end" : target == stage ? "it is there now" : nil)
    return BulkMove.Row(
      deal: deal, target: target ?? stage, outcome: reason.map { .skipped($0) } ?? .ready)
  }

  private mutating func show(_ rows: [BulkMove.Row], _ destination: SafeText) {
    let byNeed = rows.sorted {
      ($0.outcome == .ready ? 0 : 1, $0.deal.row.deal.name)
        < ($1.outcome == .ready ? 0 : 1, $1.deal.row.deal.name)
    }
    board.bulk = BulkMove(id: nextBatch(), destination: destination, rows: byNeed)
    overlays.append(.bulkMove)
  }

  /// A name for a bulk move that no other has.
  private mutating func nextBatch() -> String {
    board.batches += 1
    return "bulk-\(Int(now.timeIntervalSince1970))-\(board.batches)"
  }

  /// Moves every deal of the bulk move that can be: shown at once, then written together.
  mutating func runBulkMove() -> [Effect] {
    guard var bulk = board.bulk, let pipeline = board.pipeline else { return [] }
    bulk.isAsked = false
    var requests: [WriteRequest] = []
    for (place, row) in bulk.rows.enumerated() where row.outcome == .ready {
      let terms = MoveTerms(values: row.reverting ?? bulk.values, batch: bulk.id)
      let move = PendingMove(
        row: row.deal.row, pipeline: pipeline.id, to: row.target, undoes: row.undoes, terms: terms)
      board.begin(move, today)
      bulk.rows[place].outcome = .sending
      requests.append(
        .moveStage(
          base: row.deal.row.deal, to: row.target, undoes: row.undoes, terms: terms))
    }
    board.bulk = bulk
    board.marks.clear()
    guard !requests.isEmpty else {
      tell("no deal can be moved \(bulk.destination)", kind: .warning)
      return []
    }
    tell("moving \(requests.count.grouped) deals \(bulk.destination) · saving", kind: .note)
    return [.enqueueAll(requests)] + followCursor()
  }

  /// Tries again what failed, from where those deals stand now.
  mutating func retryBulkMove() -> [Effect] {
    guard let failed = board.bulk?.failed, !failed.isEmpty else { return [] }
    return [.pipeline(.gather(failed, .retry))]
  }

  /// Takes back every move of a bulk move that has been made.
  mutating func undoBulkMove(_ batch: String) -> [Effect] {
    let done = board.doneMoves.filter { $0.batch == batch }
    board.doneMoves.removeAll { $0.batch == batch }
    let rows = done.map { move in
      var row = board.row(of: move.deal.id) ?? DealRow(deal: move.deal, next: nil)
      row.deal.stage = move.deal.stage
      return BulkMove.Row(
        deal: DealAtStake(row: row), target: move.from, undoes: move.write,
        outcome: board.pendingMoves[row.id]?.blocksMoving.map { .skipped($0) } ?? .ready,
        reverting: move.reverting)
    }
    board.bulk = BulkMove(id: nextBatch(), destination: "back", rows: rows)
    return runBulkMove()
  }

  /// Takes what became of one deal of a bulk move; says how it went once it is over.
  mutating func bulkSettled(_ deal: Deal.ID, batch: String, _ outcome: WriteOutcome) -> [Effect] {
    guard board.bulk?.id == batch else { return [] }
    board.bulk?.settle(deal, BulkMove.Outcome(outcome))
    guard let bulk = board.bulk, !bulk.isUnderWay else { return [] }
    let wentWell = bulk.failed.isEmpty && bulk.count(\.isUncertain) == 0
    let hint: SafeText = wentWell || overlays.contains(.bulkMove) ? "" : "; B shows which"
    tell("\(bulk.words) \(bulk.destination)\(hint)", kind: wentWell ? .done : .warning)
    return wentWell ? [] : board.reload(today: today) + followCursor()
  }
}
