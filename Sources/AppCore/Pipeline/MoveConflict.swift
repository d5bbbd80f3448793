import Sales
import Screen

extension AppState {
  /// Somebody else moved the deal meanwhile: shows theirs and asks, at once when the person is at the
  /// board and free, otherwise when they come to the deal.
  mutating func meetConflict(_ detail: ConflictDetail, _ move: PendingMove) -> [Effect] {
    let id = detail.theirs.id
    if board.pendingMoves[id] == nil { board.pendingMoves[id] = move }
    let shown = move.isShownMoved ? move.to : move.from
    board.pendingMoves[id]?.state = .conflict(detail)
    if move.pipeline == board.pipeline?.id, shown != detail.theirs.stage {
      let row = DealRow(deal: detail.theirs, next: move.row.next)
      board.shift(row, from: shown, to: detail.theirs.stage, today)
    }
    let who = detail.theirs.modifiedBy ?? "somebody"
    tell("\(detail.theirs.name): \(who) changed it meanwhile; Enter on it decides", kind: .warning)
    let isFree =
      overlays.isEmpty && screen == .pipeline && board.moveMode == nil && board.filter == nil
    if isFree, let question = conflictQuestion(id) { overlays.append(.confirmation(question)) }
    return board.reload(today: today) + followCursor()
  }

  /// The question whose stage a deal should have; nil when there is no conflict about it.
  func conflictQuestion(_ id: Deal.ID) -> Confirmation? {
    guard case .conflict(let detail) = board.pendingMoves[id]?.state else { return nil }
    let theirs = detail.theirs
    return Confirmation(
      title: "\(theirs.name) was changed meanwhile",
      lines: [
        "\(tenant.organization) (\(tenant.dataCenter))",
        "before  \(stageName(detail.before))",
        "theirs  \(stageName(theirs.stage)), by \(theirs.modifiedBy ?? "somebody")",
        "mine    \(stageName(detail.mine))",
      ],
      answers: [
        .init(key: "t", label: "keep theirs", action: .moveDismissed(id)),
        .init(
          key: "a", label: "move anyway",
          effects: [.enqueue(.moveStage(base: theirs, to: detail.mine, undoes: nil))]),
        .init(key: "o", label: "open the deal", action: .dealOpened(id)),
      ])
  }
}
