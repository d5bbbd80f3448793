import Testing

@testable import LocalZoho

@Suite struct RecordListTests {
  /// Deals named 1 to `count`, a second apart, ids from 4150868000001000001.
  private func crm(_ count: Int) throws -> CRMHarness {
    let crm = try CRMHarness()
    let first = 4_150_868_000_001_000_000
    try crm.seed(
      "Deals",
      (1...count).map { number in
        let minutes = Digits.padded(number / 60, 2)
        let seconds = Digits.padded(number % 60, 2)
        return [
          "id": .string(String(first + number)), "Deal_Name": .string("Deal \(number)"),
          "Stage": "Qualification", "Pipeline": "Standard",
          "Created_Time": "2026-01-01T00:00:00+00:00",
          "Modified_Time": .string("2026-01-01T00:\(minutes):\(seconds)+00:00"),
        ]
      })
    return crm
  }

  private func names(_ answer: CRMHarness.Answer) -> [String] {
    answer.data.compactMap { $0["Deal_Name"]?.stringValue }
  }

  @Test func aListShowsTheNewestFirst() throws {
    let crm = try crm(3)
    let answer = try crm.get("Deals?fields=Deal_Name,Unknown&per_page=2")
    #expect(names(answer) == ["Deal 3", "Deal 2"])
    #expect(answer.data[0] == ["Deal_Name": "Deal 3", "id": "4150868000001000003"])
    let info = answer.json["info"]
    #expect(info?["per_page"] == 2)
    #expect(info?["count"] == 2)
    #expect(info?["page"] == 1)
    #expect(info?["sort_by"] == "id")
    #expect(info?["sort_order"] == "desc")
    #expect(info?["more_records"] == true)
    #expect(info?["previous_page_token"] == .null)
    #expect(info?["page_token_expiry"] == "2026-11-25T10:00:00+00:00")
    #expect(names(try crm.get("Deals?fields=Deal_Name&per_page=2&page=2")) == ["Deal 1"])
    #expect(try crm.get("Deals?fields=Deal_Name&per_page=2&page=3").status == 204)
  }

  @Test func aFieldNamedTwiceIsShownOnce() throws {
    let answer = try crm(1).get("Deals?fields=Deal_Name,id,Deal_Name")
    #expect(answer.data[0] == ["Deal_Name": "Deal 1", "id": "4150868000001000001"])
  }

  @Test(arguments: ["id", "Modified_Time", "Created_Time"], ["asc", "desc"])
  func tokensReachEveryRowOnce(sortBy: String, order: String) throws {
    let crm = try crm(7)
    let path = "Deals?fields=Deal_Name&per_page=2&sort_by=\(sortBy)&sort_order=\(order)"
    var answer = try crm.get(path)
    var pages = [names(answer)]
    var last = answer
    while let token = answer.json.at("info", "next_page_token")?.stringValue {
      answer = try crm.get("\(path)&page_token=\(token)")
      pages.append(names(answer))
      last = answer
    }
    let numbers = order == "asc" ? Array(1...7) : Array(1...7).reversed()
    #expect(pages.flatMap { $0 } == numbers.map { "Deal \($0)" })
    #expect(pages.count == 4)
    #expect(last.json.at("info", "page") == 4)
    let previous = try #require(last.json.at("info", "previous_page_token")?.stringValue)
    var back = try crm.get("\(path)&page_token=\(previous)")
    #expect(names(back) == pages[2])
    for page in [1, 0] {
      let token = try #require(back.json.at("info", "previous_page_token")?.stringValue)
      back = try crm.get("\(path)&page_token=\(token)")
      #expect(names(back) == pages[page])
    }
    #expect(back.json.at("info", "previous_page_token") == .null)
  }

  @Test func aTokenIsBoundToItsCallAndItsDay() throws {
    let crm = try crm(3)
    let path = "Deals?fields=Deal_Name&per_page=1"
    let token = try #require(
      try crm.get(path).json.at("info", "next_page_token")?.stringValue)
    let other = try crm.get("Deals?fields=Stage&per_page=1&page_token=\(token)")
    #expect(other.status == 400)
    #expect(other.json["code"] == "TOKEN_BOUND_DATA_MISMATCH")
    #expect(
      try crm.get("\(path)&page=2&page_token=\(token)").json["code"]
        == "AMBIGUITY_DURING_PROCESSING")
    #expect(try crm.get("\(path)&page_token=abc").json["code"] == "INVALID_DATA")
    crm.wait(24 * 3600)
    #expect(try crm.get("\(path)&page_token=\(token)").json["code"] == "EXPIRED_VALUE")
  }

  @Test func pageNumbersEndAt2000Rows() throws {
    let crm = try crm(1)
    #expect(try crm.get("Deals?fields=id&page=10").status == 204)
    let answer = try crm.get("Deals?fields=id&page=11")
    #expect(answer.status == 400)
    #expect(answer.json["code"] == "DISCRETE_PAGINATION_LIMIT_EXCEEDED")
    #expect(
      answer.json["message"]
        == "You can only get the first 2000 records without using page_token param.")
    #expect(answer.json.at("details", "limit") == 2000)
  }

  @Test func whatHasNotChangedAnswers304() throws {
    let crm = try crm(3)
    let path = "Deals?fields=Deal_Name"
    let newer = try crm.get(path, headers: ["If-Modified-Since": "2026-01-01T00:00:02+00:00"])
    #expect(names(newer) == ["Deal 3"])
    let none = try crm.get(path, headers: ["If-Modified-Since": "2026-01-01T01:00:03+01:00"])
    #expect(none.status == 304)
    #expect(none.json == .null)
    #expect(try crm.get(path, headers: ["If-Modified-Since": "yesterday"]).status == 400)
  }

  @Test func wrongParametersAreNamed() throws {
    let crm = try crm(1)
    let missing = try crm.get("Deals")
    #expect(missing.status == 400)
    #expect(
      missing.json
        == (try json(
          """
          {"code":"REQUIRED_PARAM_MISSING","details":{"param_name":"fields"},
           "message":"One of the expected parameter is missing","status":"error"}
          """)))
    let fields = (1...51).map { "F\($0)" }.joined(separator: ",")
    #expect(try crm.get("Deals?fields=\(fields)").json["code"] == "LIMIT_EXCEEDED")
    for wrong in ["per_page=201", "per_page=0", "page=x", "sort_by=Amount", "sort_order=up"] {
      #expect(try crm.get("Deals?fields=id&\(wrong)").json["code"] == "INVALID_DATA", "\(wrong)")
    }
    #expect(
      try crm.get("Deals?fields=id&cvid=1&sort_by=id").json["code"]
        == "AMBIGUITY_DURING_PROCESSING")
    #expect(try crm.get("Deals?fields=id&cvid=1").json["code"] == "INVALID_DATA")
  }

  @Test func idsAndViewsChooseRecords() throws {
    let crm = try crm(4)
    let some = try crm.get(
      "Deals?fields=Deal_Name&ids=4150868000001000001,4150868000001000003")
    #expect(names(some) == ["Deal 3", "Deal 1"])
    let views = try crm.get("settings/custom_views?module=Deals").json["custom_views"]
    let won = views?.arrayValue?.first { $0["name"] == "Won Deals" }?["id"]?.stringValue
    let open = views?.arrayValue?.first { $0["name"] == "Open Deals" }?["id"]?.stringValue
    let wonID = try #require(won)
    let openID = try #require(open)
    #expect(try crm.get("Deals?fields=Deal_Name&cvid=\(wonID)").status == 204)
    let answer = try crm.get("Deals?fields=Deal_Name&cvid=\(openID)")
    #expect(answer.data.count == 4)
    #expect(answer.credits == 3)
  }

  @Test func aLookupShowsTheNameOfItsRecord() throws {
    let crm = try CRMHarness()
    let account = try crm.insert("Accounts", #"{"Account_Name":"Ünïcode 株式会社"}"#)
    let contact = try crm.insert(
      "Contacts",
      """
      {"First_Name":"Jane","Last_Name":"Doe","Account_Name":{"name":"x","id":"\(account)"}}
      """)
    let answer = try crm.get("Contacts?fields=Full_Name,Account_Name,Tag,Email_Opt_Out")
    #expect(
      answer.data[0]
        == (try json(
          """
          {"Full_Name":"Jane Doe","Account_Name":{"name":"Ünïcode 株式会社","id":"\(account)"},
           "Tag":[],"Email_Opt_Out":false,"id":"\(contact)"}
          """)))
  }

  @Test func anUnknownRecordIsNoContent() throws {
    let crm = try CRMHarness()
    #expect(try crm.get("Deals/4150868000000999999").status == 204)
    #expect(try crm.get("Deals/abc").json["code"] == "INVALID_DATA")
  }

  @Test func countingIsDear() throws {
    let crm = try crm(3)
    let answer = try crm.get("Deals/actions/count")
    #expect(answer.json == ["count": 3])
    #expect(answer.credits == 50)
    #expect(
      try crm.get("Deals/actions/count?criteria=(Deal_Name:starts_with:Deal%202)").json
        == ["count": 1])
  }
}
