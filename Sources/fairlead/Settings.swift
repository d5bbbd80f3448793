import AppCore
import Foundation
import Screen
import TOMLKit

/// The user's `config.toml`: the theme and the keys. A wrong line costs that line, never the start.
struct Settings {
  /// How roles look.
  private(set) var theme = Theme.plain
  /// The user's own keys.
  private(set) var keymap = Keymap()
  /// The account that is opened when none is named.
  private(set) var profile: String?
  /// Whether the mouse is ours.
  private(set) var usesMouse = true
  /// What was wrong, a line each, for the log.
  private(set) var problems: [SafeText] = []

  private static let keys = ["profile", "theme", "mouse", "keys"]

  /// Reads the settings; without a file they are the defaults.
  init(_ paths: Paths) {
    let file = paths.config.appending(path: "config.toml")
    let table = readTable(file, isRequired: false)
    for key in table?.keys ?? [] where !Self.keys.contains(key) {
      let near = nearest(to: key, among: Self.keys)
      problems.append("\(file.path): there is no setting \(key); the nearest is \(near)")
    }
    readMouse(table, file)
    readProfile(table, file)
    readTheme(table?["theme"]?.string ?? "dark", paths)
    readKeys(table?["keys"]?.table, file)
  }

  private mutating func readMouse(_ table: TOMLTable?, _ file: URL) {
    guard let value = table?["mouse"] else { return }
    guard let flag = value.bool else {
      problems.append("\(file.path): mouse must be true or false")
      return
    }
    usesMouse = flag
  }

  private mutating func readProfile(_ table: TOMLTable?, _ file: URL) {
    guard let value = table?["profile"] else { return }
    guard let name = value.string, ProfileInBrief.isName(name) else {
      problems.append("\(file.path): profile must be the name of a profile between quotes")
      return
    }
    profile = name
  }

  /// The theme of that name: the user's own file, else one that comes with the program.
  private mutating func readTheme(_ name: String, _ paths: Paths) {
    let own = paths.config.appending(path: "themes/\(name).toml")
    let table: TOMLTable?
    if FileManager.default.fileExists(atPath: own.path) {
      table = readTable(own, isRequired: true)
    } else if let text = BuiltInThemes.all[name] {
      table = try? TOMLTable(string: text)  // a test reads each of them
    } else {
      let near = nearest(to: name, among: BuiltInThemes.all.keys.sorted())
      problems.append(
        "theme \"\(name)\": neither \(own.path) nor a theme of ours; the nearest is \(near)")
      return readTheme("dark", paths)
    }
    guard let table else { return }
    var lines: [String: String] = [:]
    for key in table.keys { lines[key] = table[key]?.string ?? "" }
    let (theme, wrong) = Theme.read(lines)
    self.theme = theme
    problems += wrong.map { "theme \(name): \($0.string)" }
  }

  private mutating func readKeys(_ table: TOMLTable?, _ file: URL) {
    guard let table else { return }
    let names = Commands.all.map(\.id)
    for id in table.keys {
      let chords = table[id]?.string.map { [$0] } ?? table[id]?.array?.compactMap(\.string) ?? []
      if !names.contains(id) {
        let near = nearest(to: id, among: names)
        problems.append("\(file.path): keys: there is no command \(id); the nearest is \(near)")
      } else if chords.isEmpty || chords.contains(where: { Key.parse($0) == nil }) {
        problems.append("\(file.path): keys: \(id) wants keys such as \"J\", \"dd\" or \"<c-n>\"")
      } else {
        keymap.chords[id] = chords
      }
    }
  }

  private mutating func readTable(_ file: URL, isRequired: Bool) -> TOMLTable? {
    do {
      return try TOMLTable(string: try String(contentsOf: file, encoding: .utf8))
    } catch let error as TOMLParseError {
      let place = error.source.begin
      problems.append("\(file.path):\(place.line):\(place.column): \(error.description)")
    } catch {
      if isRequired || FileManager.default.fileExists(atPath: file.path) {
        problems.append("\(file.path): cannot be read: \(error.localizedDescription)")
      }
    }
    return nil
  }
}
