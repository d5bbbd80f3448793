import AppCore
import FoundationEssentials
import Outbox
import Sales
import Screen

extension Services {
  /// Answers what the outbox and the drafts ask of the journal; nil for other effects.
  func readJournal(_ effect: Effect) -> [Action]? {
    switch effect {
    case .loadDrafts: return [.drafts(of: journal, at: clock.now())]
    case .loadOutbox: return [.outbox(of: journal, at: clock.now())]
    default: return nil
    }
  }
}

extension Action {
  /// How many writes the outbox shows.
  private static let rows = 200

  /// The writes in the journal as the outbox lists them, or why they cannot be read.
  static func outbox(of journal: Journal, at now: Date) -> Action {
    reading(at: now) {
      let intents = try journal.history(limit: rows)
      return .outboxLoaded(
        intents.filter { !$0.isDismissed || !$0.state.isFinal }.map(WriteRow.init))
    }
  }

  /// The drafts in the journal, or why they cannot be read.
  static func drafts(of journal: Journal, at now: Date) -> Action {
    reading(at: now) { .draftsLoaded(try journal.drafts()) }
  }

  private static func reading(at now: Date, _ work: () throws -> Action) -> Action {
    do {
      return try work()
    } catch {
      return .told(Event(time: now, kind: .failure, text: Failure(error).message))
    }
  }
}

extension WriteRow {
  init(_ intent: Intent) {
    self.init(
      id: WriteID(intent.id.rawValue), title: SafeText(intent.summary),
      state: State(intent.state), detail: SafeText(intent.reason ?? ""),
      created: intent.created)
    heldUntil = intent.heldUntil
    isUnsent = intent.dispatched == nil
  }
}

extension WriteRow.State {
  /// The state as the outbox names it: whatever only a person can settle counts as uncertain.
  init(_ state: IntentState) {
    switch state {
    case .queued: self = .waiting
    case .dispatching: self = .sending
    case .confirmed: self = .confirmed
    case .rejected: self = .refused
    case .uncertain, .probing, .needsYou: self = .uncertain
    case .conflict: self = .conflict
    case .cancelled: self = .cancelled
    }
  }
}
