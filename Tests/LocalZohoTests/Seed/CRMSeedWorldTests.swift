import FoundationEssentials
import GRDB
import Testing

@testable import LocalZoho

@Suite struct CRMSeedWorldTests {
  /// 24 November 2026, 09:00 UTC.
  private static let now = Date(timeIntervalSince1970: 1_795_510_800)

  /// The usual world, which tests only read.
  private static let usual = Result { try make(1, deals: 240) }

  private static func make(_ number: UInt64, deals: Int) throws -> ZohoStore {
    let store = try ZohoStore(.memory, now: { now })
    try SeededWorld.fill(store, Seed(number: number, deals: deals))
    return store
  }

  private func count(_ store: ZohoStore, _ sql: String) throws -> Int {
    try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
  }

  /// Every row of the CRM and of Books, as text.
  private func dump(_ store: ZohoStore) throws -> [String] {
    try store.read { db in
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table'
          AND (name LIKE 'crm%' OR name LIKE 'books%' OR name IN ('mail', 'users')) ORDER BY 1
          """)
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description)
      }
    }
  }

  @Test func theSameSeedMakesTheSameWorld() throws {
    #expect(try dump(Self.make(7, deals: 60)) == dump(Self.make(7, deals: 60)))
    #expect(try dump(Self.make(7, deals: 60)) != dump(Self.make(8, deals: 60)))
  }

  @Test(arguments: [0, 1, 2001])
  func thereAreAsManyDealsAsAskedFor(deals: Int) throws {
    let store = try Self.make(1, deals: deals)
    #expect(try count(store, "crm_Deals") == deals)
    #expect(try count(store, "users") == 6)
    #expect(try count(store, "crm_Products") == 14)
  }

  @Test func fillingAgainAddsNothing() throws {
    let store = try Self.make(1, deals: 5)
    let before = try dump(store)
    try SeededWorld.fill(store, Seed(number: 2, deals: 10))
    #expect(try dump(store) == before)
  }

  @Test func dealsStandInStagesOfTheirPipeline() throws {
    let store = try Self.usual.get()
    let pairs = try store.read {
      try Row.fetchAll($0, sql: "SELECT DISTINCT Pipeline, Stage FROM crm_Deals")
    }
    for pair in pairs {
      let stages =
        pair["Pipeline"] == "Renewals"
        ? StandardPipelines.renewals.stages : StandardPipelines.standard.stages
      #expect(stages.contains(pair["Stage"]))
    }
    #expect(Set(pairs.map { $0["Pipeline"] as String }) == ["Standard", "Renewals"])
  }

  @Test func theHistoryEndsInTheStageOfTheDeal() throws {
    let store = try Self.usual.get()
    let rows = try store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.Stage AS stage, d.Created_Time AS created, h.Stage AS entered,
            h.Modified_Time AS time
          FROM crm_Deals d JOIN crm_Stage_History h ON h.Deal_Id = d.id
          WHERE h.id = (SELECT id FROM crm_Stage_History WHERE Deal_Id = d.id
            ORDER BY Modified_Time DESC LIMIT 1)
          """)
    }
    #expect(rows.count == 240)
    #expect(rows.allSatisfy { ($0["stage"] as String) == ($0["entered"] as String) })
    #expect(rows.allSatisfy { ($0["created"] as Int) <= ($0["time"] as Int) })
    #expect(
      try count(
        store,
        """
        crm_Stage_History a JOIN crm_Stage_History b
        ON a.Deal_Id = b.Deal_Id AND a.id < b.id AND a.Modified_Time >= b.Modified_Time
        """) == 0)
  }

  @Test func openDealsHaveLateTodaysFutureAndNoActivities() throws {
    let store = try Self.usual.get()
    let open = "crm_Tasks WHERE Status <> 'Completed' AND Due_Date"
    #expect(try count(store, "\(open) < '2026-11-24'") > 0)
    #expect(try count(store, "\(open) = '2026-11-24'") > 0)
    #expect(try count(store, "\(open) > '2026-11-24'") > 0)
    #expect(
      try count(
        store,
        """
        crm_Deals WHERE Stage NOT LIKE 'Closed%' AND id NOT IN (
          SELECT What_Id FROM crm_Tasks UNION SELECT What_Id FROM crm_Calls
          UNION SELECT What_Id FROM crm_Events)
        """) > 0)
    #expect(try count(store, "crm_Calls") > 0)
    #expect(try count(store, "crm_Events") > 0)
  }

  @Test func nothingWasWrittenInTheFuture() throws {
    let store = try Self.usual.get()
    let now = Int(Self.now.timeIntervalSince1970)
    for module in ["Deals", "Accounts", "Contacts", "Tasks", "Calls", "Events", "Notes", "Leads"] {
      #expect(
        try count(store, "crm_\(module) WHERE Modified_Time > \(now) OR Created_Time > \(now)")
          == 0)
    }
  }

  @Test func everythingBelongsToARecordThatExists() throws {
    let store = try Self.usual.get()
    for (column, table, parent) in [
      ("Account_Name", "crm_Deals", "crm_Accounts"), ("Contact_Name", "crm_Deals", "crm_Contacts"),
      ("Owner", "crm_Deals", "users"), ("What_Id", "crm_Tasks", "crm_Deals"),
      ("Parent_Id", "crm_Notes", "crm_Deals"), ("Account_Name", "crm_Contacts", "crm_Accounts"),
    ] {
      let ids =
        parent == "users" ? "SELECT CAST(id AS INTEGER) FROM users" : "SELECT id FROM \(parent)"
      #expect(try count(store, "\(table) WHERE \(column) NOT IN (\(ids))") == 0)
    }
  }

  @Test func moneyComesInThreeCurrenciesMostlyAtHome() throws {
    let store = try Self.usual.get()
    let home = try count(store, "crm_Deals WHERE Currency = 'GBP'")
    let euro = try count(store, "crm_Deals WHERE Currency = 'EUR'")
    let dollar = try count(store, "crm_Deals WHERE Currency = 'USD'")
    #expect(home > euro && euro > dollar && dollar > 0)
    #expect(home + euro + dollar == 240)
  }

  @Test(arguments: ["青波", "الميناء", "🚢", "e\u{301}", "서울"])
  func namesComeInSeveralScripts(part: String) throws {
    #expect(
      try count(Self.usual.get(), "crm_Accounts WHERE instr(Account_Name, '\(part)') > 0") > 0)
  }

  @Test func mailAddressesDiffer() throws {
    let store = try Self.make(1, deals: 900)
    let emails = try store.read { try String.fetchAll($0, sql: "SELECT Email FROM crm_Contacts") }
    #expect(Set(emails).count == emails.count)
    #expect(emails.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
  }
}
