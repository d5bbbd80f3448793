import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import Screen
import ZohoAPI

/// Sees writes through: puts them into the journal, sends each at most once, and tells what became of
/// it. What the journal does not allow is not sent.
actor Dispatcher {
  let mirror: MirrorDatabase
  let journal: Journal
  let performer: Performer
  let customFields: CustomFields
  let clock: TimeSource
  let random: Randomness
  /// The data centre, part of every write's address in the journal.
  let dataCenter: String
  let post: @Sendable (Action) -> Void

  /// What was asked in this run, to be named again when it is settled.
  var requests: [Intent.ID: WriteRequest] = [:]
  /// The last drain of each product; the next one begins behind it.
  private var drains: [Product: Task<Void, Never>] = [:]
  /// Wakes up when something becomes due.
  private var alarm: Task<Void, Never>?
  /// What is known to wait: that is told once, not with every try.
  var waiting: Set<Intent.ID> = []
  /// When to try again what could not leave, by product.
  private var retries: [Product: Date] = [:]

  /// How long what could not leave waits for the next try, in seconds.
  private static let pause: TimeInterval = 30

  init(
    mirror: MirrorDatabase, journal: Journal, gateway: Gateway, dataCenter: String,
    clock: TimeSource, random: Randomness, post: @escaping @Sendable (Action) -> Void
  ) {
    self.mirror = mirror
    self.journal = journal
    self.clock = clock
    self.random = random
    self.dataCenter = dataCenter
    self.post = post
    performer = Performer(mirror: mirror, journal: journal, gateway: gateway, clock: clock)
    customFields = CustomFields(gateway: gateway)
  }

  /// Puts a write into the journal, says so, and sees it through.
  func enqueue(_ request: WriteRequest) async {
    do {
      let intent = try await intent(for: Work(request), undoes: request.undoes)
      try decideConflicts(about: intent.work.record)
      try journal.enqueue([intent] + (await remark(on: request, after: intent)))
      requests[intent.id] = request
      post(.enqueued(request, .success(WriteID(intent.id.rawValue))))
      await drain(intent.work.product)
    } catch {
      post(.enqueued(request, .failure(Failure(error))))
    }
  }

  /// Puts writes into the journal, all or none, says so of each, and sees them through.
  func enqueue(_ all: [WriteRequest]) async {
    do {
      var intents: [Intent] = []
      for request in all {
        let intent = try await intent(for: Work(request), undoes: request.undoes)
        try decideConflicts(about: intent.work.record)
        intents.append(intent)
      }
      try journal.enqueue(intents)
      for (request, intent) in zip(all, intents) {
        requests[intent.id] = request
        post(.enqueued(request, .success(WriteID(intent.id.rawValue))))
      }
      for product in Set(intents.map(\.work.product)) { await drain(product) }
    } catch {
      for request in all { post(.enqueued(request, .failure(Failure(error)))) }
    }
  }

  /// The remark that follows a write once it has happened.
  private func remark(on request: WriteRequest, after first: Intent) async throws -> [Intent] {
    guard let remark = request.remark else { return [] }
    return [try await intent(for: .step(remark), dependsOn: first.id)]
  }

  /// Closes what met somebody else's change, when the user asks anew about the same record: it would
  /// hold the new write up for ever.
  private func decideConflicts(about record: String) throws {
    for old in try journal.intents(in: [.conflict]) where old.work.record == record {
      try journal.cancel(old.id, reason: "decided anew", at: clock.now())
    }
  }

  /// Puts work into the journal and waits until it is sent, or cannot be for now.
  func carryOut(_ work: Work, draft: InvoiceDraft.ID?) async throws -> Intent {
    let intent = try await intent(for: work, draft: draft)
    try journal.enqueue(intent)
    await drain(work.product)
    guard let settled = try journal.intent(intent.id) else {
      throw OutboxError.unknownIntent(intent.id)
    }
    return settled
  }

  /// Settles what an earlier run left behind, and sends what still waits.
  func recover() async {
    do {
      try journal.recover(at: clock.now()) { $0.isAlive }
      for intent in try journal.intents(in: Set(IntentState.allCases.filter { !$0.isFinal })) {
        guard let request = try mirror.read({ try WriteRequest(intent.work, $0) }) else { continue }
        requests[intent.id] = request
        post(.enqueued(request, .success(WriteID(intent.id.rawValue))))
        if intent.state != .queued { settle(intent) }
      }
    } catch {
      tell(error)
    }
    post(.outbox(of: journal, at: clock.now()))
    await sendAll()
  }

  /// Lets nothing become due any more; what is held waits for a person from now on.
  func stop() {
    alarm?.cancel()
    alarm = nil
    do {
      try journal.setAsideHeld(by: .current, at: clock.now())
    } catch {
      tell(error)
    }
  }

  /// Sends all that waits, such as after the way to Zoho has shown to be open.
  func sendAll() async {
    async let crm: Void = drain(.crm)
    async let books: Void = drain(.books)
    _ = await (crm, books)
  }

  /// Does what the user decided about a write. Giving up a conflict keeps theirs, which is shown already.
  func resolve(_ id: WriteID, _ choice: WriteChoice) async {
    let id = Intent.ID(id.rawValue)
    let now = clock.now()
    do {
      guard let intent = try journal.intent(id) else { throw OutboxError.unknownIntent(id) }
      switch choice {
      case .checkAgain:
        try journal.checkAgain(id, at: now)
        await probeDue()
      case .itDidHappen: settle(try journal.itDidHappen(id, returnedID: nil, at: now))
      case .sendAgain:
        try journal.sendAgain(id, at: now)
        await drain(intent.work.product)
      case .giveUp where intent.state.isFinal: try journal.dismiss(id)
      case .giveUp where intent.state == .conflict:
        try journal.cancel(id, reason: "theirs was kept", at: now)
      case .giveUp: settle(try journal.giveUp(id, at: now))
      }
    } catch {
      tell(error)
    }
    post(.outbox(of: journal, at: clock.now()))
  }

  /// Sends what waits for a product, one after the other, behind the drain that is under way.
  func drain(_ product: Product) async {
    let before = drains[product]
    let task = Task {
      await before?.value
      await sendWaiting(product)
    }
    drains[product] = task
    await task.value
    setAlarm()
  }

  private func sendWaiting(_ product: Product) async {
    retries[product] = nil
    do {
      // Before the organization is known nothing can have been asked for.
      guard let profile = try knownProfile(of: product) else { return }
      while let claim = try journal.claim(for: profile, owner: .current, at: clock.now()) {
        let claims =
          [claim]
          + (try journal.claimRest(
            of: claim.intent, owner: .current, limit: Performer.batchLimit - 1, at: clock.now()))
        let performed = await performer.perform(claims.map(\.intent))
        var isHeldUp = false
        for (claim, performed) in zip(claims, performed) {
          let intent = try journal.finish(
            claim.attempt, performed.outcome, answer: performed.answer, at: clock.now())
          settle(intent, performed)
          if intent.state == .queued { isHeldUp = true }
        }
        if isHeldUp {
          // What could not be sent now would be claimed again at once.
          retries[product] = clock.now().addingTimeInterval(Self.pause)
          return
        }
      }
    } catch {
      tell(error)
    }
  }

  /// Looks for every write whose fate is uncertain and whose turn it is.
  func probeDue() async {
    for product in [Product.crm, .books] {
      do {
        guard let profile = try knownProfile(of: product) else { continue }
        while let intent = try journal.claimProbe(
          for: profile, owner: .current, at: clock.now())
        {
          let finding = await performer.look(for: intent)
          let settled = try journal.finishProbe(intent.id, finding, at: clock.now())
          if settled.state == .confirmed { await performer.readBack(settled) }
          settle(settled)
        }
        await drain(product)
      } catch {
        tell(error)
      }
    }
    post(.outbox(of: journal, at: clock.now()))
  }

  /// Wakes up when something is due: a look, or a write that could not be sent before.
  private func setAlarm() {
    alarm?.cancel()
    let due: Date?
    do {
      due = try [Product.crm, .books].compactMap { product in
        [try knownProfile(of: product).flatMap { try journal.nextDue(for: $0) }, retries[product]]
          .compactMap { $0 }.min()
      }.min()
    } catch {
      return tell(error)
    }
    guard let due else { return }
    let ahead = due.timeIntervalSince(clock.now())
    // What is due and was not done just now is held back by something else: looking again at once
    // would never end.
    let wait = ahead > 0 ? max(1, ahead) : Self.pause
    alarm = Task { [clock] in
      guard (try? await clock.alarm(.milliseconds(Int64(wait * 1000)))) != nil else { return }
      await ring()
    }
  }

  /// Does what is due. The alarm is over by then: setting the next one must not cancel the calls that
  /// this one makes.
  private func ring() async {
    if Task.isCancelled { return }
    alarm = nil
    await probeDue()
  }

  func intent(
    for work: Work, undoes: WriteID? = nil, draft: InvoiceDraft.ID? = nil,
    dependsOn: Intent.ID? = nil
  ) async throws -> Intent {
    let profile = try profile(of: work.product)
    let fields = try await customFields.values(for: work)
    let body = try WriteCall(work, fields: fields).body
    return Intent(
      id: Intent.ID(random.uuid()), work: work, profile: profile, body: Array(body),
      bodyHash: WriteCall.hash(body), isKeyed: fields.contains { $0.field.isUnique },
      dependsOn: dependsOn,
      undoes: undoes.map { Intent.ID($0.rawValue) }, draft: draft, summary: work.title,
      created: clock.now())
  }

  /// Whose records a product's writes are about.
  ///
  /// - Throws: `Failure.invalid` before the organization is known.
  private func profile(of product: Product) throws -> Profile {
    guard let profile = try knownProfile(of: product) else {
      throw Failure.invalid("the organization is not known yet; wait for the first sync")
    }
    return profile
  }

  private func knownProfile(of product: Product) throws -> Profile? {
    try mirror.read { try $0.organization() }.map { organization in
      Profile(
        organization: product == .crm ? organization.crmID : organization.booksID,
        dataCentre: dataCenter)
    }
  }
}
