import GRDB
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
    /// How many deals in it have something planned for the day of the question or before.
    var due = 0
    /// How many deals in it have nothing planned.
    var bare = 0
  }

  private struct Kept {
    var generation: Int64 = -1
    var deals: [DealQuery: Deals] = [:]
    var invoices: [InvoiceQuery: FoundList] = [:]
    var orders: [DealQuery: [Int]] = [:]
    var groups: (query: DealQuery, groups: DealGroups)?
    var search: (pipeline: Pipeline.ID, deals: DealSearch)?
  }

  private static let largestNumber = 3
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

  /// The words of a pipeline's deals, loaded when they are not known as of that generation.
  func search(
    _ pipeline: Pipeline.ID, generation: Int64, load: () throws -> DealSearch
  ) rethrows -> DealSearch {
    let known = kept.withLock { kept in
      kept.generation == generation && kept.search?.pipeline == pipeline ? kept.search : nil
    }
    if let known { return known.deals }
    let loaded = try load()
    kept.withLock { kept in
      Self.prepare(&kept, for: generation)
      kept.search = (pipeline, loaded)
    }
    return loaded
  }

  /// The columns of a pipeline's deals, loaded when they are not known as of that generation.
  func groups(
    _ query: DealQuery, generation: Int64, load: () throws -> DealGroups
  ) rethrows -> DealGroups {
    let known = kept.withLock { kept in
      kept.generation == generation && kept.groups?.query == query ? kept.groups?.groups : nil
    }
    if let known { return known }
    let loaded = try load()
    kept.withLock { kept in
      Self.prepare(&kept, for: generation)
      kept.groups = (query, loaded)
    }
    return loaded
  }

  /// All deals of a pipeline in an order, as places in its `DealSearch`; walked through when that is
  /// not known as of that generation, so that typing more letters sorts nothing.
  func order(
    _ query: DealQuery, generation: Int64, walk: () throws -> [Int]
  ) rethrows -> [Int] {
    if let known = kept.withLock({ $0.generation == generation ? $0.orders[query] : nil }) {
      return known
    }
    let walked = try walk()
    kept.withLock { kept in
      Self.prepare(&kept, for: generation)
      kept.orders = [query: walked]
    }
    return walked
  }

  /// Makes every list kept so far too old, in this process and in others: what it lists has changed.
  static func outdate(_ db: Database) throws {
    try db.execute(sql: "UPDATE generation SET number = number + 1")
  }

  private static func prepare(_ kept: inout Kept, for generation: Int64) {
    if kept.generation != generation { kept = Kept(generation: generation) }
  }
}
