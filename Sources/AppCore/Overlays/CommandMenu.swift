import Screen

/// The commands of a place, to be filtered and run.
public struct CommandMenu: Hashable, Sendable {
  /// The place whose commands are listed.
  public var place: Place
  /// What was typed to filter.
  public var filter = TextField()
  /// The entry under the cursor.
  public var selected = 0

  /// The commands of a place.
  public init(place: Place) { self.place = place }
}

extension CommandMenu {
  /// The commands that have every word of the filter, by section and in the order of the table: for
  /// the help.
  func listed(_ keymap: Keymap) -> [Command] {
    let bindings = keymap.bindings(at: place)
    let found = keymap.commands(at: place).filter { command in
      guard !filter.text.isEmpty else { return true }
      let keys = bindings.filter { $0.command.id == command.id }
        .map { Key.shown($0.keys) }.joined(separator: " ")
      return "\(command.title) \(command.id) \(keys)".hasWords(of: filter.text)
    }
    return HelpSection.allCases.flatMap { section in
      found.filter { HelpSection($0) == section }
    }
  }

  /// The commands whose names have the letters of the filter, the best match first: for the palette.
  func ranked(_ keymap: Keymap) -> [Command] {
    let commands = keymap.commands(at: place)
    guard !filter.text.isEmpty else { return commands }
    let found = commands.enumerated().compactMap { place, command in
      let title = command.title.string.distance(ofLetters: filter.text).map { 2 * $0 }
      let id = command.id.distance(ofLetters: filter.text).map { 2 * $0 + 1 }
      return [title, id].compactMap(\.self).min().map {
        (distance: $0, place: place, command: command)
      }
    }
    return found.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.command)
  }
}

/// The parts of the help.
enum HelpSection: Hashable, CaseIterable {
  case writing
  case here
  case own
  case moving
  case everywhere

  /// The part in which a command is listed.
  init(_ command: Command) {
    let moves: Set<String> = ["<up>", "<down>", "<left>", "<right>", "<home>", "<end>"]
    self =
      if command.id.hasPrefix(OwnCommand.prefix) { .own } else if Commands.isEverywhere(command) {
        .everywhere
      } else if command.writes {
        .writing
      } else if command.keys.contains(where: { moves.contains($0) || $0.hasPrefix("<page") }) {
        .moving
      } else { .here }
  }

  /// What stands above it.
  var title: SafeText {
    switch self {
    case .here: "Here"
    case .writing: "What writes at Zoho"
    case .own: "Your own commands"
    case .moving: "Moving around"
    case .everywhere: "On every screen"
    }
  }
}

extension String {
  /// Whether it has each of the words typed, capitals or not.
  func hasWords(of typed: String) -> Bool {
    let text = lowercased()
    return typed.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }

  /// How far apart the typed letters stand in it, in their order: 0 for the start of a word, 1 for
  /// a part of one; nil when they are not all there.
  func distance(ofLetters typed: String) -> Int? {
    let text = lowercased()
    let wanted = typed.lowercased()
    if text.hasPrefix(wanted) || text.contains(" " + wanted) { return 0 }
    if text.contains(wanted) { return 1 }
    var rest = Substring(text)
    var total = 2
    for letter in wanted where letter != " " {
      guard let found = rest.firstIndex(of: letter) else { return nil }
      total += rest.distance(from: rest.startIndex, to: found)
      rest = rest[rest.index(after: found)...]
    }
    return total
  }
}
