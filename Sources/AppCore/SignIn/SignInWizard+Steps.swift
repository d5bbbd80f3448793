import Screen

extension SignInWizard {
  /// Moves the cursor, and stops at either end.
  mutating func move(by steps: Int) {
    selected = min(max(0, selected + steps), max(0, rows.count - 1))
  }

  /// Takes the entry under the cursor, and asks the next question.
  ///
  /// - Returns: Its id, and whether it ends the questions of this kind.
  mutating func choose() -> String? {
    let rows = rows
    guard rows.indices.contains(selected) else { return nil }
    let id = rows[selected].id
    switch step {
    case .center where id != Self.demo:
      plan.dataCenter = id
      plan.environment = "production"
      go(to: steps.contains(.environment) ? .environment : .access)
    case .environment:
      plan.environment = id
      go(to: .access)
    case .access:
      plan.isReadOnly = id == "read-only"
      go(to: .way)
    case .way:
      plan.way = SignInPlan.Way(rawValue: id) ?? .browser
      go(to: .client)
    default: break
    }
    return id
  }

  /// Goes to a question, with the cursor on what was chosen there before.
  mutating func go(to step: Step) {
    self.step = step
    failure = nil
    let chosen =
      switch step {
      case .center: plan.dataCenter
      case .environment: plan.environment
      case .access: plan.isReadOnly ? "read-only" : "full"
      case .way: plan.way.rawValue
      default: ""
      }
    selected = rows.firstIndex { $0.id == chosen } ?? 0
    if step == .organization { selected = 0 }
    if step == .client { form.line = .clientID }
  }

  /// Goes one question back; false at the first one.
  mutating func goBack() -> Bool {
    switch step {
    case .center: return false
    case .environment: go(to: .center)
    case .access: go(to: steps.contains(.environment) ? .environment : .center)
    case .way: go(to: .access)
    case .client: go(to: .way)
    case .waiting, .organization: go(to: .client)
    }
    return true
  }

  /// The plan with what was typed into the form.
  mutating func takeForm() {
    plan.clientID = form.clientID.text.trimmed
    plan.clientSecret = TypedSecret(form.clientSecret.revealed.trimmed)
    plan.code = TypedSecret(plan.way == .code ? form.code.revealed.trimmed : "")
  }

  /// Takes how the sign-in goes on.
  mutating func take(_ news: SignInNews) {
    switch news {
    case .moved(let place): movedTo = place
    case .found(let findings):
      self.findings = findings
      go(to: .organization)
    case .failed(let words):
      isKeeping = false
      if step == .waiting { go(to: .client) }
      failure = words
    case .kept: isKeeping = true
    case .visit, .enterCode, .checking: self.news = news
    }
  }
}
