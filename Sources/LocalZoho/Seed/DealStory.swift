import FoundationEssentials

/// How one deal went: what it is worth, which stages it entered when, and how it stands.
struct DealStory {
  struct Step {
    var stage: String
    var entered: Date
  }

  var name: String
  var pipeline: String
  var account: Int
  var contact: Int
  var owner: String
  var amount: Decimal?
  var created: Date
  /// From the first stage to the one it is in.
  var steps: [Step]
  var closing: Day
  var isWon: Bool
  var isOpen: Bool

  var stage: String { steps.last?.stage ?? "" }
  var moved: Date { steps.last?.entered ?? created }
}

extension CRMSeed {
  /// Deals are older the earlier they come: from a year and a half ago to yesterday.
  private static let span = 540

  mutating func story(at index: Int) -> DealStory {
    let age = Self.span - (Self.span - 1) * index / max(1, seed.deals)
    let isRenewal = random.chance(25)
    let account = random.number(0...world.accounts.count - 1)
    // The contacts' first round goes through all accounts in order, the second through some.
    let second = account + world.accounts.count
    let contact = second < world.contacts.count && random.chance(40) ? second : account
    let topic = random.pick(isRenewal ? SeedWords.renewals : SeedWords.newBusiness)
    let isOpen = !random.chance(age > 120 ? 85 : 30)
    let isWon = !isOpen && random.chance(58)

    let pipeline = isRenewal ? StandardPipelines.renewals : StandardPipelines.standard
    let open = pipeline.stages.filter { !$0.hasPrefix("Closed") }
    var stages = Array(open.prefix(random.number(1...open.count)))
    if isWon { stages.append("Closed Won") }
    if !isOpen, !isWon {
      stages.append(
        random.chance(70) || isRenewal ? "Closed Lost" : "Closed Lost to Competition")
    }
    // Closed deals took some weeks; open ones may have been left alone for long.
    let life = isOpen ? random.number(age / 3...age) : min(age, random.number(5...110))
    var days = (1..<stages.count).map { _ in random.number(0...max(0, life - 1)) }
    days.sort()
    let created = workTime(on: today - age)
    var entered = created
    var steps = [DealStory.Step(stage: stages[0], entered: created)]
    for (stage, day) in zip(stages.dropFirst(), days) {
      // A stage is entered after the one before it, even on the same day.
      let time = workTime(on: today - age + day)
      entered = max(time, entered.addingTimeInterval(61))
      steps.append(DealStory.Step(stage: stage, entered: entered))
    }
    return DealStory(
      name: "\(world.accounts[account].name) \(topic)", pipeline: pipeline.name,
      account: account, contact: contact, owner: owner(), amount: amount(), created: created,
      steps: steps, closing: isOpen ? today + random.number(-12...95) : Timestamp.day(entered),
      isWon: isWon, isOpen: isOpen)
  }

  /// Mostly round sums, many small and few large; some nobody wrote down.
  private mutating func amount() -> Decimal? {
    switch random.number(1...100) {
    case 1...3: nil
    case 4...60: Decimal(random.number(20...400) * 50)
    case 61...88: Decimal(random.number(200...800) * 100)
    case 89...97: Decimal(random.number(160...800) * 500)
    default: Decimal(random.number(100_000...4_999_999)) / 100
    }
  }
}
