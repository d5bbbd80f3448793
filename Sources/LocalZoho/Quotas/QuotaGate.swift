import FoundationEssentials
import Synchronization

/// Counts calls and credits, and refuses what is too much as Zoho does.
final class QuotaGate: Sendable {
  enum Kind: Sendable {
    case books
    case crm(isHeavy: Bool)
  }

  private struct State: Sendable {
    var minute = SlidingWindow(length: 60)
    var refusals = SlidingWindow(length: 60)
    var day = SlidingWindow(length: 86_400)
    var blockedUntil: Date?
    var credits = SlidingWindow(length: 86_400)
    var books = 0
    var crm = 0
    var heavy = 0
  }

  let allowance: Allowance
  private let now: @Sendable () -> Date
  private let state = Mutex(State())

  init(_ allowance: Allowance, now: @escaping @Sendable () -> Date) {
    self.allowance = allowance
    self.now = now
  }

  /// Lets one call in; whoever enters must leave.
  /// - Throws: the ``Refusal`` of the product.
  func enter(_ kind: Kind) throws {
    try state.withLock { state in
      switch kind {
      case .books: try enterBooks(&state)
      case .crm(let isHeavy): try enterCRM(&state, isHeavy: isHeavy)
      }
    }
  }

  /// Counts what the call cost. Past half of the day's credits, what remains is returned.
  func leave(_ kind: Kind, credits: Int) -> Int? {
    state.withLock { state in
      switch kind {
      case .books:
        state.books -= 1
        return nil
      case .crm(let isHeavy):
        state.crm -= 1
        if isHeavy { state.heavy -= 1 }
        state.credits.spend(credits, at: now())
        let spent = state.credits.spent(at: now())
        let limit = allowance.crmCreditsPerDay
        return spent > limit / 2 ? max(0, limit - spent) : nil
      }
    }
  }

  private func enterBooks(_ state: inout State) throws {
    let now = now()
    if let end = state.blockedUntil, end > now { throw blocked(until: end, now: now) }
    state.blockedUntil = nil
    guard state.day.spent(at: now) < allowance.booksPerDay else {
      throw Refusal.books(
        429, 45,
        "The API call for this organization has exceeded the maximum call rate limit of "
          + "\(allowance.booksPerDay).")
    }
    guard state.minute.spent(at: now) < allowance.booksPerMinute else {
      state.refusals.spend(1, at: now)
      if state.refusals.spent(at: now) >= allowance.booksRefusalsBeforeBlock {
        let end = now.addingTimeInterval(3600)
        state.blockedUntil = end
        state.refusals.clear()
        throw blocked(until: end, now: now)
      }
      throw Refusal.books(
        429, 44,
        "For security reasons your organization has been blocked for some time as it has "
          + "exceeded the maximum number of requests per minute.")
    }
    guard state.books < allowance.booksConcurrent else {
      throw Refusal.books(
        429, 1070,
        "You have reached the maximum number of in process requests allowed. "
          + "Kindly try again after some time.")
    }
    state.minute.spend(1, at: now)
    state.day.spend(1, at: now)
    state.books += 1
  }

  private func blocked(until end: Date, now: Date) -> Refusal {
    let seconds = Int(end.timeIntervalSince(now).rounded(.up))
    let refusal = Refusal.books(
      429, 43,
      "For security reasons you have been blocked for some time as you have exceeded the maximum "
        + "number of requests per minute.")
    return Refusal(refusal.reply.adding(header: "Retry-After", String(seconds)))
  }

  private func enterCRM(_ state: inout State, isHeavy: Bool) throws {
    let isSpent = state.credits.spent(at: now()) >= allowance.crmCreditsPerDay
    let isFull =
      state.crm >= allowance.crmConcurrent || isHeavy && state.heavy >= allowance.crmHeavyConcurrent
    guard !isSpent, !isFull else {
      throw Refusal.crm(
        429, "TOO_MANY_REQUESTS",
        "You have made too many requests. Please try again after some time.")
    }
    state.crm += 1
    if isHeavy { state.heavy += 1 }
  }
}
