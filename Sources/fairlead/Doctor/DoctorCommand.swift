import ArgumentParser
import Foundation
import ZohoAPI

/// Looks at everything that can keep the program from working.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at terminal, settings, sign-in, clock, quota, files and locks.",
    discussion: """
      It changes nothing. Exits with 0 when nothing is bad, else with the status of the first thing \
      that is.
      """)

  @OptionGroup var account: ProfileOption

  @Flag(help: "Ask nobody: look at this machine only.") var offline = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let paths = Paths(environment: ProcessInfo.processInfo.environment)
      var findings = [
        LocalChecks.version(), LocalChecks.terminal(), LocalChecks.locale(),
        LocalChecks.settings(paths),
      ]
      let (profile, finding) = look(paths)
      findings.append(finding)
      if let profile {
        let files = FileChecks(profile: profile, paths: paths)
        findings += files.all
        findings +=
          offline
          ? [.skipped("Zoho", "--offline")]
          : await ZohoChecks(profile: profile, paths: paths).all()
      }
      let rows = output.rows(columns: ["check", "state", "found"])
      rows.add(findings.map(\.row))
      output.finish(rows)
      if let worst = findings.first(where: { $0.state == .bad }) {
        throw ExitCode(worst.status.rawValue)
      }
    }
  }

  private func look(_ paths: Paths) -> (Profile?, Finding) {
    do {
      guard account.profile != nil || !Profile.names(in: paths).isEmpty else {
        return (nil, .warning("profile", "nobody is signed in. Run: fairlead login"))
      }
      let profile = try account.profile(in: paths)
      let words = [profile.name, profile.organization, profile.user, profile.dataCenter.code]
        .compactMap { $0 }.joined(separator: ", ")
      return (profile, .good("profile", words))
    } catch {
      let failure = HeadlessError(error)
      return (nil, .bad("profile", failure.lines.joined(separator: " "), failure.status))
    }
  }
}
