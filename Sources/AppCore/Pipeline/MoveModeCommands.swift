import Sales
import Screen

/// Trying out a move on the board before it is made.
enum MoveModeCommands {
  static let all: [Command] =
    [
      step(
        "move.left", "preview the stage on the left", label: "left", keys: ["h", "<left>"], by: -1),
      step(
        "move.right", "preview the stage on the right", label: "right", keys: ["l", "<right>"],
        by: 1),
      Command(
        "move.save", "move the deal there", label: "move it there", keys: ["<enter>"],
        in: [.moveMode],
        writes: true
      ) { state in
        guard let mode = state.board.moveMode else { return [] }
        if let stage = state.board.pipeline?.stage(mode.target), stage.id != mode.row.deal.stage,
          let reason = state.board.reasonNot(to: stage, for: mode.row)
        {
          state.tell("\(mode.row.deal.name) cannot go there: \(reason)", kind: .warning)
          return []
        }
        state.board.moveMode = nil
        return state.move(mode.row, to: mode.target) + state.followCursor()
      },
      Command(
        "move.cancel", "leave the deal where it is", label: "leave it", keys: ["<esc>", "q"],
        in: [.moveMode]
      ) { state in
        state.board.moveMode = nil
        return state.followCursor()
      },
    ]
    + (1...9).map { number in
      Command(
        "move.stage-\(number)", "preview stage \(number)", label: number == 1 ? "… 9 stage" : nil,
        keys: ["\(number)"], in: [.moveMode],
        unavailable: {
          $0.board.pipeline?.stages.indices.contains(number - 1) == true
            ? nil : "the pipeline has fewer stages"
        }
      ) { $0.preview(stage: number - 1) }
    }

  private static func step(
    _ id: String, _ title: SafeText, label: SafeText, keys: [String], by steps: Int
  ) -> Command {
    Command(id, title, label: label, keys: keys, in: [.moveMode]) { state in
      guard let mode = state.board.moveMode,
        let index = state.board.pipeline?.stages.firstIndex(where: { $0.id == mode.target })
      else { return [] }
      return state.preview(stage: index + steps)
    }
  }
}

extension AppState {
  /// Begins to try out a move of the selected deal.
  mutating func beginMoveMode() -> [Effect] {
    guard let row = board.selectedRow else { return [] }
    if let question = conflictQuestion(row.id) {
      overlays.append(.confirmation(question))
      return []
    }
    board.focus = .deals
    board.moveMode = MoveMode(row: row, target: row.deal.stage)
    return [.pipeline(.findProcess(row.id))] + followCursor()
  }

  /// Shows the deal in the stage at that place, for now.
  fileprivate mutating func preview(stage index: Int) -> [Effect] {
    guard let stages = board.pipeline?.stages, stages.indices.contains(index) else { return [] }
    board.moveMode?.target = stages[index].id
    return followCursor()
  }
}
