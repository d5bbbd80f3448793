import FoundationEssentials
import GRDB

/// Makes the CRM side of a seeded world: owners, accounts, contacts, leads, products and deals with
/// their history, activities and notes.
struct CRMSeed {
  let db: Database
  let seed: Seed
  let today: Day
  let writer: CRMSeedWriter
  var random: SplitMix64
  var world: SeededCRM
  var plans = Plans()
  /// Everybody who owns records.
  let owners = [User.administrator.id] + SeedPeople.owners.map(\.id)

  /// Records are written in pieces, so that a million of them need no memory of their own.
  static let batch = 2000

  init(_ db: Database, _ seed: Seed, today: Day) throws {
    self.db = db
    self.seed = seed
    self.today = today
    writer = try CRMSeedWriter(db, now: Self.instant(today - 1, second: 64_800))
    random = SplitMix64(seed: seed.number)
    world = SeededCRM(today: today)
  }

  /// Writes everything and says what Books may bill.
  mutating func fill() throws -> SeededCRM {
    for owner in SeedPeople.owners { try owner.insert(db) }
    try fillProducts()
    try fillAccounts()
    try fillContacts()
    try fillLeads()
    try fillDeals()
    return world
  }

  static func instant(_ day: Day, second: Int) -> Date {
    Date(timeIntervalSince1970: TimeInterval(day.number * 86_400 + second))
  }

  /// Some time of a working day.
  mutating func workTime(on day: Day) -> Date {
    Self.instant(day, second: random.number(8 * 3600...18 * 3600 - 1))
  }

  /// The first two owners have the most to do.
  mutating func owner() -> String { owners[random.number(0...7) % owners.count] }

  static func reference(_ id: String) -> JSONValue { ["id": .string(id)] }

  /// Writes `count` records, each made when its turn comes, with ids that were reserved.
  mutating func write(
    _ module: String, _ count: Int, _ make: (inout CRMSeed, Int, String) -> JSONObject
  ) throws {
    var records: [JSONObject] = []
    let ids = try RecordIDs.reserve(count, .crm, db)
    for index in 0..<count {
      let id = String(ids.lowerBound + Int64(index))
      var record = make(&self, index, id)
      record.append("id", .string(id))
      records.append(record)
      if records.count == Self.batch || index == count - 1 {
        try writer.insert(module, records)
        records.removeAll(keepingCapacity: true)
      }
    }
  }
}
