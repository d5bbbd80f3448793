import Foundation

extension Profile {
  /// The name of the profile that is meant when none is named: the one of `config.toml`, the one called
  /// `default`, or the only one; nil when there is none at all.
  ///
  /// - Throws: `StartError.unknownProfile` when there are several and none of them is meant.
  static func standard(in paths: Paths) throws -> String? {
    let names = names(in: paths)
    if let chosen = Settings(paths).profile { return chosen }
    if names.isEmpty || names.contains("default") { return names.isEmpty ? nil : "default" }
    guard names.count == 1 else {
      throw StartError.unknownProfile("default", known: names)
    }
    return names[0]
  }
}
