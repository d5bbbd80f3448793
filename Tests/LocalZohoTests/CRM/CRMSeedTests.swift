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

  @Test func sharesAreRoundedHalfAwayFromZeroAndNeverOverflow() {
    #expect(ScaledNumber.multiplied(99_999, 90, over: 100) == 89_999)
    #expect(ScaledNumber.multiplied(5, 50, over: 100) == 3)
    #expect(ScaledNumber.multiplied(-5, 50, over: 100) == -3)
    #expect(ScaledNumber.multiplied(Int64.max, 90, over: 100) == nil)
  }

  @Test func numbersPrintWithoutNeedlessZeros() {
    #expect(ScaledNumber.text(1200, places: 2) == "12")
    #expect(ScaledNumber.text(-5, places: 2) == "-0.05")
    #expect(ScaledNumber.text(1250, places: 2) == "12.5")
  }
}

@Suite struct PageTokenTests {
  private let token = PageToken(
    binding: 17, page: 3, key: -5, id: 4_150_868_000_000_500_001, expiry: 1_795_514_400)

  @Test func aTokenComesBackWhole() {
    #expect(PageToken(token.text) == token)
  }

  @Test(arguments: ["", "abc", "zz", "0123456789abcdef3131"])
  func whatIsNoTokenIsNone(text: String) {
    #expect(PageToken(text) == nil)
  }

  @Test func aTokenThatWasChangedIsNone() {
    #expect(PageToken(token.text + "30") == nil)
    #expect(PageToken(String(token.text.dropLast(2))) == nil)
  }
}
