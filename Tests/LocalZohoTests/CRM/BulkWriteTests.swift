import Foundation
import Testing

@testable import LocalZoho

@Suite struct BulkWriteTests {
  private func upload(_ crm: CRMHarness, _ csv: String) throws -> String {
    let zip = try ZipArchive.packed([
      ZipArchive.Entry(name: "contacts.csv", data: Data(csv.utf8))
    ])
    let reply = try crm.sendFile(
      "crm/v8/upload", zip, name: "contacts.zip", type: "application/zip",
      headers: ["feature": "bulk-write", "X-CRM-ORG": "60001234567"])
    #expect(reply.json["code"] == "FILE_UPLOAD_SUCCESS")
    #expect(reply.json["message"] == "file uploaded.")
    return reply.json.at("details", "file_id")?.stringValue ?? ""
  }

  private func start(
    _ crm: CRMHarness, _ operation: String, _ csv: String, _ more: String
  ) throws -> ZohoReply {
    let file = try upload(crm, csv)
    let body = """
      {"operation":"\(operation)","resource":[{"type":"data","module":{"api_name":"Contacts"},
       "file_id":"\(file)",\(more)}]}
      """
    return try crm.send("POST", "crm/bulk/v8/write", Data(body.utf8))
  }

  private func finished(_ crm: CRMHarness, _ added: ZohoReply) throws -> JSONValue {
    let id = added.json.at("details", "id")?.stringValue ?? ""
    return try crm.send("GET", "crm/bulk/v8/write/\(id)").json
  }

  private func report(_ crm: CRMHarness, _ job: JSONValue) throws -> (String, [String]) {
    let url = job.at("result", "download_url")?.stringValue ?? ""
    #expect(url.hasPrefix("http://127.0.0.1/v2/crm/60001234567/bulk-write/"))
    let reply = try crm.send("GET", String(url.dropFirst("http://127.0.0.1/".count)))
    #expect(reply.status == 200)
    let entry = try ZipArchive.entries(of: reply.body, limit: 1 << 20).first
    let lines = String(decoding: entry?.data ?? Data(), as: UTF8.self).split(separator: "\n")
    return (entry?.name ?? "", lines.map(String.init))
  }

  @Test func rowsBecomeRecordsAndEachSaysWhatBecameOfIt() throws {
    let crm = try CRMHarness(pace: BulkPace(seconds: 0))
    let added = try start(
      crm, "insert", "First,Last,Mail,Town\nAda,Lovelace,ada@a.example,London\n,,bob@b.example,\n",
      #""field_mappings":[{"api_name":"First_Name","index":0},{"api_name":"Last_Name","index":1},{"api_name":"Email","index":2},{"api_name":"Lead_Source","default_value":{"value":"Trade Show"}}]"#
    )
    #expect(added.status == 201)
    #expect(added.credits == 500)
    #expect(added.json["message"] == "success")
    let job = try finished(crm, added)
    #expect(job["status"] == "COMPLETED")
    #expect(
      job.at("resource", "0", "file")
        == [
          "status": "COMPLETED", "name": "contacts.csv", "added_count": 1, "skipped_count": 1,
          "updated_count": 0, "total_count": 2,
        ])
    let found = try crm.get("Contacts?fields=Full_Name,Email,Lead_Source").data
    #expect(found.map { $0["Full_Name"] } == ["Ada Lovelace"])
    #expect(found.first?["Lead_Source"] == "Trade Show")
    let (name, lines) = try report(crm, job)
    #expect(name == "Contacts-contacts.csv")
    #expect(
      lines == [
        "First,Last,Mail,STATUS,RECORD_ID,ERRORS",
        "Ada,Lovelace,ada@a.example,ADDED,\(found.first?["id"]?.stringValue ?? ""),",
        ",,bob@b.example,SKIPPED,,MANDATORY_NOT_FOUND-Last",
      ])
    #expect(try crm.effects().contains { $0.hasPrefix("created Contacts ") })
  }

  @Test func updatesFindTheirRecordsAndKeepWhatIsEmpty() throws {
    let crm = try CRMHarness(pace: BulkPace(seconds: 0))
    let id = try crm.insert(
      "Contacts", #"{"Last_Name":"Doe","Email":"doe@a.example","Phone":"1","Title":"Buyer"}"#)
    let mapping = """
      "find_by":"Email","field_mappings":[{"api_name":"Email","index":0},
       {"api_name":"Phone","index":1},{"api_name":"Title","index":2}]
      """
    let csv = "Email,Phone,Title\ndoe@a.example,2,\nnobody@a.example,3,\n"
    let job = try finished(
      crm, try start(crm, "update", csv, mapping + ",\"ignore_empty\":true"))
    #expect(job.at("resource", "0", "file", "updated_count") == 1)
    #expect(job.at("resource", "0", "file", "skipped_count") == 1)
    #expect(
      try report(crm, job).1.last == "nobody@a.example,3,,SKIPPED,,RESOURCE_NOT_FOUND-Email")
    let record = try crm.get("Contacts/\(id)?fields=Phone,Title").data.first
    #expect(record?["Phone"] == "2")
    #expect(record?["Title"] == "Buyer")
    _ = try finished(crm, try start(crm, "update", csv, mapping))
    #expect(try crm.get("Contacts/\(id)?fields=Title").data.first?["Title"] == .null)
  }

  @Test func anUpsertDoesBothAndReadsTheHeaderWithoutMappings() throws {
    let crm = try CRMHarness(pace: BulkPace(seconds: 0))
    _ = try crm.insert("Contacts", #"{"Last_Name":"Doe","Email":"doe@a.example"}"#)
    let job = try finished(
      crm,
      try start(
        crm, "upsert", "Last_Name,Email\nDough,doe@a.example\nNew,new@a.example\n",
        #""find_by":"Email""#))
    #expect(job.at("resource", "0", "file", "added_count") == 1)
    #expect(job.at("resource", "0", "file", "updated_count") == 1)
    #expect(
      Set(try crm.get("Contacts?fields=Last_Name").data.compactMap { $0["Last_Name"]?.stringValue })
        == ["Dough", "New"])
  }

  @Test func aFileWithTooManyRowsChangesNothing() throws {
    let crm = try CRMHarness(pace: BulkPace(seconds: 0, rowsPerFile: 1))
    let job = try finished(
      crm,
      try start(
        crm, "insert", "Last\nOne\nTwo\n",
        #""field_mappings":[{"api_name":"Last_Name","index":0}]"#))
    #expect(job["status"] == "FAILED")
    #expect(job.at("resource", "0", "code") == "LIMIT_EXCEEDED")
    #expect(job["result"] == nil)
    #expect(try crm.get("Contacts?fields=id").status == 204)
  }

  @Test func theJobWaitsForItsTime() throws {
    let crm = try CRMHarness(pace: BulkPace(seconds: 3))
    let added = try start(
      crm, "insert", "Last\nOne\n", #""field_mappings":[{"api_name":"Last_Name","index":0}]"#)
    #expect(try finished(crm, added)["status"] == "ADDED")
    crm.wait(2)
    #expect(try finished(crm, added)["status"] == "INPROGRESS")
    #expect(try crm.get("Contacts?fields=id").status == 204)
    crm.wait(1)
    #expect(try finished(crm, added)["status"] == "COMPLETED")
    #expect(try crm.get("Contacts?fields=id").data.count == 1)
  }

  @Test(arguments: [
    (#"{}"#, "MISSING_REQUIRED_KEY", "required key operation is not found in request body."),
    (
      #"{"operation":"insert","resource":[{"type":"data","module":{"api_name":"Notes"},"file_id":"1"}]}"#,
      "MODULE_NOT_AVAILABLE", "Requested module 'Notes' is not available."
    ),
    (
      #"{"operation":"insert","resource":[{"type":"data","module":{"api_name":"Contacts"},"file_id":"1"}]}"#,
      "INVALID_FILE_ID", "improper file id"
    ),
  ])
  func wrongOrdersAreRefused(body: String, code: String, message: String) throws {
    let reply = try CRMHarness().send("POST", "crm/bulk/v8/write", Data(body.utf8))
    #expect(reply.status == 400)
    #expect(reply.json["code"] == .string(code))
    #expect(reply.json["message"] == .string(message))
  }

  @Test func wrongMappingsAreRefused() throws {
    let crm = try CRMHarness()
    let csv = "Last\nOne\n"
    let unknown = try start(
      crm, "insert", csv, #""field_mappings":[{"api_name":"ast_Name","index":0}]"#)
    #expect(unknown.json["message"] == "invalid mapping. invalid api_name ast_Name.")
    let unplaced = try start(crm, "insert", csv, #""field_mappings":[{"api_name":"Last_Name"}]"#)
    #expect(unplaced.json["code"] == "COLUMN_INDEX_NOT_FOUND")
    let unmapped = try start(
      crm, "insert", csv, #""field_mappings":[{"api_name":"Email","index":0}]"#)
    #expect(unmapped.json["code"] == "MANDATORY_FIELDS_NOT_MAPPED")
    let blind = try start(crm, "update", csv, #""field_mappings":[{"api_name":"Email","index":0}]"#)
    #expect(blind.json["message"] == "Required key find_by is not available")
  }

  @Test func onlyAZipForThisOrganizationGoesUp() throws {
    let crm = try CRMHarness()
    let headers = ["feature": "bulk-write", "X-CRM-ORG": "60001234567"]
    let text = try crm.sendFile("crm/v8/upload", Data("a,b".utf8), name: "a.csv", headers: headers)
    #expect(
      text.json["message"] == "invalid file format. only zip format is supported")
    let zip = try ZipArchive.packed([ZipArchive.Entry(name: "a.csv", data: Data("a".utf8))])
    let bare = try crm.sendFile("crm/v8/upload", zip, name: "a.zip")
    #expect(bare.json["code"] == "MANDATORY_NOT_FOUND")
    let other = try crm.sendFile(
      "crm/v8/upload", zip, name: "a.zip", headers: ["feature": "bulk-write", "X-CRM-ORG": "1"])
    #expect(other.json["code"] == "INVALID_DATA")
  }
}
