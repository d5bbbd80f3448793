import Testing

@testable import ZohoAPI

@Suite("The tables of operations") struct OperationTableTests {
  private var all: [ZohoAPI.Operation] {
    [Product.crm, .books].flatMap { Resource.all(of: $0) }.flatMap(\.operations)
  }

  /// As the security blocks of Zoho's descriptions have it.
  @Test(arguments: [
    ("tags", "delete-many", "ZohoCRM.settings.tags.DELETE"),
    ("mass-delete", "start", "ZohoCRM.mass_delete.DELETE"),
    ("mass-update", "start", "ZohoCRM.mass_update.{module}.UPDATE"),
    ("recycle-bin", "empty", "ZohoCRM.settings.recycle_bin.UPDATE"),
    ("recycle-bin", "restore", "ZohoCRM.settings.recycle_bin.UPDATE"),
    ("bulk-read", "start", "ZohoCRM.bulk.READ"),
    ("users", "groups", "ZohoCRM.settings.user_groups.READ"),
    ("tags", "create", "ZohoCRM.settings.tags.CREATE"),
  ])
  func aCallByPostAsksForTheScopeOfWhatItDoes(resource: String, verb: String, scope: String) {
    #expect(Resource.named(resource, of: .crm)?[verb]?.scope == scope)
  }

  @Test func haveEveryOperationOnceAndAtOneAddress() {
    var names: Set<String> = []
    var addresses: [String: String] = [:]
    for operation in all {
      let name = "\(operation.product) \(operation.resource) \(operation.verb)"
      #expect(names.insert(name).inserted, "\(name) is there twice")
      let parts = operation.path.split(separator: "/").map { $0.first == "{" ? "*" : $0 }
      let address =
        "\(operation.product) \(operation.area) \(operation.method.rawValue) /"
        + parts.joined(separator: "/")
      // An attachment is a file or an address, by the same call.
      if address.hasSuffix("POST /*/*/Attachments") { continue }
      #expect(addresses[address] == nil, "\(name) is \(addresses[address] ?? "") again")
      addresses[address] = name
    }
    #expect(all.count { $0.product == .crm } > 240)
    #expect(all.count { $0.product == .books } > 380)
  }

  @Test func writeNamesAsTheCommandLineTakesThem() {
    for operation in all {
      for name in [operation.resource, operation.verb] {
        #expect(name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name)")
      }
      #expect(operation.path.first == "/" && !operation.path.contains("{id}/{id}"))
      #expect(!operation.purpose.isEmpty && operation.purpose.last != ".")
      #expect(Set(operation.ids).count == operation.ids.count, "\(operation.path)")
      let parameters = operation.parameters.map(\.name)
      #expect(Set(parameters).count == parameters.count, "\(operation.path): \(parameters)")
    }
  }

  @Test func sayOfEachVerbWhatItMayDo() throws {
    func safety(_ product: Product, _ resource: String, _ verb: String) throws
      -> ZohoAPI.Operation.Safety
    {
      try #require(Resource.named(resource, of: product)?[verb]).safety
    }
    #expect(try safety(.books, "invoices", "list") == .reads)
    #expect(try safety(.books, "invoices", "create") == .once)
    #expect(try safety(.books, "invoices", "update") == .repeatable)
    #expect(try safety(.books, "invoices", "email") == .mail)
    #expect(try safety(.books, "invoices", "write-off") == .money)
    #expect(try safety(.books, "customer-payments", "create") == .money)
    #expect(try safety(.books, "customer-payments", "refund-create") == .money)
    #expect(try safety(.books, "contacts", "email-statement") == .mail)
    #expect(try safety(.books, "users", "create") == .mail)
    #expect(try safety(.crm, "coql", "query") == .reads)
    #expect(try safety(.crm, "records", "upsert") == .repeatable)
    #expect(try safety(.crm, "recycle-bin", "empty") == .deletes)
    #expect(try safety(.crm, "mail", "send") == .mail)
    for operation in all {
      #expect(operation.safety.isReading || operation.method != .get, "\(operation.path)")
      #expect(operation.method != .delete || !operation.safety.isReading)
    }
  }

  @Test func nameTheScopeOfEach() throws {
    let void = try #require(Resource.named("invoices", of: .books)?["void"])
    #expect(void.scope == "ZohoBooks.invoices.CREATE")
    #expect(void.path == "/invoices/{invoice_id}/status/void")
    let show = try #require(Resource.named("records", of: .crm)?["show"])
    #expect(try show.call(ids: ["Deals", "7"]).scope == "ZohoCRM.modules.Deals.READ")
    let items = try #require(Resource.named("Items", of: .books)?["update"])
    #expect(items.scope == "ZohoBooks.settings.UPDATE")
  }

  @Test func areFoundHoweverTheirWordsAreJoined() {
    #expect(Resource.named("creditnotes", of: .books)?.name == "credit-notes")
    #expect(Resource.named("CREDIT_NOTES", of: .books)?.name == "credit-notes")
    #expect(Resource.named("creditnote", of: .books) == nil)
  }
}
