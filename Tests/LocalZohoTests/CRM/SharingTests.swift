import Testing

@testable import LocalZoho

@Suite struct SharingTests {
  private func crm() throws -> (CRMHarness, deal: String, path: String) {
    var crm = try CRMHarness()
    crm.scopes.append("ZohoCRM.share.ALL")
    try crm.store.write { db in
      try User(
        id: "4150868000000000102", zuid: "60001234502", firstName: "Sam", lastName: "Okoro",
        email: "sam@fairlead.example", role: "Sales", profile: "Standard", status: "active",
        sequence: 2
      ).insert(db)
    }
    let deal = try crm.insert("Deals", #"{"Deal_Name":"A","Stage":"Qualification"}"#)
    return (crm, deal, "Deals/\(deal)/actions/share")
  }

  private let withSam = """
    {"share":[{"type":"private","permission":"read_write",
     "shared_with":{"id":"4150868000000000102","type":"users"},"share_related_records":true}]}
    """

  @Test func aRecordIsSharedShownAndTakenBack() throws {
    let (crm, deal, path) = try crm()
    #expect(try crm.get(path).status == 204)
    let shared = try crm.call("POST", path, withSam)
    #expect(shared.status == 201)
    #expect(
      shared.json
        == [
          "share": [
            [
              "code": "SUCCESS", "details": [:], "message": "record will be shared successfully",
              "status": "success",
            ]
          ]
        ])
    let share = try crm.get(path).json.at("share", "0")
    #expect(share?["permission"] == "read_write")
    #expect(share?["type"] == "private")
    #expect(share?["share_related_records"] == true)
    #expect(
      share?["shared_with"]
        == [
          "name": "Sam Okoro", "id": "4150868000000000102", "type": "users",
          "zuid": "60001234502",
        ])
    #expect(share?["shared_by"]?["name"] == "Jane Hartley")
    #expect(share?["shared_time"] == "2026-11-24T10:00:00+00:00")
    let changed = try crm.call(
      "PUT", path,
      """
      {"share":[{"type":"private","permission":"read_only",
       "shared_with":{"id":"4150868000000000102","type":"users"}}]}
      """)
    #expect(changed.status == 201)
    #expect(try crm.get(path).json.at("share", "0", "permission") == "read_only")
    #expect(
      try crm.call("DELETE", path).json
        == [
          "share": [
            "code": "SUCCESS", "details": ["id": .string(deal)], "message": "Sharing Revoked",
            "status": "success",
          ]
        ])
    let again = try crm.call("DELETE", path)
    #expect(again.status == 400)
    #expect(again.json["code"] == "CANNOT_PROCESS")
  }

  @Test(arguments: [
    (
      #"{"type":"private","permission":"all","shared_with":{"id":"4150868000000000102"}}"#,
      "permission"
    ),
    (
      #"{"type":"secret","permission":"read_only","shared_with":{"id":"4150868000000000102"}}"#,
      "type"
    ),
    (#"{"type":"private","permission":"read_only","shared_with":{"id":"9"}}"#, "id"),
    (
      #"{"type":"private","permission":"read_only","shared_with":{"id":"4150868000000000101"}}"#,
      "id"
    ),
    (#"{"type":"private","permission":"read_only"}"#, "shared_with"),
  ])
  func wrongSharesAreRefused(share: String, field: String) throws {
    let (crm, _, path) = try crm()
    let reply = try crm.call("POST", path, "{\"share\":[\(share)]}")
    #expect(reply.status == 400)
    #expect(reply.json.at("share", "0", "details", "api_name") == .string(field))
    #expect(try crm.get(path).status == 204)
  }

  @Test func unknownRecordsHaveTheirOwnWords() throws {
    let (crm, _, path) = try crm()
    #expect(
      try crm.get("Deals/99/actions/share").json
        == [
          "code": "INVALID_DATA", "details": ["resource_path_index": 1],
          "message": "ENTITY_ID_INVALID", "status": "error",
        ])
    #expect(
      try crm.get(path + "?view=all").json["code"] == "PATTERN_NOT_MATCHED")
  }
}
