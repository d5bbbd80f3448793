import AppCore
import Foundation
import Sales
import Screen
import TOMLKit

/// The user's `config.toml`: the account, the looks, the keys. A wrong line costs that line, never the
/// start.
struct Settings: Hashable, Sendable {
  /// What is set.
  var preferences = Preferences()
  /// The account that is opened when none is named.
  private(set) var profile: String?
  /// How to be told what others did, besides the count at the top.
  private(set) var notifications = NotificationChoice()
  /// After how many days in a stage a deal is stuck.
  private(set) var stuck = StuckLimits()
  /// For how long mails are held, and how PDF files are named.
  private(set) var mailing = MailSettings()
  /// What was wrong.
  private(set) var problems: [SettingsProblem] = []
  /// The path of the file.
  let file: String
  /// Its lines.
  let text: ConfigText

  private static let tables = ["keys", "terminal", "command", "notifications", "stuck"]

  /// Reads the settings; without a file they are the defaults.
  init(_ paths: Paths) {
    let url = paths.configFile
    file = url.path
    // What cannot be read is told below.
    text = ConfigText((try? String(contentsOf: url, encoding: .utf8)) ?? "")
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    let table = read(url)
    check(table)
    readProfile(table)
    readTheme(table, paths)
    readValues(table)
    mailing = MailSettings(table) { complain($0, $1) }
    let (choice, wrong) = NotificationChoice.read(table?["notifications"]?.table)
    notifications = choice
    for (key, words) in wrong { complain(key, in: "notifications", words) }
    let (limits, senseless) = StuckLimits.read(table?["stuck"]?.table)
    stuck = limits
    for (key, words) in senseless { complain(key, in: "stuck", words) }
    readCommands(table?["command"])
    readKeys(table?["keys"])
    for clash in preferences.keymap.clashes {
      let line =
        text.line(of: clash.winner, in: "keys")
        ?? clash.places.compactMap { [text] in
          text.line(of: clash.winner, in: "keys.\($0.rawValue)")
        }.first
      problems.append(
        SettingsProblem(file: file, line: line, words: "keys: \(clash.text)"))
    }
  }

  /// Notes that a line is wrong.
  mutating func complain(_ key: String, in table: String = "", _ words: String) {
    problems.append(
      SettingsProblem(file: file, line: text.line(of: key, in: table), words: words))
  }

  /// Notes that something is wrong at a line.
  mutating func complain(line: Int?, _ words: String) {
    problems.append(SettingsProblem(file: file, line: line, words: words))
  }

  /// Names what stands in the file and is not known.
  private mutating func check(_ table: TOMLTable?) {
    let known =
      ["profile", "theme"] + Setting.all.filter(\.table.isEmpty).map(\.key) + Self.tables
      + MailSettings.keys
    for key in table?.keys ?? [] where !known.contains(key) {
      let near = nearest(to: key, among: known)
      complain(key, "there is no setting \(key); the nearest is \(near)")
    }
    let switches = Setting.all.filter { $0.table == "terminal" }.map(\.key)
    for key in table?["terminal"]?.table?.keys ?? [] where !switches.contains(key) {
      let near = nearest(to: key, among: switches)
      complain(
        key, in: "terminal", "terminal: there is no setting \(key); the nearest is \(near)")
    }
  }

  private mutating func readProfile(_ table: TOMLTable?) {
    guard let value = table?["profile"] else { return }
    guard let name = value.string, ProfileInBrief.isName(name) else {
      return complain("profile", "profile must be the name of a profile between quotes")
    }
    profile = name
  }

  private mutating func readTheme(_ table: TOMLTable?, _ paths: Paths) {
    guard let value = table?["theme"] else { return }
    guard let name = value.string else {
      return complain("theme", "theme must be the name of a theme between quotes")
    }
    let library = ThemeLibrary(paths)
    let names = library.names
    guard name != Preferences.automatic else { return }
    guard names.contains(name) else {
      let near = nearest(to: name, among: names + [Preferences.automatic])
      return complain(
        "theme",
        "theme \"\(name)\": neither \(library.file(of: name).path) nor a theme of ours; "
          + "the nearest is \(near)")
    }
    preferences.theme = name
    problems += library.theme(named: name).problems
  }

  /// Reads what has one of a few values.
  private mutating func readValues(_ table: TOMLTable?) {
    for setting in Setting.all {
      let place = setting.table.isEmpty ? table : table?[setting.table]?.table
      guard let value = place?[setting.key] else { continue }
      let written = setting.isSwitch ? value.bool.map { "\($0)" } : value.string
      if let written, setting.apply(written, to: &preferences) { continue }
      let names = setting.values.map { setting.written($0) }
      var words = "\(setting.key) must be \(names.joined(separator: " or "))"
      if !setting.isSwitch, let written {
        words += "; the nearest is \(setting.written(nearest(to: written, among: setting.values)))"
      }
      complain(setting.key, in: setting.table, words)
    }
  }

  /// The file's tables. A line that is no TOML is left out, with a word about it, and the rest is read.
  private mutating func read(_ url: URL) -> TOMLTable? {
    var rest = text
    let lineCount = rest.count
    for _ in 0...lineCount {
      do {
        return try TOMLTable(string: rest.string)
      } catch let error as TOMLParseError {
        let line = rest.drop(Int(error.source.begin.line))
        complain(line: line, "\(error.description)")
        guard line != nil else { return nil }
      } catch {
        complain(line: nil, "cannot be read: \(error.localizedDescription)")
        return nil
      }
    }
    return nil
  }
}

extension Paths {
  /// The user's settings.
  var configFile: URL { config.appending(path: "config.toml") }
}
