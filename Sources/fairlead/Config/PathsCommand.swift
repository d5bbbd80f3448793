import ArgumentParser
import Foundation
import ZohoAPI

/// Says where every file is.
struct PathsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Say where settings, secrets, local copy and journal are.")

  @OptionGroup var account: ProfileOption
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let paths = Paths(environment: ProcessInfo.processInfo.environment)
      let name = try account.name(in: paths)
      let places: [(what: String, url: URL, holds: String)] = [
        ("config", paths.config.appending(path: "config.toml"), "your settings"),
        ("themes", paths.config.appending(path: "themes"), "your themes"),
        ("profiles", paths.profiles, "a folder for each account"),
        ("profile", paths.profile(name).appending(path: "profile.toml"), "account \(name)"),
        (
          "secrets", paths.profile(name).appending(path: "secrets.toml"),
          "its secrets, unless the Secret Service has them"
        ),
        ("token", paths.token(of: name), "its access token"),
        ("mirror", paths.mirror(of: name), "its local copy; can be deleted"),
        ("outbox", paths.outbox(of: name), "its journal and drafts; must not be deleted"),
      ]
      output.labelled(
        columns: ["what", "exists", "holds", "path"],
        places.map { place in
          let exists = FileManager.default.fileExists(atPath: place.url.path)
          return [
            "what": .text(place.what), "path": .text(place.url.path), "holds": .text(place.holds),
            "exists": .text(exists ? "yes" : "no"),
          ]
        })
    }
  }
}
