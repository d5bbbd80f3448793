import FoundationEssentials
import Sales
import Testing

@testable import ZohoAPI

@Suite("Requests of CRM with types of their own", .timeLimit(.minutes(5)))
struct TypedCRMRequestTests {
  private let done = """
    {"data":[{"code":"SUCCESS","details":{"id":"1"},"message":"done","status":"success"}]}
    """

  @Test func putTagsOnRecords() async throws {
    let zoho = FakeZoho(200, done)
    let results = try await zoho.client().send(.addTags(["Hot"], to: ["1"], of: "Deals"))
    #expect(results == [.written(WrittenRecord(id: "1", version: nil, action: nil))])
    #expect(zoho.requests.first?.text == #"{"ids":["1"],"tags":[{"name":"Hot"}]}"#)
    #expect(
      zoho.requests.first?.url == "https://www.zohoapis.eu/crm/v8/Deals/actions/add_tags")
  }

  @Test func giveRecordsToSomebody() async throws {
    let zoho = FakeZoho(200, done)
    _ = try await zoho.client().send(
      .changeOwner(of: ["1"], in: "Deals", to: "411", related: ["Tasks"]))
    #expect(
      zoho.requests.first?.text == #"{"ids":["1"],"notify":false,"owner":{"id":"411"},"#
        + #""related_modules":[{"api_name":"Tasks"}]}"#)
  }

  @Test func changeOneFieldOfMany() async throws {
    let zoho = FakeZoho(200, done)
    _ = try await zoho.client().send(.massUpdate(["1"], of: "Deals", ["Stage": "Closed Lost"]))
    #expect(zoho.requests.first?.text == #"{"data":[{"Stage":"Closed Lost"}],"ids":["1"]}"#)
    let error = await failure { () async throws(ZohoError) in
      _ = try await zoho.client().send(
        .massUpdate(["1"], of: "Leads", ["Lead_Status": "Cold", "Rating": "C"]))
    }
    #expect(
      error == .unsendable(reason: "2 fields: CRM sets 1 to 1 of Leads at once"))
  }

  @Test func convertALead() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"data":[{"code":"SUCCESS","status":"success","message":"converted","details":
       {"Contacts":{"name":"Jane","id":"61"},"Accounts":null,"Deals":{"name":"D","id":"71"}}}]}
      """)
    let made = try await zoho.client().send(
      .convertLead(
        "5", LeadConversion(account: "51", deal: ["Deal_Name": "D", "Amount": .number(1.5)])))
    #expect(made == ConvertedLead(account: nil, contact: "61", deal: "71", isScheduled: false))
    #expect(
      zoho.requests.first?.text == #"{"data":[{"Accounts":{"id":"51"},"#
        + #""Deals":{"Amount":1.5,"Deal_Name":"D"},"notify_lead_owner":false,"#
        + #""notify_new_entity_owner":false,"overwrite":false}]}"#)
  }

  @Test func readABlueprintAndTakeATransition() async throws {
    let zoho = FakeZoho { request, _ in
      request.method == "PUT"
        ? .json(200, #"{"code":"SUCCESS","details":{},"message":"moved","status":"success"}"#)
        : .json(
          200,
          """
          {"blueprint":{"process_info":{"api_name":"Stage","field_value":"Proposal","name":"Sales"},
           "transitions":[{"id":"9","name":"Negotiate","next_field_value":"Negotiation",
            "criteria_matched":true,"criteria_message":null,"fields":[{"api_name":"Amount",
            "field_label":"Amount","data_type":"currency","system_mandatory":true}]}]}}
          """)
    }
    let blueprint = try #require(
      try await zoho.client().send(.blueprint(of: "1", in: "Deals")))
    #expect(blueprint.field == "Stage" && blueprint.value == "Proposal")
    #expect(blueprint.transitions.map(\.target) == ["Negotiation"])
    #expect(blueprint.transitions[0].fields.map(\.isMandatory) == [true])
    try await zoho.client().send(
      .take(transition: "9", ["Amount": 5], of: "1", in: "Deals"))
    #expect(
      zoho.requests.last?.text == #"{"blueprint":[{"data":{"Amount":5},"transition_id":"9"}]}"#)
    let free = FakeZoho(
      400, #"{"code":"RECORD_NOT_IN_PROCESS","message":"not in process","status":"error"}"#)
    #expect(try await free.client().send(.blueprint(of: "1", in: "Deals")) == nil)
  }

  @Test func lockAndUnlock() async throws {
    let zoho = FakeZoho { request, _ in
      request.method == "GET" ? .json(204, "") : .json(200, self.done)
    }
    #expect(try await zoho.client().send(Request<RecordLock?>.lock(on: "1", of: "Deals")) == nil)
    _ = try await zoho.client().send(
      Request<WrittenRecord>.lock("1", of: "Deals", reason: "audit"))
    #expect(zoho.requests.last?.text == #"{"data":[{"Locked_Reason__s":"audit"}]}"#)
  }

  @Test func tellWhatHappenedToARecord() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"__timeline":[{"id":"1","audited_time":"2026-10-01T09:30:00+00:00","action":"updated",
       "source":"crm_ui","done_by":{"name":"Ann","id":"4","type__s":"user"},"field_history":
       [{"api_name":"Stage","field_label":"Stage","_value":{"old":"A","new":"B"}}]}],
       "info":{"more_records":false}}
      """)
    let page = try await zoho.client().send(
      List<TimelineEntry>.timeline(of: "1", in: "Deals").page(.first))
    #expect(page.rows.map(\.by) == ["Ann"])
    #expect(
      page.rows[0].changes
        == [TimelineEntry.Change(field: "Stage", label: "Stage", old: "A", new: "B")])
  }

  @Test func readABulkJobToItsEnd() async throws {
    let zoho = FakeZoho { request, number in
      switch number {
      case 1:
        .json(
          201,
          #"{"data":[{"status":"success","code":"ADDED_SUCCESSFULLY","details":{"id":"7"}}]}"#)
      case 2:
        .json(
          200,
          """
          {"data":[{"id":"7","state":"COMPLETED","result":{"count":2,"more_records":false}}]}
          """)
      default:
        HTTPResponse(
          status: 200, headers: [("Content-Type", "application/zip")], body: Data("PK..".utf8))
      }
    }
    let client = zoho.client()
    let id = try await client.send(.startBulkRead("Deals", fields: ["Deal_Name"]))
    #expect(
      zoho.requests.first?.text == #"{"file_type":"csv","query":{"fields":["Deal_Name"],"#
        + #""module":{"api_name":"Deals"},"page":1}}"#)
    let job = try await client.send(.bulkRead(id))
    #expect(job.isDone && job.count == 2 && !job.hasMore)
    #expect(try await client.send(.bulkReadResult(id)) == Data("PK..".utf8))
    #expect(zoho.requests.last?.url == "https://www.zohoapis.eu/crm/bulk/v8/read/7/result")
  }

  @Test func askInCOQLOnlyWithAWhere() async throws {
    let zoho = FakeZoho(204, "")
    _ = try await zoho.client().send(.query("select id from Deals where id is not null"))
    let error = await failure { () async throws(ZohoError) in
      _ = try await zoho.client().send(.query("select 'where' from Deals"))
    }
    #expect(
      error
        == .unsendable(
          reason: "COQL wants a where; for all records it is: where id is not null"))
    #expect(zoho.requests.count == 1)
  }

  @Test func sendSeveralCallsAsOne() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"__composite_requests":[{"sub_request_id":"a","code":"SUCCESS","details":{"response":
       {"status_code":200,"body":{"data":[]}}}}]}
      """)
    let request = Request<[CompositeAnswer]>.composite([
      CompositePart(id: "a", .get, "/crm/v8/Deals", query: ["fields": "id"])
    ])
    #expect(!request.isWrite)
    let answers = try await zoho.client().send(request)
    #expect(answers == [CompositeAnswer(id: "a", status: 200, body: ["data": .list([])])])
  }
}

@Suite("Requests of Books with types of their own", .timeLimit(.minutes(5)))
struct TypedBooksRequestTests {
  @Test func listEstimatesOfADeal() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"estimates":[{"estimate_id":"9","estimate_number":"EST-1","customer_id":"5",
       "customer_name":"Initech","status":"sent","date":"2026-10-01","total":"120.50",
       "currency_code":"GBP"}],"page_context":{"has_more_page":false}}
      """)
    let page = try await zoho.client().send(
      List<BooksDocument>.documents(.estimate, currency: Currency("EUR"), deal: "77").page(.first))
    #expect(zoho.requests.first?.url.contains("/estimates?zcrm_potential_id=77") == true)
    let total = try #require(Decimal(string: "120.50"))
    #expect(page.rows.map(\.total) == [Money(total, Currency("GBP"))])
    #expect(page.rows.map(\.number) == ["EST-1"])
  }

  @Test func putCreditsOnAnInvoice() async throws {
    let zoho = FakeZoho(200, #"{"code":0,"message":"applied"}"#)
    try await zoho.client().send(
      .apply([CreditUse(.creditNote("8"), amount: 12.5)], to: "46"))
    #expect(
      zoho.requests.first?.text == #"{"apply_creditnotes":[{"amount_applied":12.5,"#
        + #""creditnote_id":"8"}],"invoice_payments":[]}"#)
    let error = await failure { () async throws(ZohoError) in
      try await zoho.client().send(.apply([], to: "46"))
    }
    #expect(error == .unsendable(reason: "there is no credit to put on the invoice"))
  }

  @Test func refundACreditNote() async throws {
    let zoho = FakeZoho(201, #"{"code":0,"message":"refunded"}"#)
    let day = try #require(CalendarDate("2026-10-01"))
    try await zoho.client().send(
      .refund(
        creditNote: "8", RefundDraft(date: day, amount: 12, mode: "cash", account: "3")))
    #expect(
      zoho.requests.first?.text == #"{"amount":12,"date":"2026-10-01","from_account_id":"3","#
        + #""reference_number":"","refund_mode":"cash"}"#)
  }

  @Test func remindNoMoreThanTen() async throws {
    let zoho = FakeZoho(200, #"{"code":0,"message":"sent"}"#)
    try await zoho.client().send(.remind(["1", "2"]))
    #expect(zoho.requests.first?.url.contains("invoice_ids=1%2C2") == true)
    let many = (1...11).map { Invoice.ID("\($0)") }
    let error = await failure { () async throws(ZohoError) in
      try await zoho.client().send(.remind(many))
    }
    #expect(error == .unsendable(reason: "11 invoices: 10 is the most in one call"))
  }

  @Test func giveALinkToPayBy() async throws {
    let zoho = FakeZoho(
      200, #"{"code":0,"data":{"share_link":"https://pay.example/1"}}"#)
    let day = try #require(CalendarDate("2026-12-01"))
    #expect(
      try await zoho.client().send(.paymentLink(for: "46", until: day)) == "https://pay.example/1")
  }

  @Test func countHowOldDebtsAre() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"aging_details":[{"entity_id":"46","transaction_number":"INV-1","customer_id":"5",
       "customer_name":"Initech","due_date":"2026-09-01","age":30,"balance":"99.10",
       "currency_code":"GBP"}],"page_context":{"has_more_page":false}}
      """)
    let page = try await zoho.client().send(
      List<AgeingInvoice>.receivablesAgeing(currency: Currency("EUR")).page(.first))
    #expect(page.rows.map(\.age) == [30])
    #expect(page.rows.map(\.balance.currency) == [Currency("GBP")])
  }
}
