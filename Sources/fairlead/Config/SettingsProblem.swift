import Screen

/// Something wrong in a file of settings: where, and what to write instead.
struct SettingsProblem: Hashable {
  /// The file's path.
  let file: String
  /// The line, counted from 1; nil when it is not known.
  let line: Int?
  /// What is wrong and what would be right.
  let words: String

  /// The problem on one line, as the log and stderr have it: `config.toml:3: …`.
  var text: SafeText { "\(file)\(line.map { ":\($0)" } ?? ""): \(words)" }
}
