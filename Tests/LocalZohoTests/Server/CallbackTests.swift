import Foundation
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct CallbackTests {
  /// Asks until that many callbacks have come; each question is a call of its own.
  private func callbacks(_ zoho: TestServer, _ count: Int) async throws -> [JSONValue] {
    while true {
      let all = try await zoho.send("GET", "/_local/callbacks").json["callbacks"]?.arrayValue ?? []
      if all.count >= count { return all }
    }
  }

  private func crm(
    _ zoho: TestServer, _ method: String, _ path: String, _ body: String, _ token: String
  ) async throws -> TestReply {
    try await zoho.send(
      method, path, headers: ["Authorization": "Zoho-oauthtoken \(token)"], body: body)
  }

  @Test func aChangeIsPostedToTheChannel() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      let hook = "\(zoho.connection.url)/_local/callbacks?from=deals"
      let opened = try await crm(
        zoho, "POST", "/crm/v8/actions/watch",
        "{\"watch\":[{\"channel_id\":\"7\",\"events\":[\"Deals.all\"],\"notify_url\":\"\(hook)\"}]}",
        token)
      #expect(opened.status == 201)
      let deal = try await crm(
        zoho, "POST", "/crm/v8/Deals",
        #"{"data":[{"Deal_Name":"New","Stage":"Qualification"}]}"#, token)
      let id = deal.json.at("data", "0", "details", "id") ?? .null
      let first = try await callbacks(zoho, 1)[0]
      #expect(first["query"] == ["from": "deals"])
      #expect(first["body"]?["operation"] == "insert")
      #expect(first["body"]?["ids"] == [id])
      #expect(first["body"]?["query_params"] == ["from": "deals"])
    }
  }

  @Test func aJobTellsOfItsEnd() async throws {
    try await TestServer.run(configure: { $0.bulkJobSeconds = 0 }) { zoho async throws in
      let token = try await zoho.accessToken()
      let hook = "\(zoho.connection.url)/_local/callbacks"
      let added = try await crm(
        zoho, "POST", "/crm/bulk/v8/read",
        """
        {"query":{"module":{"api_name":"Deals"},"fields":["Deal_Name"]},
         "callback":{"url":"\(hook)","method":"post"}}
        """, token)
      let id = added.json.at("data", "0", "details", "id") ?? .null
      let body = try await callbacks(zoho, 1)[0]["body"]
      #expect(body?["job_id"] == id)
      #expect(body?["state"] == "COMPLETED")
      #expect(body?["result"]?["count"] == 0)
      let link = body?["result"]?["download_url"].text ?? ""
      #expect(try await zoho.get(link, token: token).status == 200)
      #expect(try await callbacks(zoho, 1).count == 1)
    }
  }
}
