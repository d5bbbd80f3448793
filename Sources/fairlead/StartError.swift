/// Why the program cannot start, with the exit status that says so to scripts.
///
/// The statuses are those of `sysexits.h`.
enum StartError: Error, CustomStringConvertible {
  /// The system has no pipe to give, with its error number.
  case noPipe(Int32)
  /// A file of the profile is missing or wrong: which, where in it, and what to do.
  case badProfile(file: String, problem: String)
  /// No profile was named, and it is not clear which is meant.
  case unknownProfile(String, known: [String])
  /// A file holds secrets and others may read it.
  case exposedSecrets(file: String)
  /// The local copy or the journal cannot be opened.
  case noStorage(String)
  /// The local server could not be started.
  case noServer(String)
  /// The terminal cannot be used.
  case noTerminal(String)

  /// The exit status.
  var status: Int32 {
    switch self {
    case .noPipe: 71
    case .badProfile, .unknownProfile: 78
    case .exposedSecrets: 77
    case .noStorage: 74
    case .noServer: 69
    case .noTerminal: 1
    }
  }

  /// What happened, where, and what to do next.
  var description: String {
    switch self {
    case .noPipe(let code):
      "The system gave no pipe (error \(code)). Close other programs and try again."
    case .badProfile(let file, let problem): "\(file): \(problem)"
    case .unknownProfile(let name, let known):
      "There is no profile \(name). There are: \(known.joined(separator: ", ")). Name one with "
        + "--profile, or in config.toml: profile = \"\(known.first ?? "")\""
    case .exposedSecrets(let file):
      "\(file): others can read the secrets in it. Run: chmod 600 '\(file)'"
    case .noStorage(let reason): "Local files: \(reason)"
    case .noServer(let reason): "LocalZoho did not start: \(reason)"
    case .noTerminal(let reason): reason
    }
  }
}
