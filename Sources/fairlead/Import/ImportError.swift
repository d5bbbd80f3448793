import ZohoAPI

/// Why an import ended before anything was sent, or could not go on, with the exit status that says
/// so to scripts. The statuses are those of `sysexits.h`.
enum ImportError: Error, Hashable {
  /// A file or what was said about it is wrong: a sentence for each thing to put right.
  case badInput([String])
  /// Zoho cannot be asked.
  case zoho(ZohoError)
  /// The file of results cannot be written.
  case noOutput(file: String, reason: String)

  /// The exit status.
  var status: Int32 {
    switch self {
    case .badInput: 65
    case .zoho(.signedOut), .zoho(.scopeMissing): 77
    case .zoho: 69
    case .noOutput: 73
    }
  }

  /// What happened and what to do next, a line each.
  var lines: [String] {
    switch self {
    case .badInput(let problems): problems
    case .zoho(let error): [error.words]
    case .noOutput(let file, let reason): ["\(file) cannot be written: \(reason)"]
    }
  }
}

extension ZohoError {
  /// The failure in a sentence.
  var words: String {
    switch self {
    case .signedOut(let reason): "Zoho no longer takes this sign-in (\(reason)). Sign in again."
    case .offline(let reason, let wasSent):
      wasSent ? "No answer from Zoho: \(reason)." : "Zoho cannot be reached: \(reason)."
    case .cancelled: "Cancelled."
    case .rateLimited(_, _, let message): "Zoho wants fewer calls: \(message)."
    case .refused(let refusal):
      refusal.message
        + " (\(([refusal.code] + [refusal.field].compactMap { $0 }).joined(separator: ", ")))"
    case .scopeMissing(let message): "The sign-in lacks a scope for this: \(message)."
    case .alreadyModified(let who, _): "Changed meanwhile by \(who ?? "somebody else")."
    case .unreadable(let path, _, let reason): "Zoho's answer makes no sense (\(path)): \(reason)."
    case .unsendable(let reason): "The call cannot be made: \(reason)."
    }
  }
}
