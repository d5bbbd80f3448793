import GRDB
import Testing

@testable import LocalZoho

@Suite struct CRMSeedTests {
  @Test func aSeededDealKeepsItsIDAndGetsWhatTheCRMComputes() throws {
    let crm = try CRMHarness()
    try crm.seed("Accounts", [["id": "4150868000001000001", "Account_Name": "Globex"]])
    try crm.seed(
      "Deals",
      [
        [
          "id": "4150868000001000002", "Deal_Name": "Globex rollout", "Pipeline": "Standard",
          "Stage": "Needs Analysis", "Amount": .number(48000.55),
          "Account_Name": ["id": "4150868000001000001"],
          "Created_Time": "2026-01-02T03:04:05+00:00",
        ]
      ])
    let row = try crm.store.read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM crm_Deals WHERE id = 4150868000001000002")
    }
    #expect(row?["Amount"] == 4_800_055)
    #expect(row?["Probability"] == 20)
    #expect(row?["Expected_Revenue"] == 960_011)
    #expect(row?["Account_Name"] == 4_150_868_000_001_000_001)
    #expect(row?["Created_Time"] == 1_767_323_045)
    #expect(row?["Modified_Time"] == 1_767_323_045)
    #expect(try crm.effects().isEmpty)
  }

  @Test func aSeedWithAFieldNobodyKnowsIsRefused() throws {
    let crm = try CRMHarness()
    #expect(throws: CRMSeedWriter.UnknownName(module: "Deals", field: "Deal_Nmae")) {
      try crm.seed("Deals", [["Deal_Nmae": "x"]])
    }
  }
}

@Suite struct ScaledNumberTests {
  @Test(arguments: [
    ("12", 1200), ("12.5", 1250), ("-0.005", -1), ("0.004", 0), ("1234.565", 123_457),
  ])
  func numbersAreKeptToTheirLastDigit(_ text: String, _ scaled: Int64) {
    #expect(ScaledNumber.read(text, places: 2) == scaled)
  }

  @Test(arguments: ["", "-", "1e5", "1.2.3", "99999999999999999999", "1,5"])
  func whatIsNoNumberIsNone(_ text: String) {
    #expect(ScaledNumber.read(text, places: 2) == nil)
  }

  @Test func numbersPrintWithoutNeedlessZeros() {
    #expect(ScaledNumber.text(1200, places: 2) == "12")
    #expect(ScaledNumber.text(-5, places: 2) == "-0.05")
    #expect(ScaledNumber.text(1250, places: 2) == "12.5")
  }
}
