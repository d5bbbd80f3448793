import Screen

extension BulkMove {
  /// What can be done about a bulk move, before it runs and after.
  static let commands: [Command] = [
    Command(
      "bulk-move.run", "move these deals", label: "move them", keys: ["m"], in: [.bulkMove],
      writes: true,
      unavailable: { state in
        guard let bulk = state.board.bulk, bulk.isAsked else { return "they are on their way" }
        return bulk.count { $0 == .ready } == 0 ? "none of them can be moved" : nil
      }
    ) { state in
      guard let bulk = state.board.bulk, !state.askForTerms(of: bulk) else { return [] }
      return state.runBulkMove()
    },
    Command(
      "bulk-move.retry", "try the failed ones again", label: "retry the failed", keys: ["r"],
      in: [.bulkMove], writes: true,
      unavailable: { state in
        guard let bulk = state.board.bulk, !bulk.isAsked else { return "it has not run yet" }
        if bulk.isUnderWay { return "some are still on their way" }
        return bulk.failed.isEmpty ? "none has failed" : nil
      }
    ) { $0.retryBulkMove() },
    scroll("bulk-move.down", "go down", keys: ["j", "<down>"]) { _ in 1 },
    scroll("bulk-move.up", "go up", keys: ["k", "<up>"]) { _ in -1 },
    scroll("bulk-move.page-down", "go down a page", keys: ["<pagedown>", "<c-d>"]) {
      max(1, $0.size.height - 12)
    },
    scroll("bulk-move.page-up", "go up a page", keys: ["<pageup>", "<c-u>"]) {
      -max(1, $0.size.height - 12)
    },
    Command(
      "bulk-move.close", "go back; what is on its way goes on", label: "back",
      keys: ["<esc>", "q", "<c-c>"], in: [.bulkMove]
    ) { state in
      state.overlays.removeLast()
      if state.board.bulk?.isAsked == true {
        state.board.bulk = nil
        state.tell("nothing was moved; the marks are still there", kind: .note)
      }
      return []
    },
    Command(
      "bulk-move.show", "show what became of the last bulk move", keys: ["B"],
      in: [.board, .dealList],
      unavailable: { $0.board.bulk == nil ? "no deals were moved together yet" : nil }
    ) {
      $0.overlays.append(.bulkMove)
      return []
    },
  ]

  private static func scroll(
    _ id: String, _ title: SafeText, keys: [String], _ lines: @escaping @Sendable (AppState) -> Int
  ) -> Command {
    Command(id, title, keys: keys, in: [.bulkMove]) { state in
      let last = max(0, (state.board.bulk?.rows.count ?? 0) - 1)
      let top = (state.board.bulk?.top ?? 0) + lines(state)
      state.board.bulk?.top = min(max(0, top), last)
      return []
    }
  }
}
