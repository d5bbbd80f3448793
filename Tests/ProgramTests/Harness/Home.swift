import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A user's home in a temporary folder, which goes when the test ends.
final class Home {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "fairlead-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }  // the system clears what stays

  /// The executable under test: the product beside the test bundle, or the one `FAIRLEAD_PROGRAM` names.
  static let program: String = {
    if let path = ProcessInfo.processInfo.environment["FAIRLEAD_PROGRAM"] { return path }
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent().appending(path: "fairlead").path
    #else
      let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      return runner.deletingLastPathComponent().appending(path: "fairlead").path
    #endif
  }()

  /// A small environment that does not depend on who runs the tests.
  var environment: [String: String] {
    [
      "HOME": folder.path, "TMPDIR": folder.path, "TERM": "xterm-256color", "LANG": "C.UTF-8",
      "PATH": "/usr/local/bin:/usr/bin:/bin", "TZ": "UTC",
      // A crash shall end the program and not ask what to do.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// The path of a file or folder in it.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to name: String, mode: Int = 0o600) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  /// Writes the profile of an account on a local server.
  func writeProfile(_ name: String, for server: LocalServer) throws {
    let who = server.connection
    try write(
      """
      client_id = "\(who.client_id)"
      base_url = "\(who.url)"
      organization_id = "\(who.organization_id)"
      """, to: ".config/fairlead/profiles/\(name)/profile.toml")
    try write(
      """
      client_secret = "\(who.client_secret)"
      refresh_token = "\(who.refresh_token)"
      """, to: ".config/fairlead/profiles/\(name)/secrets.toml")
  }

  /// Runs the program without a terminal until it ends.
  func run(
    _ arguments: [String], environment extra: [String: String] = [:]
  ) async throws -> (ending: Child.Ending, output: String, errors: String) {
    let id = UUID().uuidString
    let output = path("\(id).out")
    let errors = path("\(id).err")
    let child = try Child(
      [Self.program] + arguments, environment: environment.merging(extra) { _, new in new },
      streams: ["/dev/null", output, errors])
    let ending = try await child.waitForEnd()
    return (
      ending, try String(contentsOfFile: output, encoding: .utf8),
      try String(contentsOfFile: errors, encoding: .utf8)
    )
  }
}
