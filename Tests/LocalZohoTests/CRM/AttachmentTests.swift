import Foundation
import Testing

@testable import LocalZoho

@Suite struct AttachmentTests {
  /// Bytes that are no text, with half a boundary and line ends in them.
  private static let bytes = Data([0, 255, 13, 10, 45, 45, 89, 0, 13, 10])

  private func crmWithDeal() throws -> (CRMHarness, deal: String) {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Licences","Stage":"Qualification"}"#)
    return (crm, deal)
  }

  @Test func aFileGoesUpAndComesDownUnchanged() throws {
    let (crm, deal) = try crmWithDeal()
    let data = Data([0, 255, 13, 10, 128, 13, 10])
    let up = try crm.sendFile(
      "crm/v8/Deals/\(deal)/Attachments", data, name: "offer é.pdf", type: "application/pdf")
    #expect(up.status == 200)
    let id = up.json.at("data", "0", "details", "id")?.stringValue ?? ""
    #expect(
      up.json.at("data", "0")
        == [
          "code": "SUCCESS",
          "details": [
            "Modified_Time": "2026-11-24T10:00:00+00:00",
            "Modified_By": ["name": "Jane Hartley", "id": "4150868000000000101"],
            "Created_Time": "2026-11-24T10:00:00+00:00", "id": .string(id),
            "Created_By": ["name": "Jane Hartley", "id": "4150868000000000101"],
          ], "message": "attachment uploaded successfully", "status": "success",
        ])
    let list = try crm.get("Deals/\(deal)/Attachments?fields=File_Name,Size,Parent_Id")
    #expect(list.data.count == 1)
    #expect(list.data[0]["File_Name"] == "offer é.pdf")
    #expect(list.data[0]["Size"] == "7")
    #expect(list.data[0]["$type"] == "Attachment")
    #expect(list.data[0]["Parent_Id"] == ["name": "Licences", "id": .string(deal)])
    #expect(list.json["info"]?["more_records"] == false)

    let down = try crm.send("GET", "crm/v8/Deals/\(deal)/Attachments/\(id)")
    #expect(down.body == data)
    #expect(
      down.headers
        == [
          ZohoReply.Header(name: "Content-Type", value: "application/pdf"),
          ZohoReply.Header(
            name: "Content-Disposition",
            value: "attachment;filename*=UTF-8''offer%20%C3%A9.pdf"),
        ])
    #expect(try crm.effects().last == "created Attachments \(id)")
  }

  @Test func aLinkIsKeptAndNotDownloaded() throws {
    let (crm, deal) = try crmWithDeal()
    let form = [
      "--X\r\nContent-Disposition: form-data; name=\"attachmentUrl\"\r\n\r\nhttps://a.example/b\r\n",
      "--X\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nTender\r\n--X--\r\n",
    ].joined()
    let up = try crm.send(
      "POST", "crm/v8/Deals/\(deal)/Attachments", Data(form.utf8),
      headers: ["Content-Type": "multipart/form-data; boundary=X"])
    let id = up.json.at("data", "0", "details", "id")?.stringValue ?? ""
    let shown = try crm.get("Deals/\(deal)/Attachments?fields=File_Name").data.first
    #expect(shown?["File_Name"] == "Tender")
    #expect(shown?["$link_url"] == "https://a.example/b")
    #expect(shown?["$type"] == "Link URL")
    let down = try crm.send("GET", "crm/v8/Deals/\(deal)/Attachments/\(id)")
    #expect(
      down.text
        == #"{"code":"DOWNLOAD_NOT_ALLOWED","details":{},"message":"As it is a linked attachment, you can not download it","status":"error"}"#
    )
    let wrong = try crm.send(
      "POST", "crm/v8/Deals/\(deal)/Attachments?attachmentUrl=nowhere")
    #expect(wrong.status == 400)
    #expect(
      wrong.text
        == #"{"code":"INVALID_DATA","details":{"param_name":"attachmentUrl"},"message":"the given attachment URL is incorrect","status":"error"}"#
    )
  }

  @Test func aNoteCanHaveAttachmentsToo() throws {
    let (crm, deal) = try crmWithDeal()
    let note = try crm.insert(
      "Notes",
      "{\"Note_Content\":\"x\",\"Parent_Id\":{\"module\":{\"api_name\":\"Deals\"},\"id\":\"\(deal)\"}}"
    )
    #expect(
      try crm.sendFile("crm/v8/Notes/\(note)/Attachments", Self.bytes, name: "a").status == 200)
    #expect(try crm.get("Notes/\(note)/Attachments?fields=id").data.count == 1)
    #expect(try crm.get("Deals/\(deal)/Attachments?fields=id").status == 204)
  }

  @Test func deletingTakesItAway() throws {
    let (crm, deal) = try crmWithDeal()
    let up = try crm.sendFile("crm/v8/Deals/\(deal)/Attachments", Self.bytes, name: "a.txt")
    let id = up.json.at("data", "0", "details", "id")?.stringValue ?? ""
    let deleted = try crm.call("DELETE", "Deals/\(deal)/Attachments/\(id)")
    #expect(
      deleted.data == [
        [
          "code": "SUCCESS", "details": ["id": .string(id)], "message": "record deleted",
          "status": "success",
        ]
      ])
    let again = try crm.call("DELETE", "Deals/\(deal)/Attachments/\(id)")
    #expect(again.status == 400)
    #expect(
      again.json
        == [
          "code": "INVALID_DATA", "details": ["resource_path_index": 3],
          "message": "the related id given seems to be invalid", "status": "error",
        ])
    #expect(try crm.get("Deals/\(deal)/Attachments?fields=id").status == 204)
  }

  @Test func whatIsMissingOrForbiddenIsNamed() throws {
    var (crm, deal) = try crmWithDeal()
    #expect(
      try crm.call("POST", "Deals/\(deal)/Attachments").json
        == [
          "code": "REQUIRED_PARAM_MISSING", "details": ["param_name": "file"],
          "message": "One of the expected parameter is missing", "status": "error",
        ])
    #expect(try crm.get("Deals/\(deal)/Attachments").json["code"] == "REQUIRED_PARAM_MISSING")
    #expect(try crm.get("Deals/99/Attachments?fields=id").json["code"] == "INVALID_DATA")
    let large = Data(count: (100 << 20) + 1)
    let refused = try crm.sendFile("crm/v8/Deals/\(deal)/Attachments", large, name: "large")
    #expect(refused.status == 413)
    #expect(refused.json["code"] == "FILE_SIZE_MORE_THAN_ALLOWED_SIZE")
    crm.scopes = ["ZohoCRM.modules.deals.ALL"]
    #expect(
      try crm.get("Deals/\(deal)/Attachments?fields=id").json["code"] == "OAUTH_SCOPE_MISMATCH")
  }

  @Test func filesOfTheOrganizationGoUpAndDown() throws {
    let crm = try CRMHarness()
    let up = try crm.sendFile("crm/v8/files", Self.bytes, name: "a.bin")
    #expect(up.status == 200)
    let id = up.json.at("data", "0", "details", "id")?.stringValue ?? ""
    #expect(id.count == 64)
    #expect(up.json.at("data", "0", "details", "name") == "a.bin")
    #expect(try crm.send("GET", "crm/v8/files?id=\(id)").body == Self.bytes)
    #expect(try crm.send("GET", "crm/v8/files?id=nothing").status == 204)
    #expect(
      try crm.get("files").json
        == [
          "code": "REQUIRED_PARAM_MISSING", "details": ["param_name": "id"],
          "message": "One of the expected parameter is missing", "status": "error",
        ])
    #expect(
      try crm.call("POST", "files", "").json["code"] == "failure_in_attachment_handling")
  }
}
