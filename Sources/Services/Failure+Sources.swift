import AppCore
import LocalMirror
import Outbox
import Screen
import ZohoAPI

extension Failure {
  /// The failure of anything the services use, in the kinds a person can act on.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ZohoError: self.init(error)
    case let error as MirrorError: self = .storage("the local copy: \(error)")
    case let error as OutboxError: self = .storage("the journal: \(error)")
    case is CancellationError: self = .offline("cancelled")
    default: self = .storage("\(error)")
    }
  }

  /// What Zoho, or the way to it, said.
  init(_ error: ZohoError) {
    switch error {
    case .signedOut(let reason): self = .signedOut(SafeText(reason))
    case .offline(let reason, _): self = .offline(SafeText(reason))
    case .cancelled: self = .offline("cancelled")
    case .rateLimited(let wait, _, _):
      self = .rateLimited(seconds: wait.map { Int($0.components.seconds) })
    case .refused(let refusal):
      self = .refused(code: SafeText(refusal.code), message: SafeText(refusal.words))
    case .scopeMissing(let message):
      self = .refused(code: "scope", message: "\(message); sign in again with that scope")
    case .alreadyModified(let by, _):
      self = .refused(
        code: "ALREADY_MODIFIED", message: "changed meanwhile by \(by ?? "somebody else")")
    case .unreadable(let path, let status, let reason):
      self = .unreadable("\(reason) (\(path), status \(status))")
    case .unsendable(let reason): self = .invalid(SafeText(reason))
    }
  }
}

extension Refusal {
  /// Zoho's words, with the field they are about.
  var words: String { field.map { "\(message): \($0)" } ?? message }
}
