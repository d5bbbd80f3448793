import LocalZoho
import Testing
import ZohoAPI

@testable import fairlead

/// Every operation of the client's tables is asked of the local server, to see that it knows the path.
@Suite("The tables of operations and LocalZoho", .timeLimit(.minutes(10)))
struct OperationsAtLocalZohoTests {
  /// How the two products say that there is no such path.
  private static let unknown = [
    "INVALID_URL_PATTERN", "INVALID_REQUEST_METHOD", "Invalid URL Passed",
    "HTTP method not allowed",
  ]

  @Test(arguments: [Product.crm, .books])
  func knowEachOther(product: Product) async throws {
    var quotas = Quotas()
    quotas.booksPerMinute = 100_000
    quotas.booksRefusalsBeforeBlock = 100_000
    let server = try await ZohoServer.start(ZohoServer.Configuration(quotas: quotas))
    let client = try ZohoClient.local(server.connection)
    let operations = Resource.all(of: product).flatMap(\.operations)
    var unserved: Set<String> = []
    for operation in operations {
      var path = operation.path
      for (index, id) in operation.ids.enumerated() {
        let value = Self.names[id] ?? "415086800000000000\(index)"
        path = path.replacing("{\(id)}", with: value)
      }
      var request = Request.api(product, operation.method, path)
      if operation.area == .bulk { request.root = "/crm/bulk/v8" }
      let answer = try await client.send(request)
      let words = String(decoding: answer.body, as: UTF8.self)
      if Self.unknown.contains(where: words.contains) {
        unserved.insert("\(operation.resource) \(operation.verb)")
      }
    }
    await server.stop()
    print("\(product): \(operations.count - unserved.count) of \(operations.count) are served")
    let listed = Set((product == .crm ? Self.crm : Self.books).flatMap(\.operations))
    #expect(unserved.subtracting(listed).sorted() == [], "not served, and no reason is given")
    #expect(listed.subtracting(unserved).sorted() == [], "served by now: strike them off the list")
  }

  /// What stands in a path where no id does.
  private static let names = ["module": "Deals", "related_list": "Quotes"]

  /// Operations that the local server does not serve, and why.
  private struct NotServed {
    let reason: String
    let operations: [String]

    init(_ reason: String, _ operations: [String: String]) {
      self.reason = reason
      self.operations = operations.flatMap { resource, verbs in
        verbs.split(separator: " ").map { "\(resource) \($0)" }
      }
    }
  }

  private static let crm = [
    NotServed(
      "rules and lists for administrators, which no deal and no invoice here depends on",
      [
        "scoring-rules": """
        activate clone create deactivate delete delete-many list show update update-many
        """,
        "territories": "assign assign-many remove remove-many",
        "user-groups": "assigned deletions grouped-counts unassigned",
      ]),
    NotServed(
      "the recycle bin keeps a record without what hung on it", ["related": "of-deleted"]),
    NotServed("`records count` counts the same", ["records": "count-by-criteria"]),
  ]

  private static let books = [
    NotServed(
      "what a company owns and modules of its own, which are no part of selling",
      [
        "custom-modules": "create delete delete-many list show update update-many",
        "fixed-asset-types": "create delete list update",
        "fixed-assets": """
        activate cancel comment create delete delete-comment draft forecast history list sell \
        show update write-off
        """,
      ]),
    NotServed("vendors are made in Books, not in CRM", ["crm-import": "vendor"]),
  ]
}
