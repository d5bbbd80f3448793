import Foundation

/// The accounts that are configured.
enum Profiles {
  /// Their names, for completion: the folders under the profiles of the configuration.
  static var names: [String] {
    let folder = Paths(environment: ProcessInfo.processInfo.environment).config
      .appending(path: "profiles", directoryHint: .isDirectory)
    // No folder, no accounts: there is nothing to complete.
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return found.filter { !$0.hasPrefix(".") }.sorted()
  }
}
