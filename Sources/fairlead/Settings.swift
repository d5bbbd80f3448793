import AppCore
import Foundation
import Screen
import TOMLKit

/// The user's `config.toml`: the account, the theme and the keys. A wrong line costs that line, never
/// the start.
struct Settings {
  /// How roles look.
  private(set) var theme = Theme.plain
  /// The name of the theme that is used.
  private(set) var themeName = "dark"
  /// The user's own keys.
  private(set) var keymap = Keymap()
  /// The account that is opened when none is named.
  private(set) var profile: String?
  /// How to be told what others did, besides the count at the top.
  private(set) var notifications = NotificationChoice()
  /// Whether the mouse is ours.
  private(set) var usesMouse = true
  /// What was wrong.
  private(set) var problems: [SettingsProblem] = []
  private let file: String
  private let text: ConfigText

  private static let keys = ["profile", "theme", "mouse", "keys", "notifications"]

  /// Reads the settings; without a file they are the defaults.
  init(_ paths: Paths) {
    let url = paths.config.appending(path: "config.toml")
    file = url.path
    // What cannot be read is told below.
    let content = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    text = ConfigText(content)
    let table = readTable(url, isRequired: false)
    for key in table?.keys ?? [] where !Self.keys.contains(key) {
      let near = nearest(to: key, among: Self.keys)
      complain(key, "there is no setting \(key); the nearest is \(near)")
    }
    readMouse(table)
    readProfile(table)
    readTheme(table, paths)
    readKeys(table?["keys"]?.table)
    let (choice, wrong) = NotificationChoice.read(table?["notifications"]?.table)
    notifications = choice
    for (key, words) in wrong { complain(key, in: "notifications", words) }
  }

  private mutating func complain(_ key: String, in table: String = "", _ words: String) {
    problems.append(
      SettingsProblem(file: file, line: text.line(of: key, in: table), words: words))
  }

  private mutating func readMouse(_ table: TOMLTable?) {
    guard let value = table?["mouse"] else { return }
    guard let flag = value.bool else {
      return complain("mouse", "mouse must be true or false")
    }
    usesMouse = flag
  }

  private mutating func readProfile(_ table: TOMLTable?) {
    guard let value = table?["profile"] else { return }
    guard let name = value.string, ProfileInBrief.isName(name) else {
      return complain("profile", "profile must be the name of a profile between quotes")
    }
    profile = name
  }

  private mutating func readTheme(_ table: TOMLTable?, _ paths: Paths) {
    guard let value = table?["theme"] else { return readTheme(named: "dark", paths) }
    guard let name = value.string else {
      complain("theme", "theme must be the name of a theme between quotes")
      return readTheme(named: "dark", paths)
    }
    readTheme(named: name, paths)
  }

  /// The theme of that name: the user's own file, else one that comes with the program.
  private mutating func readTheme(named name: String, _ paths: Paths) {
    let own = paths.config.appending(path: "themes/\(name).toml")
    let table: TOMLTable?
    if FileManager.default.fileExists(atPath: own.path) {
      table = readTable(own, isRequired: true)
    } else if let text = BuiltInThemes.all[name] {
      table = try? TOMLTable(string: text)  // a test reads each of them
    } else {
      let near = nearest(to: name, among: BuiltInThemes.all.keys.sorted())
      complain(
        "theme",
        "theme \"\(name)\": neither \(own.path) nor a theme of ours; the nearest is \(near)")
      return readTheme(named: "dark", paths)
    }
    guard let table else { return }
    themeName = name
    var lines: [String: String] = [:]
    for key in table.keys { lines[key] = table[key]?.string ?? "" }
    let (theme, wrong) = Theme.read(lines)
    self.theme = theme
    let text = ConfigText((try? String(contentsOf: own, encoding: .utf8)) ?? "")
    for words in wrong {
      let role = String(words.string.prefix { $0 != ":" })
      problems.append(
        SettingsProblem(file: own.path, line: text.line(of: role), words: words.string))
    }
  }

  private mutating func readKeys(_ table: TOMLTable?) {
    guard let table else { return }
    let names = Commands.all.map(\.id)
    for id in table.keys {
      let chords = table[id]?.string.map { [$0] } ?? table[id]?.array?.compactMap(\.string) ?? []
      if !names.contains(id) {
        let near = nearest(to: id, among: names)
        complain(id, in: "keys", "keys: there is no command \(id); the nearest is \(near)")
      } else if chords.isEmpty || chords.contains(where: { Key.parse($0) == nil }) {
        complain(
          id, in: "keys", "keys: \(id) wants keys such as \"J\", \"dd\" or \"<c-n>\"")
      } else {
        keymap.chords[id] = chords
      }
    }
  }

  private mutating func readTable(_ url: URL, isRequired: Bool) -> TOMLTable? {
    do {
      return try TOMLTable(string: try String(contentsOf: url, encoding: .utf8))
    } catch let error as TOMLParseError {
      problems.append(
        SettingsProblem(
          file: url.path, line: error.source.begin.line, words: "\(error.description)"))
    } catch {
      if isRequired || FileManager.default.fileExists(atPath: url.path) {
        problems.append(
          SettingsProblem(
            file: url.path, line: nil, words: "cannot be read: \(error.localizedDescription)"))
      }
    }
    return nil
  }
}
