import FoundationEssentials

/// How a dispatch ended, as the dispatcher classified it.
public enum Outcome: Hashable, Sendable {
  /// A well-formed success. Where a record is made its id is the proof.
  case confirmed(returnedID: String?)
  /// Zoho refused it, with a well-formed error.
  case rejected(reason: String)
  /// Not one byte of the request left.
  case notSent(reason: String)
  /// A well-formed answer says that it was not carried out, such as a limit; try after the time.
  case notExecuted(retryAfter: Date, reason: String)
  /// Anything else.
  case uncertain(reason: String)
  /// The record had changed, or cannot be changed this way.
  case conflict(reason: String)
}

/// What a look at Zoho said about an intent whose fate is uncertain.
public enum Finding: Hashable, Sendable {
  /// It is there, beyond doubt: the state is ours, or the tag with the same content.
  case found(returnedID: String?, detail: String)
  /// Something looks like it, without proof: the user must say.
  case likely(detail: String)
  /// A clean look found nothing, or the old state unchanged.
  case absent
  /// The record is neither as it was nor as we want it.
  case changed(detail: String)
  /// It is there more than once. Nothing is deleted; the user must look.
  case duplicates(detail: String)
  /// The look itself failed, so it says nothing.
  case noInformation(reason: String)
}

/// An intent that was claimed, with the attempt that may now be made once.
public struct Claim: Hashable, Sendable {
  /// The intent, dispatching.
  public let intent: Intent
  /// The attempt, on disk.
  public let attempt: Attempt
}

/// What the header says about the outbox.
public struct OutboxCounts: Hashable, Sendable {
  /// On the way: queued or being sent.
  public var pending: Int
  /// Nobody knows: uncertain, being looked for, or waiting for the user's word.
  public var uncertain: Int
  /// Waiting for the user: conflicts and open questions.
  public var needsYou: Int
  /// Refused and not yet put away.
  public var failed: Int

  /// Counts of intents.
  public init(pending: Int = 0, uncertain: Int = 0, needsYou: Int = 0, failed: Int = 0) {
    self.pending = pending
    self.uncertain = uncertain
    self.needsYou = needsYou
    self.failed = failed
  }
}

/// A look for an uncertain intent, as it is kept.
public struct Probe: Hashable, Sendable {
  /// When we looked.
  public let time: Date
  /// What it said, in one word.
  public let word: String
  /// What it said, for people.
  public let detail: String?
}

/// A change of state, as the log shows it.
public struct Transition: Hashable, Sendable {
  /// The intent.
  public let intent: Intent.ID
  /// When.
  public let time: Date
  /// From where; nil for the first.
  public let from: IntentState?
  /// To where.
  public let to: IntentState
  /// Why, for people.
  public let reason: String?
}
