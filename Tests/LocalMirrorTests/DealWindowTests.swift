import FoundationEssentials
import LocalMirror
import Sales
import Testing

/// The windows of a few thousand random deals against plain sorting and filtering in Swift.
@Suite("Windows of deals", .timeLimit(.minutes(5)))
struct DealWindowTests {
  /// A random mirror and the same deals as plain rows, in the order of their arrival.
  private struct World {
    var mirror: MirrorDatabase
    var rows: [DealRow]

    init(seed: UInt64, count: Int) throws {
      var random = SeededGenerator(seed: seed)
      mirror = try Samples.mirror()
      let stages = Samples.standard.stages.map(\.id) + ["Forgotten"]
      let companies = ["Ärzte AG", "Initech", "Globex", "ИНИТЕХ", nil]
      let names = ["Renewal", "licences", "Straße", "pilot", "Refit", "audit"]
      var deals: [Deal] = []
      for number in 0..<count {
        let currency = Currency(["GBP", "EUR", "JPY"].randomElement(using: &random) ?? "GBP")
        let amount = Money(minorUnits: Int64.random(in: 0...300, using: &random) * 50, currency)
        let name = names.randomElement(using: &random) ?? ""
        deals.append(
          Samples.deal(
            Deal.ID("d\(number)"), "\(name) \(Int.random(in: 0..<99, using: &random))",
            amount: Int.random(in: 0..<9, using: &random) == 0 ? nil : amount,
            stage: stages.randomElement(using: &random) ?? "Won",
            pipeline: Int.random(in: 0..<9, using: &random) == 0 ? "Partners" : "Standard",
            account: companies.randomElement(using: &random) ?? nil,
            contact: ["Jane Doe", "Zoë", nil].randomElement(using: &random) ?? nil,
            owner: ["me", "Özlem"].randomElement(using: &random),
            closing: Int.random(in: 0..<5, using: &random) == 0
              ? nil : Samples.today.adding(days: Int.random(in: -40...40, using: &random))))
      }
      var activities: [Activity] = []
      for number in 0..<count {
        activities.append(
          Samples.task(
            Activity.ID("t\(number)"),
            deal: Deal.ID("d\(Int.random(in: 0..<count, using: &random))"),
            day: Int.random(in: 0..<9, using: &random) == 0
              ? nil : Samples.today.adding(days: Int.random(in: -9...9, using: &random)),
            isDone: Int.random(in: 0..<4, using: &random) == 0))
      }
      try mirror.write {
        try $0.save(activities: Array(activities.prefix(count / 2)))
        try $0.save(deals: deals)
        try $0.save(activities: Array(activities.suffix(count - count / 2)))
      }
      let planned = Dictionary(grouping: activities.filter { !$0.isDone && $0.day != nil }) {
        $0.deal
      }
      rows = deals.map { deal in
        DealRow(
          deal: deal,
          next: planned[deal.id]?.min { left, right in
            (left.day?.description ?? "", left.id.rawValue)
              < (right.day?.description ?? "", right.id.rawValue)
          })
      }
    }

    func expected(_ query: DealQuery) -> [DealRow] {
      let words = query.words.lowercased().split(separator: " ")
      let chosen = rows.enumerated().filter { _, row in
        let deal = row.deal
        let texts = [deal.name, deal.account?.name, deal.contact?.name, deal.owner?.name]
          .compactMap { $0?.lowercased() }
        return deal.pipeline == query.pipeline
          && (query.stage == nil || deal.stage == query.stage)
          && words.allSatisfy { word in texts.contains { $0.contains(word) } }
      }
      return chosen.sorted { left, right in
        comesFirst(left.element, left.offset, right.element, right.offset, query)
      }.map(\.element)
    }

    private func comesFirst(
      _ left: DealRow, _ leftPlace: Int, _ right: DealRow, _ rightPlace: Int, _ query: DealQuery
    ) -> Bool {
      switch query.order {
      case .need:
        func key(_ row: DealRow, _ place: Int) -> (Int, String, Int) {
          guard let day = row.next?.day else { return (1, "", place) }
          return (day <= query.today ? 0 : 2, day.description, place)
        }
        return key(left, leftPlace) < key(right, rightPlace)
      case .column(let column, let isAscending):
        let (first, second) = (key(left, column), key(right, column))
        if (first == nil) != (second == nil) { return second == nil }
        let before = (first ?? "", leftPlace) < (second ?? "", rightPlace)
        let after = (first ?? "", leftPlace) > (second ?? "", rightPlace)
        return isAscending ? before : after
      }
    }

    /// The value a column orders by, as text that orders the same.
    private func key(_ row: DealRow, _ column: DealColumn) -> String? {
      let deal = row.deal
      switch column {
      case .name: return ascii(deal.name)
      case .account: return deal.account.map { ascii($0.name) }
      case .owner: return deal.owner.map { ascii($0.name) }
      case .closing: return deal.closingDate?.description
      case .next: return row.next?.day?.description
      case .age:
        return deal.stageTime.map { String(100_000_000_000 + Int($0.timeIntervalSince1970)) }
      case .amount:
        let minor = deal.amount.flatMap { Money($0.amount, Currency("KWD")).minorUnits }
        return minor.map { String(1_000_000_000 + $0) }
      case .stage:
        let place = Samples.standard.stages.firstIndex { $0.id == deal.stage } ?? 9
        return "\(place) \(row.next?.day?.description ?? "")"
      }
    }

    private func ascii(_ text: String) -> String {
      String(
        text.unicodeScalars.map { $0.isASCII ? $0.properties.lowercaseMapping : String($0) }
          .joined())
    }
  }

  private static let orders: [DealOrder] =
    [.need]
    + DealColumn.allCases.flatMap {
      [.column($0, isAscending: true), .column($0, isAscending: false)]
    }

  @Test("Every order has the right rows, count and sums, anywhere in the list", arguments: orders)
  func order(_ order: DealOrder) throws {
    let seed: UInt64 = 20_260_630
    let world = try World(seed: seed, count: 500)
    var random = SeededGenerator(seed: seed + 1)
    for stage in [nil, "Proposal", "Forgotten"] as [Stage.ID?] {
      for words in ["", "initech", "ärzte re", "özLEM инит", "STRASSE", "e"] {
        let query = DealQuery(
          pipeline: "Standard", stage: stage, words: words, order: order, today: Samples.today)
        // An unknown stage has no place of its own, so only the list of one stage is compared.
        if case .column(.stage, _) = order, stage == nil {
          try compareAsSet(world, query)
          continue
        }
        let expected = world.expected(query)
        for index in [0, expected.count - 1, Int.random(in: 0..<500, using: &random)] {
          let window = try world.mirror.read {
            try $0.deals(query, around: .index(index), limit: 20)
          }
          let context: Comment = "seed \(seed) \(query) at \(index)"
          #expect(window.count == expected.count, context)
          #expect(window.totals == Totals(expected.compactMap(\.deal.amount)), context)
          #expect(window.rows == Array(expected[window.range]), context)
          #expect(window.rows.count == min(20, expected.count), context)
          if expected.indices.contains(index) {
            #expect(window.row(at: index) == expected[index], context)
          }
        }
      }
    }
  }

  private func compareAsSet(_ world: World, _ query: DealQuery) throws {
    let expected = world.expected(query)
    let window = try world.mirror.read { try $0.deals(query, around: .index(0), limit: 5000) }
    let known = window.rows.filter { $0.deal.stage != "Forgotten" }
    #expect(Set(window.rows) == Set(expected))
    #expect(known == expected.filter { $0.deal.stage != "Forgotten" })
  }

  @Test("A window stays with its record wherever that is", arguments: orders)
  func anchors(_ order: DealOrder) throws {
    let world = try World(seed: 7, count: 400)
    for words in ["", "re"] {
      let query = DealQuery(
        pipeline: "Standard", words: words, order: order, today: Samples.today)
      let all = try world.mirror.read { try $0.deals(query, around: .index(0), limit: 5000) }
      for place in stride(from: 0, to: all.count, by: 37) {
        let id = all.rows[place].id
        for lastIndex in [0, place, place + 3, 350] {
          let window = try world.mirror.read {
            try $0.deals(query, around: .record(id, lastIndex: lastIndex), limit: 11)
          }
          #expect(window.row(at: place)?.id == id, "\(order) \(words) \(place) \(lastIndex)")
        }
      }
    }
  }

  @Test("A record that is gone leaves the window where it was")
  func recordGone() throws {
    let world = try World(seed: 3, count: 100)
    let query = DealQuery(pipeline: "Standard", today: Samples.today)
    let window = try world.mirror.read {
      try $0.deals(query, around: .record("nowhere", lastIndex: 40), limit: 10)
    }
    #expect(window.range.contains(40))
  }

  @Test("A filter finds what was saved a moment ago")
  func filterAfterWrite() throws {
    let mirror = try Samples.mirror()
    let query = DealQuery(pipeline: "Standard", words: "umbrella", today: Samples.today)
    let empty = try mirror.read { try $0.deals(query, around: .index(0), limit: 10) }
    #expect(empty.count == 0)
    try mirror.write { try $0.save(deals: [Samples.deal("1", "Umbrella phase 2")]) }
    let found = try mirror.read { try $0.deals(query, around: .index(0), limit: 10) }
    #expect(found.rows.map(\.id) == ["1"])
    // What is planned changes the order, and so does the order of the stages.
    try mirror.write {
      try $0.save(deals: [Samples.deal("2", "Umbrella site", stage: "Proposal")])
      try $0.save(activities: [Samples.task("t", deal: "2", day: Samples.today)])
    }
    let planned = try mirror.read { try $0.deals(query, around: .index(0), limit: 10) }
    #expect(planned.rows.map(\.id) == ["2", "1"])
    var byStage = query
    byStage.order = .column(.stage, isAscending: true)
    let before = try mirror.read { [byStage] in
      try $0.deals(byStage, around: .index(0), limit: 10)
    }
    #expect(before.rows.map(\.id) == ["1", "2"])
    let turned = Pipeline(
      id: "Standard", name: "Standard", isDefault: true,
      stages: Samples.standard.stages.reversed())
    try mirror.write { try $0.replace(pipelines: [turned]) }
    let after = try mirror.read { [byStage] in
      try $0.deals(byStage, around: .index(0), limit: 10)
    }
    #expect(after.rows.map(\.id) == ["2", "1"])
  }

  @Test("Each column of the board has its first rows")
  func columns() throws {
    let world = try World(seed: 5, count: 500)
    let columns = try world.mirror.read {
      try $0.allColumns(of: "Standard", words: "init", today: Samples.today, limit: 5)
    }
    #expect(columns.map(\.stage) == Samples.standard.stages.map(\.id))
    for (stage, window) in columns {
      let query = DealQuery(
        pipeline: "Standard", stage: stage, words: "init", today: Samples.today)
      let expected = world.expected(query)
      #expect(window.count == expected.count)
      #expect(window.rows == Array(expected.prefix(5)))
    }
  }
}
