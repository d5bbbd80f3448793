import FoundationEssentials
import Sales
import Screen

/// A mail that can still be taken back.
public struct HeldMail: Hashable, Sendable {
  /// What is sent when nobody takes it back.
  public let request: WriteRequest
  /// The review it came from: taken back, it is shown again.
  public let review: InvoiceReview
  /// When it goes out.
  public let until: Date
  /// The write in the journal; nil until it is there.
  public internal(set) var id: WriteID?
  /// Whether it was taken back before it was in the journal.
  var isTakenBack = false
}

extension AppState {
  /// Holds the invoice under review: it goes out later, unless it is taken back.
  mutating func holdReviewed() -> [Effect] {
    guard let review, let request = closeReview() else { return [] }
    let seconds = invoices.preferences.holdSeconds
    let until = now.addingTimeInterval(Double(seconds))
    invoices.held.append(HeldMail(request: request, review: review, until: until))
    invoices.setPending(request, PendingWrite(words: "it is held"))
    tell("\(review.invoice.number) is held for \(seconds) s; u takes it back.", kind: .note)
    return [.billing(.hold(request, until: until))] + startCountdown()
  }

  private mutating func startCountdown() -> [Effect] {
    if invoices.isCountingDown { return [] }
    invoices.isCountingDown = true
    return [.billing(.countDown)]
  }

  /// A second went by: the next is counted only while something is held.
  mutating func secondPassed() -> [Effect] {
    let due = releaseDue()
    invoices.isCountingDown = !invoices.held.isEmpty
    return invoices.isCountingDown ? due + [.billing(.countDown)] : due
  }

  /// Lets go what nobody took back in time.
  mutating func releaseDue() -> [Effect] {
    if invoices.held.isEmpty { return [] }
    var effects: [Effect] = []
    for held in invoices.held where held.until <= now && !held.isTakenBack {
      guard let id = held.id else { continue }
      effects.append(.billing(.release(id)))
      invoices.setPending(held.request, PendingWrite(id: id, words: "it is being sent"))
      invoices.held.removeAll { $0.id == id }
    }
    return effects
  }

  /// What was held is in the journal, or is not.
  mutating func heldEnqueued(_ request: WriteRequest, _ result: Result<WriteID, Failure>)
    -> [Effect]?
  {
    guard let place = invoices.held.firstIndex(where: { $0.request == request && $0.id == nil })
    else { return nil }
    switch result {
    case .success(let id):
      invoices.held[place].id = id
      invoices.setPending(request, PendingWrite(id: id, words: "it is held"))
      return invoices.held[place].isTakenBack ? [.billing(.takeBack(id))] : releaseDue()
    case .failure(let failure):
      invoices.held.remove(at: place)
      invoices.setPending(request, nil)
      tell("\(request.subject.string) was not held: \(failure.message.string)", kind: .failure)
      return []
    }
  }

  /// Takes back the mail that was held last.
  mutating func takeBackHeld() -> [Effect] {
    guard let place = invoices.held.lastIndex(where: { !$0.isTakenBack }) else { return [] }
    invoices.held[place].isTakenBack = true
    return invoices.held[place].id.map { [.billing(.takeBack($0))] } ?? []
  }

  /// Whether what was held could be taken back: its review is shown again, as it was.
  mutating func takenBack(_ id: WriteID, _ result: Result<Bool, Failure>) -> [Effect] {
    guard let place = invoices.held.firstIndex(where: { $0.id == id }) else { return [] }
    let held = invoices.held.remove(at: place)
    switch result {
    case .success:
      invoices.setPending(held.request, nil)
      tell("Nothing was sent: \(held.review.invoice.number) was taken back.")
      if overlays.isEmpty { overlays.append(.review(held.review)) }
    case .failure:
      tell("\(held.review.invoice.number) was let go already: see 6 Outbox.", kind: .warning)
    }
    return [.loadOutbox]
  }

  /// The commands that take back a held mail before anything else.
  private static let undoing: Set<Command.ID> = ["deal.undo", "draft.restore"]

  /// Takes back a held mail instead of what else the command would undo; nil when none is held.
  mutating func takeBack(insteadOf command: Command) -> [Effect]? {
    guard Self.undoing.contains(command.id), !invoices.held.isEmpty else { return nil }
    return takeBackHeld()
  }
}
