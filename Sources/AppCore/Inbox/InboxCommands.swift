import Sales
import Screen

extension InboxList {
  /// What can be done with what others did.
  static let commands: [Command] = [
    Command(
      "inbox.show", "show what others changed on what you watch", keys: ["I"], in: Commands.screens
    ) {
      $0.overlays.append(.inbox(InboxCursor()))
      return [.inbox(.load)]
    },
    Command(
      "deal.watch", "watch the deal, or no longer", label: "watch", keys: ["W"],
      in: [.board, .dealList, .dealPane], unavailable: DealCommands.noDeal
    ) { $0.watchSelected() },
    Command(
      "inbox.open", "open the record", label: "open", keys: ["<enter>"], in: [.inbox],
      unavailable: { $0.selectedNotice == nil ? "nothing is here" : nil }
    ) { $0.openNotice() },
    Command(
      "inbox.read", "note that it was looked at", label: "read", keys: ["x"], in: [.inbox],
      unavailable: { $0.selectedNotice == nil ? "nothing is here" : nil }
    ) { state in
      state.selectedNotice.map { [.inbox(.markRead($0.subject))] } ?? []
    },
    Command(
      "inbox.read-all", "note that all was looked at", label: "all read", keys: ["a"],
      in: [.inbox]
    ) { _ in [.inbox(.markRead(nil))] },
    Command("inbox.down", "go down", keys: ["j", "<down>"], in: [.inbox]) {
      $0.moveInInbox(by: 1)
    },
    Command("inbox.up", "go up", keys: ["k", "<up>"], in: [.inbox]) { $0.moveInInbox(by: -1) },
    Command("inbox.first", "go to the newest", keys: ["g", "<home>"], in: [.inbox]) {
      $0.moveInInbox(by: -1000)
    },
    Command("inbox.last", "go to the oldest", keys: ["G", "<end>"], in: [.inbox]) {
      $0.moveInInbox(by: 1000)
    },
    Command(
      "inbox.close", "go one step back", label: "back", keys: ["<esc>", "q", "I"], in: [.inbox]
    ) {
      $0.overlays.removeLast()
      return []
    },
  ]
}

extension AppState {
  /// The place of the notice under the inbox's cursor.
  var inboxIndex: Int {
    guard case .inbox(let cursor) = overlays.last else { return 0 }
    return inbox.list.notices.firstIndex { $0.id == cursor.selected } ?? 0
  }

  /// The notice under the inbox's cursor.
  var selectedNotice: Notice? {
    let notices = inbox.list.notices
    return notices.indices.contains(inboxIndex) ? notices[inboxIndex] : nil
  }

  /// Moves the inbox's cursor, and stops at either end.
  mutating func moveInInbox(by steps: Int) -> [Effect] {
    let notices = inbox.list.notices
    guard !notices.isEmpty, let top = overlays.indices.last else { return [] }
    let place = min(max(0, inboxIndex + steps), notices.count - 1)
    overlays[top] = .inbox(InboxCursor(selected: notices[place].id))
    return []
  }

  fileprivate mutating func openNotice() -> [Effect] {
    guard let notice = selectedNotice else { return [] }
    overlays.removeLast()
    let effects =
      switch notice.subject {
      case .deal(let id): openDeal(id)
      case .invoice(let id): openInvoice(id)
      }
    return effects + [.inbox(.markRead(notice.subject))]
  }

  fileprivate mutating func watchSelected() -> [Effect] {
    guard let deal = board.selectedRow?.deal else { return [] }
    if deal.owner != nil, deal.owner?.id == tenant.user?.id {
      tell("\(deal.name) is yours: it is watched anyway", kind: .note)
      return []
    }
    let isWatched = !inbox.list.watched.contains(deal.id)
    tell("\(deal.name) is \(isWatched ? "watched" : "not watched any more")")
    return [.inbox(.watch(deal.id, isWatched))]
  }
}
