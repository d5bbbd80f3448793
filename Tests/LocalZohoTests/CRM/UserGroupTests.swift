import Testing

@testable import LocalZoho

@Suite struct UserGroupTests {
  let crm: CRMHarness
  init() throws { crm = try CRMHarness() }

  private let path = "settings/user_groups"

  private func role(_ name: String) throws -> String {
    let roles = try crm.get("settings/roles").json["roles"]?.arrayValue ?? []
    return try #require(roles.first { $0["name"] == .string(name) }?["id"]?.stringValue)
  }

  private func make(_ name: String, _ sources: String) throws -> CRMHarness.Answer {
    try crm.call(
      "POST", path, "{\"user_groups\":[{\"name\":\"\(name)\",\"sources\":[\(sources)]}]}")
  }

  @Test func aGroupOfUsersAndRoles() throws {
    let colleague = try crm.addColleague()
    #expect(try crm.get(path).status == 204)
    let made = try make(
      "Crew",
      """
      {"type":"users","source":{"id":"\(colleague)"}},
      {"type":"roles","source":{"id":"\(try role("CEO"))"},"subordinates":true}
      """)
    #expect(made.status == 201)
    let id = try #require(made.json.at("user_groups", "0", "details", "id")?.stringValue)
    let one = try #require(try crm.get("\(path)/\(id)").json.at("user_groups", "0"))
    #expect(one["name"] == "Crew")
    #expect(
      one["sources_count"]
        == (try json(
          """
          {"territories":0,"roles":1,"groups":0,"users":{"inactive":0,"deleted":0,"active":1}}
          """)))
    let sources = try crm.get("\(path)/\(id)/sources").json
    #expect(sources.at("sources", "0", "source", "name") == "Tom Reed")
    #expect(sources.at("sources", "1", "subordinates") == true)
    #expect(
      try crm.get("\(path)/actions/associated_users_count").json.at(
        "associated_users_count", "0", "count") == 2)
    let own = try crm.get("users/\(colleague)/actions/associated_groups").json
    #expect(own.at("user_groups", "0", "id") == .string(id))
    let changed = try crm.call(
      "PUT", "\(path)/\(id)",
      #"""
      {"user_groups":[{"name":"Lead","sources":[{"type":"roles",
       "source":{"id":"\#(try role("CEO"))"}}]}]}
      """#)
    #expect(changed.json.at("user_groups", "0", "code") == "SUCCESS")
    #expect(try crm.get("users/\(colleague)/actions/associated_groups").status == 204)
    #expect(try crm.call("DELETE", "\(path)/\(id)").status == 200)
    #expect(try crm.get("\(path)/\(id)").json["code"] == "INVALID_DATA")
  }

  @Test func aDescriptionIsKeptUntilItIsCleared() throws {
    let made = try make("Crew", #"{"type":"users","source":{"id":"4150868000000000101"}}"#)
    let id = try #require(made.json.at("user_groups", "0", "details", "id")?.stringValue)
    func change(_ text: String) throws -> JSONValue? {
      try crm.call("PUT", "\(path)/\(id)", "{\"user_groups\":[{\"description\":\(text)}]}").json
        .at("user_groups", "0")
    }
    func shown() throws -> JSONValue? {
      try crm.get("\(path)/\(id)").json.at("user_groups", "0", "description")
    }
    #expect(try shown() == .null)
    #expect(try change(#""As on the map""#)?["code"] == "SUCCESS")
    #expect(try shown() == "As on the map")
    let long = String(repeating: "m", count: 251)
    #expect(try change("\"\(long)\"")?.at("details", "maximum_length") == 250)
    #expect(try shown() == "As on the map")
    #expect(try change("null")?["code"] == "SUCCESS")
    #expect(try shown() == .null)
  }

  @Test func groupsThatAreRefused() throws {
    let source = #"{"type":"users","source":{"id":"4150868000000000101"}}"#
    #expect(try make("Crew", source).status == 201)
    #expect(
      try make("Crew", source).json.at("user_groups", "0", "details", "api_name") == "name")
    #expect(
      try make("B", "").json.at("user_groups", "0", "code") == "MANDATORY_NOT_FOUND")
    let territory = try make("B", #"{"type":"territories","source":{"id":"7"}}"#)
    #expect(
      territory.json.at("user_groups", "0", "details", "supported_values") == ["users", "roles"])
    let nobody = try make("B", #"{"type":"users","source":{"id":"7"}}"#)
    #expect(
      nobody.json.at("user_groups", "0", "details", "json_path")
        == "$.user_groups[0].sources[0].source.id")
  }
}
