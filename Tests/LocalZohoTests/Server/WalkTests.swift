import FoundationEssentials
import Testing

@testable import LocalZoho

/// The walk from a deal to a paid invoice, over HTTP as any client would go it.
@Suite(.timeLimit(.minutes(5))) struct WalkTests {
  private let dealFields = "fields=Deal_Name,Stage,Pipeline,Amount,Account_Name"

  @Test func aDealIsMovedAndTheLedgerSaysSo() async throws {
    try await TestServer.run(seed: Seed(deals: 30)) { zoho async throws in
      let token = try await zoho.accessToken()
      let created = try await zoho.call(
        "POST", "/crm/v8/Deals", token,
        """
        {"data":[{"Deal_Name":"Walk","Pipeline":"Standard","Stage":"Qualification",
        "Amount":1234.5,"Closing_Date":"2026-12-24"}]}
        """)
      #expect(created.status == 201)
      let id = created.json["data"]?.arrayValue?.first?["details"]?["id"].text ?? ""
      let moved = try await zoho.call(
        "PUT", "/crm/v8/Deals/\(id)", token, #"{"data":[{"Stage":"Needs Analysis"}]}"#)
      #expect(moved.status == 200)
      let deal = try await zoho.get("/crm/v8/Deals/\(id)?\(dealFields)", token: token)
      #expect(deal.json["data"]?.arrayValue?.first?["Stage"] == "Needs Analysis")
      #expect(deal.body.contains(#""Amount":1234.5,"#))

      let effects = try await zoho.send("GET", "/_local/effects").json["effects"]?.arrayValue ?? []
      #expect(effects.map { $0["verb"].text } == ["created", "changed"])
      #expect(effects.map { $0["module"].text } == ["Deals", "Deals"])
      #expect(effects.map { $0["record_id"].text } == [id, id])
      let later = try await zoho.send("GET", "/_local/effects?after=1").json["effects"]
      #expect(later?.arrayValue?.count == 1)
    }
  }

  @Test func anInvoiceIsSentAndItsMailCanBeRead() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      let organization = "organization_id=\(zoho.connection.organizationID)"
      let contact = try await zoho.call(
        "POST", "/books/v3/contacts?\(organization)", token,
        """
        {"contact_name":"Initech","contact_persons":[{"first_name":"Jane","last_name":"Doe",
        "email":"jane@initech.example","is_primary_contact":true}]}
        """)
      #expect(contact.status == 201)
      let customer = contact.json["contact"]?["contact_id"].text ?? ""
      let invoice = try await zoho.call(
        "POST", "/books/v3/invoices?\(organization)", token,
        """
        {"customer_id":"\(customer)","line_items":[
        {"name":"Licence","rate":400,"quantity":25}]}
        """)
      #expect(invoice.status == 201)
      let id = invoice.json["invoice"]?["invoice_id"].text ?? ""
      let mailed = try await zoho.call(
        "POST", "/books/v3/invoices/\(id)/email?\(organization)", token,
        """
        {"to_mail_ids":["jane@initech.example"],"subject":"Your invoice","body":"<p>Hello</p>"}
        """)
      #expect(mailed.json["code"] == 0)

      let mail = try await zoho.send("GET", "/_local/mail").json["mail"]?.arrayValue ?? []
      #expect(mail.map { $0["subject"].text } == ["Your invoice"])
      #expect(mail.first?["recipients"] == ["jane@initech.example"])
      let message = try await zoho.send("GET", "/_local/mail/1")
      #expect(message.headers["content-type"] == "message/rfc822")
      #expect(message.body.contains("To: Jane Doe <jane@initech.example>\r\n"))
      #expect(try await zoho.send("GET", "/_local/mail/2").status == 404)
    }
  }

  @Test func aTokenWithoutTheScopeIsRefused() async throws {
    try await TestServer.run { zoho async throws in
      let narrow = try await zoho.exchangeSelfClientCode().json["access_token"].text
      #expect(try await zoho.get("/crm/v8/Deals?\(dealFields)", token: narrow).status == 204)
      let write = try await zoho.call(
        "POST", "/crm/v8/Deals", narrow, #"{"data":[{"Deal_Name":"x","Stage":"Qualification"}]}"#)
      #expect(write.status == 401)
      #expect(write.json["code"] == "OAUTH_SCOPE_MISMATCH")
      let books = try await zoho.get(
        "/books/v3/invoices?organization_id=\(zoho.connection.organizationID)", token: narrow)
      #expect(books.status == 401)
      #expect(books.json["code"] == 57)
      #expect(try await zoho.send("GET", "/_local/effects").json["effects"] == [])
    }
  }

  @Test func aBodyThatIsNoJSONIsRefusedInTheProductsWords() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      let crm = try await zoho.call("POST", "/crm/v8/Deals", token, "{")
      #expect(crm.status == 400)
      let books = try await zoho.call(
        "POST", "/books/v3/contacts?organization_id=\(zoho.connection.organizationID)", token, "{")
      #expect(books.status == 400)
      #expect(books.json["code"] == 1038)
    }
  }

  @Test func aSeededServerKnowsItsWorld() async throws {
    try await TestServer.run(seed: Seed(deals: 60)) { zoho async throws in
      let token = try await zoho.accessToken()
      let users = try await zoho.get("/crm/v8/users?type=ActiveUsers", token: token)
      #expect(users.json["users"]?.arrayValue?.count == 6)
      let deals = try await zoho.get("/crm/v8/Deals?\(dealFields)&per_page=200", token: token)
      #expect(deals.json["data"]?.arrayValue?.count == 60)
      #expect(deals.json["info"]?["more_records"] == false)
      let invoices = try await zoho.get(
        "/books/v3/invoices?organization_id=\(zoho.connection.organizationID)", token: token)
      #expect((invoices.json["invoices"]?.arrayValue ?? []).count > 2)
      #expect(try await zoho.send("GET", "/_local/effects").json["effects"] == [])
    }
  }
}

extension TestServer {
  /// A call with a token and a JSON body.
  func call(
    _ method: String, _ target: String, _ token: String, _ body: String
  ) async throws -> TestReply {
    try await send(
      method, target,
      headers: [
        "Authorization": "Zoho-oauthtoken \(token)", "Content-Type": "application/json",
      ], body: body)
  }
}
