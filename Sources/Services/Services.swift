import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

/// Performs the effects that the reducer asks for: reads the local copy, brings it up to date, keeps
/// the journal and sees its writes through. Everything it uses is a value that a test can replace.
public struct Services: Sendable {
  let mirror: MirrorDatabase
  let journal: Journal
  let gateway: Gateway
  let clock: TimeSource
  let random: Randomness
  let tenant: Tenant
  let files: Files
  let synchronizer: Synchronizer
  let dispatcher: Dispatcher
  let attention: Attention
  let post: @Sendable (Action) -> Void

  /// The services of one account.
  ///
  /// - Parameters:
  ///   - connect: Gives the client, as soon as there is a server to talk to.
  ///   - files: Where PDFs go and how they are opened.
  ///   - post: Takes the actions that effects answer with, from any thread.
  public init(
    mirror: MirrorDatabase, journal: Journal, tenant: Tenant,
    connect: @escaping @Sendable () async throws(ZohoError) -> ZohoClient,
    clock: TimeSource, random: Randomness = .system, files: Files,
    post: @escaping @Sendable (Action) -> Void
  ) {
    self.mirror = mirror
    self.journal = journal
    self.clock = clock
    self.random = random
    self.tenant = tenant
    self.files = files
    self.post = post
    attention = Attention(clock: clock)
    gateway = Gateway(
      client: connect, limiter: Limiter(clock: clock), clock: clock, random: random,
      quotaChanged: { post(.quotaChanged($0)) },
      held: { seconds in
        let words = Failure.rateLimited(seconds: seconds).message
        post(.told(Event(time: clock.now(), kind: .note, text: words)))
      })
    synchronizer = Synchronizer(
      mirror: mirror, gateway: gateway, tenant: tenant, clock: clock, post: post)
    dispatcher = Dispatcher(
      mirror: mirror, journal: journal, gateway: gateway, dataCenter: tenant.dataCenter,
      clock: clock, random: random, post: post)
  }

  /// Performs an effect to its end. Its answers are posted as they come.
  public func perform(_ effect: Effect) async {
    if let answers = read(effect) {
      for answer in answers { post(answer) }
      if case .loadHome = effect { await goOnline() }
      if let refresh = refresh(after: effect) { await refresh() }
      return
    }
    switch effect {
    case .refresh: await synchronize()
    case .startDraft(let deal): post(.draftStarted(await result { try await startDraft(deal) }))
    case .openDraft(let id): post(.draftStarted(await result { try await openDraft(id) }))
    case .saveDraft(let draft): save(draft)
    case .discardDraft(let id): change { try journal.discard(id, at: clock.now()) }
    case .restoreDraft(let id): change { try journal.restore(id) }
    case .storeDraft(let draft): await store(draft)
    case .prepareMail(let id):
      post(.mailPrepared(id, await result { try await stored(id) }))
    case .startPayment(let id):
      post(.paymentStarted(await result { try startPayment(id) }))
    case .savePDF(let id, let thenOpen):
      post(.pdfSaved(id, await result { try await savePDF(id, thenOpen: thenOpen) }))
    case .compareCustomer(let party):
      post(.customerCompared(await result { try await comparison(of: party) }))
    case .alignCustomer(let plan):
      post(.customerAligned(await carryOut(plan)))
      post(.outbox(of: journal, at: clock.now()))
    case .inbox(let work): perform(work)
    case .agenda(let work): await perform(work)
    case .reports(let work): perform(work)
    case .form(let effect): await perform(effect)
    case .people(let effect): await perform(effect)
    case .billing(let effect): await perform(effect)
    case .drafting(let effect): await perform(effect)
    case .enqueue(let request): await dispatcher.enqueue(request)
    case .enqueueAll(let requests): await dispatcher.enqueue(requests)
    case .pipeline(let work): await perform(work)
    case .keepView(let name, let content): keep(view: name, content)
    case .resolve(let id, let choice): await dispatcher.resolve(id, choice)
    default: break
    }
  }

  /// Answers an effect that only reads local files; nil for any other. Quick enough for the first
  /// paint, which waits for it.
  public func read(_ effect: Effect) -> [Action]? {
    readPipeline(effect) ?? readInvoices(effect) ?? readJournal(effect)
  }

  /// What an effect that was answered from the local copy wants from Zoho besides.
  private func refresh(after effect: Effect) -> (() async -> Void)? {
    switch effect {
    case .loadInvoiceFolder(let id): { await refreshFolder(id) }
    case .loadDealDetail(let id): { await refreshHistory(id) }
    default: nil
    }
  }

  /// What follows the first reads: writes of an earlier run are found again, then all is brought up
  /// to date.
  private func goOnline() async {
    perform(InboxWork.load)
    await dispatcher.recover()
    await synchronize()
  }

  /// Brings all up to date, and sends what could not be sent before.
  private func synchronize() async {
    await synchronizer.synchronize()
    perform(InboxWork.load)
    await dispatcher.sendAll()
  }

  /// Changes the drafts and tells how they are now.
  private func change(_ work: () throws -> Void) {
    do {
      try work()
      post(.drafts(of: journal, at: clock.now()))
    } catch {
      tell(Failure(error))
    }
  }

  /// Keeps how a view is arranged; that it could not be kept is told, since it will be missed next time.
  private func keep(view name: String, _ content: String) {
    do {
      try journal.keep(view: name, content)
    } catch {
      tell(Failure(error))
    }
  }

  /// The value that work gives, or the failure in words a person can act on.
  func result<Value>(_ work: () async throws -> Value) async -> Result<Value, Failure> {
    do { return .success(try await work()) } catch { return .failure(Failure(error)) }
  }

  /// The value that a read gives, or the failure in words a person can act on.
  func reading<Value>(_ work: (MirrorReader) throws -> Value) -> Result<Value, Failure> {
    Result { try mirror.read(work) }.mapError { Failure($0) }
  }

  /// Tells a failure that belongs to no other answer.
  func tell(_ failure: Failure) {
    post(.told(Event(time: clock.now(), kind: .failure, text: failure.message)))
  }
}
