import AppCore
import ArgumentParser
import Foundation
import Screen
import ZohoAPI

/// Looks at the settings.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show or check the settings.",
    subcommands: [ShowConfig.self, ValidateConfig.self], defaultSubcommand: ShowConfig.self)
}

/// Shows the settings as they are in force.
struct ShowConfig: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the settings as they are in force.")

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let settings = Settings(Paths(environment: ProcessInfo.processInfo.environment))
      let rows = output.rows(columns: ["setting", "value"])
      func add(_ name: String, _ value: String) {
        rows.add([["setting": .text(name), "value": .text(value)]])
      }
      add("profile", settings.profile ?? "the one named default, or the only one")
      let preferences = settings.preferences
      add("theme", preferences.theme)
      for setting in Setting.all {
        let table = setting.table.isEmpty ? "" : setting.table + "."
        add(table + setting.key, setting.value(in: preferences))
      }
      let keymap = preferences.keymap
      func addKeys(_ chords: [String: [String]], _ table: String) {
        for (id, chords) in chords.sorted(by: { $0.key < $1.key }) {
          add("\(table).\(id)", chords.joined(separator: " "))
        }
      }
      addKeys(keymap.chords, "keys")
      for place in Place.allCases {
        addKeys(keymap.localChords[place] ?? [:], "keys.\(place.rawValue)")
      }
      for own in keymap.own {
        add("command.\(own.name)", ([own.key] + own.arguments).joined(separator: " "))
      }
      output.finish(rows)
      for problem in settings.problems { output.tell(problem.text.string) }
    }
  }
}

/// Checks the settings and every profile.
struct ValidateConfig: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check the settings and every profile, line by line.",
    discussion: """
      A wrong line of config.toml or of a theme costs that line: the program starts all the same. A \
      wrong profile cannot be opened. Exits with 78 when something is wrong.
      """)

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let paths = Paths(environment: ProcessInfo.processInfo.environment)
      let settings = Settings(paths).problems.map { ($0, true) }
      let profiles = Profile.names(in: paths).flatMap { Profile.problems(of: $0, in: paths) }
      let found = settings + profiles
      output.labelled(
        columns: ["file", "line", "starts", "problem"],
        found.map { problem, starts in
          [
            "file": .text(problem.file), "problem": .text(problem.words),
            "line": problem.line.map { .number(.init($0)) } ?? .null,
            "starts": .text(starts ? "yes" : "no"),
          ]
        })
      guard found.isEmpty else {
        let isOpen = found.allSatisfy(\.1)
        output.tell(
          isOpen
            ? "The program starts all the same, without these lines."
            : "A profile that is wrong cannot be opened; everything else can.")
        throw ExitCode(ExitStatus.badProfile.rawValue)
      }
      output.tell("The settings and all profiles are right.")
    }
  }
}

extension Profile {
  /// What is wrong in a profile, each with whether it can be opened all the same.
  static func problems(of name: String, in paths: Paths) -> [(SettingsProblem, Bool)] {
    let file = paths.profile(name).appending(path: "profile.toml")
    var found: [(SettingsProblem, Bool)] = []
    do {
      let text = ConfigText(try ProfileFile.contents(of: file))
      for key in try ProfileFile(file).table.keys where !keys.contains(key) {
        let near = nearest(to: key, among: keys)
        let words = "there is no setting \(key); the nearest is \(near)"
        found.append(
          (SettingsProblem(file: file.path, line: text.line(of: key), words: words), true))
      }
      _ = try Profile(named: name, in: paths)
    } catch StartError.badProfile(let place, let problem) {
      let key = String(problem.prefix { $0 != ":" })
      // A place that is more than the path has its line in it already.
      let line =
        place == file.path
        ? (try? ProfileFile.contents(of: file)).flatMap { ConfigText($0).line(of: key) } : nil
      found.append((SettingsProblem(file: place, line: line, words: problem), false))
    } catch {
      found.append((SettingsProblem(file: file.path, line: nil, words: "\(error)"), false))
    }
    return found
  }
}
