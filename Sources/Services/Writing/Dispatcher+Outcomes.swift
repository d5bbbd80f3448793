import AppCore
import LocalMirror
import Outbox
import Sales
import Screen

extension Dispatcher {
  /// Tells what became of a write, when it is settled.
  func settle(_ intent: Intent, _ performed: Performed? = nil) {
    let outcome: AppCore.WriteOutcome
    switch intent.state {
    case .confirmed where intent.work.isOfRecord:
      outcome = .record(.done(made(intent), version: version(of: intent)))
    case .rejected where intent.work.isOfRecord && performed?.refusal != nil:
      outcome = .record(.refused(fieldRefusal(performed?.refusal, intent)))
    case .confirmed: outcome = .confirmed(SafeText(intent.work.doneWords))
    case .rejected, .cancelled:
      outcome = .refused(performed?.failure ?? .invalid(SafeText(intent.reason ?? "given up")))
    case .conflict:
      outcome =
        conflict(intent) ?? .refused(.invalid(SafeText(intent.reason ?? "changed meanwhile")))
    case .needsYou where intent.dispatched == nil:
      let reason = intent.reason ?? "it was not sent"
      let words = SafeText("\(intent.summary) was not sent: \(reason) See 6 Outbox.")
      return post(.told(Event(time: clock.now(), kind: .warning, text: words)))
    case .uncertain, .probing, .needsYou:
      outcome = .uncertain(SafeText(intent.reason ?? "no answer"))
    case .queued, .dispatching:
      guard waiting.insert(intent.id).inserted else { return }
      let words = performed?.failure?.message ?? "waiting"
      post(
        .told(
          Event(time: clock.now(), kind: .warning, text: "\(intent.summary): \(words.string)")))
      return
    }
    waiting.remove(intent.id)
    if intent.state == .confirmed { noteInvoice(intent) }
    guard let request = requests[intent.id] else {
      // A remark that followed a write is not worth a word when it is there.
      if intent.state == .confirmed, intent.dependsOn != nil { return }
      let words = SafeText("\(intent.summary): \(intent.state.rawValue)")
      post(.told(Event(time: clock.now(), kind: .note, text: words)))
      return
    }
    post(.writeSettled(WriteID(intent.id.rawValue), request, outcome))
  }

  /// Notes in a draft which invoice it has become, so that the next save changes that one.
  private func noteInvoice(_ intent: Intent) {
    guard case .createInvoice(let draft) = intent.work, let made = intent.returnedID else { return }
    do {
      let number = try mirror.read { try $0.invoice(Invoice.ID(made))?.number }
      try journal.note(invoice: Invoice.ID(made), number: number, in: draft.id)
      post(.drafts(of: journal, at: clock.now()))
    } catch {
      tell(error)
    }
  }

  private func conflict(_ intent: Intent) -> AppCore.WriteOutcome? {
    if case .editRecord(let edit) = intent.work { return conflict(edit) }
    guard case .moveStage(let move) = intent.work else { return nil }
    do {
      return try mirror.read { try $0.deal(move.deal.id) }.map { theirs in
        .conflict(ConflictDetail(theirs: theirs.deal, mine: move.to, before: move.from))
      }
    } catch {
      tell(error)
      return nil
    }
  }

  /// Tells a failure that belongs to no write.
  func tell(_ error: any Error) {
    post(.told(Event(time: clock.now(), kind: .failure, text: Failure(error).message)))
  }
}
