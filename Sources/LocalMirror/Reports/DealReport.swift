import FoundationEssentials
import Sales

/// Deals that are the same in all that reports tell apart.
struct DealCell {
  var stage: Stage.ID
  var currency: Currency?
  var owner: String?
  var month: String?
  /// Their own chance in percent; nil leaves it to the stage.
  var chance: Int?
  var reason: String?
  var count: Int
  var thousandths: Int64
}

/// Puts counted deals together to the bars of one report.
struct DealReport {
  let query: ReportQuery
  /// The stages by id.
  private let stages: [Stage.ID: Stage]
  /// The stages in the pipeline's order.
  private let order: [Stage]
  /// The names of everybody by id.
  private let owners: [String: String]

  init(query: ReportQuery, stages: [Stage], owners: [String: String]) {
    self.query = query
    self.owners = owners
    order = stages
    self.stages = Dictionary(stages.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What cells are put together by.
  private enum Key: Hashable {
    case stage(Stage.ID)
    case owner(String?)
    case closing(String?, ReportCategory.Part)
    case won
    case lost(String?)
  }

  private struct Place: Hashable {
    var key: Key
    var currency: Currency?
  }

  private struct Sums {
    var count = 0
    var amount: Decimal = 0
    var weighted: Decimal = 0
  }

  /// The bars, in order within each currency.
  func bars(of cells: [DealCell]) -> [ReportBar] {
    var sums: [Place: Sums] = [:]
    var lost: [Place: Int] = [:]
    for cell in cells {
      if query.kind == .leaderboard, outcome(cell.stage) == .lost {
        lost[Place(key: .owner(cell.owner), currency: cell.currency), default: 0] += cell.count
      }
      guard let key = key(of: cell) else { continue }
      let place = Place(key: key, currency: cell.currency)
      let amount = StoredAmount.decimal(cell.thousandths)
      sums[place, default: Sums()].count += cell.count
      sums[place, default: Sums()].amount += amount
      sums[place, default: Sums()].weighted += (amount * Decimal(chance(of: cell))).shifted(by: -2)
    }
    return sorted(sums).map { place, sums in
      var share: ReportBar.Share?
      if query.kind == .leaderboard {
        let whole = sums.count + lost[place, default: 0]
        share = ReportBar.Share(part: sums.count, whole: whole)
      }
      return ReportBar(
        category: category(place.key), slice: .deals(slice(place)), currency: place.currency,
        count: sums.count, amount: sums.amount,
        weighted: query.kind == .reasons || query.kind == .leaderboard ? nil : sums.weighted,
        share: share)
    }
  }

  private func outcome(_ stage: Stage.ID) -> Stage.Outcome { stages[stage]?.outcome ?? .open }

  /// The chance of a cell's deals in percent, held within 0 to 100.
  private func chance(of cell: DealCell) -> Int {
    min(max(cell.chance ?? stages[cell.stage]?.probability ?? 0, 0), 100)
  }

  /// Which bar a cell belongs to; nil when the report leaves it out.
  private func key(of cell: DealCell) -> Key? {
    let outcome = outcome(cell.stage)
    switch query.kind {
    case .funnel: return .stage(cell.stage)
    case .owners: return outcome == .open ? .owner(cell.owner) : nil
    case .leaderboard: return outcome == .won ? .owner(cell.owner) : nil
    case .reasons:
      switch outcome {
      case .open: return nil
      case .won: return .won
      case .lost: return .lost(cell.reason.flatMap { $0.isEmpty ? nil : $0 })
      }
    case .forecast:
      switch outcome {
      case .lost: return nil
      case .won: return .closing(cell.month, .won)
      case .open:
        let isCommitted = chance(of: cell) >= ReportCategory.committedChance
        return .closing(cell.month, isCommitted ? .committed : .open)
      }
    case .ageing, .receivables, .billing: return nil
    }
  }

  private func category(_ key: Key) -> ReportCategory {
    switch key {
    case .stage(let id): .stage(stages[id]?.name ?? id.rawValue)
    case .owner(let id): .owner(id.map { owners[$0] ?? $0 })
    case .closing(let month, let part): .closing(month.flatMap(ReportMonth.first), part)
    case .won: .won
    case .lost(let reason): .lost(reason)
    }
  }

  /// The deals of a bar, by the same conditions that put its cells together.
  private func slice(_ place: Place) -> DealSlice {
    func all(_ outcome: Stage.Outcome) -> [Stage.ID] {
      order.filter { $0.outcome == outcome }.map(\.id)
    }
    var slice = DealSlice(
      pipeline: query.pipeline, stages: [], currency: place.currency, today: query.today)
    slice.period = query.days
    if let owner = query.owner { slice.owner = .some(owner.rawValue) }
    switch place.key {
    case .stage(let stage): slice.stages = [stage]
    case .owner(let owner):
      slice.stages = all(query.kind == .owners ? .open : .won)
      slice.owner = owner.map { .some($0) } ?? .none
    case .won: slice.stages = all(.won)
    case .lost(let reason):
      slice.stages = all(.lost)
      slice.reason = reason.map { .some($0) } ?? .none
    case .closing(let month, let part):
      slice.month = month.map { .some($0) } ?? .none
      slice.stages = all(part == .won ? .won : .open)
      let committed = ReportCategory.committedChance
      switch part {
      case .won: break
      case .committed: slice.chance = committed...100
      case .open: slice.chance = 0...(committed - 1)
      }
    }
    return slice
  }

  private func sorted(_ sums: [Place: Sums]) -> [(Place, Sums)] {
    let places = Dictionary(order.enumerated().map { ($1.id, $0) }) { first, _ in first }
    func rank(_ key: Key) -> (Int, String) {
      switch key {
      case .stage(let id): (places[id] ?? order.count, id.rawValue)
      case .closing(let month, let part): (month == nil ? 1 : 0, (month ?? "") + part.rank)
      case .won: (0, "")
      case .lost: (1, "")
      case .owner: (0, "")
      }
    }
    return sums.map { ($0.key, $0.value) }.sorted { left, right in
      let (leftRank, rightRank) = (rank(left.0.key), rank(right.0.key))
      if leftRank != rightRank { return leftRank < rightRank }
      if left.1.amount != right.1.amount { return left.1.amount > right.1.amount }
      if left.1.count != right.1.count { return left.1.count > right.1.count }
      return "\(left.0.key)" < "\(right.0.key)"
    }
  }
}

extension ReportCategory.Part {
  /// Its place within a month.
  fileprivate var rank: String {
    switch self {
    case .won: "0"
    case .committed: "1"
    case .open: "2"
    }
  }
}
