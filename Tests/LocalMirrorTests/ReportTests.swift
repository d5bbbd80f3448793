import FoundationEssentials
import LocalMirror
import Sales
import Testing

/// Reports: each bar counts and adds up exactly the records that it opens.
@Suite struct ReportTests {
  private static let pounds = Currency("GBP")

  private static func query(
    _ kind: ReportKind, _ period: ReportPeriod = .all, owner: User.ID? = nil
  ) -> ReportQuery {
    ReportQuery(
      kind: kind, period: period, pipeline: "Standard", owner: owner, today: Samples.today)
  }

  /// Deals in every stage, two currencies, with and without owner, value and closing day.
  private static func mirror() throws -> MirrorDatabase {
    let mirror = try Samples.mirror()
    var deals = [
      Samples.deal(
        "d1", "One", amount: Money(100, pounds), owner: "Ann", closing: Samples.day(2026, 6, 30)),
      Samples.deal(
        "d2", "Two", amount: Money(50, pounds), probability: 90, owner: "Bob",
        closing: Samples.day(2026, 7, 1)),
      Samples.deal(
        "d3", "Three", amount: Money(Decimal(string: "0.05") ?? 0, pounds), stage: "Proposal",
        owner: "Ann", closing: Samples.day(2026, 6, 1)),
      Samples.deal("d4", "Four", stage: "Proposal", owner: "Ann"),
      Samples.deal("d5", "Five", amount: Money(7, Currency("EUR")), stage: "Proposal"),
      Samples.deal(
        "d6", "Won", amount: Money(1000, pounds), stage: "Won", owner: "Ann",
        closing: Samples.day(2026, 6, 2)),
      Samples.deal(
        "d7", "Lost to price", amount: Money(300, pounds), stage: "Lost", owner: "Ann",
        closing: Samples.day(2026, 5, 2)),
      Samples.deal(
        "d8", "Lost", amount: Money(20, pounds), stage: "Lost", owner: "Bob",
        closing: Samples.day(2025, 1, 2)),
      Samples.deal("p1", "Elsewhere", amount: Money(9, pounds), pipeline: "Partners"),
    ]
    deals[6].lostReason = "Price"
    deals[0].stageTime = Date(timeIntervalSince1970: Double(Samples.today.daysSinceEpoch) * 86_400)
    deals[2].stageTime = Date(
      timeIntervalSince1970: Double(Samples.today.daysSinceEpoch - 20) * 86_400)
    let stored = deals
    try mirror.write { writer in
      try writer.save(deals: stored)
      try writer.replace(users: [
        User(id: "u-Ann", name: "Ann Lee", email: "ann@example.com", isActive: true),
        User(id: "u-Bob", name: "Bob Roe", email: "bob@example.com", isActive: true),
      ])
      try writer.save(invoices: [
        Samples.invoice("i1", .sent, due: Samples.day(2026, 7, 10), total: 100, balance: 60),
        Samples.invoice("i2", .overdue, due: Samples.day(2026, 6, 29), total: 10, balance: 10),
        Samples.invoice("i3", .overdue, due: Samples.day(2026, 5, 1), total: 7, balance: 7),
        Samples.invoice("i4", .draft, due: nil, total: 1000, balance: 1000),
        Samples.invoice(
          "i5", .paid, due: nil, date: Samples.day(2026, 5, 5), total: 30, balance: 0),
        Samples.invoice("i6", .void, due: nil, total: 5000, balance: 5000),
        Samples.invoice(
          "i7", .sent, due: Samples.day(2026, 6, 30), total: 9, balance: 9, currency: "EUR"),
      ])
      try writer.save(payments: [
        Payment(
          id: "p1", number: "1", customer: Reference(id: "cu1", name: "Initech Ltd"),
          date: Samples.day(2026, 5, 9), mode: "cash", amount: Money(30, pounds),
          modifiedTime: Samples.time),
        Payment(
          id: "p2", number: "2", customer: Reference(id: "cu1", name: "Initech Ltd"),
          date: Samples.day(2026, 6, 9), mode: "cash", amount: Money(40, pounds),
          modifiedTime: Samples.time),
      ])
    }
    return mirror
  }

  private static func words(_ report: Report) -> [String] {
    report.bars.map { bar in
      "\(bar.category) \(bar.currency?.code ?? "–") \(bar.count) \(bar.amount)"
    }
  }

  @Test(arguments: ReportKind.allCases)
  func everyBarOpensExactlyItsRows(_ kind: ReportKind) throws {
    let mirror = try Self.mirror()
    for period in ReportPeriod.allCases {
      for owner in [nil, "u-Ann"] as [User.ID?] {
        let report = try mirror.read {
          try $0.report(Self.query(kind, period, owner: kind.isAboutDeals ? owner : nil))
        }
        for bar in report.bars {
          let rows = try mirror.read { try $0.reportRows(bar.slice, from: 0, limit: 100) }
          #expect(rows.count == bar.count, "\(kind) \(period) \(bar.category)")
          #expect(rows.rows.count == bar.count)
          let sum = rows.rows.reduce(Decimal(0)) { $0 + ($1.amount?.amount ?? 0) }
          #expect(sum == bar.amount, "\(kind) \(period) \(bar.category)")
          #expect(rows.rows.allSatisfy { $0.amount?.currency == bar.currency })
        }
      }
    }
  }

  @Test func theFunnelHasEveryStageInOrderPerCurrency() throws {
    let report = try Self.mirror().read { try $0.report(Self.query(.funnel)) }
    #expect(
      Self.words(report) == [
        "stage(\"Proposal\") EUR 1 7", "stage(\"Qualification\") GBP 2 150",
        "stage(\"Proposal\") GBP 1 0.05", "stage(\"Closed won\") GBP 1 1000",
        "stage(\"Closed lost\") GBP 2 320", "stage(\"Proposal\") – 1 0",
      ])
    // 10% of 100 by the stage, 90% of 50 by the deal's own chance.
    #expect(report.bars[1].weighted == 55)
  }

  @Test func theForecastTellsWonCommittedAndOpenApart() throws {
    let report = try Self.mirror().read { try $0.report(Self.query(.forecast, .ahead)) }
    let june = Samples.day(2026, 6, 1)
    let july = Samples.day(2026, 7, 1)
    #expect(
      report.bars.map(\.category) == [
        .closing(june, .won), .closing(june, .open), .closing(july, .committed),
      ])
    #expect(report.bars.map(\.amount) == [1000, Decimal(string: "100.05"), 50])
  }

  @Test func lostDealsCountByReasonInTheirTime() throws {
    let mirror = try Self.mirror()
    let year = try mirror.read { try $0.report(Self.query(.reasons, .year)) }
    #expect(Self.words(year) == ["won GBP 1 1000", "lost(Optional(\"Price\")) GBP 1 300"])
    let all = try mirror.read { try $0.report(Self.query(.reasons)) }
    #expect(all.bars.last?.category == .lost(nil))
  }

  @Test func theLeaderboardNamesPeopleAndTheirRate() throws {
    let report = try Self.mirror().read { try $0.report(Self.query(.leaderboard)) }
    #expect(report.bars.map(\.category) == [.owner("Ann Lee")])
    #expect(report.bars.first?.share == ReportBar.Share(part: 1, whole: 2))
  }

  @Test func dealsAgeSinceTheyCameToTheirStage() throws {
    let report = try Self.mirror().read { try $0.report(Self.query(.ageing)) }
    let found = report.bars.filter {
      $0.amount == 100 || $0.count == 1 && $0.currency == Self.pounds
    }
    #expect(found.contains { $0.category == .age(stage: "Qualification", days: 0...7) })
    #expect(found.contains { $0.category == .age(stage: "Proposal", days: 15...30) })
  }

  @Test func receivablesAreWhatIsUnpaidByLateness() throws {
    let report = try Self.mirror().read { try $0.report(Self.query(.receivables)) }
    let pounds = report.bars.filter { $0.currency == Self.pounds }
    #expect(pounds.map(\.amount) == [60, 10, 0, 0, 7])
    #expect(pounds.map(\.count) == [1, 1, 0, 0, 1])
    #expect(report.bars.first { $0.currency == Currency("EUR") }?.amount == 9)
  }

  @Test func billingLeavesDraftsAndVoidOnesOut() throws {
    let report = try Self.mirror().read { try $0.report(Self.query(.billing, .back)) }
    let pounds = report.bars.filter { $0.currency == Self.pounds }
    let may = Samples.day(2026, 5, 1)
    let june = Samples.day(2026, 6, 1)
    #expect(
      pounds.map(\.category) == [.invoiced(may), .paid(may), .invoiced(june), .paid(june)])
    #expect(pounds.map(\.amount) == [30, 30, 117, 40])
  }

  @Test func anEmptyCopyHasEmptyReports() throws {
    let mirror = try Samples.mirror()
    for kind in ReportKind.allCases {
      #expect(try mirror.read { try $0.report(Self.query(kind)) }.bars == [])
    }
  }

  @Test func aDeletedPaymentLeavesItsMonth() throws {
    let mirror = try Self.mirror()
    try mirror.write { try $0.delete(["p2"], from: .payments) }
    let report = try mirror.read { try $0.report(Self.query(.billing, .month)) }
    #expect(!report.bars.contains { $0.category == .paid(Samples.day(2026, 6, 1)) })
  }

  @Test func periodsAreWholeMonths() {
    let day = Samples.day(2026, 11, 24)
    func text(_ period: ReportPeriod) -> String {
      period.days(on: day).map { "\($0.lowerBound) \($0.upperBound)" } ?? "all"
    }
    #expect(
      ReportPeriod.allCases.map(text) == [
        "all", "2026-11-01 2026-11-30", "2026-10-01 2026-12-31", "2026-01-01 2026-12-31",
        "2026-11-01 2027-10-31", "2025-12-01 2026-11-30",
      ])
  }
}
