import AppCore
import Outbox
import Screen
import Services
import ZohoAPI

/// Why a command did not do what was asked: a sentence for people, facts for scripts.
struct HeadlessError: Error, Hashable {
  /// The exit status.
  let status: ExitStatus
  /// What happened and what to do next; a sentence for each line.
  let lines: [String]
  /// What Zoho or the check said beside it, such as `code` and `field`.
  var details: [String: String] = [:]

  /// A failure in one sentence.
  init(_ status: ExitStatus, _ message: String, details: [String: String] = [:]) {
    self.init(status, [message], details: details)
  }

  /// A failure with a sentence for each thing to put right.
  init(_ status: ExitStatus, _ lines: [String], details: [String: String] = [:]) {
    self.status = status
    self.lines = lines
    self.details = details
  }

  /// What a call's failure means to a script.
  ///
  /// - Parameter isWrite: Whether the call changes something: then a lost answer is a fate unknown.
  init(_ error: ZohoError, isWrite: Bool) {
    var lines = [error.words]
    let status: ExitStatus
    switch error {
    case _ where isWrite && error.outcome == .uncertain:
      status = .uncertain
      lines.append("It may have happened all the same: look before you repeat it.")
    case .signedOut, .scopeMissing: status = .notAllowed
    case .offline, .cancelled, .unreadable: status = .unavailable
    case .rateLimited: status = .tryLater
    case .alreadyModified: status = .conflict
    case .unsendable: status = .badInput
    case .refused(let refusal):
      if refusal.status == 404 {
        status = .notFound
      } else {
        status = refusal.status >= 500 ? .unavailable : .refused
      }
      lines += Self.advice(refusal.code, refusal.duplicateID)
    }
    self.init(status, lines, details: error.details)
  }

  /// Any failure that a command can meet.
  init(_ error: any Error) {
    switch error {
    case let error as HeadlessError: self = error
    case let error as ZohoError: self.init(error, isWrite: false)
    case let error as StartError:
      self.init(ExitStatus(rawValue: error.status) ?? .internalFailure, error.description)
    case let error as ImportError:
      self.init(ExitStatus(rawValue: error.status) ?? .internalFailure, error.lines)
    case let failure as Failure: self.init(failure)
    case let problem as SignInProblem: self.init(problem)
    case let error as OutboxError: self.init(.noStorage, "The journal: \(error)")
    default: self.init(.internalFailure, "\(error)")
    }
  }

  /// A failure of the services that the screen uses too.
  init(_ failure: Failure) {
    let words = failure.message.string
    switch failure {
    case .signedOut: self.init(.notAllowed, words)
    case .offline(let reason): self.init(.unavailable, "No connection: \(reason.string).")
    case .unreadable: self.init(.unavailable, words)
    case .rateLimited: self.init(.tryLater, words)
    case .refused(let code, _):
      let status: ExitStatus = code == "ALREADY_MODIFIED" ? .conflict : .refused
      self.init(
        status, [words] + Self.advice(code.string, nil), details: ["code": code.string])
    case .storage: self.init(.noStorage, words)
    case .uncertain(let reason):
      self.init(
        .uncertain, "No answer: \(reason.string). It may have happened: look before you repeat it.")
    case .invalid: self.init(.badInput, words)
    }
  }
}

extension ZohoError {
  /// What Zoho says beside its words.
  fileprivate var details: [String: String] {
    switch self {
    case .refused(let refusal):
      return refusal.details.merging(["code": refusal.code]) { _, code in code }
    case .rateLimited(let wait, let code, _):
      var details: [String: String] = [:]
      details["code"] = code
      details["retry_after"] = wait.map { "\($0.components.seconds)" }
      return details
    default: return [:]
    }
  }
}

extension HeadlessError {
  /// What to do about refusals whose words do not say it.
  private static func advice(_ code: String, _ duplicate: String?) -> [String] {
    switch code {
    case "RECORD_IN_BLUEPRINT":
      [
        "The record is in a Blueprint, which alone moves it: "
          + "`fairlead crm blueprint show MODULE ID` lists its transitions."
      ]
    case "MAPPING_MISMATCH": ["The value belongs to another pipeline or layout than the record."]
    case "RECORD_LOCKED": ["Somebody locked the record; whoever locked it can unlock it."]
    case "SYNTAX_ERROR":
      ["In COQL WHERE is mandatory, and three conditions are paired: ((A and B) and C)."]
    case "DUPLICATE_DATA": duplicate.map { ["The record \($0) has that value already."] } ?? []
    default: []
    }
  }
}
