import AppCore
import Screen
import TOMLKit

extension Settings {
  private static let parts = [
    "name", "key", "places", "scope", "run", "confirm", "dangerous", "output",
  ]

  /// Reads the commands of the user's own. What is wrong in one costs that line; without a name or a
  /// program there is no command.
  mutating func readCommands(_ value: TOMLValueConvertible?) {
    guard let value else { return }
    guard let array = value.array else {
      return complain("command", "a command of your own begins with [[command]]")
    }
    for (number, element) in array.enumerated() {
      let line = text.line(ofTable: "[command", number: number)
      guard let table = element.table else { continue }
      if let own = command(table, line: line) { preferences.keymap.own.append(own) }
    }
  }

  private mutating func command(_ table: TOMLTable, line: Int?) -> OwnCommand? {
    func at(_ key: String) -> Int? { line.flatMap { text.line(of: key, below: $0) } ?? line }
    for key in table.keys where !Self.parts.contains(key) {
      let near = nearest(to: key, among: Self.parts)
      complain(line: at(key), "command: there is no \(key); the nearest is \(near)")
    }
    guard let name = table["name"]?.string, !name.isEmpty else {
      complain(line: line, "command: it wants a name: name = \"Open in browser\"")
      return nil
    }
    guard !preferences.keymap.own.contains(where: { $0.name == name }) else {
      complain(line: at("name"), "command: there are two of the name \(name)")
      return nil
    }
    guard let words = table["run"]?.array?.compactMap(\.string), let program = words.first,
      !program.isEmpty, words.count == table["run"]?.array?.count
    else {
      complain(
        line: at("run"),
        "command \(name): run must be the program and its arguments: run = [\"prog\", \"arg\"]")
      return nil
    }
    var own = OwnCommand(name: name, arguments: words)
    if let value = table["scope"] {
      own.scope = choice(value, "scope", of: name, line: at("scope")) ?? .none
      own.places = own.scope.places
    }
    if let value = table["output"] {
      own.output = choice(value, "output", of: name, line: at("output")) ?? .event
    }
    for (key, path) in [
      ("confirm", \OwnCommand.asksFirst), ("dangerous", \OwnCommand.isDangerous),
    ] {
      guard let value = table[key] else { continue }
      if let flag = value.bool {
        own[keyPath: path] = flag
      } else {
        // The careful reading of a word that is neither.
        own[keyPath: path] = true
        complain(line: at(key), "command \(name): \(key) must be true or false")
      }
    }
    readPlaces(table["places"], of: &own, line: at("places"))
    readKey(table["key"], of: &own, line: at("key"))
    return own
  }

  private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ value: TOMLValueConvertible, _ key: String, of name: String, line: Int?
  ) -> Value? {
    if let word = value.string, let known = Value(rawValue: word) { return known }
    let known = Value.allCases.map(\.rawValue)
    let near = nearest(to: value.string ?? "", among: known)
    complain(
      line: line,
      "command \(name): \(key) must be one of \(known.joined(separator: ", ")); "
        + "the nearest is \(near)")
    return nil
  }

  private mutating func readPlaces(
    _ value: TOMLValueConvertible?, of own: inout OwnCommand, line: Int?
  ) {
    guard let value else { return }
    guard let names = value.array?.compactMap(\.string) else {
      return complain(
        line: line, "command \(own.name): places must be a list: places = [\"board\"]")
    }
    var places: Set<Place> = []
    for name in names {
      if let place = Place(rawValue: name), !place.takesText {
        places.insert(place)
      } else {
        let known = Place.allCases.filter { !$0.takesText }.map(\.rawValue)
        let near = nearest(to: name, among: known)
        complain(
          line: line, "command \(own.name): there is no place \(name); the nearest is \(near)")
      }
    }
    if !places.isEmpty { own.places = places }
  }

  private mutating func readKey(
    _ value: TOMLValueConvertible?, of own: inout OwnCommand, line: Int?
  ) {
    guard let value else { return }
    let chord = value.string ?? ""
    guard let problem = Keymap.problem(with: chord) else {
      own.key = chord
      return
    }
    complain(line: line, "command \(own.name): \(problem.string)")
  }
}
