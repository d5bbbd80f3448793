/// What the program's exit status says to scripts. The numbers are stable; those from 64 on are of
/// `sysexits.h`.
enum ExitStatus: Int32, CaseIterable {
  /// All was done.
  case done = 0
  /// The terminal cannot be used.
  case noTerminal = 1
  /// Of several records some were done and some were not.
  case someFailed = 3
  /// There is no such record.
  case notFound = 4
  /// Somebody else changed the record meanwhile.
  case conflict = 5
  /// A write got no answer.
  case uncertain = 6
  /// Zoho understood and said no.
  case refused = 7
  /// The command line is wrong.
  case usage = 64
  /// A value, a file or a row is wrong.
  case badInput = 65
  /// A file to read is not there.
  case noInput = 66
  /// Zoho or a server cannot be reached or understood.
  case unavailable = 69
  /// The program itself went wrong.
  case internalFailure = 70
  /// The system refused something.
  case noSystem = 71
  /// A file cannot be written.
  case noOutput = 73
  /// The local files cannot be used.
  case noStorage = 74
  /// A quota is used up for now.
  case tryLater = 75
  /// The sign-in, a role or a read-only profile does not allow it.
  case notAllowed = 77
  /// The profile or the configuration is wrong.
  case badProfile = 78

  /// Its name in errors as JSON.
  var name: String {
    switch self {
    case .done: "done"
    case .noTerminal: "no-terminal"
    case .someFailed: "some-failed"
    case .notFound: "not-found"
    case .conflict: "conflict"
    case .uncertain: "outcome-unknown"
    case .refused: "refused"
    case .usage: "usage"
    case .badInput: "bad-input"
    case .noInput: "no-input"
    case .unavailable: "unavailable"
    case .internalFailure: "internal"
    case .noSystem: "no-system"
    case .noOutput: "no-output"
    case .noStorage: "no-storage"
    case .tryLater: "try-later"
    case .notAllowed: "not-allowed"
    case .badProfile: "bad-profile"
    }
  }

  /// What it means, and what to do.
  var words: String {
    switch self {
    case .done: "everything was done"
    case .noTerminal: "the program draws on a terminal, and this is none"
    case .someFailed: "of several records some were done and some were not; each is told"
    case .notFound: "there is no such record"
    case .conflict: "somebody else changed the record meanwhile: look, then repeat"
    case .uncertain: "a write got no answer and may have happened: look before you repeat it"
    case .refused: "Zoho understood and said no; nothing was changed"
    case .usage: "the command line is wrong"
    case .badInput: "a value, a file or a row is wrong; nothing was sent"
    case .noInput: "a file to read is not there"
    case .unavailable: "Zoho cannot be reached, or its answer makes no sense"
    case .internalFailure: "the program itself went wrong"
    case .noSystem: "the system refused something, such as a pipe"
    case .noOutput: "a file cannot be written, or is there already"
    case .noStorage: "the local copy or the journal cannot be used"
    case .tryLater: "a quota is used up: try again later"
    case .notAllowed: "the sign-in lacks a scope or has ended, or the profile is read-only"
    case .badProfile: "the profile or the configuration is wrong"
    }
  }

  /// The whole table, a line for each, for help and manual.
  static let table: String = allCases.map { status in
    let number = String(status.rawValue)
    return String(repeating: " ", count: 4 - number.count) + number + "  " + status.words
  }.joined(separator: "\n")
}
