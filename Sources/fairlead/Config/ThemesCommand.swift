import AppCore
import ArgumentParser
import Foundation
import Screen
import ZohoAPI

/// Lists themes and measures them.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes, or measure how well they can be read.",
    subcommands: [ListThemes.self, CheckThemes.self], defaultSubcommand: ListThemes.self)
}

/// Lists the themes.
struct ListThemes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the themes.")

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let paths = Paths(environment: ProcessInfo.processInfo.environment)
      let settings = Settings(paths)
      let rows = output.rows(columns: ["theme", "background", "contrast", "of", "chosen"])
      let library = ThemeLibrary(paths)
      for theme in library.briefs {
        let check = ThemeCheck(library.theme(named: theme.name).theme)
        let least = check.figures.compactMap(\.contrast).min()
        rows.add([
          [
            "theme": .text(theme.name), "background": .text(theme.background.rawValue),
            "contrast": least.map { .text($0.ratio) } ?? .text("the terminal's"),
            "of": .text(theme.isOwn ? "yours" : "Fairlead"),
            "chosen": .text(theme.name == settings.preferences.theme ? "yes" : "no"),
          ]
        ])
      }
      output.finish(rows)
    }
  }
}

/// Measures how well themes can be read.
struct CheckThemes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Measure the contrast of every role of a theme.",
    discussion: """
      Text needs 4.5, lines need 3.0 (WCAG 2.2, level AA). Where a colour is the terminal's own, the \
      least contrast on the usual backgrounds is given. Exits with 78 when a theme falls short.
      """)

  @Argument(help: "The theme; without one, all of them.")
  var name: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let library = ThemeLibrary(Paths(environment: ProcessInfo.processInfo.environment))
      let names = library.names
      if let name, !names.contains(name) {
        throw HeadlessError(
          .usage, "there is no theme \(name); the nearest is \(nearest(to: name, among: names))")
      }
      let rows = output.rows(columns: ["theme", "role", "contrast", "needed", "passes"])
      var isWrong = false
      for theme in name.map({ [$0] }) ?? names {
        let (read, problems) = library.theme(named: theme)
        for problem in problems { output.tell(problem.text.string) }
        let check = ThemeCheck(read)
        isWrong = isWrong || !check.passes || !problems.isEmpty
        for figure in check.figures {
          rows.add([
            [
              "theme": .text(theme), "role": .text(figure.style.name),
              "contrast": figure.contrast.map { .text($0.ratio) } ?? .text("the terminal's"),
              "needed": .text(figure.needed.ratio),
              "passes": .text(figure.passes ? "yes" : "no"),
            ]
          ])
        }
      }
      output.finish(rows)
      guard !isWrong else {
        output.tell("Not every role can be read well.")
        throw ExitCode(ExitStatus.badProfile.rawValue)
      }
      output.tell("Every role can be read.")
    }
  }
}

extension Double {
  /// A contrast with one decimal, cut and not rounded: what falls short must not look as if it did not.
  fileprivate var ratio: String {
    let tenths = Int(self * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
