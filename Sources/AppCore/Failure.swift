import Screen

/// Why something did not work, in the few kinds a person can act on.
public enum Failure: Error, Hashable, Sendable {
  /// The account is no longer signed in.
  case signedOut(SafeText)
  /// Zoho cannot be reached.
  case offline(SafeText)
  /// A quota is used up; it frees itself after so many seconds, when known.
  case rateLimited(seconds: Int?)
  /// Zoho understood and said no, with its code and words.
  case refused(code: SafeText, message: SafeText)
  /// Zoho's answer could not be understood.
  case unreadable(SafeText)
  /// The local copy or the journal cannot be read or written.
  case storage(SafeText)
  /// A write got no answer: it may have happened.
  case uncertain(SafeText)
  /// The request makes no sense as it stands; the words say what to do.
  case invalid(SafeText)

  /// What happened, then what to do.
  public var message: SafeText {
    switch self {
    case .signedOut(let reason): "Signed out: \(reason.string). Sign in again."
    case .offline(let reason): "No connection: \(reason.string). Shown as last seen; r tries again."
    case .rateLimited(let seconds?): "Zoho asks us to wait; going on in \(seconds) s."
    case .rateLimited(nil): "Zoho asks us to wait; going on soon."
    case .refused(let code, let message): "Zoho refused: \(message.string) (\(code.string))"
    case .unreadable(let reason): "Zoho's answer made no sense: \(reason.string)"
    case .storage(let reason): "Local files: \(reason.string)"
    case .uncertain(let reason): "No answer: \(reason.string). It may have happened; see 6 Outbox."
    case .invalid(let reason): reason
    }
  }
}
