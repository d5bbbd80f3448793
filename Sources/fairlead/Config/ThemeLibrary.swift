import AppCore
import Foundation
import Screen
import TOMLKit

/// The themes there are: those that come with the program, and the files in the user's folder `themes`,
/// which go before one of ours of the same name.
struct ThemeLibrary: Sendable {
  private let folder: URL

  init(_ paths: Paths) {
    folder = paths.config.appending(path: "themes", directoryHint: .isDirectory)
  }

  /// The file of a theme of the user's own.
  func file(of name: String) -> URL { folder.appending(path: "\(name).toml") }

  /// The names of all.
  var names: [String] { Set(Array(BuiltInThemes.all.keys) + ownNames).sorted() }

  /// All, to be chosen from.
  var briefs: [ThemeInBrief] {
    let own = Set(ownNames)
    return names.map { name in
      ThemeInBrief(name: name, background: background(of: name), isOwn: own.contains(name))
    }
  }

  /// Whether a theme is a file of the user's own.
  func isOwn(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(of: name).path) }

  /// A theme, and what is wrong in its file. What cannot be read at all looks as `dark` does.
  func theme(named name: String) -> (theme: Theme, problems: [SettingsProblem]) {
    guard let text = text(of: name) else { return (Self.standard, []) }
    let path = isOwn(name) ? file(of: name).path : "themes/\(name).toml"
    do {
      let table = try TOMLTable(string: text)
      var lines: [String: String] = [:]
      for key in table.keys { lines[key] = table[key]?.string ?? "" }
      let (theme, wrong) = Theme.read(lines)
      let places = ConfigText(text)
      return (
        theme,
        wrong.map { words in
          let role = String(words.string.prefix { $0 != ":" })
          return SettingsProblem(file: path, line: places.line(of: role), words: words.string)
        }
      )
    } catch let error as TOMLParseError {
      let problem = SettingsProblem(
        file: path, line: Int(error.source.begin.line), words: error.description)
      return (Self.standard, [problem])
    } catch {
      return (Self.standard, [SettingsProblem(file: path, line: nil, words: "\(error)")])
    }
  }

  /// What stands in for a theme that cannot be read.
  private static var standard: Theme { .plain }

  private func text(of name: String) -> String? {
    if isOwn(name) { return try? String(contentsOf: file(of: name), encoding: .utf8) }
    return BuiltInThemes.all[name]
  }

  private var ownNames: [String] {
    // Without the folder there are none.
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(5)) }
  }

  /// The background that a theme says it is for: found without reading all of the file.
  private func background(of name: String) -> Theme.Background {
    let lines = (text(of: name) ?? "").split(separator: "\n")
    let line = lines.first { $0.hasPrefix(Theme.backgroundKey) } ?? ""
    let word = line.split(separator: "\"").dropFirst().first ?? ""
    return Theme.Background(rawValue: String(word)) ?? .any
  }
}
