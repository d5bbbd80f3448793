import FoundationEssentials
import Sales

extension Journal {
  func none<T>() throws -> T { throw OutboxError.unreadable("") }

  /// Puts an intent on disk. Once this returns, it will not be lost.
  ///
  /// Asking again with the id of an intent that is there already changes nothing.
  public func enqueue(_ intent: Intent) throws { let _: Int = try none() }

  /// Puts a chain of intents on disk, all or none.
  public func enqueue(_ chain: [Intent]) throws { let _: Int = try none() }

  /// Takes the next intent that may be sent, and journals the attempt, before a byte leaves.
  ///
  /// Intents older than a day that the user has not approved are moved to `needsYou` on the way.
  /// - Returns: nil when nothing may be sent now.
  public func claim(for profile: Profile, owner: Owner, at now: Date) throws -> Claim? { try none() }

  /// Notes that bytes of the attempt have left.
  public func markSent(_ attempt: Attempt, bytesWritten: Int) throws { let _: Int = try none() }

  /// Writes down how an attempt ended, and moves its intent on.
  ///
  /// - Returns: the intent as it stands now. `.notSent` after bytes have left counts as uncertain.
  @discardableResult
  public func finish(
    _ attempt: Attempt, _ outcome: Outcome, answer: Answer? = nil, at now: Date
  ) throws -> Intent { try none() }

  /// Finds what a dead process left behind: what it was sending becomes uncertain, never queued.
  ///
  /// - Returns: the intents that became uncertain.
  @discardableResult
  public func recover(at now: Date, isAlive: (Owner) -> Bool) throws -> [Intent] { try none() }

  /// The first time at which something becomes due: a look, or an intent Zoho told us to hold back.
  public func nextDue(for profile: Profile) throws -> Date? { try none() }

  /// Takes the next intent whose turn it is to be looked for; nil when none is due.
  public func claimProbe(for profile: Profile, owner: Owner, at now: Date) throws -> Intent? {
    try none()
  }

  /// Writes down what a look said, and moves the intent on as its class allows.
  @discardableResult
  public func finishProbe(_ id: Intent.ID, _ finding: Finding, at now: Date) throws -> Intent {
    try none()
  }

  /// The user: look again now.
  @discardableResult
  public func checkAgain(_ id: Intent.ID, at now: Date) throws -> Intent { try none() }

  /// The user: it did happen, as that record where there is one.
  @discardableResult
  public func itDidHappen(_ id: Intent.ID, returnedID: String?, at now: Date) throws -> Intent {
    try none()
  }

  /// The user: send it again, knowing that the first may still land.
  @discardableResult
  public func sendAgain(_ id: Intent.ID, at now: Date) throws -> Intent { try none() }

  /// The user: give it up. Only what was not sent, or what waits for the user, can be given up.
  @discardableResult
  public func cancel(_ id: Intent.ID, reason: String, at now: Date) throws -> Intent { try none() }

  /// The user has seen how it ended: it leaves the badge and stays in the history.
  public func dismiss(_ id: Intent.ID) throws { let _: Int = try none() }

  /// The intent of that id.
  public func intent(_ id: Intent.ID) throws -> Intent? { try none() }

  /// The intents in any of those states, oldest first.
  public func intents(in states: Set<IntentState>) throws -> [Intent] { try none() }

  /// All intents, newest first: a page of them.
  public func history(limit: Int, offset: Int = 0) throws -> [Intent] { try none() }

  /// The intents that came from a draft, oldest first.
  public func intents(of draft: InvoiceDraft.ID) throws -> [Intent] { try none() }

  /// The stage moves that are not over, oldest first: marks to put on top of the mirror's rows.
  public func pendingMoves() throws -> [(intent: Intent, move: StageMove)] { try none() }

  /// How many intents stand where.
  public func counts() throws -> OutboxCounts { try none() }

  /// The attempts of an intent, first to last.
  public func attempts(of id: Intent.ID) throws -> [Attempt] { try none() }

  /// The looks made for an intent, first to last.
  public func probes(of id: Intent.ID) throws -> [Probe] { try none() }

  /// The changes of state of an intent, first to last.
  public func transitions(of id: Intent.ID) throws -> [Transition] { try none() }

  /// Keeps a draft as it is now.
  ///
  /// - Throws: `OutboxError.olderDraft` when a newer copy is stored; nothing is changed then.
  public func save(_ draft: InvoiceDraft, at now: Date) throws { let _: Int = try none() }

  /// The draft of that id, discarded or not.
  public func draft(_ id: InvoiceDraft.ID) throws -> InvoiceDraft? { try none() }

  /// The drafts that are not discarded, last edited first.
  public func drafts() throws -> [InvoiceDraft] { try none() }

  /// The discarded drafts, last discarded first.
  public func discardedDrafts() throws -> [InvoiceDraft] { try none() }

  /// Puts a draft away. It is kept, so that this can be taken back.
  public func discard(_ id: InvoiceDraft.ID, at now: Date) throws { let _: Int = try none() }

  /// Takes a draft back that was put away.
  public func restore(_ id: InvoiceDraft.ID) throws { let _: Int = try none() }

  /// Keeps a payment being written, by its tag.
  public func save(_ draft: PaymentDraft, at now: Date) throws { let _: Int = try none() }

  /// The payments being written, last edited first.
  public func paymentDrafts() throws -> [PaymentDraft] { try none() }

  /// Forgets a payment being written: it was journaled, or given up.
  public func removePaymentDraft(tag: String) throws { let _: Int = try none() }
}
