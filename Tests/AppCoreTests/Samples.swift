import FoundationEssentials
import Sales
import Screen

@testable import AppCore

extension AppState {
  /// A small organization on 23 November 2026: one pipeline, eight deals in several scripts and two
  /// currencies, all of them read.
  static func sample(width: Int = 120, height: Int = 32) -> AppState {
    var state = AppState(
      size: Size(width: width, height: height), now: .sampleNow, today: .sampleToday,
      tenant: .sample)
    _ = reduce(&state, .pipelinesLoaded([.standard], tenant: .sample))
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(.sample)))
    return state
  }
}

extension Date {
  /// Noon, UTC, on 23 November 2026.
  static let sampleNow = Date(timeIntervalSince1970: 1_795_435_200)

  /// So many days before that.
  static func daysAgo(_ days: Double) -> Date { sampleNow.addingTimeInterval(-days * 86_400) }
}

extension CalendarDate {
  /// 23 November 2026, a Monday.
  static let sampleToday = CalendarDate(daysSinceEpoch: 20_780)
}

extension Tenant {
  static let sample = Tenant(
    organization: "Acme Ltd", dataCenter: "eu", user: Reference(id: "u1", name: "Ann Lee"),
    currency: Currency("GBP"))
}

extension Pipeline {
  static let standard = Pipeline(
    id: "standard", name: "Standard", isDefault: true,
    stages: [
      Stage(id: "qual", name: "Qualification", probability: 10, outcome: .open),
      Stage(id: "needs", name: "Needs Analysis", probability: 20, outcome: .open),
      Stage(id: "prop", name: "Proposal/Price Quote", probability: 60, outcome: .open),
      Stage(id: "nego", name: "Negotiation/Review", probability: 80, outcome: .open),
      Stage(id: "won", name: "Closed Won", probability: 100, outcome: .won),
      Stage(id: "lost", name: "Closed Lost", probability: 0, outcome: .lost),
    ])

  static let partners = Pipeline(
    id: "partners", name: "Partners", isDefault: false,
    stages: [
      Stage(id: "contacted", name: "Contacted", probability: 5, outcome: .open),
      Stage(id: "signed", name: "Signed", probability: 100, outcome: .won),
    ])
}

extension DealRow {
  /// A deal whose next activity is so many days from today; nil when nothing is planned.
  static func sample(
    _ id: Deal.ID, _ name: String, _ amount: Decimal?, _ currency: String = "GBP",
    in stage: Stage.ID, next days: Int?, account: String? = nil, contact: String? = nil
  ) -> DealRow {
    let deal = Deal(
      id: id, name: name, amount: amount.map { Money($0, Currency(currency)) }, stage: stage,
      pipeline: "standard", closingDate: CalendarDate(year: 2026, month: 12, day: 15),
      account: account.map { Reference(id: Identifier("a-" + $0), name: $0) },
      contact: contact.map { Reference(id: Identifier("c-" + $0), name: $0) },
      owner: Reference(id: "u1", name: "Ann Lee"), createdTime: .daysAgo(40),
      modifiedTime: .daysAgo(2), modifiedBy: "Ann Lee")
    let activity = days.map {
      Activity(
        id: Identifier("t-" + id.rawValue), kind: .call, subject: "Call back",
        day: CalendarDate.sampleToday.adding(days: $0), isDone: false, deal: id,
        modifiedTime: .daysAgo(2))
    }
    return DealRow(deal: deal, next: activity)
  }

  static let initech = sample(
    "d1", "Initech licences and a rollout over two years", 22_500, in: "qual", next: -4,
    account: "Initech", contact: "Jane Doe")
  static let globex = sample(
    "d2", "Globex rollout", 48_000, in: "qual", next: 0, account: "Globex", contact: "Hank Scorpio")
  static let soylent = sample("d3", "Soylent pilot", 4_200, in: "qual", next: nil)
  static let tokyo = sample(
    "d4", "東京電力 ライセンス更新", 1_500_000, "JPY", in: "qual", next: 3, account: "東京電力")
  static let umbrella = sample("d5", "Umbrella 🚀 phase 2", 80_000, "EUR", in: "needs", next: 9)
  static let cairo = sample("d6", "مشروع القاهرة", nil, in: "needs", next: 12)
  static let wayne = sample("d7", "Wayne audit", 14_000, in: "nego", next: -41)
  static let hooli = sample("d8", "Hooli site", 9_000, in: "won", next: nil)
}

extension Window where Row == DealRow {
  /// A whole list.
  static func all(_ rows: [DealRow]) -> Window {
    Window(count: rows.count, totals: Totals(rows.compactMap(\.deal.amount)), rows: rows)
  }
}

extension BoardPage {
  static let sample = BoardPage(
    stages: [
      "qual": [.initech, .globex, .soylent, .tokyo], "needs": [.umbrella, .cairo],
      "nego": [.wayne], "won": [.hooli],
    ],
    attention: ["qual": 3, "nego": 1])

  /// A board of whole columns.
  init(stages: [Stage.ID: [DealRow]], attention: [Stage.ID: Int] = [:]) {
    self.init(
      summary: BoardSummary(
        columns: stages.keys.sorted { $0.rawValue < $1.rawValue }.map { stage in
          let rows = stages[stage] ?? []
          return BoardSummary.Column(
            stage: stage, count: rows.count, totals: Totals(rows.compactMap(\.deal.amount)),
            attention: attention[stage] ?? 0)
        }),
      columns: stages.mapValues { .all($0) })
  }
}

extension DealDetail {
  /// All that surrounds the Initech deal.
  static let initech = DealDetail(
    row: .initech,
    history: [
      StageChange(stage: "qual", time: .daysAgo(36), by: "Ann Lee"),
      StageChange(stage: "needs", time: .daysAgo(30), by: "Ann Lee"),
      StageChange(stage: "qual", time: .daysAgo(19), by: "Sam Roe"),
    ],
    notes: [
      Note(
        id: "n1", title: nil, content: "Can we split the invoice over two months?", parent: "d1",
        author: "Jane Doe", createdTime: .daysAgo(11), modifiedTime: .daysAgo(11)),
      Note(
        id: "n2", title: "Proposal", content: "Version 2 sent.", parent: "d1", author: "Ann Lee",
        createdTime: .daysAgo(21), modifiedTime: .daysAgo(21)),
    ],
    activities: [
      Activity(
        id: "t-d1", kind: .call, subject: "Call back",
        day: CalendarDate.sampleToday.adding(days: -4), isDone: false, deal: "d1",
        modifiedTime: .daysAgo(2)),
      Activity(
        id: "t9", kind: .task, subject: "Send the proposal",
        day: CalendarDate.sampleToday.adding(days: -21), isDone: true, deal: "d1",
        modifiedTime: .daysAgo(21)),
    ],
    contact: Contact(
      id: "c-Jane Doe", name: "Jane Doe", title: "Head of Operations",
      email: "jane@initech.example", phone: "+44 20 7946 0000", modifiedTime: .daysAgo(50)),
    account: Account(id: "a-Initech", name: "Initech", modifiedTime: .daysAgo(50)),
    openDeals: 3,
    openTotals: Totals([Money(61_000, Currency("GBP")), Money(5_000, Currency("EUR"))]),
    invoices: [.initechOverdue], unpaid: [.initechOverdue])
}

extension Invoice {
  static let initechOverdue = Invoice(
    id: "i1", number: "INV-000031", status: .known(.overdue),
    customer: Reference(id: "cu1", name: "Initech Ltd"),
    date: CalendarDate.sampleToday.adding(days: -42),
    dueDate: CalendarDate.sampleToday.adding(days: -12), currency: Currency("GBP"), total: 10_000,
    balance: 8_400, deal: "d1", modifiedTime: .daysAgo(20))
}

extension AppState {
  /// Presses keys as written, and gives back the work that the last of them wanted.
  @discardableResult
  mutating func type(_ keys: String) -> [Effect] {
    var effects: [Effect] = []
    for key in Key.parse(keys) ?? [] { effects = reduce(&self, .key(key)) }
    return effects
  }

  /// What the pipeline screen shows in an area of that size.
  func boardScreen(_ width: Int, _ height: Int) -> String {
    var canvas = Canvas(size: Size(width: width, height: height))
    drawPipeline(self, in: canvas.area, on: &canvas)
    return canvas.text
  }
}
