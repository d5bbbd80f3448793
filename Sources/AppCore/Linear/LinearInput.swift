import Screen

/// What a line typed in linear mode asks for.
///
/// Where text is expected the line is that text, confirmed with Enter; keys with names, such as `<esc>`,
/// stay keys there. Everywhere else it is keys, as a config file writes them, a command's name after a
/// colon, or one of four words.
public enum LinearInput: Hashable, Sendable {
  /// Keys to press one after another.
  case keys([Key])
  /// A command to run by its name.
  case command(Command.ID)
  /// Tell everything that is on the screen.
  case show
  /// Tell what can be done here.
  case help
  /// Tell where we are once more.
  case repeated
  /// The line means nothing, and why.
  case unknown(SafeText)

  /// Reads a line typed in a state.
  public init(_ line: String, in state: AppState) {
    let line = String(line.drop { $0 == " " })
    if state.awaitsText, !line.hasPrefix("<") {
      self = .keys(line.map { .character($0) } + [.enter])
      return
    }
    switch line {
    case "": self = .repeated
    case "show": self = .show
    case "?", "help": self = .help
    case "quit": self = .command("quit")
    default:
      if line.hasPrefix(":"), line.count > 1 {
        self = Self.command(named: String(line.dropFirst()), in: state)
      } else if line.hasPrefix("/") {
        // The words of a filter end with the line.
        self = .keys(line.map { .character($0) } + [.enter])
      } else if let keys = Key.parse(line) {
        self = .keys(keys)
      } else {
        self = .unknown("\(line): no such key; ? tells what can be done here")
      }
    }
  }

  /// The command whose name or words were typed, of those that the place has.
  private static func command(named words: String, in state: AppState) -> LinearInput {
    let commands = Commands.at(state.place)
    if let exact = commands.first(where: { $0.id == words || $0.title.string == words }) {
      return .command(exact.id)
    }
    let found = commands.filter { "\($0.title) \($0.id)".hasWords(of: words) }
    switch found.count {
    case 1: return .command(found[0].id)
    case 0: return .unknown("\(words): no command here has these words; ? lists them")
    default:
      let names = found.prefix(5).map(\.id).joined(separator: ", ")
      return .unknown("\(words): several commands: \(names)\(found.count > 5 ? ", …" : "")")
    }
  }
}

extension AppState {
  /// Whether a line is text here: a line to type or a filter, not a question or a list.
  fileprivate var awaitsText: Bool {
    switch place {
    case .help, .palette: false
    default: place.takesText
    }
  }

  /// Runs the command of that name, when the place has it.
  public mutating func perform(_ command: Command.ID) -> [Effect] {
    Commands.at(place).first { $0.id == command }?.perform(&self) ?? []
  }
}
