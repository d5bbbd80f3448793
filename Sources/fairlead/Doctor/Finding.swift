import ZohoAPI

/// What a check of `doctor` found.
struct Finding: Hashable {
  /// How it is.
  enum State: String, Hashable {
    case good
    /// It works, and may not for long.
    case warning
    case bad
    /// It could not be looked at, since something before it is bad.
    case skipped
  }

  /// What was looked at.
  let check: String
  /// How it is.
  let state: State
  /// What was seen, and what to do about it.
  let words: String
  /// The exit status when it is bad.
  var status = ExitStatus.badProfile

  static func good(_ check: String, _ words: String) -> Finding {
    Finding(check: check, state: .good, words: words)
  }

  static func warning(_ check: String, _ words: String) -> Finding {
    Finding(check: check, state: .warning, words: words)
  }

  static func bad(_ check: String, _ words: String, _ status: ExitStatus = .badProfile) -> Finding {
    Finding(check: check, state: .bad, words: words, status: status)
  }

  static func skipped(_ check: String, _ words: String) -> Finding {
    Finding(check: check, state: .skipped, words: words)
  }

  /// The finding as a row.
  var row: RecordFields {
    ["check": .text(check), "state": .text(state.rawValue), "found": .text(words)]
  }
}
