import Screen

extension SignInWizard {
  /// What can be done while signing in.
  static let commands: [Command] = [
    Command(
      "signin.choose", "take this", label: "choose", keys: ["<enter>", "l"], in: [.signInList]
    ) {
      $0.chooseInSignIn()
    },
    Command("signin.down", "go down", label: "down", keys: ["j", "<down>"], in: [.signInList]) {
      $0.changeSignIn { $0.move(by: 1) }
    },
    Command("signin.up", "go up", label: "up", keys: ["k", "<up>"], in: [.signInList]) {
      $0.changeSignIn { $0.move(by: -1) }
    },
    Command(
      "signin.next", "go to the next line; on the last one, sign in", label: "next",
      keys: ["<enter>"], in: [.signInForm]
    ) { $0.nextInSignInForm() },
    Command(
      "signin.line-down", "go to the line below", label: "line", keys: ["<tab>", "<down>"],
      in: [.signInForm]
    ) { $0.moveInSignInForm(by: 1) },
    Command(
      "signin.line-up", "go to the line above", keys: ["<s-tab>", "<up>"], in: [.signInForm]
    ) { $0.moveInSignInForm(by: -1) },
    Command(
      "signin.begin", "sign in with what was typed", label: "sign in", keys: ["<c-s>"],
      in: [.signInForm]
    ) { $0.beginSignIn() },
    Command(
      "signin.copy-scopes", "copy the scopes that the code has to be for", label: "copy scopes",
      keys: ["<c-y>"], in: [.signInForm],
      unavailable: { $0.signIn?.plan.way == .code ? nil : "Zoho's page asks for them by itself" }
    ) { state in
      guard let wizard = state.signIn else { return [] }
      state.tell("The scopes are on the clipboard, if your terminal allows it.")
      return [.copy(wizard.scopes)]
    },
    Command(
      "signin.copy", "copy the address", label: "copy", keys: ["y"],
      in: [.signInWait], unavailable: { $0.signInAddress == nil ? "there is no address yet" : nil }
    ) { state in
      guard let address = state.signInAddress else { return [] }
      state.tell("The address is on the clipboard, if your terminal allows it.")
      return [.copy(address)]
    },
    Command(
      "signin.open", "open the browser again", label: "open again", keys: ["o"],
      in: [.signInWait],
      unavailable: { $0.isVisitingSignIn ? nil : "the address is for a browser of your choice" }
    ) { $0.signInAddress.map { [.signIn(.openAgain(address: $0))] } ?? [] },
    Command(
      "signin.back", "go one step back", label: "back", keys: ["<esc>", "h"],
      in: [.signInList]
    ) { $0.goBackInSignIn() },
    Command(
      "signin.form-back", "go one step back", label: "back", keys: ["<esc>"], in: [.signInForm]
    ) { $0.goBackInSignIn() },
    Command(
      "signin.cancel", "stop waiting and go back", label: "stop", keys: ["<esc>"],
      in: [.signInWait]
    ) { $0.goBackInSignIn() },
  ]
}

extension AppState {
  /// The address that the user is to visit.
  var signInAddress: SafeText? {
    switch signIn?.news {
    case .visit(let address, _): address
    case .enterCode(_, let address, _): address
    default: nil
    }
  }

  fileprivate var isVisitingSignIn: Bool {
    if case .visit = signIn?.news { true } else { false }
  }

  /// Changes the sign-in, if one is on the screen.
  fileprivate mutating func changeSignIn(_ change: (inout SignInWizard) -> Void) -> [Effect] {
    guard var wizard = signIn else { return [] }
    change(&wizard)
    signIn = wizard
    return []
  }

  fileprivate mutating func chooseInSignIn() -> [Effect] {
    guard var wizard = signIn, !wizard.isKeeping else { return [] }
    let step = wizard.step
    let id = wizard.choose()
    signIn = wizard
    switch (step, id) {
    case (.center, SignInWizard.demo?): return leave(for: .demo)
    case (.organization, let id?):
      signIn?.isKeeping = true
      signIn?.failure = nil
      let name = wizard.form.profile.text.trimmed
      return [.signIn(.keep(profile: name, organization: id.isEmpty ? nil : id))]
    default: return []
    }
  }

  fileprivate mutating func moveInSignInForm(by steps: Int) -> [Effect] {
    changeSignIn { wizard in
      _ = wizard.form.move(steps, among: SignInForm.lines(of: wizard.plan.way))
    }
  }

  fileprivate mutating func nextInSignInForm() -> [Effect] {
    guard var wizard = signIn else { return [] }
    let hasMoved = wizard.form.move(1, among: SignInForm.lines(of: wizard.plan.way))
    signIn = wizard
    return hasMoved ? [] : beginSignIn()
  }

  fileprivate mutating func beginSignIn() -> [Effect] {
    guard var wizard = signIn else { return [] }
    if let problem = wizard.form.problem(for: wizard.plan.way) {
      wizard.form.line = problem.line
      wizard.failure = "\(problem.words)."
      signIn = wizard
      return []
    }
    wizard.takeForm()
    wizard.go(to: .waiting)
    wizard.news = nil
    wizard.movedTo = nil
    signIn = wizard
    return [.signIn(.begin(wizard.plan))]
  }

  fileprivate mutating func goBackInSignIn() -> [Effect] {
    guard var wizard = signIn, !wizard.isKeeping else { return [] }
    let wasWaiting = wizard.step == .waiting || wizard.step == .organization
    guard wizard.goBack() else {
      guard profile != nil else {
        tell(
          "Nobody is signed in yet: q leaves, the last entry of the list is a demo.", kind: .note)
        return []
      }
      signIn = nil
      return []
    }
    signIn = wizard
    return wasWaiting ? [.signIn(.cancel)] : []
  }

  /// Gives a key to the form; nil when it means a command.
  mutating func typeInSignIn(_ key: Key) -> [Effect]? {
    guard var wizard = signIn else { return nil }
    if case .mouse(let event) = key {
      switch event.kind {
      case .wheelUp: return changeSignIn { $0.move(by: -1) }
      case .wheelDown: return changeSignIn { $0.move(by: 1) }
      case .press, .release: return []
      }
    }
    guard wizard.step == .client, wizard.form.take(key) else {
      return key.isPasteOrMouse ? [] : nil
    }
    wizard.failure = nil
    signIn = wizard
    return []
  }

  /// Takes how a sign-in goes on; news of one that was left fall away.
  mutating func takeSignIn(_ news: SignInNews) -> [Effect] {
    guard var wizard = signIn else { return [] }
    switch news {
    case .kept(let profile, let words):
      tell(words)
      return leave(for: .profile(profile))
    case .failed: break
    default:
      guard wizard.step == .waiting else { return [] }
    }
    wizard.take(news)
    signIn = wizard
    return []
  }
}
