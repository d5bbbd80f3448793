import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Signing in from the command line, and what is then known about it.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct LoginTests {
  /// Signs in with a self client's code; the secret comes by the environment.
  private func login(
    _ home: Home, _ server: LocalServer, _ extra: [String] = [],
    environment: [String: String] = [:]
  ) async throws -> (ending: Child.Ending, output: String, errors: String) {
    let code = try await server.selfClientCode()
    let secret = ["FAIRLEAD_CLIENT_SECRET": server.connection.client_secret]
    return try await home.run(
      [
        "login", "--base-url", server.connection.url, "--client-id",
        server.connection.client_id, "--code", code, "--json",
      ] + extra, environment: secret.merging(environment) { _, new in new })
  }

  @Test func aSignInIsKeptForItsOwnerAloneAndCanBeTakenBack() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    let (ending, output, errors) = try await login(home, server)
    #expect(ending == .exited(0), "\(errors)")
    #expect(output.contains(#""profile":"default""#))
    #expect(!(output + errors).contains(server.connection.client_secret))

    let folder = ".config/fairlead/profiles/default"
    for (name, mode) in [
      ("\(folder)/secrets.toml", 0o600), (folder, 0o700), ("\(folder)/profile.toml", 0o600),
      (".local/state/fairlead/default/token.json", 0o600),
    ] {
      let attributes = try FileManager.default.attributesOfItem(atPath: home.path(name))
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(name)")
    }
    let settings = try String(contentsOfFile: home.path("\(folder)/profile.toml"), encoding: .utf8)
    #expect(
      settings.contains("organization_id = '\(server.connection.organization_id)'")
        || settings.contains("organization_id = \"\(server.connection.organization_id)\""))
    #expect(!settings.contains("refresh_token"))

    let status = try await home.run(["auth", "status", "--json"])
    #expect(status.ending == .exited(0))
    #expect(status.output.contains("secrets.toml, which only you can read"))
    #expect(status.output.contains(#""access_token":"good for "#))
    #expect(status.output.contains(#""organization":"Fairlead Trading Ltd""#))
    #expect(status.output.contains("ZohoBooks.fullaccess.all"))

    let profiles = try await home.run(["profiles", "--csv"])
    #expect(profiles.output.contains("default,yes,Fairlead Trading Ltd"))

    let doctor = try await home.run(["doctor", "--csv"])
    #expect(doctor.ending == .exited(0), "\(doctor.output)")
    for line in ["access token,good,", "CRM,good,", "Books,good,", "clock,good,", "journal,good,"] {
      #expect(doctor.output.contains(line), "\(line) in \(doctor.output)")
    }

    let logout = try await home.run(["logout", "--json"])
    #expect(logout.ending == .exited(0))
    #expect(logout.output.contains(#""revoked":true"#))
    #expect(!FileManager.default.fileExists(atPath: home.path("\(folder)/secrets.toml")))
    let after = try await home.run(["doctor", "--csv"])
    #expect(after.ending == .exited(78))
    #expect(after.output.contains("fairlead login"))
  }

  @Test func whatWentWrongIsASentenceWithItsStatus() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    let secret = ["FAIRLEAD_CLIENT_SECRET": server.connection.client_secret]
    let base = ["login", "--base-url", server.connection.url]
    let unknown = try await home.run(
      base + ["--client-id", "1000.NOBODY", "--code", "1000.x"], environment: secret)
    #expect(unknown.ending == .exited(77))
    #expect(unknown.errors.contains("does not know this client id"))
    let old = try await home.run(
      base + ["--client-id", server.connection.client_id, "--code", "1000.x"],
      environment: secret)
    #expect(old.ending == .exited(77))
    #expect(old.errors.contains("Generate a new one"))
    let nowhere = try await home.run(
      [
        "login", "--base-url", "http://127.0.0.1:9", "--client-id", "1000.A", "--code", "x",
        "--json",
      ], environment: secret)
    #expect(nowhere.ending == .exited(69))
    #expect(nowhere.errors.contains(#"{"error":{"status":69"#))
    let center = try await home.run(["login", "--data-center", "uk1"])
    #expect(center.ending == .exited(64))
    #expect(center.errors.contains("the nearest is uk"))
    #expect(!FileManager.default.fileExists(atPath: home.path(".config/fairlead/profiles")))
  }

  @Test func aProfileIsNotGivenToAnotherOrganization() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    #expect(try await login(home, server).ending == .exited(0))
    #expect(try await login(home, server).ending == .exited(0))
    let other = try await LocalServer(home: home)
    let (ending, _, errors) = try await login(home, other)
    #expect(ending == .exited(78))
    #expect(errors.contains("is the profile of another organization"))
    #expect(try await login(home, other, ["--profile", "second"]).ending == .exited(0))
    let settings = try String(
      contentsOfFile: home.path(".config/fairlead/profiles/second/profile.toml"), encoding: .utf8)
    #expect(settings.contains("color"))
  }

  @Test func theSecretServiceKeepsTheSecretsWhereItRuns() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    // A stand-in that keeps what it is given in a folder, by profile.
    try home.write(
      """
      #!/bin/sh
      verb=$1
      for word in "$@"; do profile=$word; done
      case $verb in
        store) cat > "$HOME/keyring-$profile" ;;
        lookup) cat "$HOME/keyring-$profile" ;;
        clear) rm -f "$HOME/keyring-$profile" ;;
      esac
      """, to: "bin/secret-tool", mode: 0o700)
    let desktop = [
      "PATH": "\(home.path("bin")):/usr/bin:/bin", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    ]
    let (ending, output, _) = try await login(home, server, environment: desktop)
    #expect(ending == .exited(0))
    #expect(output.contains("Secret Service"))
    let folder = home.path(".config/fairlead/profiles/default")
    #expect(!FileManager.default.fileExists(atPath: folder + "/secrets.toml"))
    #expect(FileManager.default.fileExists(atPath: home.path("keyring-default")))
    #expect(!FileManager.default.fileExists(atPath: home.path("keyring--")))
    let doctor = try await home.run(["doctor", "--csv"], environment: desktop)
    #expect(doctor.ending == .exited(0), "\(doctor.output)")
    let without = try await home.run(["doctor", "--csv"])
    #expect(without.ending == .exited(78))
    #expect(without.output.contains("Unlock it"))
    #expect(try await home.run(["logout"], environment: desktop).ending == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: home.path("keyring-default")))
  }

  @Test func twoProcessesAskForOneToken() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    try home.writeProfile("default", for: server)
    // The first answer takes its time; a second question would use up the second fault.
    for fault in [
      #"{"fault":"delay","milliseconds":300,"path":"/oauth/v2/token"}"#,
      #"{"fault":"reply","status":400,"body":"{}","path":"/oauth/v2/token"}"#,
    ] { try await server.post(fault, to: "/_local/faults") }
    let outputs = ["one", "other"].map(home.path)
    let children = try outputs.map { output in
      try Child(
        [Home.program, "doctor", "--csv"], environment: home.environment,
        streams: ["/dev/null", output, output + ".err"])
    }
    for (child, output) in zip(children, outputs) {
      let ending = try await child.waitForEnd()
      let found = try String(contentsOfFile: output, encoding: .utf8)
      #expect(ending == .exited(0), "\(found)")
    }
    #expect(try await server.text("/_local/faults").contains("1"))
  }

  @Test func pathsAndSettingsAreToldAndChecked() async throws {
    let home = try Home()
    let paths = try await home.run(["paths", "--csv"])
    #expect(paths.ending == .exited(0))
    #expect(
      paths.output.contains(
        "must not be deleted,\(home.path(".local/state/fairlead/default/outbox.db"))"))
    try home.write("theem = \"dark\"\nmouse = false\n", to: ".config/fairlead/config.toml")
    let shown = try await home.run(["config", "show", "--csv"])
    #expect(shown.output.contains("mouse,false"))
    let checked = try await home.run(["config", "validate", "--csv"])
    #expect(checked.ending == .exited(78))
    #expect(
      checked.output.contains("config.toml,1,yes,there is no setting theem; the nearest is theme"))
    #expect(checked.errors.contains("starts all the same"))
    try home.write(
      "client_id = \"1000.A\"\ndata_center = \"ue\"\n",
      to: ".config/fairlead/profiles/acme/profile.toml")
    let wrong = try await home.run(["config", "validate", "--csv"])
    #expect(wrong.output.contains("profile.toml,2,no,"))
    #expect(wrong.output.contains("is none of us, eu"))
  }
}

extension LocalServer {
  /// A code as the console's self client gives it, for everything the program asks for.
  func selfClientCode() async throws -> String {
    let scopes = [
      "ZohoCRM.modules.ALL", "ZohoCRM.settings.ALL", "ZohoCRM.users.READ", "ZohoCRM.org.READ",
      "ZohoSearch.securesearch.READ", "ZohoCRM.coql.READ", "ZohoBooks.fullaccess.all",
    ]
    let answer = try await post(
      #"{"scope":"\#(scopes.joined(separator: ","))"}"#, to: "/_local/self-client-code")
    let reply = try JSONSerialization.jsonObject(with: answer) as? [String: Any]
    return reply?["code"] as? String ?? ""
  }

  /// Sends JSON to the server, and answers what it says.
  @discardableResult
  func post(_ body: String, to path: String) async throws -> Data {
    guard let url = URL(string: connection.url + path) else { throw URLError(.badURL) }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.httpBody = Data(body.utf8)
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    return try await URLSession.shared.data(for: request).0
  }
}
