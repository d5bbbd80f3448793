import AppCore
import ArgumentParser
import Foundation
import ZohoAPI

/// Lists the configured accounts, and says which is opened when none is named.
struct ProfilesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: "List the configured accounts; choose the default one.",
    discussion: "fairlead login --profile NAME adds one. In the program @ goes from one to another."
  )

  @Option(name: .customLong("default"), help: "Open this account when none is named.")
  var standard: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let paths = Paths(environment: ProcessInfo.processInfo.environment)
      if let standard { return try choose(standard, paths, output) }
      let names = Profile.names(in: paths)
      if names.isEmpty { output.tell("There is no profile yet. Run: fairlead login") }
      // That none is meant is no failure here: the list shows it.
      let meant = try? Profile.standard(in: paths)
      let rows = output.rows(columns: [
        "profile", "default", "organization", "user", "place", "access", "problem",
      ])
      rows.add(names.map { row($0, isDefault: $0 == meant, paths) })
      output.finish(rows)
    }
  }

  private func row(_ name: String, isDefault: Bool, _ paths: Paths) -> RecordFields {
    var row: RecordFields = ["profile": .text(name), "default": .text(isDefault ? "yes" : "")]
    do {
      let profile = try Profile(named: name, in: paths)
      let place = profile.environment == .production ? "" : ", \(profile.environment.rawValue)"
      row["organization"] = .text(profile.organization ?? "")
      row["user"] = .text(profile.user ?? "")
      row["place"] = .text(profile.dataCenter.code + place)
      row["access"] = .text(profile.isReadOnly ? "read-only" : "read and write")
    } catch {
      row["problem"] = .text("\(error)")
    }
    return row
  }

  private func choose(_ name: String, _ paths: Paths, _ output: Output) throws {
    guard paths.hasProfile(name) else {
      throw StartError.unknownProfile(name, known: Profile.names(in: paths))
    }
    let file = paths.config.appending(path: "config.toml")
    let old =
      try FileManager.default.fileExists(atPath: file.path)
      ? ProfileFile.contents(of: file) : ""
    var text = ConfigText(old)
    text.set("profile", to: "\"\(name)\"")
    try PrivateFile.write(text.string, to: file)
    output.done(
      "\(name) is opened when no account is named.", ["profile": .text(name)])
  }
}
