import FoundationEssentials
import LocalMirror
import Sales

/// Values that tests share.
enum Samples {
  static let today = day(2026, 6, 30)
  static let time = Date(timeIntervalSince1970: 1_780_000_000)

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSinceEpoch: 0)
  }

  static let standard = Pipeline(
    id: "Standard", name: "Standard", isDefault: true,
    stages: [
      Stage(id: "Qualification", name: "Qualification", probability: 10, outcome: .open),
      Stage(id: "Analysis", name: "Needs analysis", probability: 20, outcome: .open),
      Stage(id: "Proposal", name: "Proposal", probability: 60, outcome: .open),
      Stage(id: "Won", name: "Closed won", probability: 100, outcome: .won),
      Stage(id: "Lost", name: "Closed lost", probability: 0, outcome: .lost),
    ])
  static let other = Pipeline(
    id: "Partners", name: "Partners", isDefault: false,
    stages: [Stage(id: "Proposal", name: "Proposal", probability: 30, outcome: .open)])

  static func deal(
    _ id: Deal.ID, _ name: String, amount: Money? = nil, stage: Stage.ID = "Qualification",
    pipeline: Pipeline.ID? = "Standard", probability: Int? = nil, account: String? = nil,
    contact: String? = nil, owner: String? = nil, closing: CalendarDate? = nil,
    modified: Date = time
  ) -> Deal {
    Deal(
      id: id, name: name, amount: amount, stage: stage, pipeline: pipeline, closingDate: closing,
      probability: probability,
      account: account.map { Reference(id: Identifier("a-" + $0), name: $0) },
      contact: contact.map { Reference(id: Identifier("c-" + $0), name: $0) },
      owner: owner.map { Reference(id: Identifier("u-" + $0), name: $0) }, createdTime: time,
      modifiedTime: modified)
  }

  static func task(
    _ id: Activity.ID, deal: Deal.ID, day: CalendarDate?, isDone: Bool = false,
    modified: Date = time
  ) -> Activity {
    Activity(
      id: id, kind: .task, subject: "Call", day: day, isDone: isDone, deal: deal,
      modifiedTime: modified)
  }

  static func invoice(
    _ id: Invoice.ID, _ status: InvoiceStatus, customer: Reference<Customer>? = nil,
    due: CalendarDate? = nil, date: CalendarDate = day(2026, 6, 1), total: Decimal = 100,
    balance: Decimal = 100, reference: String = "", deal: Deal.ID? = nil,
    currency: String = "GBP", modified: Date = time
  ) -> Invoice {
    Invoice(
      id: id, number: "INV-\(id)", status: .known(status),
      customer: customer ?? Reference(id: "cu1", name: "Initech Ltd"), date: date, dueDate: due,
      reference: reference, currency: Currency(currency), total: total, balance: balance,
      deal: deal, modifiedTime: modified)
  }

  static func mirror() throws -> MirrorDatabase {
    let mirror = try MirrorDatabase.inMemory()
    try mirror.write { try $0.replace(pipelines: [standard, other]) }
    return mirror
  }
}

/// Repeatable randomness.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
