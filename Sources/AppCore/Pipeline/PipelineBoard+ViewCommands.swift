import Screen

extension PipelineBoard {
  /// How the board and the list are shown.
  static let arranging: [Command] = [
    column("board.collapse", "make the column a strip, or whole again", ["zc"]) {
      $0.collapseColumn()
    },
    column("board.hide", "hide the column", ["zh"]) { $0.hideColumn() },
    Command(
      "board.show-all", "show every column", keys: ["zH"], in: [.board],
      unavailable: { $0.board.deals?.hiddenCount == 0 ? "no column is hidden" : nil }
    ) { $0.showAllColumns() },
    column("board.column-left", "move the column to the left", ["z<lt>"]) {
      $0.moveColumn(by: -1)
    },
    column("board.column-right", "move the column to the right", ["z>"]) { $0.moveColumn(by: 1) },
    Command(
      "deals.fields", "choose what cards or rows say", keys: ["zf"], in: [.board, .dealList],
      unavailable: noPipeline
    ) { $0.askForFields() },
    Command(
      "board.order", "choose the order of the cards", keys: ["zs"], in: [.board],
      unavailable: noPipeline
    ) { $0.askForCardOrder() },
    Command(
      "board.group", "choose what the columns are by", keys: ["zg"], in: [.board],
      unavailable: noPipeline
    ) { _ in [.pipeline(.findGroupings)] },
    Command("list.wider", "make the column wider", keys: ["z+"], in: [.dealList]) {
      $0.widenColumn(by: 2)
    },
    Command("list.narrower", "make the column narrower", keys: ["z-"], in: [.dealList]) {
      $0.widenColumn(by: -2)
    },
  ]

  @Sendable private static func noPipeline(_ state: AppState) -> SafeText? {
    state.board.deals == nil ? "no pipeline is shown" : nil
  }

  private static func column(
    _ id: String, _ title: SafeText, _ keys: [String],
    run: @escaping @Sendable (inout AppState) -> [Effect]
  ) -> Command {
    Command(
      id, title, keys: keys, in: [.board],
      unavailable: { $0.board.deals?.stage == nil ? "no column is under the cursor" : nil },
      run: run)
  }
}
