import Screen

extension Overlay {
  private static let listPlaces: Set<Place> = [.help, .palette, .chooser, .settings]

  /// What can be done in lists and lines of text.
  static let lists: [Command] = [
    Command("menu.run", "run the command", label: "run", keys: ["<enter>"], in: [.help, .palette]) {
      $0.runSelected()
    },
    Command(
      "chooser.choose", "choose the entry", label: "choose", keys: ["<enter>"], in: [.chooser]
    ) { $0.chooseSelected() },
    Command("prompt.accept", "save what was typed", label: "save", keys: ["<enter>"], in: [.prompt])
    { $0.acceptPrompt() },
    Command("list.down", "go down", label: "down", keys: ["<down>", "<c-n>"], in: listPlaces) {
      $0.moveInOverlay(by: 1)
    },
    Command("list.up", "go up", label: "up", keys: ["<up>", "<c-p>"], in: listPlaces) {
      $0.moveInOverlay(by: -1)
    },
    Command("list.page-down", "go down a page", keys: ["<pagedown>"], in: listPlaces) {
      $0.moveInOverlay(by: $0.pageLength)
    },
    Command("list.page-up", "go up a page", keys: ["<pageup>"], in: listPlaces) {
      $0.moveInOverlay(by: -$0.pageLength)
    },
    Command(
      "overlay.close", "go one step back", label: "back", keys: ["<esc>", "<c-c>"],
      in: listPlaces.union([.prompt])
    ) {
      $0.overlays.removeLast()
      $0.looks.preview = nil
      return []
    },
  ]

  /// What can be done about a question, besides the letters of its answers.
  static let questions: [Command] = [
    Command(
      "question.next", "go to the next answer", label: "next",
      keys: ["<right>", "<tab>", "<down>"],
      in: [.confirmation]
    ) { $0.moveInOverlay(by: 1) },
    Command(
      "question.previous", "go to the answer before", keys: ["<left>", "<s-tab>", "<up>"],
      in: [.confirmation]
    ) { $0.moveInOverlay(by: -1) },
    Command(
      "question.answer", "choose the answer under the cursor", label: "choose",
      keys: ["<enter>"], in: [.confirmation]
    ) { $0.giveAnswer { $0.selected } },
    Command(
      "question.safe", "choose the first answer, which changes nothing", label: "cancel",
      keys: ["<esc>", "<c-c>"], in: [.confirmation]
    ) { $0.giveAnswer { _ in 0 } },
  ]

  /// What can be done in the log.
  static let scrolling: [Command] = [
    Command("log.down", "go down", label: "down", keys: ["<down>", "j"], in: [.log]) {
      $0.moveInOverlay(by: 1)
    },
    Command("log.up", "go up", label: "up", keys: ["<up>", "k"], in: [.log]) {
      $0.moveInOverlay(by: -1)
    },
    Command("log.page-down", "go down a page", keys: ["<pagedown>", " "], in: [.log]) {
      $0.moveInOverlay(by: $0.pageLength)
    },
    Command("log.page-up", "go up a page", keys: ["<pageup>"], in: [.log]) {
      $0.moveInOverlay(by: -$0.pageLength)
    },
    Command("log.newest", "go to the newest", keys: ["<home>", "g"], in: [.log]) {
      $0.moveInOverlay(by: -AppState.logLimit)
    },
    Command("log.oldest", "go to the oldest", keys: ["<end>", "G"], in: [.log]) {
      $0.moveInOverlay(by: AppState.logLimit)
    },
    Command("log.close", "go one step back", label: "back", keys: ["<esc>", "q", "!"], in: [.log]) {
      $0.overlays.removeLast()
      return []
    },
  ]
}

extension AppState {
  fileprivate var pageLength: Int { max(1, size.height - 8) }

  /// Closes the menu and runs what is under its cursor; what is off only says why, in the menu's place.
  fileprivate mutating func runSelected() -> [Effect] {
    guard let overlay = overlays.last, let selected = overlay.selected else { return [] }
    let entries = overlay.entries(keymap)
    guard entries.indices.contains(selected) else { return [] }
    let menu = overlays.removeLast()
    if entries[selected].reasonOff(in: self) != nil { overlays.append(menu) }
    return entries[selected].perform(&self)
  }

  fileprivate mutating func chooseSelected() -> [Effect] {
    guard case .chooser(let chooser) = overlays.last else { return [] }
    let rows = chooser.shown
    guard rows.indices.contains(chooser.selected) else { return [] }
    let row = rows[chooser.selected]
    if let reason = row.unavailable {
      tell("\(row.label): \(reason)", kind: .warning)
      return []
    }
    overlays.removeLast()
    return chosen(row.id, for: chooser.purpose)
  }

  fileprivate mutating func acceptPrompt() -> [Effect] {
    guard case .prompt(let prompt) = overlays.last else { return [] }
    guard prompt.field.text.contains(where: { $0 != " " }) else {
      tell("\(prompt.title): nothing was typed; Esc leaves it", kind: .warning)
      return []
    }
    overlays.removeLast()
    return accepted(prompt.field.text, for: prompt.purpose)
  }

  fileprivate mutating func giveAnswer(_ place: (Confirmation) -> Int) -> [Effect] {
    guard case .confirmation(let question) = overlays.last else { return [] }
    let selected = place(question)
    guard question.answers.indices.contains(selected) else {
      overlays.removeLast()
      return []
    }
    return give(question.answers[selected])
  }
}
