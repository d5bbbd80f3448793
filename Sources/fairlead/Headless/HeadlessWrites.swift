import AppCore
import LocalMirror
import Outbox
import Sales
import Screen
import Services
import Synchronization
import ZohoAPI

/// The services of the screen as a command uses them: one write, seen through to its end.
struct HeadlessWrites: Sendable {
  let services: Services
  let files: AccountFiles
  fileprivate let answers: Answers

  /// The pipelines with their stages, from the local copy.
  var pipelines: [Pipeline] {
    get throws { try files.mirror.read { try $0.pipelines() } }
  }

  /// The home currency.
  var currency: Currency {
    get throws { try files.mirror.read { try $0.organization()?.currency } ?? Currency("USD") }
  }

  /// Performs an effect, and gives the actions that it answered with.
  func perform(_ effect: Effect) async -> [Action] {
    answers.forget()
    await services.perform(effect)
    return answers.all
  }
}

/// A write that happened.
struct DoneWrite: Hashable, Sendable {
  /// What was done, in words.
  let words: String
  /// The id of what was made, where something was.
  let id: String?
}

/// The actions that services post.
private final class Answers: Sendable {
  private let actions = Mutex<[Action]>([])

  var all: [Action] { actions.withLock { $0 } }

  func add(_ action: Action) { actions.withLock { $0.append(action) } }

  func forget() { actions.withLock { $0 = [] } }
}

extension HeadlessSession {
  /// The account's local files: the copy and the journal.
  func files() throws -> AccountFiles {
    try AccountFiles(
      mirror: paths.cache.appending(path: "\(name)/mirror.db"),
      outbox: paths.state.appending(path: "\(name)/outbox.db"))
  }

  /// The services that see writes through, ready for one.
  ///
  /// - Throws: `notAllowed` where nothing may be written.
  func services() async throws -> HeadlessWrites {
    try allowWrite()
    let writes = try localServices()
    try await writes.services.prepareForWrites()
    return writes
  }

  /// The services over the account's local files.
  func localServices() throws -> HeadlessWrites {
    let files = try files()
    let answers = Answers()
    let center = client.dataCenter
    let services = Services(
      mirror: files.mirror, journal: files.journal,
      tenant: Tenant(organization: name, dataCenter: center.code, isDemo: center.isLocal),
      connect: { [client] () async throws(ZohoError) in client }, clock: clock,
      files: .user(environment: [:]), post: { answers.add($0) })
    return HeadlessWrites(services: services, files: files, answers: answers)
  }

  /// Puts a write into the journal, sends it at most once, and waits for what becomes of it.
  func seeThrough(_ request: WriteRequest) async throws -> DoneWrite {
    try await seeThrough(request, try await services())
  }

  /// Puts a write into the journal, sends it at most once, and waits for what becomes of it.
  ///
  /// A lost answer is looked for once. What could not leave is taken back, so that nothing is sent behind
  /// the user's back later.
  ///
  /// - Throws: `HeadlessError`: `conflict`, `refused`, `unavailable`, or `uncertain`, when the journal
  ///   keeps it.
  func seeThrough(_ request: WriteRequest, _ writes: HeadlessWrites) async throws -> DoneWrite {
    let answers = await writes.perform(.enqueue(request))
    var accepted: WriteID?
    for case .enqueued(request, let result) in answers { accepted = try result.get() }
    guard let accepted else { throw HeadlessError(.internalFailure, "The journal did not answer.") }
    for case .writeSettled(accepted, _, let outcome) in answers {
      switch outcome {
      case .confirmed(let words): return try done(accepted, words.string, writes)
      case .refused(let failure): throw HeadlessError(failure)
      case .conflict(let detail):
        let who = detail.theirs.modifiedBy ?? "somebody else"
        throw HeadlessError(
          .conflict,
          "\(detail.theirs.name) was moved meanwhile to \(detail.theirs.stage) by \(who). "
            + "Nothing was changed.",
          details: ["stage": detail.theirs.stage.rawValue])
      case .record(.done): return try done(accepted, "Saved", writes)
      case .record(.refused(let refusal)):
        throw HeadlessError(
          .refused(
            code: SafeText(refusal.code),
            message: SafeText("\(refusal.message): \(refusal.field ?? "")")))
      case .record(.conflict(let conflict)):
        let who = conflict.theirs.modifiedBy ?? "somebody else"
        throw HeadlessError(
          .conflict, "\(conflict.edit.name) was changed meanwhile by \(who). Nothing was changed.")
      case .uncertain(let words): return try await look(for: accepted, words.string, writes)
      }
    }
    throw try takeBack(accepted, writes)
  }

  private func done(
    _ id: WriteID, _ words: String, _ writes: HeadlessWrites
  ) throws -> DoneWrite {
    let intent = try writes.files.journal.intent(Intent.ID(id.rawValue))
    return DoneWrite(words: words, id: intent?.returnedID)
  }

  /// Looks at Zoho for a write whose answer was lost.
  private func look(
    for id: WriteID, _ reason: String, _ writes: HeadlessWrites
  ) async throws -> DoneWrite {
    output.tell("No answer (\(reason)). Looking at Zoho for it.")
    _ = await writes.perform(.resolve(id, .checkAgain))
    let intent = try writes.files.journal.intent(Intent.ID(id.rawValue))
    if let intent, intent.state == .confirmed {
      return DoneWrite(words: "\(intent.summary): found at Zoho.", id: intent.returnedID)
    }
    throw HeadlessError(
      .uncertain,
      "No answer: \(reason). It may have happened; it was not found yet. The journal keeps it: "
        + "6 Outbox of the program looks again. Do not repeat it before.",
      details: ["journal": id.rawValue])
  }

  /// Takes back a write that could not leave.
  private func takeBack(_ id: WriteID, _ writes: HeadlessWrites) throws -> HeadlessError {
    let journal = writes.files.journal
    guard let intent = try journal.intent(Intent.ID(id.rawValue)), intent.state == .queued else {
      return HeadlessError(
        .uncertain, "The write is under way in another program: see 6 Outbox there.",
        details: ["journal": id.rawValue])
    }
    try journal.cancel(intent.id, reason: "not sent", at: clock.now())
    guard let reason = intent.reason else {
      return HeadlessError(
        .conflict,
        "An earlier write to the same record is not settled: 6 Outbox of the program settles it. "
          + "Nothing was sent.")
    }
    return HeadlessError(.unavailable, "\(reason) Nothing was sent.")
  }

  /// A deal as Zoho has it now.
  ///
  /// - Throws: `notFound` when there is none of that id.
  func deal(_ id: Deal.ID, _ writes: HeadlessWrites) async throws -> Deal {
    let request = Request.deal(id, currency: try writes.currency)
    guard let deal = try await send(request)?.record else {
      throw HeadlessError(.notFound, "Deals has no record \(id.rawValue).")
    }
    try writes.files.mirror.write { try $0.save(deals: [deal]) }
    return deal
  }
}
