import Testing

@testable import LocalZoho

/// The table of official operations says the truth of this server.
@Suite(.timeLimit(.minutes(10))) struct OperationsTableTests {
  /// What Zoho answers where it knows no path, no method, or no module of that name. Of a list that a
  /// record has not, it says that the relation is unknown.
  private static let ignorance: Set<JSONValue> = [
    "INVALID_URL_PATTERN", "INVALID_REQUEST_METHOD", "INVALID_MODULE", 5, 37,
  ]

  @Test func everyMarkIsTrue() async throws {
    try await TestServer.run(quotas: .none) { zoho async throws in
      let client = try await ExampleClient(zoho)
      let organization = "organization_id=\(zoho.connection.organizationID)"
      let deal = try await client.made(
        ExampleCall(
          "POST", "/crm/v8/Deals",
          ["data": [["Deal_Name": "Walk", "Stage": "Qualification", "Pipeline": "Standard"]]]))
      let id = deal.first("id") ?? ""
      var wrong: [String] = []
      for area in OfficialArea.all {
        for operation in area.operations {
          let call = ExampleCall(operation.method, path(operation.path, id) + "?" + organization)
          let reply = try await client.send(call)
          let isUnknown =
            reply.json["code"].map(Self.ignorance.contains) ?? false
            || reply.json["message"] == "The relation name given seems to be invalid"
            || !operation.path.contains("{") && isTakenForAnID(reply)
          if isUnknown != (operation.answer == .unknown) {
            wrong.append(
              "\(area.product) \(operation.method) \(operation.path) is marked "
                + "\(operation.answer) and answered \(reply.status ?? 0) \(reply.body.prefix(90))")
          }
        }
      }
      #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }
  }

  @Test func anyoneCanAskForTheTable() async throws {
    try await TestServer.run { zoho async throws in
      let areas = try await zoho.send("GET", "/_local/operations").json["areas"]?.arrayValue ?? []
      #expect(areas.count == OfficialArea.all.count)
      let invoices = areas.first { $0["description"] == "invoices" }
      #expect(invoices?["product"] == "books")
      #expect(
        invoices?["operations"]?.arrayValue?.contains([
          "method": "GET", "path": "/books/v3/invoices", "answer": "served",
        ]) == true)
    }
  }

  /// A word that the server does not know where it knows ids: `invoices/pdf` is then no invoice.
  private func isTakenForAnID(_ reply: TestReply) -> Bool {
    reply.json["code"] == 1002 || reply.json["message"] == "the id given seems to be invalid"
  }

  /// The path with a deal's id for every id, and modules and lists that there are.
  private func path(_ pattern: String, _ id: String) -> String {
    pattern.split(separator: "/").map { segment in
      guard segment.hasPrefix("{") else { return "/\(segment)" }
      if pattern.hasPrefix("/books"), segment == "{module_name}" { return "/cm_walk" }
      if segment.lowercased().hasPrefix("{related") { return "/Notes" }
      return segment.lowercased().contains("module") ? "/Deals" : "/\(id)"
    }.joined()
  }
}

extension Quotas {
  /// For tests that call more often than Zoho would let them.
  static var none: Quotas {
    var quotas = Quotas()
    quotas.booksPerMinute = .max
    quotas.booksPerDay = .max
    quotas.crmCreditsPerDay = .max
    return quotas
  }
}
