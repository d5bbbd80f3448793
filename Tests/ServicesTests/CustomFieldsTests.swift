import FoundationEssentials
import Outbox
import Sales
import Testing

@testable import Services

/// Our mark goes into the organization's own fields, where it has them.
@Suite(.timeLimit(.minutes(5))) struct CustomFieldsTests {
  private static let path = "GET /books/v3/settings/preferences/customfields?entity="
  private static let rows = """
    {"code":0,"customfields":[\
    {"customfield_id":"1","api_name":"cf_fairlead_tag","label":"Fairlead tag","is_unique":true},\
    {"customfield_id":"2","api_name":"cf_deal_id","label":"Deal"},\
    {"customfield_id":"3","api_name":"cf_region","label":"Region"}]}
    """

  private func draft() throws -> InvoiceDraft {
    InvoiceDraft(
      id: "d", tag: "FL-0123456789", deal: Reference(id: "5", name: "Zebra"),
      currency: Currency("GBP"), date: try #require(CalendarDate("2026-11-24")))
  }

  @Test func anInvoiceCarriesItsTagAndItsDeal() async throws {
    let bench = try Bench()
    bench.zoho.on(Self.path, .reply(200, Self.rows))
    let fields = CustomFields(gateway: bench.services.gateway)
    let values = try await fields.values(for: .createInvoice(draft()))
    #expect(values.map(\.field.apiName) == ["cf_fairlead_tag", "cf_deal_id"])
    #expect(values.map(\.value) == ["FL-0123456789", "5"])
    _ = try await fields.values(for: .createInvoice(draft()))
    #expect(bench.zoho.calls.count == 1, "asked once")
  }

  @Test func anOrganizationWithoutThemIsNoFailure() async throws {
    let bench = try Bench()
    bench.zoho.on(Self.path, .reply(404, #"{"code":5,"message":"Invalid URL Passed"}"#))
    let fields = CustomFields(gateway: bench.services.gateway)
    #expect(try await fields.values(for: .createInvoice(draft())).isEmpty)
  }

  @Test func aFailureIsNotTakenForNone() async throws {
    let bench = try Bench()
    bench.zoho.on(Self.path, .unreachable)
    let fields = CustomFields(gateway: bench.services.gateway)
    await #expect(throws: (any Error).self) {
      _ = try await fields.values(for: .createInvoice(draft()))
    }
    bench.zoho.on(Self.path, .reply(200, Self.rows))
    #expect(try await fields.values(for: .createInvoice(draft())).count == 2)
  }
}
