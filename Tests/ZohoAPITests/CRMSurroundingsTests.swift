import FoundationEssentials
import Sales
import Testing

@testable import ZohoAPI

@Suite("Around the deals of CRM", .timeLimit(.minutes(5)))
struct CRMSurroundingsTests {
  private func rows<Row>(_ list: List<Row>, _ body: String) async throws -> [Row] {
    let zoho = FakeZoho(200, body, headers: [("Date", "Tue, 24 Nov 2026 13:58:00 GMT")])
    let page = try await zoho.client().send(list.page(.first))
    #expect(page.unreadable == [])
    return page.rows
  }

  @Test func tasksAreDoneByStatusOrClosing() async throws {
    let rows = try await rows(
      .activities(.task),
      """
      {"data":[
       {"id":"1","Subject":"Call back","Due_Date":"2026-11-20","Status":"Not Started",
        "What_Id":{"name":"Initech licences","id":"55"},"$se_module":"Deals",
        "Who_Id":{"name":"Jane Doe","id":"61"},"Owner":{"name":"Ann Lee","id":"411"},
        "Modified_Time":"2026-10-01T09:30:00+05:30","Closed_Time":null},
       {"id":"2","Subject":"Pay","Status":"Completed","What_Id":{"name":"Initech","id":"51"},
        "$se_module":"Accounts","Modified_Time":"2026-10-01T09:30:00+05:30"},
       {"id":"3","Status":"Erledigt","Closed_Time":"2026-10-01T09:30:00+05:30",
        "What_Id":{"name":"x","id":"55","module":{"api_name":"Deals","id":"9"}},
        "Modified_Time":"2026-10-01T09:30:00+05:30"}],"info":{"more_records":false}}
      """)
    #expect(
      rows.first
        == Activity(
          id: "1", kind: .task, subject: "Call back", day: CalendarDate("2026-11-20"),
          status: "Not Started", isDone: false, deal: "55", contact: "61",
          owner: Reference(id: "411", name: "Ann Lee"),
          modifiedTime: Date(timeIntervalSince1970: 1_790_827_200)))
    #expect(rows.map(\.isDone) == [false, true, true])
    #expect(rows.map(\.deal) == ["55", nil, "55"])
  }

  @Test func meetingsAreDoneOnceTheyAreOverByTheServersClock() async throws {
    let rows = try await rows(
      .activities(.event),
      """
      {"data":[
       {"id":"1","Event_Title":"Demo","Start_DateTime":"2026-11-24T18:00:00+05:30",
        "End_DateTime":"2026-11-24T19:00:00+05:30","Modified_Time":"2026-10-01T09:30:00+05:30"},
       {"id":"2","Event_Title":"Review","Start_DateTime":"2026-11-25T01:00:00+05:30",
        "End_DateTime":"2026-11-25T02:00:00+05:30","Modified_Time":"2026-10-01T09:30:00+05:30"}],
       "info":{"more_records":false}}
      """)
    #expect(rows.map(\.isDone) == [true, false])
    #expect(rows.map(\.day) == [CalendarDate("2026-11-24"), CalendarDate("2026-11-25")])
    #expect(rows.first?.time == Date(timeIntervalSince1970: 1_795_523_400))
  }

  @Test func callsAreDoneByStatus() async throws {
    let rows = try await rows(
      .activities(.call),
      """
      {"data":[
       {"id":"1","Subject":"A","Call_Start_Time":"2026-11-24T01:00:00Z",
        "Outgoing_Call_Status":"Overdue"},
       {"id":"2","Subject":"B","Call_Start_Time":"2026-12-24T01:00:00Z",
        "Outgoing_Call_Status":"Completed"},
       {"id":"3","Subject":"C","Call_Start_Time":"2026-11-24T01:00:00Z",
        "Outgoing_Call_Status":null}],"info":{"more_records":false}}
      """)
    #expect(rows.map(\.isDone) == [false, true, true])
  }

  @Test func contactsAccountsAndNotesAreRead() async throws {
    #expect(
      try await rows(
        .contacts(),
        """
        {"data":[{"id":"61","First_Name":"Jane","Last_Name":"Doe","Title":"Head of Operations",
         "Email":"jane@initech.example","Phone":"","Account_Name":{"name":"Initech","id":"51"},
         "Modified_Time":"2026-10-01T09:30:00+05:30"}],"info":{"more_records":false}}
        """) == [
          Contact(
            id: "61", name: "Jane Doe", title: "Head of Operations",
            email: "jane@initech.example", account: Reference(id: "51", name: "Initech"),
            modifiedTime: Date(timeIntervalSince1970: 1_790_827_200))
        ])
    #expect(
      try await rows(
        .accounts(),
        """
        {"data":[{"id":"51","Account_Name":"Initech","Billing_Street":"1 Main St",
         "Billing_City":"Leeds","Billing_State":null,"Billing_Code":"LS1",
         "Modified_Time":"2026-10-01T09:30:00+05:30"}],"info":{"more_records":false}}
        """) == [
          Account(
            id: "51", name: "Initech", billingAddress: "1 Main St, Leeds, LS1",
            modifiedTime: Date(timeIntervalSince1970: 1_790_827_200))
        ])
    #expect(
      try await rows(
        .notes(of: "55"),
        """
        {"data":[{"id":"81","Note_Title":null,"Note_Content":"split it?",
         "Created_By":{"name":"Jane","id":"61"},"Created_Time":"2026-10-01T09:30:00+05:30",
         "Modified_Time":"2026-10-01T09:30:00+05:30"}],"info":{"more_records":false}}
        """) == [
          Note(
            id: "81", title: nil, content: "split it?", parent: "55", author: "Jane",
            createdTime: Date(timeIntervalSince1970: 1_790_827_200),
            modifiedTime: Date(timeIntervalSince1970: 1_790_827_200))
        ])
  }

  @Test func theOrganizationTellsItsEditionAndSeats() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"org":[{"id":"4150868000000225013","zgid":"60001234567","company_name":"Acme Ltd",
       "iso_code":"GBP","currency":"British Pound - GBP","time_zone":"Europe/London",
       "type":"production","license_details":{"paid":true,"paid_type":"enterprise",
       "users_license_purchased":12}}]}
      """)
    #expect(
      try await zoho.client().send(.organization())
        == CRMOrganization(
          id: "60001234567", name: "Acme Ltd", currency: Currency("GBP"), edition: "enterprise",
          seats: 12, environment: "production", timeZone: "Europe/London"))
  }

  @Test func currenciesHaveExactRates() async throws {
    let zoho = FakeZoho(
      200,
      """
      {"currencies":[{"id":"1","iso_code":"GBP","exchange_rate":"1.000000000","is_base":true,
       "is_active":true},{"id":"2","iso_code":"USD","exchange_rate":"1.2700000001",
       "is_base":false,"is_active":true}]}
      """)
    let currencies = try await zoho.client().send(.currencies())
    #expect(currencies.map(\.rate.description) == ["1", "1.2700000001"])
    #expect(currencies.map(\.isHome) == [true, false])
    #expect(try await FakeZoho(204, "").client().send(.currencies()).isEmpty)
  }

  private static let fields = """
    {"fields":[{"api_name":"Amount","field_label":"Amount","data_type":"currency","length":16,
      "system_mandatory":false,"read_only":false,"custom_field":false,"pick_list_values":[]},
     {"api_name":"Stage","field_label":"Stage","data_type":"picklist","length":120,
      "system_mandatory":true,"pick_list_values":[
      {"id":"s1","display_value":"Qualifizierung","actual_value":"Qualification","type":"used",
       "probability":10,"deal_category":"Open"},
      {"id":"s2","display_value":"Won","actual_value":"Closed Won","type":"used",
       "probability":100,"deal_category":"Closed Won"},
      {"id":"s3","display_value":"Old","actual_value":"Old","type":"unused","probability":5,
       "deal_category":"Open"}]}]}
    """

  @Test func pipelinesAreJoinedWithTheProbabilitiesOfTheirStages() async throws {
    let zoho = FakeZoho { request, _ in
      if request.url.contains("/settings/fields?module=Deals") { return .json(200, Self.fields) }
      if request.url.contains("/settings/layouts?module=Deals") {
        return .json(200, #"{"layouts":[{"id":"9","name":"Standard","status":"active"}]}"#)
      }
      #expect(request.url == "https://www.zohoapis.eu/crm/v8/settings/pipeline?layout_id=9")
      return .json(
        200,
        """
        {"pipeline":[{"id":"1","display_value":"Verkauf","actual_value":"Sales","default":true,
         "maps":[{"id":"s2","display_value":"Gewonnen","actual_value":"Closed Won",
         "sequence_number":2,"forecast_type":"Closed Won"},{"id":"s1","display_value":"Qualifizierung",
         "actual_value":"Qualification","sequence_number":1,"forecast_type":"Open"}]}]}
        """)
    }
    #expect(
      try await zoho.client().pipelines() == [
        Pipeline(
          id: "Sales", name: "Verkauf", isDefault: true,
          stages: [
            Stage(id: "Qualification", name: "Qualifizierung", probability: 10, outcome: .open),
            Stage(id: "Closed Won", name: "Gewonnen", probability: 100, outcome: .won),
          ])
      ])
  }

  @Test(arguments: [204, 400])
  func anOrganizationWithoutPipelinesHasOneOfAllItsStages(status: Int) async throws {
    let zoho = FakeZoho { request, _ in
      if request.url.contains("/settings/fields") { return .json(200, Self.fields) }
      if request.url.contains("/settings/layouts") {
        return .json(200, #"{"layouts":[{"id":"9","name":"Standard"}]}"#)
      }
      return .json(
        status,
        status == 204
          ? "" : #"{"code":"FEATURE_NOT_SUPPORTED","details":{},"message":"no","status":"error"}"#)
    }
    #expect(
      try await zoho.client().pipelines() == [
        Pipeline(
          id: "", name: "Standard", isDefault: true,
          stages: [
            Stage(id: "Qualification", name: "Qualifizierung", probability: 10, outcome: .open),
            Stage(id: "Closed Won", name: "Won", probability: 100, outcome: .won),
          ])
      ])
  }
}
