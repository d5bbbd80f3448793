import Sales
import Synchronization

/// The lists that had to be searched for, kept while the same words are looked at: scrolling in them
/// then costs what scrolling in any list does.
final class ListCache: Sendable {
  /// A list of deals by what it was asked for; for one stage and for all.
  struct Deals {
    var all: FoundList
    var byStage: [Stage.ID: FoundList]
  }

  /// What was found: the rows in order and their sums.
  struct FoundList {
    var rows: [Int64] = []
    var totals = Totals()
  }

  private struct Kept {
    var generation: Int64 = -1
    var deals: [DealQuery: Deals] = [:]
    var invoices: [InvoiceQuery: FoundList] = [:]
  }

  private static let largestNumber = 8
  private let kept = Mutex(Kept())

  /// The list of that question, found by `search` when it is not known as of that generation.
  func deals(
    _ query: DealQuery, generation: Int64, search: () throws -> Deals
  ) rethrows -> Deals {
    if let known = kept.withLock({ $0.generation == generation ? $0.deals[query] : nil }) {
      return known
    }
    let found = try search()
    kept.withLock { kept in
      Self.prepare(&kept, for: generation)
      if kept.deals.count >= Self.largestNumber { kept.deals = [:] }
      kept.deals[query] = found
    }
    return found
  }

  /// The list of that question, found by `search` when it is not known as of that generation.
  func invoices(
    _ query: InvoiceQuery, generation: Int64, search: () throws -> FoundList
  ) rethrows -> FoundList {
    if let known = kept.withLock({ $0.generation == generation ? $0.invoices[query] : nil }) {
      return known
    }
    let found = try search()
    kept.withLock { kept in
      Self.prepare(&kept, for: generation)
      if kept.invoices.count >= Self.largestNumber { kept.invoices = [:] }
      kept.invoices[query] = found
    }
    return found
  }

  private static func prepare(_ kept: inout Kept, for generation: Int64) {
    if kept.generation != generation { kept = Kept(generation: generation) }
  }
}
