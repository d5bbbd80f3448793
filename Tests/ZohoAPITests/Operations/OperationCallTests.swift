import FoundationEssentials
import Testing

@testable import ZohoAPI

@Suite("A call of an operation", .timeLimit(.minutes(5))) struct OperationCallTests {
  private func operation(
    _ resource: String, _ verb: String, of product: Product = .books
  ) throws -> ZohoAPI.Operation {
    try #require(Resource.named(resource, of: product)?[verb])
  }

  private func problem(
    _ operation: ZohoAPI.Operation, ids: [String] = [], query: [OperationCall.Named] = [],
    _ content: OperationCall.Content = .none
  ) -> OperationProblem? {
    do throws(OperationProblem) {
      _ = try operation.call(ids: ids, query: query, content)
      return nil
    } catch {
      return error
    }
  }

  @Test func putsIdsIntoThePathInOrder() async throws {
    let zoho = FakeZoho(200, #"{"code":0,"message":"The payment has been deleted."}"#)
    let call = try operation("invoices", "delete-payment").call(ids: ["46", "4/7"])
    let answer = try await zoho.client().send(call.request)
    let request = try #require(zoho.requests.first)
    #expect(request.method == "DELETE")
    #expect(
      request.url
        == "https://www.zohoapis.eu/books/v3/invoices/46/payments/4%2F7?organization_id=10229182")
    #expect(request.isWrite)
    #expect(answer.content == .done("The payment has been deleted."))
  }

  @Test func refusesWhatBooksWouldIgnore() throws {
    let list = try operation("invoices", "list")
    let typo = problem(list, query: [.init("custmer_id", "1")])
    guard case .unknownParameter("custmer_id", let known)? = typo else {
      Issue.record("\(String(describing: typo))")
      return
    }
    #expect(known.contains("customer_id") && known.contains("total_less_equals"))
    #expect(
      problem(list, query: [.init("filter_by", "Status.Overdue")])
        == .unknownValue(
          "Status.Overdue", of: "filter_by",
          known: [
            "Status.All", "Status.Sent", "Status.Draft", "Status.OverDue", "Status.Paid",
            "Status.Void", "Status.Unpaid", "Status.PartiallyPaid", "Status.Viewed",
            "Date.PaymentExpectedDate", "Type.DebitNote",
          ]))
    #expect(problem(list, query: [.init("filter_by", "Status.OverDue")]) == nil)
    // Bills spell it otherwise.
    #expect(
      problem(try operation("bills", "list"), query: [.init("filter_by", "Status.Overdue")]) == nil)
  }

  @Test func knowsTheFamiliesOfComparison() throws {
    let list = try operation("invoices", "list")
    for name in [
      "total_greater_than", "date_start", "due_date_before", "invoice_number_contains",
      "custom_field_123", "sort_order", "page", "per_page", "zcrm_potential_id",
    ] {
      let value = name == "sort_order" ? "D" : "1"
      #expect(problem(list, query: [.init(name, value)]) == nil, "\(name)")
    }
    for name in ["total_contains", "date_less_than", "customer_id_startswith", "organization_id"] {
      #expect(problem(list, query: [.init(name, "1")]) != nil, "\(name)")
    }
  }

  @Test func wantsWhatTheOperationNeeds() throws {
    #expect(
      problem(try operation("invoices", "void"))
        == .wrongIDs(wanted: ["invoice_id"], given: 0))
    #expect(
      problem(try operation("records", "list", of: .crm), ids: ["Deals"])
        == .missingParameter("fields"))
    #expect(problem(try operation("invoices", "create")) == .missingBody)
    #expect(
      problem(try operation("invoices", "void"), ids: ["1"], .fields(["a": 1])) == .unwantedBody)
    #expect(problem(try operation("invoices", "attach"), ids: ["1"]) == .missingFile)
    #expect(
      problem(try operation("invoices", "create"), .json(Data("[1,".utf8)))
        != nil)
    #expect(problem(try operation("invoices", "create"), .json(Data("7".utf8))) != nil)
    #expect(problem(try operation("invoices", "email"), ids: ["1"]) == nil)
  }

  @Test func putsARecordOfCRMWhereItBelongs() async throws {
    let zoho = FakeZoho(
      201,
      #"{"tags":[{"code":"SUCCESS","details":{"id":"9"},"message":"tags created","status":"success"}]}"#
    )
    let create = try operation("tags", "create", of: .crm)
    let call = try create.call(
      query: [.init("module", "Deals")], .fields(["name": "Hot", "weight": .number(1.10)]))
    let answer = try await zoho.client().send(call.request)
    #expect(zoho.requests.first?.text == #"{"tags":[{"name":"Hot","weight":1.1}]}"#)
    #expect(
      zoho.requests.first?.url == "https://www.zohoapis.eu/crm/v8/settings/tags?module=Deals")
    guard case .outcomes(let outcomes) = answer.content else {
      Issue.record("\(answer.content)")
      return
    }
    #expect(outcomes.map(\.id) == ["9"])
    #expect(!answer.isPartial)
    let whole = try create.call(query: [.init("module", "Deals")], .fields(["tags": .list([])]))
    #expect(whole.body.map { String(decoding: $0, as: UTF8.self) } == #"{"tags":[]}"#)
  }

  @Test func tellsOfEachRecordOfABatch() async throws {
    let zoho = FakeZoho(
      207,
      """
      {"data":[{"code":"SUCCESS","details":{"id":"1"},"message":"record added","status":"success"},
       {"code":"MANDATORY_NOT_FOUND","details":{"api_name":"Stage"},
        "message":"required field not found","status":"error"}]}
      """)
    let call = try operation("records", "create", of: .crm).call(
      ids: ["Deals"], .json(Data(#"{"data":[{},{}]}"#.utf8)))
    let answer = try await zoho.client().send(call.request)
    #expect(answer.isPartial)
    #expect(answer.refusals.map(\.code) == ["MANDATORY_NOT_FOUND"])
    #expect(zoho.requests.first?.text == #"{"data":[{},{}]}"#)
  }

  @Test func keepsEveryFieldOfALookUp() async throws {
    let zoho = FakeZoho(
      200, #"{"data":[{"id":"1","Owner":{"name":"Ann","id":"4","email":"ann@acme.example"}}]}"#)
    let call = try operation("records", "show", of: .crm).call(ids: ["Deals", "1"])
    let answer = try await zoho.client().send(call.request)
    #expect(
      answer.content
        == .rows([
          [
            "id": "1",
            "Owner": .object(["name": "Ann", "id": "4", "email": "ann@acme.example"]),
          ]
        ]))
  }

  @Test func readsAListToItsEnd() async throws {
    let zoho = FakeZoho { request, number in
      .json(
        200,
        #"{"code":0,"invoices":[{"invoice_id":"\#(number)"}],"page_context":{"has_more_page":\#(number < 3)}}"#
      )
    }
    let call = try operation("invoices", "list").call(query: [.init("status", "overdue")])
    var ids: [String] = []
    for try await page in zoho.client().pages(call.list) {
      ids += page.rows.compactMap { $0["invoice_id"]?.text }
    }
    #expect(ids == ["1", "2", "3"])
    #expect(zoho.requests[2].url.contains("status=overdue&page=3"))
  }

  @Test func takesAFileForWhatItIs() async throws {
    let zoho = FakeZoho { _, _ in
      HTTPResponse(
        status: 200, headers: [("Content-Type", "application/pdf")], body: Data("%PDF-1.7".utf8))
    }
    let call = try operation("invoices", "show").call(
      ids: ["1"], query: [.init("accept", "pdf")])
    let answer = try await zoho.client().send(call.request)
    #expect(answer.content == .file(Data("%PDF-1.7".utf8)))
  }

  @Test func uploadsAFileAsAForm() async throws {
    let zoho = FakeZoho(200, #"{"code":0,"message":"attached"}"#)
    let call = try operation("invoices", "attach").call(
      ids: ["1"], query: [.init("can_send_in_mail", "true")],
      .file(.init(name: "a\"b.pdf", content: Data("%PDF".utf8))))
    _ = try await zoho.client().send(call.request)
    let request = try #require(zoho.requests.first)
    #expect(
      request.header("content-type") == "multipart/form-data; boundary=fairlead-boundary")
    #expect(
      request.text == "--fairlead-boundary\r\nContent-Disposition: form-data; name=\"attachment\"; "
        + "filename=\"ab.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF"
        + "\r\n--fairlead-boundary--\r\n")
  }

  @Test func goesToTheAddressOfJobsAndOfUploads() async throws {
    let zoho = FakeZoho(200, #"{"data":[{"id":"7","state":"QUEUED"}]}"#)
    _ = try await zoho.client().send(
      try operation("bulk-read", "state", of: .crm).call(ids: ["7"]).request)
    _ = try await zoho.client().send(
      try operation("bulk-files", "upload", of: .crm).call(
        query: [.init("X-CRM-ORG", "org1")],
        .file(.init(name: "d.zip", content: Data("PK".utf8)))
      ).request)
    #expect(zoho.requests.first?.url == "https://www.zohoapis.eu/crm/bulk/v8/read/7")
    #expect(zoho.requests.last?.url == "https://content.zohoapis.eu/crm/v8/upload")
    #expect(zoho.requests.last?.header("x-crm-org") == "org1")
    #expect(zoho.requests.last?.header("feature") == "bulk-write")
  }

  @Test func mailsWhatItMakesOnlyAsMail() throws {
    let create = try operation("invoices", "create")
    #expect(try create.call(.fields(["customer_id": "1"])).safety == .once)
    #expect(
      try create.call(query: [.init("send", "true")], .fields(["customer_id": "1"])).safety == .mail
    )
  }

  @Test func passesOnARefusalInAGoodStatus() async throws {
    let zoho = FakeZoho(200, #"{"code":1002,"message":"Invoice does not exist."}"#)
    let call = try operation("invoices", "void").call(ids: ["1"])
    let error = await failure { () async throws(ZohoError) in
      _ = try await zoho.client().send(call.request)
    }
    #expect(
      error == .refused(Refusal(status: 200, code: "1002", message: "Invoice does not exist.")))
  }
}
