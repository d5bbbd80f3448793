import AppCore
import Foundation
import Screen
import TOMLKit

/// Writes settings into `config.toml`: the lines that changed, and nothing else.
struct SettingsKeeper: Sendable {
  private let paths: Paths

  init(_ paths: Paths) { self.paths = paths }

  /// Changes lines of the file; answers why that cannot be done, nil when it was.
  func keep(_ changes: [SettingChange]) -> SafeText? {
    // A link into a folder of dot files stays a link.
    let file = paths.configFile.resolvingSymlinksInPath()
    let isThere = FileManager.default.fileExists(atPath: file.path)
    do {
      var text = ConfigText(isThere ? try String(contentsOf: file, encoding: .utf8) : "")
      for change in changes {
        if let value = change.value {
          text.set(change.key, in: change.table, to: value)
        } else {
          text.remove(change.key, in: change.table)
        }
      }
      if let problem = Self.problem(in: text.string, after: changes) {
        return "\(file.path) is written in a way that cannot be changed from here (\(problem))"
      }
      try PrivateFile.makeFolder(file.deletingLastPathComponent())
      try PrivateFile.write(text.string, to: file)
      return nil
    } catch {
      return "\(file.path): \(error.localizedDescription)"
    }
  }

  /// Why a changed text would not mean what was wanted, such as a table written on one line.
  private static func problem(in text: String, after changes: [SettingChange]) -> String? {
    do {
      let table = try TOMLTable(string: text)
      for change in changes {
        let place = change.table.isEmpty ? table : table[change.table]?.table
        if (place?[change.key] != nil) != (change.value != nil) { return change.key }
      }
      return nil
    } catch {
      return "\(error)"
    }
  }
}
