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
  /// The commands that have every word of the filter, in the order of the table: for the help.
  func listed(_ keymap: Keymap) -> [Command] {
    Commands.at(place).filter { command in
      let keys = keymap.shown(for: command).map(\.string).joined(separator: " ")
      return "\(command.title) \(command.id) \(keys)".hasWords(of: filter.text)
    }
  }

  /// The commands whose names have the letters of the filter, the best match first: for the palette.
  func ranked() -> [Command] {
    guard !filter.text.isEmpty else { return Commands.at(place) }
    let found = Commands.at(place).enumerated().compactMap { place, command in
      let title = command.title.string.distance(ofLetters: filter.text).map { 2 * $0 }
      let id = command.id.distance(ofLetters: filter.text).map { 2 * $0 + 1 }
      return [title, id].compactMap(\.self).min().map {
        (distance: $0, place: place, command: command)
      }
    }
    return found.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.command)
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
