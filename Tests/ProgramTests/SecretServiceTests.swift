import Foundation
import Testing

/// The secrets in a real Secret Service, where one can be started: GNOME's keyring on a bus of its own.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct SecretServiceTests {
  private static let tools = ["secret-tool", "gnome-keyring-daemon", "dbus-run-session"]

  static let isThere = tools.allSatisfy { tool in
    ["/usr/bin", "/usr/local/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)")
    }
  }

  @Test(.enabled(if: isThere)) func keepsWhatSignsIn() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    let code = try await server.selfClientCode()
    // The daemon wants a folder for its sockets that is its user's alone.
    try home.write("", to: "run/none")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: home.path("run"))
    try home.write(
      """
      printf secret | gnome-keyring-daemon --unlock --components=secrets >"$HOME/keyring.out" 2>&1
      run() { "\(Home.program)" "$@" --json 2>>"$HOME/errors"; echo "$1 $?"; }
      run login --base-url "\(server.connection.url)" \\
        --client-id "\(server.connection.client_id)" --code "\(code)"
      secret-tool search --all application fairlead profile default
      rm "$HOME/.local/state/fairlead/default/token.json"
      run deals list --limit 1
      run logout
      run doctor
      secret-tool lookup application fairlead profile default
      echo "lookup $?"
      """, to: "session.sh")
    let output = home.path("session.out")
    let child = try Child(
      ["/usr/bin/dbus-run-session", "--", "/bin/sh", home.path("session.sh")],
      environment: home.environment.merging([
        "XDG_RUNTIME_DIR": home.path("run"),
        "FAIRLEAD_CLIENT_SECRET": server.connection.client_secret,
      ]) { _, new in new },
      streams: ["/dev/null", output, output + ".err"])
    _ = try await child.waitForEnd()
    let said = try String(contentsOfFile: output, encoding: .utf8)
    for line in ["login 0", "deals 0", "logout 0", "doctor 78", "lookup 1"] {
      #expect(said.contains(line + "\n"), "\(line) in \(said)")
    }
    #expect(said.contains(#""secrets":"the Secret Service of your desktop""#))
    // What the keyring has is the refresh token, and no file has it.
    #expect(said.contains("refresh_token"))
    let secrets = home.path(".config/fairlead/profiles/default/secrets.toml")
    #expect(!FileManager.default.fileExists(atPath: secrets))
  }
}
