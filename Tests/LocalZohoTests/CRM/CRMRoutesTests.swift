import Testing

@testable import LocalZoho

@Suite struct CRMRoutesTests {
  @Test(
    arguments: [
      ("GET", "Potions?fields=id", 400, "INVALID_MODULE"),
      ("GET", "settings/potions", 404, "INVALID_URL_PATTERN"),
      ("GET", "Deals/4150868000000500001/actions/nothing", 404, "INVALID_URL_PATTERN"),
      ("PUT", "Deals/search", 400, "INVALID_REQUEST_METHOD"),
      ("GET", "org/nothing", 404, "INVALID_URL_PATTERN"),
      ("PATCH", "Deals", 400, "INVALID_REQUEST_METHOD"),
      ("DELETE", "settings/fields?module=Deals", 400, "INVALID_REQUEST_METHOD"),
      ("GET", "coql", 400, "INVALID_REQUEST_METHOD"),
      ("POST", "Deals/search", 400, "INVALID_REQUEST_METHOD"),
      ("POST", "users", 400, "INVALID_REQUEST_METHOD"),
    ])
  func whatIsNotThere(method: String, path: String, status: Int, code: String) throws {
    let answer = try CRMHarness().call(method, path)
    #expect(answer.status == status)
    #expect(answer.json["code"] == .string(code))
    #expect(answer.json["status"] == "error")
  }

  @Test(
    arguments: [
      ("GET", "Deals?fields=id", "ZohoCRM.modules.deals.READ"),
      ("POST", "Deals", "ZohoCRM.modules.deals.CREATE"),
      ("PUT", "Deals", "ZohoCRM.modules.deals.UPDATE"),
      ("DELETE", "Deals?ids=1", "ZohoCRM.modules.deals.DELETE"),
      ("GET", "settings/fields?module=Deals", "ZohoCRM.settings.fields.READ"),
      ("GET", "settings/layouts?module=Deals", "ZohoCRM.settings.layouts.READ"),
      ("GET", "settings/modules", "ZohoCRM.settings.modules.READ"),
      ("GET", "org", "ZohoCRM.org.READ"), ("GET", "users", "ZohoCRM.users.READ"),
      ("POST", "coql", "ZohoCRM.coql.READ"),
    ])
  func everyCallNeedsItsScope(method: String, path: String, scope: String) throws {
    var crm = try CRMHarness()
    crm.scopes = ["ZohoCRM.modules.accounts.ALL"]
    let refused = try crm.call(method, path, "{}")
    #expect(refused.status == 401)
    #expect(refused.json["code"] == "OAUTH_SCOPE_MISMATCH")
    crm.scopes = [scope]
    #expect(try crm.call(method, path, "{}").status != 401)
  }

  @Test func searchAndCOQLNeedTwoScopes() throws {
    var crm = try CRMHarness()
    crm.scopes = ["ZohoCRM.modules.ALL"]
    #expect(try crm.get("Deals/search?word=abc").status == 401)
    #expect(try crm.get("Deals/actions/count").status == 401)
    #expect(try crm.get("org/currencies").status == 401)
    crm.scopes = ["ZohoCRM.coql.READ"]
    let query = #"{"select_query":"select id from Deals where id is not null"}"#
    #expect(try crm.call("POST", "coql", query).status == 401)
  }
}
