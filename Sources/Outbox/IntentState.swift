/// Where an intent stands on its way to Zoho.
public enum IntentState: String, Hashable, Sendable, CaseIterable, Codable {
  /// On disk, waiting for its turn.
  case queued
  /// Claimed by a dispatcher; its bytes may be leaving now.
  case dispatching
  /// It happened, and something proves it.
  case confirmed
  /// Zoho refused it.
  case rejected
  /// Nobody knows whether it happened.
  case uncertain
  /// Being looked for at Zoho.
  case probing
  /// The record is neither as we knew it nor as we wanted it.
  case conflict
  /// Only the user can say what to do.
  case needsYou
  /// It will not happen, and never did as far as anyone knows.
  case cancelled

  /// Whether nothing can follow.
  public var isFinal: Bool { self == .confirmed || self == .rejected || self == .cancelled }

  /// The states that may follow this one. There is no way from a lost dispatch back to the queue
  /// except through a probe or the user.
  public var successors: Set<IntentState> {
    switch self {
    case .queued: [.dispatching, .cancelled, .needsYou]
    case .dispatching: [.confirmed, .rejected, .queued, .uncertain, .conflict]
    case .uncertain: [.probing, .confirmed, .needsYou, .queued]
    case .probing: [.confirmed, .conflict, .needsYou, .uncertain, .queued]
    case .needsYou: [.uncertain, .confirmed, .queued, .cancelled]
    case .conflict: [.cancelled]
    case .confirmed, .rejected, .cancelled: []
    }
  }
}
