import Sales
import Screen

extension BulkInvoices {
  /// What can be done with the list.
  static let commands: [Command] = [
    run("bulk.send", "mail all that are ready", label: "send", key: "s") { $0.isMail },
    run("bulk.mark-sent", "mark all that are ready as sent", label: "mark sent", key: "m") {
      $0 == .markSent
    },
    run("bulk.void", "make all that are ready void", label: "void", key: "v") { $0 == .void },
    Command(
      "bulk.retry", "try again those that were not done", label: "try failed again", keys: ["t"],
      in: [.bulk], writes: true,
      unavailable: { state in
        guard let bulk = state.invoices.bulk, bulk.failedCount > 0 else { return "none has failed" }
        return bulk.isRunning ? "it is under way" : nil
      }
    ) { $0.retryBulk() },
    Command(
      "bulk.leave-out", "leave the invoice out, or take it in again", label: "leave out",
      keys: ["<space>"], in: [.bulk],
      unavailable: { state in
        switch state.invoices.bulk?.current?.state {
        case .ready, .off(leftOut): nil
        default: "it cannot be chosen"
        }
      }
    ) { state in
      guard let row = state.invoices.bulk?.current else { return [] }
      state.invoices.bulk?.change(row.invoice.id) { row in
        row.state = row.state == .ready ? .off(leftOut) : .ready
      }
      return state.moveInBulk(by: 1)
    },
    Command("bulk.down", "go down", keys: ["j", "<down>"], in: [.bulk]) { $0.moveInBulk(by: 1) },
    Command("bulk.up", "go up", keys: ["k", "<up>"], in: [.bulk]) { $0.moveInBulk(by: -1) },
    Command("bulk.page-down", "go a page down", keys: ["<pagedown>", "<c-d>"], in: [.bulk]) {
      $0.moveInBulk(by: 10)
    },
    Command("bulk.page-up", "go a page up", keys: ["<pageup>", "<c-u>"], in: [.bulk]) {
      $0.moveInBulk(by: -10)
    },
    Command(
      "bulk.close", "go one step back; what is under way goes on", label: "close",
      keys: ["<esc>", "q"], in: [.bulk]
    ) {
      $0.overlays.removeLast()
      return []
    },
  ]

  /// Why a row is off that the user has left out.
  private static let leftOut: SafeText = "left out"

  /// The row under the cursor.
  var current: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  private static func run(
    _ id: String, _ title: SafeText, label: SafeText, key: String,
    for isKind: @escaping @Sendable (BulkKind) -> Bool
  ) -> Command {
    Command(
      id, title, label: label, keys: [key], in: [.bulk], writes: true,
      unavailable: { state in
        guard let bulk = state.invoices.bulk, isKind(bulk.kind) else {
          return "that is not what the list is for"
        }
        if bulk.isPreparing { return "the mails are still being prepared" }
        if bulk.isRunning { return "it is under way" }
        return bulk.ready.isEmpty ? "none is ready" : nil
      }
    ) { $0.startBulk() }
  }
}

extension AppState {
  /// Moves the cursor of the list, and stops at either end.
  fileprivate mutating func moveInBulk(by steps: Int) -> [Effect] {
    guard let bulk = invoices.bulk else { return [] }
    invoices.bulk?.selected = min(max(0, bulk.selected + steps), max(0, bulk.rows.count - 1))
    return []
  }
}
