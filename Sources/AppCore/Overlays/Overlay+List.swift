import Screen

extension Overlay {
  /// The line of text that takes what is typed; nil when there is none.
  var field: TextField? {
    get {
      switch self {
      case .help(let menu), .palette(let menu): menu.filter
      case .chooser(let chooser): chooser.filter
      case .prompt(let prompt): prompt.field
      case .settings(let screen): screen.capture == nil ? screen.filter : nil
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .help(var menu):
        menu.filter = newValue
        self = .help(menu)
      case .palette(var menu):
        menu.filter = newValue
        self = .palette(menu)
      case .chooser(var chooser):
        chooser.filter = newValue
        self = .chooser(chooser)
      case .prompt(var prompt):
        prompt.field = newValue
        self = .prompt(prompt)
      case .settings(var screen):
        screen.filter = newValue
        self = .settings(screen)
      default: break
      }
    }
  }

  /// The entry under the cursor, or the first line shown; nil when nothing is chosen or scrolled.
  var selected: Int? {
    get {
      switch self {
      case .help(let menu), .palette(let menu): menu.selected
      case .chooser(let chooser): chooser.selected
      case .confirmation(let question): question.selected
      case .log(let position): position.top
      case .settings(let screen): screen.selected
      case .output(let pane): pane.position.top
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .help(var menu):
        menu.selected = newValue
        self = .help(menu)
      case .palette(var menu):
        menu.selected = newValue
        self = .palette(menu)
      case .chooser(var chooser):
        chooser.selected = newValue
        self = .chooser(chooser)
      case .confirmation(var question):
        question.selected = newValue
        self = .confirmation(question)
      case .log(var position):
        position.top = newValue
        self = .log(position)
      case .settings(var screen):
        screen.selected = newValue
        self = .settings(screen)
      case .output(var pane):
        pane.position.top = newValue
        self = .output(pane)
      default: break
      }
    }
  }

  /// The commands that a menu lists now; none for anything else.
  func entries(_ keymap: Keymap) -> [Command] {
    switch self {
    case .help(let menu): menu.listed(keymap)
    case .palette(let menu): menu.ranked(keymap)
    default: []
    }
  }

  /// How many entries or lines there are to go through.
  func count(in state: AppState) -> Int {
    switch self {
    case .help, .palette: entries(state.keymap).count
    case .chooser(let chooser): chooser.shown.count
    case .confirmation(let question): question.answers.count
    case .log: state.log.count
    case .settings(let screen): screen.rows(in: state).count
    case .output(let pane): pane.lines.count
    default: 0
    }
  }
}
