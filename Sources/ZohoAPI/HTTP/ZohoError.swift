import FoundationEssentials

/// Why a call did not do what was asked.
public enum ZohoError: Error, Hashable, Sendable {
  /// Zoho no longer knows who we are. The refresh token is kept all the same.
  case signedOut(reason: String)
  /// No whole answer came. `wasSent` is false only when no byte of the request can have left.
  case offline(reason: String, wasSent: Bool)
  /// We gave up ourselves.
  case cancelled(wasSent: Bool)
  /// Too many calls. The code is nil when the answer was not Zoho's own, as from a gateway.
  case rateLimited(retryAfter: Duration?, code: String?, message: String)
  /// Zoho understood and said no.
  case refused(Refusal)
  /// The token lacks a scope that the call needs, or the user a role.
  case scopeMissing(message: String)
  /// Somebody changed the record after the time we named.
  case alreadyModified(by: String?, at: Date?)
  /// We did not understand Zoho, or Zoho failed.
  case unreadable(path: String, status: Int, reason: String)
  /// The call cannot be made as asked, and was not made.
  case unsendable(reason: String)
}

/// A refusal in Zoho's words.
public struct Refusal: Hashable, Sendable {
  /// The HTTP status.
  public var status: Int
  /// Zoho's code: `MANDATORY_NOT_FOUND` from CRM, `1002` from Books.
  public var code: String
  /// Zoho's words.
  public var message: String
  /// What Zoho says beside it, flattened: `api_name`, `json_path`, `duplicate_record.id`.
  public var details: [String: String]
  /// Whether it concerns one record of an answer given record by record.
  public var isRecord: Bool

  /// A refusal in Zoho's words.
  public init(
    status: Int, code: String, message: String, details: [String: String] = [:],
    isRecord: Bool = false
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.details = details
    self.isRecord = isRecord
  }

  /// The API name of the field at fault.
  public var field: String? { details["api_name"] }

  /// The id of the record that already has the value, after `DUPLICATE_DATA`.
  public var duplicateID: String? { details["duplicate_record.id"] ?? details["id"] }
}

/// How much is known about a write that failed.
public enum WriteOutcome: Hashable, Sendable {
  /// No byte left: it can be sent again.
  case notSent
  /// Zoho turned it away before doing anything: it can be sent again, later.
  case notExecuted
  /// Zoho refused it: sending it again does not help.
  case rejected
  /// It may have happened.
  case uncertain
}

extension ZohoError {
  /// What the failure says about a write: only clear evidence is more than `uncertain`.
  public var outcome: WriteOutcome {
    switch self {
    case .offline(_, let wasSent), .cancelled(let wasSent): wasSent ? .uncertain : .notSent
    case .signedOut: .notExecuted
    case .rateLimited(_, let code, _): code == nil ? .uncertain : .notExecuted
    case .scopeMissing, .alreadyModified, .unsendable: .rejected
    case .refused(let refusal):
      refusal.isRecord || (400..<500).contains(refusal.status) && refusal.status != 408
        ? .rejected : .uncertain
    case .unreadable: .uncertain
    }
  }

  /// Whether asking again later may work, for reads.
  public var isTransient: Bool {
    switch self {
    case .offline, .rateLimited: true
    case .unreadable(_, let status, _): status >= 500 || status == 408
    case .refused(let refusal): refusal.status >= 500
    default: false
    }
  }
}
