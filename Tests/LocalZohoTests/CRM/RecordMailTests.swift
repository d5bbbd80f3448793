import Foundation
import Testing

@testable import LocalZoho

@Suite struct RecordMailTests {
  private func crmWithContact() throws -> (CRMHarness, contact: String) {
    var crm = try CRMHarness()
    crm.scopes.append("ZohoCRM.send_mail.all.CREATE")
    return (crm, try crm.insert("Contacts", #"{"Last_Name":"Doe","Email":"doe@a.example"}"#))
  }

  private func mail(_ more: String = "", from: String = "jane.hartley@fairlead.example") -> String {
    """
    {"data":[{"from":{"user_name":"Jane Hartley","email":"\(from)"},
     "to":[{"user_name":"Doe","email":"doe@a.example"}],"bcc":[{"email":"boss@b.example"}],
     "subject":"Our offer","content":"<p>Here &amp; now</p>","mail_format":"html"\(more)}]}
    """
  }

  @Test func aMailLandsInTheMailboxAndUnderTheRecord() throws {
    let (crm, contact) = try crmWithContact()
    let file = try crm.sendFile("crm/v8/files", Data("offer".utf8), name: "offer.txt")
    let fileID = file.json.at("data", "0", "details", "id")?.stringValue ?? ""
    let sent = try crm.call(
      "POST", "Contacts/\(contact)/actions/send_mail",
      mail(",\"attachments\":[{\"id\":\"\(fileID)\"}]"))
    #expect(sent.status == 200)
    let id = sent.data.first?["details"]?["message_id"]?.stringValue ?? ""
    #expect(
      sent.data == [
        [
          "code": "SUCCESS", "details": ["message_id": .string(id)],
          "message": "Your mail has been sent successfully.", "status": "success",
        ]
      ])
    let box = try crm.store.read { try Mailbox.list(after: 0, limit: 10, $0) }
    #expect(box.count == 1)
    #expect(box[0]["from"] == "jane.hartley@fairlead.example")
    #expect(box[0]["recipients"] == ["doe@a.example", "boss@b.example"])
    #expect(box[0]["subject"] == "Our offer")
    let message = try crm.store.read { try Mailbox.message(1, $0) } ?? Data()
    let text = String(decoding: message, as: UTF8.self)
    #expect(text.contains("filename=\"offer.txt\""))
    #expect(!text.contains("boss@b.example"))
    #expect(try crm.effects().last == "mailed Contacts \(contact)")

    let list = try crm.get("Contacts/\(contact)/Emails").json
    #expect(list["Emails"]?.arrayValue?.count == 1)
    let first = list.at("Emails", "0")
    #expect(first?["message_id"] == .string(id))
    #expect(first?["to"] == [["user_name": "Doe", "email": "doe@a.example"]])
    #expect(first?["time"] == "2026-11-24T10:00:00+00:00")
    #expect(first?["has_attachment"] == true)
    #expect(list["info"]?["more_records"] == false)
    let one = try crm.get("Contacts/\(contact)/Emails/\(id)").json.at("Emails", "0")
    #expect(one?["content"] == "<p>Here &amp; now</p>")
    #expect(one?["mail_format"] == "html")
    #expect(one.at("attachments", "0", "name") == "offer.txt")
    #expect(try crm.get("Contacts/\(contact)/Emails/unknown").status == 204)
  }

  @Test func theAddressesToWriteFromAreListed() throws {
    let (crm, _) = try crmWithContact()
    #expect(
      try crm.get("settings/emails/actions/from_addresses").json["from_addresses"]
        == [
          [
            "email": "jane.hartley@fairlead.example", "type": "primary",
            "id": "4150868000000000101", "user_name": "Jane Hartley", "default": true,
          ],
          [
            "email": "office@fairlead.example", "type": "org_email", "id": "4150868000000000010",
            "user_name": "Fairlead Trading Ltd", "default": false,
          ],
        ])
  }

  @Test func whatCannotBeSentIsNamed() throws {
    let (crm, contact) = try crmWithContact()
    let path = "Contacts/\(contact)/actions/send_mail"
    let foreign = try crm.call("POST", path, mail(from: "eve@e.example"))
    #expect(foreign.status == 400)
    #expect(foreign.data.first?["message"] == "invalid from address")
    let nobody = try crm.call(
      "POST", path, #"{"data":[{"from":{"email":"office@fairlead.example"}}]}"#)
    #expect(
      nobody.data == [
        [
          "code": "MANDATORY_NOT_FOUND",
          "details": ["api_name": "to", "json_path": "$.data[0].to"],
          "message": "required field not found", "status": "error",
        ]
      ])
    let later = try crm.call(
      "POST", path, mail(#","scheduled_time":"2026-12-01T09:00:00+00:00""#))
    #expect(later.data.first?["code"] == "NOT_SUPPORTED")
    let file = try crm.call("POST", path, mail(#","attachments":[{"id":"nothing"}]"#))
    #expect(file.data.first?["details"]?["json_path"] == "$.data[0].attachments[0].id")
    #expect(try crm.call("POST", "Contacts/99/actions/send_mail", mail()).status == 400)
    #expect(try crm.store.read { try Mailbox.list(after: 0, limit: 10, $0) }.isEmpty)
    #expect(try crm.get("Contacts/\(contact)/Emails").status == 204)
  }
}

extension JSONValue? {
  fileprivate func at(_ first: String, _ second: String, _ third: String) -> JSONValue? {
    self?.at(first, second, third)
  }
}
