import Sales
import Screen

/// What can be done with the selected deal.
enum DealCommands {
  private static let places: Set<Place> = [.board, .dealList, .dealPane]

  static let all: [Command] = [
    Command(
      "deal.move-right", "move the deal to the next stage", label: "next stage", keys: ["L"],
      in: places, writes: true, unavailable: { $0.reasonNotToStep(by: 1) },
      counted: { $0.moveSelected(atMost: $1, towards: 1) }
    ) { $0.moveSelected(by: 1) },
    Command(
      "deal.move-left", "move the deal to the stage before", label: "stage before", keys: ["H"],
      in: places, writes: true, unavailable: { $0.reasonNotToStep(by: -1) },
      counted: { $0.moveSelected(atMost: $1, towards: -1) }
    ) { $0.moveSelected(by: -1) },
    Command(
      "deal.move", "try out a move on the board", label: "move…", keys: ["m"],
      in: places, writes: true,
      unavailable: { $0.reasonNotToMove($0.board.selectedRow) }
    ) { state in
      state.board.mode == .board && state.groupedRow == nil
        ? state.beginMoveMode() : state.askForStage()
    },
    Command(
      "deal.stage", "move the deal to any stage", label: "stage…", keys: ["t", "M"], in: places,
      writes: true, headless: "deals move",
      unavailable: { $0.reasonNotToMoveHere }
    ) { $0.askForStage() },
    Command(
      "deal.open", "open the deal", label: "open", keys: ["<enter>"], in: [.board, .dealList],
      unavailable: noDeal
    ) { $0.openSelected() },
    Command(
      "deal.invoice", "draft an invoice from the deal", label: "invoice", keys: ["i"], in: places,
      headless: "invoices draft", unavailable: noDeal
    ) { [.startDraft(deal: $0.board.selectedRow?.id)] },
    Command(
      "deal.note", "write a note on the deal", label: "note", keys: ["n"], in: places,
      writes: true, headless: "notes add", unavailable: noDeal
    ) { state in
      if let deal = state.board.selectedRow?.id { state.askForNote(on: deal) }
      return []
    },
    Command(
      "customer.compare", "bring the company in step with Books", label: "CRM/Books", keys: ["b"],
      in: places, headless: "sync contacts", unavailable: AppState.reasonNotToCompare
    ) { $0.compareSelectedCustomer() },
    Command(
      "deal.edit", "edit the deal", label: "edit", keys: ["e"], in: places, writes: true,
      unavailable: noDeal
    ) { state in
      guard let row = state.board.selectedRow else { return [] }
      return state.editRecord(
        RecordKey(module: "Deals", id: row.id.rawValue, name: row.deal.name))
    },
    Command(
      "deal.new", "make a deal", keys: ["c"], in: [.board, .dealList], writes: true,
      unavailable: { $0.board.deals == nil ? "no pipeline is shown" : nil }
    ) { state in
      guard let deals = state.board.deals else { return [] }
      var initial = ["Pipeline": RecordValue.text(deals.pipeline.id.rawValue)]
      if let stage = deals.pipeline.stage(deals.stage ?? "") ?? deals.pipeline.stages.first {
        initial["Stage"] = .text(stage.id.rawValue)
      }
      return state.createRecord(of: "Deals", initial: initial)
    },
    Command(
      "deal.undo", "undo the last move", label: "undo", keys: ["u"], in: places, writes: true,
      unavailable: { $0.reasonNotToUndo }
    ) { $0.undoMove() },
    Command(
      "deal.copy-id", "copy the deal's id", keys: ["y"], in: places, unavailable: noDeal
    ) { state in
      guard let id = state.board.selectedRow?.id else { return [] }
      state.tell("copied \(id.rawValue)")
      return [.copy(SafeText(id.rawValue))]
    },
  ]

  @Sendable static func noDeal(_ state: AppState) -> SafeText? {
    state.board.selectedRow == nil ? "no deal selected" : nil
  }
}

extension AppState {
  /// Why the selected deal cannot go so many stages on; nil when it can.
  fileprivate func reasonNotToStep(by steps: Int) -> SafeText? {
    if groupedRow != nil, let deals = board.deals {
      return deals.shown.indices.contains(deals.stageIndex + steps)
        ? nil : "there is no column beyond"
    }
    if !board.marks.isEmpty { return nil }
    if let reason = reasonNotToMove(board.selectedRow) { return reason }
    guard let row = board.selectedRow, let pipeline = board.pipeline else {
      return "no deal selected"
    }
    guard pipeline.stage(row.deal.stage) != nil else {
      return "its stage \(row.deal.stage.rawValue) is not in this pipeline; t chooses one"
    }
    if pipeline.stage(steps, after: row.deal.stage) != nil { return nil }
    return steps > 0 ? "it is in the last stage" : "it is in the first stage"
  }

  /// Why neither the marked deals nor the selected one can be moved; nil when they can.
  fileprivate var reasonNotToMoveHere: SafeText? {
    board.marks.isEmpty ? reasonNotToMove(board.selectedRow) : nil
  }

  /// Opens the deal's pane, or asks about its conflict.
  fileprivate mutating func openSelected() -> [Effect] {
    guard let row = board.selectedRow else { return [] }
    if let question = conflictQuestion(row.id) {
      overlays.append(.confirmation(question))
      return []
    }
    board.focus = .deal
    return followCursor() + lookedAt(row.id)
  }
}

extension Stage {
  /// What being here means: the chance, or how the deal ended.
  var outcomeWords: SafeText {
    switch outcome {
    case .open: "\(probability)%"
    case .won: "won"
    case .lost: "lost"
    }
  }
}
