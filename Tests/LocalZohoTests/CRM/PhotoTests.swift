import Foundation
import Testing

@testable import LocalZoho

/// Pictures of records and of the organization.
@Suite struct PhotoTests {
  let crm: CRMHarness
  private let picture = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

  init() throws {
    var crm = try CRMHarness()
    crm.scopes += ["ZohoCRM.org.ALL"]
    self.crm = crm
  }

  @Test func aContactHasAPicture() throws {
    let contact = try crm.insert("Contacts", #"{"Last_Name":"Marsh"}"#)
    let path = "crm/v8/Contacts/\(contact)/photo"
    #expect(try crm.send("GET", path).status == 204)
    let kept = try crm.sendFile(path, picture, name: "marsh.png", type: "image/png")
    #expect(kept.status == 200)
    #expect(
      kept.json
        == (try json(
          """
          {"code":"SUCCESS","details":{},"message":"photo uploaded successfully",
           "status":"success"}
          """)))
    let shown = try crm.send("GET", path)
    #expect(shown.body == picture)
    #expect(shown.headers.first { $0.name == "Content-Type" }?.value == "image/png")
    #expect(try crm.send("DELETE", path).json["message"] == "Photo deleted")
    #expect(try crm.send("GET", path).status == 204)
  }

  @Test func whatIsNoPictureIsRefused() throws {
    let contact = try crm.insert("Contacts", #"{"Last_Name":"Marsh"}"#)
    let path = "crm/v8/Contacts/\(contact)/photo"
    let text = try crm.sendFile(path, Data("Hello".utf8), name: "a.txt")
    #expect(text.status == 400)
    #expect(text.json["code"] == "INVALID_DATA")
    #expect(text.json.at("details", "expected_data_type") == "image")
    #expect(try crm.send("POST", path).json["code"] == "REQUIRED_PARAM_MISSING")
    let nobody = try crm.sendFile("crm/v8/Contacts/77/photo", picture, name: "a.png")
    #expect(nobody.json["message"] == "the id given seems to be invalid")
    let deal = try crm.insert("Deals", #"{"Deal_Name":"A","Stage":"Qualification"}"#)
    #expect(
      try crm.sendFile("crm/v8/Deals/\(deal)/photo", picture, name: "a.png").json["code"]
        == "NOT_SUPPORTED")
  }

  @Test func theOrganizationHasAPicture() throws {
    let kept = try crm.sendFile("crm/v8/org/photo", picture, name: "logo.png", type: "image/png")
    #expect(kept.json["message"] == "photo uploaded successfully")
    #expect(kept.json.at("details", "id") == (try crm.get("org").json.at("org", "0", "id")))
    #expect(try crm.send("GET", "crm/v8/org/photo").body == picture)
    #expect(try crm.send("DELETE", "crm/v8/org/photo").status == 200)
    #expect(try crm.send("GET", "crm/v8/org/photo").status == 204)
  }
}
