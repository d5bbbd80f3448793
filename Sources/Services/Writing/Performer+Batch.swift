import FoundationEssentials
import Outbox
import Sales
import ZohoAPI

/// Moves of many deals in one call. Each keeps its own place in the journal and its own outcome.
extension Performer {
  /// How many records CRM takes in a call.
  static let batchLimit = 100

  /// Sends writes that the journal has claimed, each once: the moves of a bulk move in one call.
  func perform(_ intents: [Intent]) async -> [Performed] {
    if intents.count == 1 { return [await perform(intents[0])] }
    do {
      let moves = intents.map(\.work).compactMap { work -> StageMove? in
        if case .moveStage(let move) = work { move } else { nil }
      }
      guard moves.count == intents.count else {
        return intents.map { _ in .conflict("only moves are sent together") }
      }
      let known = try await currentDeals(moves.map(\.deal.id))
      var performed: [Performed?] = try zip(intents, moves).map { intent, move in
        guard WriteCall.hash(Data(intent.body)) == intent.bodyHash else {
          return .conflict("the journal holds other bytes than were put into it")
        }
        switch try readiness(of: move, isUndo: intent.undoes != nil, now: known[move.deal.id]) {
        case .over(let outcome): return outcome
        case .ready: return nil
        }
      }
      let ready = performed.indices.filter { performed[$0] == nil }
      let results = await send(ready.map { intents[$0] })
      for (place, result) in zip(ready, results) { performed[place] = result }
      let outcomes = performed.compactMap { $0 }
      await readBack(zip(moves, outcomes).filter { $0.1.isConfirmed }.map(\.0))
      return outcomes
    } catch {
      return intents.map { _ in .stopped(error) }
    }
  }

  private func send(_ intents: [Intent]) async -> [Performed] {
    if intents.isEmpty { return [] }
    do throws(ZohoError) {
      let request = WriteCall.batch(intents.map { Data($0.body) })
      return try await gateway.send(request, .write).map { result in
        switch result {
        case .written(let record): .confirmed(record.version)
        case .refused(let error): Performed(error, at: clock.now())
        }
      }
    } catch {
      return intents.map { _ in Performed(error, at: clock.now()) }
    }
  }

  private func currentDeals(_ ids: [Deal.ID]) async throws -> [Deal.ID: Versioned<Deal>] {
    let deals = try await gateway.send(.deals(ids, currency: homeCurrency()), .write)
    return Dictionary(deals.map { ($0.record.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// Brings moved deals into the local copy. A failure here does not undo the moves; the next sync
  /// brings them.
  private func readBack(_ moves: [StageMove]) async {
    if moves.isEmpty { return }
    do {
      for move in moves { try keep(move) }
      let now = try await currentDeals(moves.map(\.deal.id))
      try mirror.write { try $0.save(deals: now.values.map(\.record)) }
    } catch {
      return
    }
  }
}

extension Performed {
  /// Whether it happened.
  fileprivate var isConfirmed: Bool {
    if case .confirmed = outcome { true } else { false }
  }
}
