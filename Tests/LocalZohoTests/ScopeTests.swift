import Testing

@testable import LocalZoho

@Suite struct ScopeTests {
  @Test(arguments: [
    ("ZohoCRM.modules.ALL", "ZohoCRM.modules.deals.READ", true),
    ("ZohoCRM.modules.READ", "ZohoCRM.modules.deals.READ", true),
    ("ZohoCRM.modules.READ", "ZohoCRM.modules.deals.UPDATE", false),
    ("ZohoCRM.modules.deals.WRITE", "ZohoCRM.modules.deals.UPDATE", true),
    ("ZohoCRM.modules.deals.WRITE", "ZohoCRM.modules.deals.DELETE", false),
    ("ZohoCRM.modules.deals.ALL", "ZohoCRM.modules.contacts.READ", false),
    ("zohocrm.modules.deals.all", "ZohoCRM.modules.Deals.READ", true),
    ("ZohoBooks.fullaccess.all", "ZohoBooks.invoices.CREATE", true),
    ("ZohoBooks.invoices.READ", "ZohoBooks.invoices.CREATE", false),
    ("ZohoBooks.fullaccess.all", "ZohoCRM.org.READ", false),
  ])
  func aScopeAllowsWhatItCovers(granted: String, needed: String, isAllowed: Bool) {
    #expect(ScopeSet([granted]).allow(needed) == isAllowed)
  }

  @Test func aMissingScopeIsRefusedInTheProductsWords() {
    let caller = Caller(userID: "1", clientID: "2", scopes: ScopeSet(["ZohoCRM.org.READ"]))
    let crm = #expect(throws: Refusal.self) { try caller.require("ZohoCRM.users.READ") }
    #expect(crm?.reply.status == 401)
    #expect(
      crm.map { String(decoding: $0.reply.body, as: UTF8.self) }
        == #"{"code":"OAUTH_SCOPE_MISMATCH","details":{},"#
        + #""message":"invalid oauth scope to access this URL","status":"error"}"#)
    let books = #expect(throws: Refusal.self) { try caller.require("ZohoBooks.invoices.READ") }
    #expect(books?.reply.status == 401)
    #expect(
      books.map { String(decoding: $0.reply.body, as: UTF8.self) }
        == #"{"code":57,"message":"You are not authorized to perform this operation"}"#)
  }
}
