import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

extension Performer {
  /// A deal as Zoho has it now, with its version; nil when it is gone.
  func current(_ id: Deal.ID) async throws(ZohoError) -> Versioned<Deal>? {
    try await gateway.send(.deal(id, currency: homeCurrency()), .write)
  }

  /// What amounts are in where a record does not say.
  func homeCurrency() throws(ZohoError) -> Currency {
    do {
      return try mirror.read { try $0.organization()?.currency } ?? Currency("USD")
    } catch {
      throw .unsendable(reason: "\(error)")
    }
  }

  /// Compares the deal with what the user saw, just before it is moved.
  func prepare(_ move: StageMove, isUndo: Bool) async throws -> Readiness {
    try readiness(of: move, isUndo: isUndo, now: try await current(move.deal.id))
  }

  /// Whether a deal may still be moved, as it is now; nil when it is gone. A move is taken back only
  /// when nobody has touched the deal since our last write of it.
  func readiness(
    of move: StageMove, isUndo: Bool, now: Versioned<Deal>?
  ) throws -> Readiness {
    guard let now else {
      // A local copy that keeps it until the next sync does no harm.
      try? mirror.write { try $0.delete([move.deal.id.rawValue], from: .deals) }
      return .over(.rejected("the deal is no longer there"))
    }
    keep(now.record)
    if now.record.stage == move.to { return .over(.confirmed(now.version)) }
    let who = now.record.modifiedBy ?? "somebody else"
    guard now.record.stage == move.from else {
      let words = "moved meanwhile to \(now.record.stage) by \(who)"
      return .over(move.terms?.batch == nil ? .conflict(words) : .rejected(words))
    }
    let ours = isUndo ? try journal.lastVersion(of: Work.moveStage(move).record) : nil
    if let ours, let version = now.version, version != ours {
      return .over(.rejected("\(who) has changed it since: the move is not taken back"))
    }
    // The version of the very record that was compared: a change after it is refused by Zoho.
    return .ready(version: now.version)
  }

  /// Shows a deal where its move took it, also when it cannot be read back now.
  func keep(_ move: StageMove) throws {
    guard var deal = try mirror.read({ try $0.deal(move.deal.id) })?.deal else { return }
    deal.stage = move.to
    try mirror.write { [deal] in try $0.save(deals: [deal]) }
  }

  func look(for move: StageMove) async throws -> Finding {
    guard let now = try await current(move.deal.id) else {
      return .changed(detail: "the deal is no longer there")
    }
    keep(now.record)
    if now.record.stage == move.to {
      return .found(returnedID: now.version, detail: "the deal stands there")
    }
    return now.record.stage == move.from
      ? .absent : .changed(detail: "the deal stands in \(now.record.stage)")
  }

  func readBack(_ id: Deal.ID) async throws {
    if let now = try await current(id)?.record { keep(now) }
    var history: [StageChange] = []
    for try await page in gateway.pages(.stageHistory(of: id), .write) { history += page.rows }
    history.sort { $0.time < $1.time }
    try mirror.write { [history] in try $0.replace(history: history, of: id) }
  }

  func look(for note: NewNote) async throws -> Finding {
    var same: [Note] = []
    for try await page in gateway.pages(.notes(of: note.deal.id), .probe) {
      same += page.rows.filter { $0.content == note.content && $0.title == note.title }
    }
    switch same.count {
    case 0: return .absent
    case 1: return .found(returnedID: same[0].id.rawValue, detail: "the note is there")
    default: return .likely(detail: "\(same.count) notes with these words are there")
    }
  }

  func readBackNotes(of deal: Deal.ID) async throws {
    for try await page in gateway.pages(.notes(of: deal), .write) {
      try mirror.write { try $0.save(notes: page.rows) }
    }
  }

  /// Keeps a record that was read on the way. The local copy is a cache: what it cannot take now, the
  /// next sync brings.
  func keep(_ deals: Deal...) {
    try? mirror.write { try $0.save(deals: deals) }
  }
}
