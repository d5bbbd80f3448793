import Sales
import Screen

/// What others did to what I watch.
public struct InboxList: Hashable, Sendable {
  /// What they did, as far as it is kept.
  public internal(set) var list = NoticeList()
  /// Whether it was ever read.
  public internal(set) var isKnown = false
  /// Why it could not be read; nil when it could.
  public internal(set) var failure: Failure?
  /// How the person wants to be told besides.
  public var choice = NotificationChoice()

  /// Nothing known yet.
  public init() {}

  /// How a deal has changed since it was last looked at; nil when it has not.
  func mark(of deal: Deal.ID) -> ChangeMark? { list.marks[deal] }
}

/// The inbox on top of the screen: the notice under the cursor.
public struct InboxCursor: Hashable, Sendable {
  /// The notice; nil for the first.
  var selected: Notice.ID?
}

extension AppState {
  /// Takes what others did. More of it than before is told.
  mutating func takeInbox(_ result: Result<NoticeList, Failure>) -> [Effect] {
    switch result {
    case .failure(let failure):
      inbox.failure = failure
      tell("The inbox was not read: \(failure.message.string)", kind: .failure)
      return []
    case .success(let list):
      let known = inbox.list.notices.first?.id ?? 0
      let wasKnown = inbox.isKnown
      inbox.list = list
      inbox.isKnown = true
      inbox.failure = nil
      let fresh = list.notices.filter { $0.id > known && !$0.isRead }
      guard wasKnown, let first = fresh.first else { return [] }
      let words: SafeText =
        fresh.count == 1
        ? first.words(self) : "\(fresh.count) changes by others; I shows them"
      tell(words, kind: .note)
      return inbox.choice.isQuiet ? [] : [.notify(words, inbox.choice)]
    }
  }

  /// Notes that a deal was looked at, when something about it had changed.
  func lookedAt(_ deal: Deal.ID) -> [Effect] {
    inbox.mark(of: deal) == nil ? [] : [.inbox(.markRead(.deal(deal)))]
  }
}

extension Notice {
  /// What was done, in a sentence.
  func words(_ state: AppState) -> SafeText {
    let by: SafeText = author.map { " by \($0)" } ?? ""
    switch change {
    case .stage(let stage, let isForward):
      let direction: SafeText = isForward ? "moved on to" : "moved back to"
      return "\(title): \(direction) \(state.stageName(stage))" + by
    case .amount(let from, let to):
      let before = from?.exact ?? "nothing"
      return "\(title): value from \(before) to \(to?.exact ?? "nothing")" + by
    case .paid(let money, true): return "\(title): paid in full, \(money.full)"
    case .paid(let money, false): return "\(title): \(money.full) paid"
    case .viewed: return "\(title): the customer has looked at it"
    case .note(let text): return "\(title): note" + by + ": \(text)"
    }
  }
}

extension ChangeMark {
  /// The mark in a list.
  var glyph: SafeText {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .changed: "Δ"
    }
  }

  /// What it means.
  var words: SafeText {
    switch self {
    case .up: "↑ went up since you looked"
    case .down: "↓ went down since you looked"
    case .changed: "Δ changed since you looked"
    }
  }
}
