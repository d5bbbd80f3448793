import FoundationEssentials
import Sales
import Testing

@testable import ZohoAPI

private let firstPage = """
  {"data":[
    {"id":"4150868000005746001","Deal_Name":"Initech licences","Stage":"Proposal/Price Quote",
     "Pipeline":"Standard","Amount":22500.10,"Currency":"GBP","Closing_Date":"2026-06-30",
     "Probability":60,"Account_Name":{"name":"Initech","id":"51"},
     "Contact_Name":{"name":"Jane Doe","id":"61"},
     "Owner":{"name":"Ann Lee","id":"411","email":"ann@acme.example"},"Next_Step":"call Tue",
     "Description":null,"Created_Time":"2026-05-01T09:30:00+05:30",
     "Modified_Time":"2026-06-12T11:02:03+05:30","Modified_By":{"name":"Bo Chan","id":"412"},
     "Last_Activity_Time":"2026-06-12T11:02:03+05:30","$approved":true,"Lead_Source":"Web"},
    {"id":"4150868000005746002","Deal_Name":null,"Amount":null}],
   "info":{"per_page":200,"count":2,"page":1,"sort_by":"Modified_Time","sort_order":"asc",
    "more_records":true,"next_page_token":null,"previous_page_token":null}}
  """

@Suite("Deals from CRM", .timeLimit(.minutes(5)))
struct DealTests {
  @Test func areReadFieldByField() async throws {
    let zoho = FakeZoho(200, firstPage, headers: [("Date", "Tue, 24 Nov 2026 13:58:00 GMT")])
    let list = List<Deal>.deals(currency: Currency("EUR"))
    let page = try await zoho.client().send(list.page(.first))
    #expect(page.unreadable == [])
    #expect(page.next == .number(2))
    #expect(page.serverTime == Date(timeIntervalSince1970: 1_795_528_680))
    #expect(
      page.rows == [
        Deal(
          id: "4150868000005746001", name: "Initech licences",
          amount: Money(Decimal(2_250_010) / 100, Currency("GBP")), stage: "Proposal/Price Quote",
          pipeline: "Standard", closingDate: CalendarDate("2026-06-30"), probability: 60,
          account: Reference(id: "51", name: "Initech"),
          contact: Reference(id: "61", name: "Jane Doe"),
          owner: Reference(id: "411", name: "Ann Lee"), nextStep: "call Tue", note: nil,
          createdTime: Date(timeIntervalSince1970: 1_777_608_000),
          modifiedTime: Date(timeIntervalSince1970: 1_781_242_323), modifiedBy: "Bo Chan",
          lastActivityTime: Date(timeIntervalSince1970: 1_781_242_323)),
        Deal(
          id: "4150868000005746002", name: "", stage: "",
          createdTime: Date(timeIntervalSince1970: 0),
          modifiedTime: Date(timeIntervalSince1970: 0)),
      ])
  }

  @Test func areAskedForOldestChangeFirst() async throws {
    let zoho = FakeZoho(304, "")
    let since = Date(timeIntervalSince1970: 1_790_827_205)
    let page = try await zoho.client().send(
      List<Deal>.deals(currency: Currency("EUR"), modifiedSince: since).page(.first))
    #expect(page.rows.isEmpty)
    let request = try #require(zoho.requests.first)
    #expect(request.method == "GET")
    #expect(
      request.url == "https://www.zohoapis.eu/crm/v8/Deals?fields=Deal_Name%2CStage%2CPipeline%2C"
        + "Amount%2CCurrency%2CClosing_Date%2CProbability%2CAccount_Name%2CContact_Name%2COwner%2C"
        + "Next_Step%2CDescription%2CCreated_Time%2CModified_Time%2CModified_By%2C"
        + "Last_Activity_Time%2CStage_Modified_Time%2CReason_For_Loss__s&sort_by=Modified_Time&sort_order=asc&page=1&per_page=200"
    )
    #expect(request.header("if-modified-since") == "2026-10-01T04:00:05+00:00")
    #expect(!request.isWrite)
  }

  @Test func goOnByPageAndThenByToken() async throws {
    let zoho = FakeZoho { request, number in
      let info =
        switch number {
        case 1: #"{"more_records":true,"page":1}"#
        case 2: #"{"more_records":true,"page":2,"next_page_token":"tok3"}"#
        default: #"{"more_records":false,"page":3,"next_page_token":null}"#
        }
      return .json(200, #"{"data":[{"id":"\#(number)"}],"info":\#(info)}"#)
    }
    var ids: [[String]] = []
    for try await page in zoho.client().pages(.deals(currency: Currency("EUR"))) {
      ids.append(page.rows.map(\.id.rawValue))
    }
    #expect(ids == [["1"], ["2"], ["3"]])
    let cursors = zoho.requests.map { $0.url.split(separator: "&").suffix(2).first }
    #expect(cursors == ["page=1", "page=2", "page_token=tok3"])
  }

  @Test(arguments: [
    #"{"data":[{"id":"1"}],"info":{"more_records":true,"next_page_token":"same"}}"#,
    #"{"data":[],"info":{"more_records":true}}"#,
  ])
  func thatNeverEndAreStopped(body: String) async {
    let zoho = FakeZoho(200, body)
    let error = await failure { () throws(ZohoError) in
      for try await _ in zoho.client().pages(.deals(currency: Currency("EUR"))) {}
    }
    #expect(
      error
        == .unreadable(
          path: "/crm/v8/Deals", status: 200,
          reason: "the list promises more but does not go on"))
    #expect(zoho.requests.count <= 2)
  }

  @Test func areNotLostWithABadOne() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"data":[{"id":"1","Deal_Name":"good"},{"Deal_Name":"no id"},{"id":"3","Amount":"abc"},
       {"id":"4","Modified_Time":"yesterday"},7,{"id":"6","Deal_Name":"good too","Amount":"12.50"}],
       "info":{"more_records":false}}
      """)
    let page = try await zoho.client().send(
      List<Deal>.deals(currency: Currency("EUR")).page(.first))
    #expect(page.rows.map(\.name) == ["good", "good too"])
    #expect(page.rows.last?.amount == Money(Decimal(1250) / 100, Currency("EUR")))
    #expect(page.unreadable.count == 4)
    #expect(page.unreadable.first == "no id at data.[1]")
  }

  @Test func areNoneAfter204() async throws {
    let zoho = FakeZoho(204, "")
    let client = zoho.client()
    #expect(try await client.send(.query("select id from Deals where id = 1")).rows.isEmpty)
    #expect(try await client.send(.deal("1", currency: Currency("EUR"))) == nil)
    #expect(
      try await client.send(List<Deal>.deals(currency: Currency("EUR")).page(.first)).rows.isEmpty)
  }

  @Test func keepTheirVersionAsWritten() async throws {
    let deal = try await FakeZoho(200, firstPage).client()
      .send(.deal("4150868000005746001", currency: Currency("EUR")))
    #expect(deal?.version == "2026-06-12T11:02:03+05:30")
  }

  @Test func areMovedWithTheirVersion() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"data":[{"code":"SUCCESS","details":{"Modified_Time":"2026-06-12T11:05:00+05:30",
       "Modified_By":{"name":"Ann Lee","id":"411"},"Created_Time":"2026-05-01T09:30:00+05:30",
       "id":"55","Created_By":{"name":"Ann Lee","id":"411"}},"message":"record updated",
       "status":"success"}]}
      """)
    let written = try await zoho.client().send(
      .updateDeal(
        "55", ["Stage": "Closed Won", "Amount": .number(Decimal(2_250_010) / 100)],
        version: "2026-06-12T11:02:03+05:30"))
    #expect(
      written == WrittenRecord(id: "55", version: "2026-06-12T11:05:00+05:30", action: nil))
    let request = try #require(zoho.requests.first)
    #expect(request.method == "PUT")
    #expect(request.url == "https://www.zohoapis.eu/crm/v8/Deals/55")
    #expect(request.text == #"{"data":[{"Amount":22500.1,"Stage":"Closed Won"}]}"#)
    #expect(request.header("if-unmodified-since") == "2026-06-12T11:02:03+05:30")
    #expect(request.header("content-type") == "application/json")
    #expect(request.isWrite)
  }

  @Test func tellTheirHistory() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"data":[{"Stage":"Qualification","Modified_Time":"2026-05-01T09:30:00+05:30",
       "Modified_By":{"name":"Ann Lee","id":"411"},"id":"9"}],"info":{"more_records":false}}
      """)
    let page = try await zoho.client().send(List<StageChange>.stageHistory(of: "55").page(.first))
    #expect(
      page.rows == [
        StageChange(
          stage: "Qualification", time: Date(timeIntervalSince1970: 1_777_608_000), by: "Ann Lee")
      ])
    #expect(
      zoho.requests.first?.url
        == "https://www.zohoapis.eu/crm/v8/Deals/55/Stage_History?fields=Stage%2CModified_Time%2C"
        + "Modified_By&page=1&per_page=200")
  }
}

@Suite("Records of CRM", .timeLimit(.minutes(5)))
struct RecordTests {
  @Test(arguments: [201, 207])
  func haveEachTheirResult(status: Int) async throws {
    let zoho = FakeZoho(
      status,
      """
      {"data":[
       {"code":"SUCCESS","details":{"id":"71","Modified_Time":"2026-06-12T11:05:00+05:30"},
        "message":"record added","status":"success","action":"insert","duplicate_field":null},
       {"code":"MANDATORY_NOT_FOUND","details":{"api_name":"Stage","json_path":"$.data[1].Stage"},
        "message":"required field not found","status":"error"}]}
      """)
    let results = try await zoho.client().send(
      .upsert(
        [["Deal_Name": "A"], ["Deal_Name": "B"]], into: "Deals", matching: ["Deal_Name"],
        runsWorkflows: false))
    #expect(
      results == [
        .written(
          WrittenRecord(id: "71", version: "2026-06-12T11:05:00+05:30", action: "insert")),
        .refused(
          .refused(
            Refusal(
              status: status, code: "MANDATORY_NOT_FOUND", message: "required field not found",
              details: ["api_name": "Stage", "json_path": "$.data[1].Stage"], isRecord: true))),
      ])
    #expect(
      zoho.requests.first?.text
        == #"{"data":[{"Deal_Name":"A"},{"Deal_Name":"B"}],"duplicate_check_fields":["Deal_Name"],"trigger":[]}"#
    )
  }

  @Test func haveEachTheirResultWhenAllAreRefused() async throws {
    let zoho = FakeZoho(
      400,
      """
      {"data":[{"code":"INVALID_DATA","details":{"api_name":"Amount"},"message":"invalid data",
       "status":"error"}]}
      """)
    let results = try await zoho.client().send(.insert([["Amount": "x"]], into: "Deals"))
    guard case .refused(.refused(let refusal)) = results.first else {
      Issue.record("\(results)")
      return
    }
    #expect(refusal.field == "Amount")
  }

  @Test func areRefusedTogetherWhenTheModuleIsUnknown() async {
    let zoho = FakeZoho(
      400,
      #"{"code":"INVALID_MODULE","details":{},"message":"The module name","status":"error"}"#)
    let error = await failure { () throws(ZohoError) in
      _ = try await zoho.client().send(.insert([["Amount": "x"]], into: "Dealz"))
    }
    #expect(error?.outcome == .rejected)
  }

  @Test func areDeletedByTheirIds() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"data":[{"code":"SUCCESS","details":{"id":"1"},"message":"record deleted",
       "status":"success"}]}
      """)
    let results = try await zoho.client().send(.delete(["1"], of: "Contacts"))
    #expect(results == [.written(WrittenRecord(id: "1", version: nil, action: nil))])
    #expect(zoho.requests.first?.url == "https://www.zohoapis.eu/crm/v8/Contacts?ids=1")
  }

  @Test func thatAreGoneAreInTheFeed() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"data":[{"deleted_by":{"name":"Ann","id":"411"},"id":"77","display_name":"Old deal",
       "type":"recycle","created_by":{"name":"Ann","id":"411"},
       "deleted_time":"2026-10-01T09:30:00+05:30"}],"info":{"more_records":false}}
      """)
    let page = try await zoho.client().send(
      List<DeletedRecord>.deleted(from: "Deals").page(.first))
    #expect(
      page.rows == [DeletedRecord(id: "77", time: Date(timeIntervalSince1970: 1_790_827_200))])
    #expect(
      zoho.requests.first?.url
        == "https://www.zohoapis.eu/crm/v8/Deals/deleted?type=all&page=1&per_page=200")
  }

  @Test func areCountedByAQuery() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"data":[{"Stage":"Qualification","COUNT(id)":31,"SUM(Amount)":310000.05}],
       "info":{"count":1,"more_records":false}}
      """)
    let answer = try await zoho.client().send(
      .query("select Stage, COUNT(id), SUM(Amount) from Deals where id is not null group by Stage"))
    #expect(
      answer.rows == [
        [
          "Stage": "Qualification", "COUNT(id)": 31,
          "SUM(Amount)": .number(Decimal(31_000_005) / 100),
        ]
      ])
    let request = try #require(zoho.requests.first)
    #expect(
      request.text
        == #"{"select_query":"select Stage, COUNT(id), SUM(Amount) from Deals where id is not null group by Stage"}"#
    )
    #expect(!request.isWrite)
  }

  @Test func areFoundByASearch() async throws {
    let zoho = FakeZoho(204, "")
    let list = List<RecordFields>.search(
      "Contacts", by: .email("jane+x@initech.example"), fields: ["Full_Name"])
    #expect(try await zoho.client().send(list.page(.first)).rows.isEmpty)
    #expect(
      zoho.requests.first?.url
        == "https://www.zohoapis.eu/crm/v8/Contacts/search?email=jane%2Bx%40initech.example"
        + "&fields=Full_Name&page=1&per_page=200")
  }

  @Test func getANoteInTheFormOfVersion8() async throws {
    let zoho = FakeZoho(
      201,
      """
      {"data":[{"code":"SUCCESS","details":{"id":"81"},"message":"record added",
       "status":"success"}]}
      """)
    let note = try await zoho.client().send(
      .addNote(content: "can we split it?\n/Jane", to: "55"))
    #expect(note.id == "81")
    #expect(
      zoho.requests.first?.text
        == #"{"data":[{"Note_Content":"can we split it?\n/Jane","Parent_Id":{"id":"55","module":{"api_name":"Deals"}}}]}"#
    )
  }
}
