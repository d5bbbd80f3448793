import FoundationEssentials
import LocalMirror
import Sales
import Testing

@Suite("Sums of the board")
struct BoardTests {
  private let gbp = Currency("GBP")
  private let jpy = Currency("JPY")

  private func board(_ mirror: MirrorDatabase, today: CalendarDate = Samples.today) throws
    -> BoardSummary
  {
    try mirror.read { try $0.boardSummary(of: "Standard", today: today) }
  }

  @Test("Counts and sums are per stage and currency, and exact")
  func sums() throws {
    let mirror = try Samples.mirror()
    try mirror.write {
      try $0.save(deals: [
        Samples.deal("1", "A", amount: Money(Decimal(string: "0.10") ?? 0, gbp)),
        Samples.deal("2", "B", amount: Money(Decimal(string: "0.20") ?? 0, gbp)),
        Samples.deal("3", "C", amount: Money(5000, jpy)),
        Samples.deal("4", "D"),
        Samples.deal("5", "E", amount: Money(7, gbp), pipeline: "Partners"),
      ])
    }
    let column = try board(mirror).column("Qualification")
    #expect(column.count == 4)
    #expect(column.totals[gbp].amount.description == "0.3")
    #expect(column.totals[jpy].amount == 5000)
    #expect(try board(mirror).columns.map(\.stage) == Samples.standard.stages.map(\.id))
  }

  @Test("A filter leaves the sums of what it finds")
  func filteredSums() throws {
    let mirror = try Samples.mirror()
    try mirror.write {
      try $0.save(deals: [
        Samples.deal("1", "Birch oven", amount: Money(10, gbp)),
        Samples.deal("2", "Birch mill", amount: Money(20, gbp), stage: "Proposal"),
        Samples.deal("3", "Oak oven", amount: Money(40, gbp)),
      ])
    }
    let found = try mirror.read {
      try $0.boardSummary(of: "Standard", words: "birch", today: Samples.today)
    }
    #expect(found.column("Qualification").count == 1)
    #expect(found.column("Qualification").totals[gbp].amount == 10)
    #expect(found.column("Qualification").attention == 1, "nothing is planned for it")
    #expect(found.column("Proposal").totals[gbp].amount == 20)
    #expect(found.columns.map(\.stage) == Samples.standard.stages.map(\.id))
  }

  @Test("Sums follow a deal that moves, changes its worth and goes")
  func changes() throws {
    let mirror = try Samples.mirror()
    try mirror.write { try $0.save(deals: [Samples.deal("1", "A", amount: Money(100, gbp))]) }
    try mirror.write {
      try $0.save(deals: [Samples.deal("1", "A", amount: Money(120, gbp), stage: "Proposal")])
    }
    #expect(try board(mirror).column("Qualification").count == 0)
    #expect(try board(mirror).column("Qualification").totals.isEmpty)
    #expect(try board(mirror).column("Proposal").totals[gbp].amount == 120)
    try mirror.write { try $0.delete(["1"], from: .deals) }
    #expect(try board(mirror).column("Proposal").count == 0)
    #expect(try mirror.read { try $0.ids(of: .deals) }.isEmpty)
  }

  @Test("An older copy from a list that lags never replaces a newer one")
  func staleCopy() throws {
    let mirror = try Samples.mirror()
    let older = Samples.deal("1", "Before", amount: Money(1, gbp))
    let newer = Samples.deal(
      "1", "After", amount: Money(2, gbp), stage: "Proposal", modified: Samples.time + 1)
    try mirror.write { try $0.save(deals: [newer]) }
    try mirror.write { try $0.save(deals: [older]) }
    #expect(try mirror.read { try $0.deal("1") }?.deal == newer)
    #expect(try board(mirror).column("Proposal").totals[gbp].amount == 2)
  }

  @Test("Attention: late, due today or nothing planned, as the days go by")
  func attention() throws {
    let mirror = try Samples.mirror()
    let today = Samples.today
    try mirror.write {
      try $0.save(deals: [
        Samples.deal("late", "A"), Samples.deal("due", "B"), Samples.deal("none", "C"),
        Samples.deal("coming", "D"), Samples.deal("won", "E", stage: "Won"),
      ])
      try $0.save(activities: [
        Samples.task("1", deal: "late", day: today.adding(days: -4)),
        Samples.task("2", deal: "due", day: today),
        Samples.task("3", deal: "coming", day: today.adding(days: 2)),
        Samples.task("4", deal: "none", day: today, isDone: true),
      ])
    }
    #expect(try board(mirror).column("Qualification").attention == 3)
    #expect(try board(mirror).column("Won").attention == 0)
    #expect(
      try board(mirror, today: today.adding(days: 2)).column("Qualification").attention == 4)
    try mirror.write {
      try $0.save(activities: [
        Samples.task(
          "1", deal: "coming", day: today.adding(days: -1), modified: Samples.time + 1)
      ])
    }
    #expect(try mirror.read { try $0.deal("late") }?.next == nil)
    #expect(try mirror.read { try $0.deal("coming") }?.next?.id == "1")
    try mirror.write { try $0.delete(["1", "2", "3"], from: .activities) }
    #expect(try board(mirror).column("Qualification").attention == 4)
  }

  @Test("A first load of thousands ends with the same sums, order and indexes as small ones")
  func firstLoad() throws {
    let deals = (0..<2500).map { number in
      Samples.deal(
        Deal.ID("\(number)"), "Deal \(number % 7)", amount: Money(Decimal(number), gbp),
        stage: number % 3 == 0 ? "Proposal" : "Analysis")
    }
    let atOnce = try Samples.mirror()
    try atOnce.write { try $0.save(deals: deals) }
    let inParts = try Samples.mirror()
    for start in stride(from: 0, to: deals.count, by: 500) {
      try inParts.write { try $0.save(deals: Array(deals[start..<(start + 500)])) }
    }
    #expect(try board(atOnce) == board(inParts))
    #expect(try board(atOnce).column("Proposal").count == 834)
    for order in [DealOrder.need, .column(.name, isAscending: false)] {
      let query = DealQuery(pipeline: "Standard", order: order, today: Samples.today)
      let windows = try [atOnce, inParts].map { mirror in
        try mirror.read { try $0.deals(query, around: .index(2000), limit: 40) }
      }
      #expect(windows[0] == windows[1])
      #expect(windows[0].rows.count == 40)
    }
  }

  @Test("A deal's own chance counts before its stage's")
  func weighted() throws {
    let mirror = try Samples.mirror()
    try mirror.write {
      try $0.save(deals: [
        Samples.deal("1", "A", amount: Money(1000, gbp)),
        Samples.deal("2", "B", amount: Money(1000, gbp), probability: 75),
        Samples.deal("3", "C", amount: Money(1000, gbp), stage: "Won"),
      ])
    }
    #expect(try mirror.read { try $0.weightedTotals(of: "Standard") }[gbp].amount == 850)
  }

  @Test("The sums always equal those of the deals, whatever is done to them")
  func randomChanges() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    var random = SeededGenerator(seed: seed)
    let mirror = try Samples.mirror()
    var deals: [Deal.ID: Deal] = [:]
    let stages = Samples.standard.stages.map(\.id)
    for step in 0..<120 {
      let id = Deal.ID("\(Int.random(in: 0..<20, using: &random))")
      if Int.random(in: 0..<5, using: &random) == 0 {
        deals[id] = nil
        try mirror.write { try $0.delete([id.rawValue], from: .deals) }
      } else {
        let deal = Samples.deal(
          id, "X", amount: Money(minorUnits: .random(in: -50...50, using: &random), gbp),
          stage: stages.randomElement(using: &random) ?? "Won",
          pipeline: Bool.random(using: &random) ? "Standard" : nil,
          modified: Samples.time + Double(step))
        deals[id] = deal
        try mirror.write { try $0.save(deals: [deal]) }
      }
      for stage in stages {
        let expected = deals.values.filter { $0.stage == stage && $0.pipeline == "Standard" }
        let column = try board(mirror).column(stage)
        #expect(column.count == expected.count, "seed \(seed) step \(step)")
        #expect(
          column.totals[gbp] == Totals(expected.compactMap(\.amount))[gbp],
          "seed \(seed) step \(step)")
      }
    }
  }
}
