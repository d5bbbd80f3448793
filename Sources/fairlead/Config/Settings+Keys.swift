import AppCore
import Screen
import TOMLKit

extension Settings {
  /// Reads the keys of commands: those of everywhere, and in tables of their own those of single places.
  mutating func readKeys(_ value: TOMLValueConvertible?) {
    guard let value else { return }
    guard let table = value.table else {
      return complain("keys", "keys must be a table: [keys], then lines such as quit = \"Q\"")
    }
    let places = Place.allCases.map(\.rawValue)
    for name in table.keys {
      if let inner = table[name]?.table {
        guard let place = Place(rawValue: name) else {
          let near = nearest(to: name, among: places)
          complain(
            line: text.line(ofTable: "keys.\(name)"),
            "keys: there is no place \(name); the nearest is \(near)")
          continue
        }
        for id in inner.keys {
          guard let chords = chords(inner[id], of: id, in: "keys.\(name)", at: place) else {
            continue
          }
          preferences.keymap.localChords[place, default: [:]][id] = chords
        }
      } else if let chords = chords(table[name], of: name, in: "keys", at: nil) {
        preferences.keymap.chords[name] = chords
      }
    }
  }

  /// The chords that a line gives to a command, none when it takes them away; nil when it is wrong.
  private mutating func chords(
    _ value: TOMLValueConvertible?, of id: String, in table: String, at place: Place?
  ) -> [String]? {
    guard let command = Commands.all.first(where: { $0.id == id }) else {
      let near = nearest(to: id, among: Commands.all.map(\.id))
      complain(id, in: table, "keys: there is no command \(id); the nearest is \(near)")
      return nil
    }
    if let place, !command.places.contains(place) {
      let places = command.places.map(\.rawValue).sorted().joined(separator: ", ")
      complain(
        id, in: table, "keys: \(id) does nothing in \(place.rawValue); it works in \(places)")
      return nil
    }
    guard let chords = value?.string.map({ [$0] }) ?? value?.array?.compactMap(\.string) else {
      complain(id, in: table, "keys: \(id) wants keys such as \"J\", \"dd\" or \"<c-n>\"")
      return nil
    }
    if chords == [""] { return [] }
    for chord in chords {
      if let problem = Keymap.problem(with: chord, of: command) {
        complain(id, in: table, "keys: \(id): \(problem.string)")
        return nil
      }
    }
    return chords
  }
}
