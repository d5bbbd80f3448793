import Sales
import Screen

/// A record of CRM beside its customer of Books: where they differ, and which value shall win.
public struct CustomerComparison: Hashable, Sendable {
  /// What bringing them in step would do, as far as it is decided.
  public var plan: PartyPlan
  /// The difference under the cursor.
  public var selected = 0

  init(_ plan: PartyPlan) { self.plan = plan }

  /// Moves the cursor, and stops at either end.
  mutating func move(by steps: Int) {
    selected = min(max(0, selected + steps), max(0, plan.differences.count - 1))
  }

  /// Decides which value wins, also against what was proposed.
  mutating func decide(_ direction: PartyDifference.Direction) {
    guard plan.differences.indices.contains(selected) else { return }
    switch plan.differences[selected].verdict {
    case .stays: return
    case .conflict, .goes:
      plan.differences[selected].verdict = .conflict
      plan.decide(selected, direction)
    }
  }

  /// Leaves a value undecided: it stays as it is on both sides.
  mutating func leaveOut() {
    guard plan.differences.indices.contains(selected) else { return }
    if case .goes = plan.differences[selected].verdict {
      plan.differences[selected].verdict = .conflict
    }
  }

  /// How many values go each way.
  func count(_ direction: PartyDifference.Direction) -> Int {
    plan.differences.count { $0.verdict == .goes(direction) }
  }

  /// Why nothing can be written; nil when something can.
  var problem: SafeText? {
    switch plan.step {
    case .ambiguous: return "more than one customer could be meant; link the right one in Books"
    case .create, .link: return nil
    case .compare:
      if count(.toBooks) + count(.toCRM) > 0 { return nil }
      return "nothing is decided: ← or → says whose value wins"
    }
  }
}

extension CustomerComparison {
  /// What can be done with a comparison.
  static let commands: [Command] = [
    Command(
      "comparison.to-books", "give CRM's value to Books", label: "CRM's wins",
      keys: ["<right>", "l"], in: [.comparison]
    ) { $0.changeComparison { $0.decide(.toBooks) } },
    Command(
      "comparison.to-crm", "give Books' value to CRM", label: "Books' wins",
      keys: ["<left>", "h"], in: [.comparison]
    ) { $0.changeComparison { $0.decide(.toCRM) } },
    Command(
      "comparison.leave", "leave the values as they are", label: "leave", keys: [" "],
      in: [.comparison]
    ) { $0.changeComparison { $0.leaveOut() } },
    Command(
      "comparison.write", "write what is decided", label: "write", keys: ["<c-s>"],
      in: [.comparison], writes: true, unavailable: { $0.comparison?.problem }
    ) {
      guard let comparison = $0.comparison else { return [] }
      $0.overlays.append(.confirmation($0.confirmation(writing: comparison)))
      return []
    },
    Command("comparison.down", "go down", keys: ["<down>", "j"], in: [.comparison]) {
      $0.changeComparison { $0.move(by: 1) }
    },
    Command("comparison.up", "go up", keys: ["<up>", "k"], in: [.comparison]) {
      $0.changeComparison { $0.move(by: -1) }
    },
    Command(
      "comparison.close", "go one step back; nothing is written", label: "back",
      keys: ["<esc>", "q"], in: [.comparison]
    ) {
      $0.overlays.removeLast()
      return []
    },
  ]
}

extension AppState {
  /// The comparison on top of the screen.
  var comparison: CustomerComparison? {
    if case .comparison(let comparison)? = overlays.last { return comparison }
    return nil
  }

  fileprivate mutating func changeComparison(
    _ change: (inout CustomerComparison) -> Void
  ) -> [Effect] {
    guard var comparison else { return [] }
    change(&comparison)
    overlays[overlays.count - 1] = .comparison(comparison)
    return []
  }

  /// Asks how the company of the selected deal stands in Books.
  mutating func compareSelectedCustomer() -> [Effect] {
    guard let deal = board.selectedRow?.deal else { return [] }
    let party: Party
    let name: String
    if let account = deal.account {
      (party, name) = (.account(account.id), account.name)
    } else if let contact = deal.contact {
      (party, name) = (.contact(contact.id), contact.name)
    } else {
      return []
    }
    tell("Comparing \(name) with Books…", kind: .note)
    return [.compareCustomer(party)]
  }

  /// Why the selected deal has nobody to compare; nil when it has.
  @Sendable static func reasonNotToCompare(_ state: AppState) -> SafeText? {
    guard let deal = state.board.selectedRow?.deal else { return "no deal selected" }
    return deal.account == nil && deal.contact == nil ? "the deal has no account" : nil
  }

  mutating func reduceComparison(_ action: Action) -> [Effect] {
    switch action {
    case .customerCompared(.success(let plan)):
      if plan.isInStep, plan.differences.isEmpty {
        tell("\(plan.name) is the same in CRM and in Books")
      } else if overlays.isEmpty {
        overlays.append(.comparison(CustomerComparison(plan)))
        event = nil
      }
    case .customerCompared(.failure(let failure)): tell(failure.message, kind: .failure)
    case .comparisonClosed:
      if comparison != nil { overlays.removeLast() }
    case .customerAligned(let result):
      let count = result.done.count
      let done = count == 1 ? "1 write" : "\(count) writes"
      if let problem = result.problem {
        let kind: Event.Kind = result.isUncertain ? .warning : .failure
        tell("\(result.name): \(done) done; then \(problem.message.string)", kind: kind)
      } else {
        tell("\(result.name): CRM and Books are in step, \(done)")
      }
    default: break
    }
    return []
  }

  /// The question before anything is written.
  fileprivate func confirmation(writing comparison: CustomerComparison) -> Confirmation {
    let plan = comparison.plan
    var lines: [SafeText] = ["Organization  \(tenant.organization)", "Company       \(plan.name)"]
    switch plan.step {
    case .create: lines.append("A customer is made in Books from CRM's record, and linked.")
    case .link: lines.append("The customer of Books is linked to it.")
    case .compare, .ambiguous: break
    }
    let counts = [(comparison.count(.toBooks), "Books"), (comparison.count(.toCRM), "CRM")]
    for (count, product) in counts where count > 0 {
      lines.append("\(count == 1 ? "1 value" : "\(count) values") will be written in \(product).")
    }
    return Confirmation(
      title: "Bring \(plan.name) in step?", lines: lines,
      answers: [
        .init(key: "c", label: "cancel", effects: []),
        .init(
          key: "w", label: "write", effects: [.alignCustomer(plan)], action: .comparisonClosed),
      ])
  }
}
