import Screen

/// The panes of the screen that is shown, by number: the digits go to screens, so Ctrl-W comes first.
enum Panes {
  /// A pane: what it is called, and how to get there.
  struct Pane: Sendable {
    /// What it is called.
    var title: SafeText
    /// Why it cannot be reached now; nil when it can.
    var unavailable: SafeText?
    /// Goes there.
    var go: @Sendable (inout AppState) -> [Effect]
  }

  /// How many panes a screen can have by number.
  private static let limit = 4

  /// The commands that go to a pane.
  static let commands: [Command] = (1...limit).map { number in
    Command(
      "pane.\(number)", "go to pane \(number) of the screen", keys: ["<c-w>\(number)"],
      in: Commands.screens,
      unavailable: { state in
        let panes = state.panes
        guard panes.indices.contains(number - 1) else {
          return panes.count == 1
            ? "this screen has one pane" : "this screen has \(panes.count) panes"
        }
        return panes[number - 1].unavailable
      }
    ) { state in
      let panes = state.panes
      return panes.indices.contains(number - 1) ? panes[number - 1].go(&state) : []
    }
  }
}

extension AppState {
  /// The panes of the screen, in the order of their numbers.
  var panes: [Panes.Pane] {
    switch screen {
    case .pipeline:
      [
        .init(title: "deals") {
          $0.board.focus = .deals
          return $0.followCursor()
        },
        .init(title: "deal", unavailable: DealCommands.noDeal(self)) {
          $0.board.focus = .deal
          return $0.followCursor()
        },
      ]
    case .invoices:
      [
        .init(
          title: "invoices",
          unavailable: editor == nil ? nil : "an invoice is being written; Esc closes it"
        ) {
          $0.invoices.pane = nil
          return []
        },
        .init(
          title: "invoice",
          unavailable: editor != nil
            ? "an invoice is being written; Esc closes it"
            : invoices.invoice == nil ? "no invoice selected" : nil
        ) { state in
          guard state.invoices.pane == nil else { return [] }
          return Commands.at(.invoiceList).first { $0.id == "invoice.open" }?.run(&state) ?? []
        },
      ]
    default: [.init(title: screen.title) { _ in [] }]
    }
  }
}
