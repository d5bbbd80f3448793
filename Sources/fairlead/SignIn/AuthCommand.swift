import ArgumentParser
import Foundation
import Services
import ZohoAPI

/// What is known of a sign-in.
struct AuthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "auth", abstract: "Look at the sign-in of an account.",
    subcommands: [AuthStatus.self], defaultSubcommand: AuthStatus.self)
}

/// Says who is signed in, where, with which scopes, and where the secrets are. Asks nobody.
struct AuthStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say who is signed in, where, with which scopes and until when.",
    discussion: "It reads local files only; fairlead doctor asks Zoho as well.")

  @OptionGroup var account: ProfileOption
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let paths = Paths(environment: ProcessInfo.processInfo.environment)
      let profile = try account.profile(in: paths)
      output.show(
        Self.facts(of: profile, paths, at: TimeSource.system.now()), columns: Self.columns)
    }
  }

  private static let columns = [
    "profile", "user", "organization", "data_center", "environment", "accounts_server",
    "organization_id", "client_id", "secrets", "access_token", "access", "scopes",
    "missing_scopes", "colour",
  ]

  /// What is known of a profile's sign-in, without a secret.
  static func facts(of profile: Profile, _ paths: Paths, at now: Date) -> RecordFields {
    var facts: RecordFields = [
      "profile": .text(profile.name), "data_center": .text(profile.dataCenter.code),
      "environment": .text(profile.environment.rawValue),
      "accounts_server": .text(profile.dataCenter.accounts),
      "secrets": .text(profile.store.words),
      "access_token": .text(token(TokenFile(paths.token(of: profile.name)), at: now)),
      "access": .text(profile.isReadOnly ? "read-only" : "read and write"),
    ]
    facts["user"] = profile.user.map { .text($0) }
    facts["organization"] = profile.organization.map { .text($0) }
    facts["organization_id"] = profile.booksOrganization.map { .text($0) }
    facts["client_id"] = profile.clientID.map { .text($0) }
    if !profile.scopes.isEmpty {
      facts["scopes"] = .list(profile.scopes.map { .text($0) })
      let access = profile.isReadOnly ? Access.readOnly : .full
      let missing = access.missing(from: profile.scopes.joined(separator: " "))
      if !missing.isEmpty { facts["missing_scopes"] = .list(missing.map { .text($0) }) }
    }
    return facts
  }

  /// How long the access token is good for.
  private static func token(_ file: TokenFile, at now: Date) -> String {
    if let until = file.pausedUntil, until > now {
      return "Zoho gives none before \(minutes(until, now)) min are over: too many were asked for"
    }
    guard let expires = file.load()?.expires else { return "none yet; one is got when needed" }
    guard expires > now else { return "expired; a new one is got when needed" }
    return "good for \(minutes(expires, now)) min, then a new one is got"
  }

  private static func minutes(_ date: Date, _ now: Date) -> Int {
    Int((date.timeIntervalSince(now) / 60).rounded(.up))
  }
}

/// The account that a command is about.
struct ProfileOption: ParsableArguments {
  @Option(
    help: "The account, a folder under the profiles of the configuration.",
    completion: .custom { _, _, _ in Profiles.names })
  var profile: String?

  /// The name of the profile that is meant.
  func name(in paths: Paths) throws -> String {
    try profile ?? Profile.standard(in: paths) ?? "default"
  }

  /// The profile that is meant.
  func profile(in paths: Paths) throws -> Profile {
    try Profile(named: try name(in: paths), in: paths)
  }
}
