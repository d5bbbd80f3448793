import AppCore
import FoundationEssentials
import Outbox
import Screen
import ZohoAPI

/// How sending a write ended: for the journal, and for people.
struct Performed: Sendable {
  /// How it ended, as the journal classifies it.
  var outcome: Outcome
  /// What came back.
  var answer: Answer?
  /// Why it did not happen, or nobody knows; nil when it did.
  var failure: Failure?
  /// Zoho's refusal with the field it is about; nil when it said no more than that.
  var refusal: Refusal?

  /// It happened; where something was made, as the record of that id.
  static func confirmed(_ id: String?) -> Performed {
    Performed(outcome: .confirmed(returnedID: id))
  }

  /// The record has changed since the user saw it.
  static func conflict(_ reason: String) -> Performed {
    Performed(outcome: .conflict(reason: reason), failure: .invalid(SafeText(reason)))
  }

  /// Zoho would refuse it.
  static func rejected(_ reason: String) -> Performed {
    Performed(outcome: .rejected(reason: reason), failure: .invalid(SafeText(reason)))
  }

  /// Something went wrong before it was sent. What cannot get better by itself counts as refused, so
  /// that it does not hold up what waits behind it.
  static func stopped(_ error: any Error) -> Performed {
    let failure = Failure(error)
    let words = failure.message.string
    switch error as? ZohoError {
    case .refused, .scopeMissing, .unsendable:
      return Performed(outcome: .rejected(reason: words), failure: failure)
    default: return Performed(outcome: .notSent(reason: words), failure: failure)
    }
  }

  /// The write itself failed.
  init(_ error: ZohoError, at now: Date) {
    let failure = Failure(error)
    let words = failure.message.string
    switch error.outcome {
    case .notSent: outcome = .notSent(reason: words)
    case .notExecuted:
      outcome = .notExecuted(retryAfter: now.addingTimeInterval(error.patience), reason: words)
    case .rejected:
      if case .alreadyModified = error {
        outcome = .conflict(reason: words)
      } else {
        outcome = .rejected(reason: words)
      }
    case .uncertain: outcome = .uncertain(reason: words)
    }
    if case .refused(let refusal) = error { self.refusal = refusal }
    answer = Answer(status: error.status, code: error.code, errorClass: error.word)
    self.failure = failure
  }

  private init(outcome: Outcome, answer: Answer? = nil, failure: Failure? = nil) {
    self.outcome = outcome
    self.answer = answer
    self.failure = failure
  }
}

extension ZohoError {
  /// How many seconds to wait before the same call may be made again.
  fileprivate var patience: TimeInterval {
    guard case .rateLimited(let wait?, _, _) = self else { return 30 }
    return Double(max(1, min(wait.components.seconds, 3600)))
  }

  fileprivate var status: Int? {
    switch self {
    case .refused(let refusal): refusal.status
    case .unreadable(_, let status, _): status
    default: nil
    }
  }

  fileprivate var code: String? {
    switch self {
    case .refused(let refusal): refusal.code
    case .rateLimited(_, let code, _): code
    default: nil
    }
  }

  /// The sort of failure in one word, for the journal.
  fileprivate var word: String {
    switch self {
    case .signedOut: "signedOut"
    case .offline: "offline"
    case .cancelled: "cancelled"
    case .rateLimited: "rateLimited"
    case .refused: "refused"
    case .scopeMissing: "scopeMissing"
    case .alreadyModified: "alreadyModified"
    case .unreadable: "unreadable"
    case .unsendable: "unsendable"
    }
  }
}
