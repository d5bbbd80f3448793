import FoundationEssentials
import Sales
import Testing

@testable import ZohoAPI

private let detail = """
  {"code":0,"message":"success","invoice":{"invoice_id":"982000000567114",
   "invoice_number":"INV-00003","date":"2026-11-23","status":"draft","payment_terms":30,
   "payment_terms_label":"Net 30","due_date":"2026-12-23","reference_number":"PO 7 FL-7Q2M9K4XZT",
   "customer_id":"982000000567001","customer_name":"Initech Ltd","currency_code":"GBP",
   "is_inclusive_tax":false,"line_items":[
    {"line_item_id":"982000000567021","item_id":"982000000030049","name":"Licence, annual",
     "description":"","item_order":1,"rate":400.00,"quantity":25.00,"discount":0.00,
     "tax_id":"982000000557028","tax_name":"VAT","tax_percentage":20,"item_total":10000},
    {"line_item_id":"982000000567022","item_id":"","name":"Onboarding day","description":"two",
     "rate":850,"quantity":2,"discount":"10.00%","tax_id":"","item_total":1530},
    {"line_item_id":"982000000567023","name":"Rebate","rate":9.99,"quantity":1,"discount":1.5}],
   "sub_total":11530.00,"tax_total":2306,"total":13836.00,"balance":"13836.00",
   "taxes":[{"tax_name":"VAT (20%)","tax_amount":2306.00}],"notes":"Thanks.","terms":"Net 30",
   "is_emailed":false,"custom_fields":[{"customfield_id":"46000000012845","index":1,
    "api_name":"cf_deal_id","label":"Deal id","value":"4150868000005746001"}],
   "created_time":"2026-11-23T10:00:00+0000","last_modified_time":"2026-11-23T10:00:01+0000"}}
  """

extension InvoiceDraft {
  fileprivate static func sample() throws -> InvoiceDraft {
    var draft = InvoiceDraft(
      id: "d1", tag: "FL-7Q2M9K4XZT", currency: Currency("GBP"),
      date: try #require(CalendarDate("2026-11-23")))
    draft.customer = Reference(id: "982000000567001", name: "Initech Ltd")
    draft.reference = "PO 7"
    draft.notes = "Thanks."
    draft.lines = [
      LineItem(
        id: "982000000567021", item: "982000000030049", name: "Licence, annual", quantity: 25,
        rate: Decimal(40_010) / 100, discount: .percent(10),
        tax: Tax(id: "982000000557028", name: "VAT", percentage: 20)),
      LineItem(name: "Rebate", quantity: 1, rate: 5, discount: .amount(1)),
      LineItem(),
    ]
    return draft
  }
}

@Suite("Invoices in Books", .timeLimit(.minutes(5)))
struct InvoiceTests {
  @Test func areListedWhateverTheirNumbersAreWrittenAs() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","invoices":[
       {"invoice_id":982000000567114,"customer_name":"Bowman & Co","customer_id":982000000567001,
        "status":"overdue","invoice_number":"INV-00003","reference_number":" ","date":"2013-11-17",
        "due_date":"2013-12-03","currency_code":"USD","total":"10000.0","balance":40.60,
        "created_time":"2013-11-18T02:17:40-0800","last_modified_time":"2013-11-18T02:17:40-0800",
        "is_emailed":true,"cf_deal_id":"55"},
       {"invoice_id":"2","customer_id":"7","customer_name":"X","status":"pending_approval",
        "invoice_number":"INV-4","date":"2013-11-17","due_date":"","currency_code":"USD","total":1,
        "zcrm_potential_id":"","custom_field_hash":{"cf_deal_id":"56","cf_deal_id_unformatted":""},
        "last_modified_time":"2013-11-18T02:17:40-0800"}],
       "page_context":[{"page":1,"per_page":200,"has_more_page":true}]}
      """)
    let page = try await zoho.client().send(
      List<Invoice>.invoices(status: .overdue, customer: "7").page(.first))
    #expect(page.unreadable == [])
    #expect(page.next == .number(2))
    #expect(
      page.rows.first
        == Invoice(
          id: "982000000567114", number: "INV-00003", status: .known(.overdue),
          customer: Reference(id: "982000000567001", name: "Bowman & Co"),
          date: try #require(CalendarDate("2013-11-17")), dueDate: CalendarDate("2013-12-03"),
          currency: Currency("USD"), total: 10000, balance: Decimal(406) / 10, deal: "55",
          isEmailed: true, modifiedTime: Date(timeIntervalSince1970: 1_384_769_860)))
    #expect(page.rows.last?.status == .known(.pendingApproval))
    #expect(page.rows.last?.dueDate == nil)
    #expect(page.rows.last?.deal == "56")
    #expect(
      zoho.requests.first?.url
        == "https://www.zohoapis.eu/books/v3/invoices?status=overdue&customer_id=7&page=1"
        + "&per_page=200&organization_id=10229182")
  }

  @Test func areListedByWhatChanged() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","invoices":[
       {"invoice_id":"1","date":"2026-10-01","last_modified_time":"2026-10-01T04:00:04+0000"},
       {"invoice_id":"2","date":"2026-10-01","last_modified_time":"2026-10-01T04:00:05+0000"}],
       "page_context":{"page":1,"per_page":200,"has_more_page":false}}
      """)
    let list = List<Invoice>.invoices(modifiedSince: Date(timeIntervalSince1970: 1_790_827_205))
    #expect(try await zoho.client().send(list.page(.first)).rows.map(\.id) == ["2"])
    #expect(
      zoho.requests.first?.url.contains(
        "?last_modified_time=2026-10-01T04%3A00%3A05%2B0000&page=1") == true)
  }

  @Test func areFoundAgainByTheirExactReference() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","invoices":[
       {"invoice_id":"1","date":"2026-10-01","reference_number":"FL-AAAAAAAAAA"},
       {"invoice_id":"2","date":"2026-10-01","reference_number":"PO 7 FL-7Q2M9K4XZT"}],
       "page_context":{"has_more_page":false}}
      """)
    let list = List<Invoice>.invoices(reference: "PO 7 FL-7Q2M9K4XZT")
    #expect(try await zoho.client().send(list.page(.first)).rows.map(\.id) == ["2"])
    #expect(
      zoho.requests.first?.url.contains("?reference_number=PO%207%20FL-7Q2M9K4XZT&") == true)
  }

  @Test func ofADealAreThoseThatBooksLinkedToIt() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","invoices":[
       {"invoice_id":"1","date":"2026-10-01"},
       {"invoice_id":"2","date":"2026-10-01","zcrm_potential_id":"55"},
       {"invoice_id":"3","date":"2026-10-01","zcrm_potential_id":"56"}],
       "page_context":{"has_more_page":false}}
      """)
    let page = try await zoho.client().send(List<Invoice>.invoices(of: "55").page(.first))
    #expect(page.rows.map(\.id) == ["1", "2"])
    #expect(page.rows.map(\.deal) == ["55", "55"])
    #expect(zoho.requests.first?.url.contains("?zcrm_potential_id=55&") == true)
  }

  @Test func areReadInFull() async throws {
    let read = try await FakeZoho(200, detail).client().send(.invoice("982000000567114"))
    #expect(read.invoice.deal == "4150868000005746001")
    #expect(read.invoice.balance == 13836)
    #expect(read.invoice.reference == "PO 7 FL-7Q2M9K4XZT")
    #expect(read.subtotal == 11530)
    #expect(read.taxes == [TaxAmount(name: "VAT (20%)", amount: 2306)])
    #expect(read.paymentTerms == 30)
    #expect(
      read.lines == [
        LineItem(
          id: "982000000567021", item: "982000000030049", name: "Licence, annual", quantity: 25,
          rate: 400, tax: Tax(id: "982000000557028", name: "VAT", percentage: 20)),
        LineItem(
          id: "982000000567022", name: "Onboarding day", description: "two", quantity: 2,
          rate: 850, discount: .percent(10)),
        LineItem(
          id: "982000000567023", name: "Rebate", quantity: 1, rate: Decimal(999) / 100,
          discount: .amount(Decimal(15) / 10)),
      ])
  }

  @Test func areMadeAsDraftsThatMailNobody() async throws {
    let zoho = FakeZoho(201, detail)
    let fields = [
      CustomFieldValue(
        CustomField(id: "460012", apiName: "cf_deal_id", label: "Deal id", isUnique: false), "55")
    ]
    let made = try await zoho.client().send(
      .createInvoice(try InvoiceDraft.sample(), fields: fields))
    #expect(made.invoice.id == "982000000567114")
    let request = try #require(zoho.requests.first)
    #expect(request.method == "POST")
    #expect(
      request.url == "https://www.zohoapis.eu/books/v3/invoices?send=false"
        + "&ignore_auto_number_generation=false&organization_id=10229182")
    #expect(
      request.text
        == #"{"custom_fields":[{"customfield_id":"460012","value":"55"}],"customer_id":"982000000567001","#
        + #""date":"2026-11-23","discount_type":"item_level","due_date":"2026-12-23","#
        + #""is_inclusive_tax":false,"line_items":[{"description":"","discount":"10%","#
        + #""item_id":"982000000030049","item_order":1,"line_item_id":"982000000567021","#
        + #""name":"Licence, annual","quantity":25,"rate":400.1,"tax_id":"982000000557028"},"#
        + #"{"description":"","discount":1,"item_order":2,"name":"Rebate","quantity":1,"rate":5}],"#
        + #""notes":"Thanks.","payment_terms":30,"reference_number":"PO 7 FL-7Q2M9K4XZT","terms":""}"#
    )
  }

  @Test func areUncertainWhenTheAnswerHasNoInvoice() async {
    let zoho = FakeZoho(
      201, #"{"code":0,"message":"The invoice has been created.","invoice":{}}"#)
    let error = await failure { () throws(ZohoError) in
      do {
        _ = try await zoho.client().send(.createInvoice(try InvoiceDraft.sample()))
      } catch let error as ZohoError {
        throw error
      } catch {
        Issue.record(error)
      }
    }
    #expect(error?.outcome == .uncertain)
  }

  @Test func areMadeOnceByAUniqueField() async throws {
    let zoho = FakeZoho(200, detail)
    let tag = CustomField(
      id: "1", apiName: "cf_fairlead_tag", label: "Fairlead tag", isUnique: true)
    _ = try await zoho.client().send(
      .upsertInvoice(
        try InvoiceDraft.sample(), key: CustomFieldValue(tag, "FL-7Q2M9K4XZT")))
    let request = try #require(zoho.requests.first)
    #expect(request.method == "PUT")
    #expect(
      request.url
        == "https://www.zohoapis.eu/books/v3/invoices?organization_id=10229182")
    #expect(request.header("x-unique-identifier-key") == "cf_fairlead_tag")
    #expect(request.header("x-unique-identifier-value") == "FL-7Q2M9K4XZT")
    #expect(request.header("x-upsert") == "true")
  }

  @Test func withoutCustomerOrLinesAreNotSent() async throws {
    let zoho = FakeZoho(201, detail)
    var draft = try InvoiceDraft.sample()
    draft.lines = [LineItem()]
    await #expect(throws: ZohoError.unsendable(reason: "the invoice has no lines")) {
      _ = try await zoho.client().send(.createInvoice(draft))
    }
    #expect(zoho.requests.isEmpty)
  }

  @Test func changeTheirStatusByAnEmptyPost() async throws {
    let zoho = FakeZoho(
      200, #"{"code":0,"message":"Invoice status has been changed to Sent."}"#)
    let client = zoho.client()
    try await client.send(.markSent("9"))
    try await client.send(.void("9"))
    try await client.send(.returnToDraft("9"))
    try await client.send(.deleteInvoice("9"))
    #expect(
      zoho.requests.map { "\($0.method) \($0.url.dropFirst(32).prefix { $0 != "?" })" } == [
        "POST /invoices/9/status/sent", "POST /invoices/9/status/void",
        "POST /invoices/9/status/draft", "DELETE /invoices/9",
      ])
    #expect(zoho.requests.allSatisfy { $0.body == nil && $0.isWrite })
  }
}

@Suite("Mails of invoices", .timeLimit(.minutes(5)))
struct InvoiceMailTests {
  private let mail = InvoiceMail(
    recipients: [
      InvoiceMail.Recipient(name: "Jane", email: "jane@initech.example", isSelected: true),
      InvoiceMail.Recipient(name: "Bob", email: "bob@initech.example", isSelected: false),
    ], from: "us@acme.example", subject: "Invoice INV-1", body: "Dear <b>Jane</b>",
    attachmentName: "INV-1.pdf")

  @Test func areReadBeforeTheyAreSent() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","data":{"subject":"Invoice INV-1","body":"Dear <b>Jane</b>",
       "attach_pdf":true,"file_name":"INV-1.pdf","cc_mails_list":[],
       "to_contacts":[{"first_name":"Jane","last_name":"","selected":true,
        "email":"jane@initech.example","contact_person_id":"1"},
        {"first_name":"No","last_name":"Mail","selected":true,"email":null}],
       "from_emails":[{"user_name":"A","selected":false,"email":"a@acme.example"},
        {"user_name":"Us","selected":true,"email":"us@acme.example"}]}}
      """)
    let read = try await zoho.client().send(.mail(for: "9"))
    #expect(
      read
        == InvoiceMail(
          recipients: [
            InvoiceMail.Recipient(name: "Jane", email: "jane@initech.example", isSelected: true)
          ], from: "us@acme.example", subject: "Invoice INV-1", body: "Dear <b>Jane</b>",
          attachmentName: "INV-1.pdf"))
  }

  @Test func goToThoseChosen() async throws {
    let zoho = FakeZoho(200, #"{"code":0,"message":"Your invoice has been sent."}"#)
    try await zoho.client().send(.send(mail, for: "9"))
    let request = try #require(zoho.requests.first)
    #expect(
      request.url == "https://www.zohoapis.eu/books/v3/invoices/9/email"
        + "?send_customer_statement=false&send_attachment=true&organization_id=10229182")
    #expect(
      request.text
        == #"{"body":"Dear <b>Jane</b>","subject":"Invoice INV-1","to_mail_ids":["jane@initech.example"]}"#
    )
  }

  @Test func toNobodyAreNotSent() async {
    var mail = mail
    mail.recipients[0].isSelected = false
    let zoho = FakeZoho(200, #"{"code":0,"message":"sent"}"#)
    await #expect(throws: ZohoError.unsendable(reason: "the mail goes to nobody")) {
      try await zoho.client().send(.send(mail, for: "9"))
    }
    #expect(zoho.requests.isEmpty)
  }

  @Test(arguments: ["Invoice\r\nBcc: evil@example.com", "a\u{0}b", "a\u{85}b"])
  func withAHeaderSmuggledInAreNotSent(subject: String) async {
    var mail = mail
    mail.subject = subject
    let zoho = FakeZoho(200, #"{"code":0,"message":"sent"}"#)
    await #expect(throws: ZohoError.self) {
      try await zoho.client().send(.send(mail, for: "9"))
    }
    #expect(zoho.requests.isEmpty)
  }

  @Test func leaveTracesInTheHistory() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"code":0,"message":"success","comments":[{"comment_id":"5","invoice_id":"9",
       "description":"Invoice emailed to jane@initech.example","commented_by":"Ann Lee",
       "comment_type":"system","date":"2026-11-23","date_description":"yesterday","time":"2:38 AM"}]}
      """)
    #expect(
      try await zoho.client().send(.history(of: "9")) == [
        InvoiceEvent(
          id: "5", text: "Invoice emailed to jane@initech.example", time: "2026-11-23 2:38 AM",
          by: "Ann Lee")
      ])
  }

  @Test func carryAPDFOrTheReasonWhyNot() async throws {
    let pdf = FakeZoho { _, _ in
      HTTPResponse(
        status: 200, headers: [("content-type", "application/pdf")],
        body: Data("%PDF-1.7 …".utf8))
    }
    #expect(try await pdf.client().send(.invoicePDF("9")) == Data("%PDF-1.7 …".utf8))
    #expect(
      pdf.requests.first?.url
        == "https://www.zohoapis.eu/books/v3/invoices/9?accept=pdf&organization_id=10229182")
    await #expect(
      throws: ZohoError.refused(
        Refusal(status: 200, code: "1002", message: "Invoice does not exist."))
    ) {
      _ = try await FakeZoho(200, #"{"code":1002,"message":"Invoice does not exist."}"#).client()
        .send(.invoicePDF("9"))
    }
    await #expect(throws: ZohoError.self) {
      _ = try await FakeZoho(200, "<html>").client().send(.invoicePDF("9"))
    }
  }
}
