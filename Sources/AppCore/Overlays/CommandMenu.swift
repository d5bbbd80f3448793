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
      let distances = [command.title.string, command.id].compactMap {
        $0.distance(ofLetters: filter.text)
      }
      return distances.min().map { (distance: $0, place: place, command: command) }
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

  /// How far apart the typed letters stand in it, in their order; nil when they do not. Letters at the
  /// start of words count as near.
  func distance(ofLetters typed: String) -> Int? {
    let letters = Array(lowercased())
    var place = 0
    var total = 0
    for wanted in typed.lowercased() where wanted != " " {
      guard let found = letters[place...].firstIndex(of: wanted) else { return nil }
      let startsWord = found == 0 || !letters[found - 1].isLetter
      total += startsWord ? min(found - place, 1) : found - place
      place = found + 1
    }
    return total
  }
}
