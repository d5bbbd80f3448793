import Foundation

/// The desktop's Secret Service by way of `secret-tool`. Secrets go through its standard input and
/// output, never through its arguments.
enum SecretTool {
  /// Whether it is there and keeps what it is given: tried with a word that is none.
  static var works: Bool {
    guard ProcessInfo.processInfo.environment["DBUS_SESSION_BUS_ADDRESS"] != nil,
      store("a try", profile: probe), lookUp(profile: probe) == "a try"
    else { return false }
    clear(profile: probe)
    return true
  }

  /// Keeps a text for a profile; false when it could not be kept.
  static func store(_ text: String, profile: String) -> Bool {
    let words = ["secret-tool", "store", "--label=Fairlead, profile \(profile)"]
    let answer = ChildProcess.ask(words + attributes(profile), input: Data(text.utf8))
    return answer?.status == 0
  }

  /// The text kept for a profile; nil when there is none, or the store is locked.
  static func lookUp(profile: String) -> String? {
    let answer = ChildProcess.ask(["secret-tool", "lookup"] + attributes(profile))
    guard let answer, answer.status == 0, !answer.output.isEmpty else { return nil }
    return String(validating: answer.output, as: UTF8.self)
  }

  /// Removes the text kept for a profile.
  static func clear(profile: String) {
    _ = ChildProcess.ask(["secret-tool", "clear"] + attributes(profile))
  }

  private static func attributes(_ profile: String) -> [String] {
    ["application", "fairlead", "profile", profile]
  }

  private static let probe = "-"
}
