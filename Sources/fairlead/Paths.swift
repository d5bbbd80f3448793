import Foundation

/// Where files live, by the XDG Base Directory Specification.
///
/// <https://specifications.freedesktop.org/basedir-spec/latest/>
struct Paths {
  /// The user's settings: `config.toml`, `themes/` and `profiles/`.
  let config: URL
  /// What can be fetched again: the local copy.
  let cache: URL
  /// What must not be lost: the journal and the drafts.
  let state: URL

  /// The folders of the user whose environment this is.
  init(environment: [String: String]) {
    let home = environment["HOME"] ?? "/"
    func folder(_ variable: String, _ fallback: String) -> URL {
      let base =
        environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/" + fallback
      return URL(filePath: base, directoryHint: .isDirectory)
        .appending(path: "fairlead", directoryHint: .isDirectory)
    }
    config = folder("XDG_CONFIG_HOME", ".config")
    cache = folder("XDG_CACHE_HOME", ".cache")
    state = folder("XDG_STATE_HOME", ".local/state")
  }

  /// The folder of all profiles.
  var profiles: URL { config.appending(path: "profiles", directoryHint: .isDirectory) }

  /// The folder of a profile.
  func profile(_ name: String) -> URL {
    profiles.appending(path: name, directoryHint: .isDirectory)
  }

  /// Whether a profile is there.
  func hasProfile(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: profile(name).appending(path: "profile.toml").path)
  }

  /// The file of a profile's access token.
  func token(of profile: String) -> URL { state.appending(path: "\(profile)/token.json") }

  /// The local copy of a profile.
  func mirror(of profile: String) -> URL { cache.appending(path: "\(profile)/mirror.db") }

  /// The journal and the drafts of a profile.
  func outbox(of profile: String) -> URL { state.appending(path: "\(profile)/outbox.db") }

  /// Every file below one folder, as the demo keeps them.
  init(under folder: URL, config: URL) {
    self.config = config
    cache = folder
    state = folder
  }
}
