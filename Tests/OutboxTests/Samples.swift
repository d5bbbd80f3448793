import FoundationEssentials
import Outbox
import Sales

/// Values that tests share.
enum Samples {
  static let start = Date(timeIntervalSince1970: 1_780_000_000)
  static let profile = Profile(organization: "60001", dataCentre: "eu")
  static let owner = Owner(pid: 100, startTicks: 5000, bootID: "boot-1")
  static let otherOwner = Owner(pid: 200, startTicks: 6000, bootID: "boot-1")
  static let day = CalendarDate(daysSinceEpoch: 20_600)
  static let gbp = Currency("GBP")

  static func move(_ deal: Deal.ID = "d1") -> Work {
    .moveStage(
      StageMove(
        deal: Reference(id: deal, name: "Globex rollout"), pipeline: "Standard",
        from: "Qualification", to: "Proposal", baseModifiedTime: start))
  }

  static func draft(_ id: InvoiceDraft.ID = "draft-1") -> InvoiceDraft {
    var draft = InvoiceDraft(
      id: id, tag: "FL-7Q2M9K4XZT", deal: Reference(id: "d1", name: "Initech licences"),
      dealValue: Decimal(string: "22500.10"), customer: Reference(id: "cu1", name: "Initech Ltd"),
      currency: gbp, date: day)
    draft.lines = [
      LineItem(
        name: "Licence", quantity: 25, rate: Decimal(string: "400.005") ?? 0,
        discount: .percent(10),
        tax: Tax(id: "t1", name: "VAT", percentage: Decimal(string: "17.5") ?? 0))
    ]
    return draft
  }

  static let mail = InvoiceMail(
    recipients: [.init(name: "Jane", email: "jane@initech.example", isSelected: true)],
    from: "us@example.com", subject: "Invoice", body: "<p>Hello</p>", attachmentName: "INV.pdf")

  static func payment(_ tag: String = "FL-AAAAAAAAAA") -> PaymentDraft {
    PaymentDraft(
      tag: tag, customer: Reference(id: "cu1", name: "Initech Ltd"), date: day,
      mode: "banktransfer", amount: Money(Decimal(string: "1600.10") ?? 0, gbp),
      applications: [.init(invoice: "i1", amount: Decimal(string: "1600.10") ?? 0)])
  }

  static func intent(
    _ id: Intent.ID, _ work: Work = move(), isKeyed: Bool = false, dependsOn: Intent.ID? = nil,
    profile: Profile = profile, draft: InvoiceDraft.ID? = nil, created: Date = start
  ) -> Intent {
    Intent(
      id: id, work: work, profile: profile, body: Array("{\"n\":1}".utf8),
      bodyHash: String(repeating: "ab", count: 32), isKeyed: isKeyed, dependsOn: dependsOn,
      draft: draft, summary: "Something", created: created)
  }
}

extension Journal {
  /// Claims the next intent for the usual profile and owner.
  func claim(at now: Date) throws -> Claim? {
    try claim(for: Samples.profile, owner: Samples.owner, at: now)
  }

  /// Claims the next look for the usual profile and owner.
  func claimProbe(at now: Date) throws -> Intent? {
    try claimProbe(for: Samples.profile, owner: Samples.owner, at: now)
  }

  /// Makes every look of the schedule until the intent leaves it, each saying the same.
  func look(for id: Intent.ID, finding: Finding) throws -> Intent? {
    while let intent = try intent(id), intent.state == .uncertain, let time = intent.nextProbe {
      guard try claimProbe(at: time)?.id == id else { break }
      try finishProbe(id, finding, at: time)
    }
    return try intent(id)
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
