import Sales
import Screen

extension OutboxList {
  /// What can be done with a write.
  static let commands: [Command] = deciding + holding + moving

  private static let holding: [Command] = [
    Command(
      "outbox.take-back", "take back the mail that is held", label: "undo", keys: ["u"],
      in: [.outbox], unavailable: { $0.invoices.held.isEmpty ? "nothing is held" : nil }
    ) { $0.takeBackHeld() }
  ]

  private static let deciding: [Command] = [
    Command(
      "outbox.check", "look at Zoho again, whether it happened", label: "check again", keys: ["c"],
      in: [.outbox], unavailable: { $0.reasonNotUncertain }
    ) { state in state.decide { .resolve($0.id, .checkAgain) } },
    Command(
      "outbox.happened", "note that it did happen", label: "it did happen", keys: ["D"],
      in: [.outbox], unavailable: { $0.reasonNotUncertain }
    ) { $0.ask(about: OutboxQuestion.happened) },
    Command(
      "outbox.send-again", "send it again", label: "send again", keys: ["S"], in: [.outbox],
      writes: true, unavailable: { $0.reasonNotUncertain }
    ) { $0.ask(about: OutboxQuestion.sendAgain) },
    Command(
      "outbox.give-up", "give it up", label: "give up", keys: ["X"], in: [.outbox],
      unavailable: { $0.reasonNotUncertain }
    ) { $0.ask(about: OutboxQuestion.giveUp) },
    Command(
      "outbox.dismiss", "take note of the refusal", label: "dismiss", keys: ["x"], in: [.outbox],
      unavailable: { state in
        switch state.outbox.current?.state {
        case .refused, .conflict: nil
        default: "only what was refused is dismissed"
        }
      }
    ) { state in state.decide { .resolve($0.id, .giveUp) } },
  ]

  private static let moving: [Command] = [
    Command("outbox.down", "go to the next write", keys: ["j", "<down>"], in: [.outbox]) {
      $0.moveInOutbox(by: 1)
    },
    Command("outbox.up", "go to the write before", keys: ["k", "<up>"], in: [.outbox]) {
      $0.moveInOutbox(by: -1)
    },
    Command("outbox.newest", "go to the newest write", keys: ["g", "<home>"], in: [.outbox]) {
      $0.moveInOutbox(by: -$0.outbox.rows.count)
    },
    Command("outbox.oldest", "go to the oldest write", keys: ["G", "<end>"], in: [.outbox]) {
      $0.moveInOutbox(by: $0.outbox.rows.count)
    },
  ]
}

extension AppState {
  /// Why there is nothing to decide about the write under the cursor; nil when there is.
  fileprivate var reasonNotUncertain: SafeText? {
    switch outbox.current?.state {
    case .uncertain: nil
    case nil: "there is no write here"
    case .waiting, .sending: "it is still on its way"
    case .confirmed: "Zoho has it"
    case .refused, .conflict: "Zoho said no: nothing was changed"
    case .cancelled: "it was given up"
    }
  }

  fileprivate mutating func decide(_ effect: (WriteRow) -> Effect) -> [Effect] {
    outbox.current.map { [effect($0)] } ?? []
  }

  fileprivate mutating func ask(about question: (WriteRow, Tenant) -> Confirmation) -> [Effect] {
    guard let row = outbox.current else { return [] }
    overlays.append(.confirmation(question(row, tenant)))
    return []
  }

  fileprivate mutating func moveInOutbox(by steps: Int) -> [Effect] {
    outbox.move(by: steps)
    return []
  }
}

/// The questions before a decision that cannot be taken back.
private enum OutboxQuestion {
  static func happened(_ row: WriteRow, _ tenant: Tenant) -> Confirmation {
    Confirmation(
      title: "Did it happen?",
      lines: facts(row, tenant) + ["Fairlead stops asking Zoho and goes on as if it had answered."],
      answers: [
        .init(key: "k", label: "keep asking", effects: []),
        .init(
          key: "h", label: "it happened: note it", effects: [.resolve(row.id, .itDidHappen)]),
      ])
  }

  static func sendAgain(_ row: WriteRow, _ tenant: Tenant) -> Confirmation {
    if row.isUnsent {
      return Confirmation(
        title: "Send it now?", lines: facts(row, tenant) + ["Not a byte of it has left so far."],
        answers: [
          .init(key: "k", label: "keep it here", effects: []),
          .init(key: "s", label: "send it", effects: [.resolve(row.id, .sendAgain)]),
        ])
    }
    return Confirmation(
      title: "Send it again?",
      lines: facts(row, tenant) + [
        "No answer came the first time. It may have happened, and a late first one may still land:"
          + " then it will have happened twice."
      ],
      answers: [
        .init(key: "k", label: "keep asking", effects: []),
        .init(key: "s", label: "send it again", effects: [.resolve(row.id, .sendAgain)]),
      ])
  }

  static func giveUp(_ row: WriteRow, _ tenant: Tenant) -> Confirmation {
    Confirmation(
      title: "Give it up?",
      lines: facts(row, tenant) + [
        "Fairlead stops asking Zoho. What may have happened there is not taken back."
      ],
      answers: [
        .init(key: "k", label: "keep asking", effects: []),
        .init(key: "g", label: "give it up", effects: [.resolve(row.id, .giveUp)]),
      ])
  }

  private static func facts(_ row: WriteRow, _ tenant: Tenant) -> [SafeText] {
    ["Organization  \(tenant.spoken)", "Write         \(row.title)", "Known         \(row.detail)"]
  }
}
