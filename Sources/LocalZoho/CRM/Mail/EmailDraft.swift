import FoundationEssentials
import GRDB

/// A mail as a client asks for it, checked.
struct EmailDraft {
  struct Person: Hashable, Sendable {
    var name: String?
    var email: String

    var json: JSONValue { ["user_name": JSONValue(name), "email": .string(email)] }
    var mailbox: MailMessage.Mailbox { MailMessage.Mailbox(name: name ?? "", address: email) }
  }

  var from: Person
  var to: [Person]
  var cc: [Person]
  var bcc: [Person]
  var replyTo: Person?
  var subject: String
  var content: String
  /// `html` or `text`.
  var format: String
  var files: [StoredFile] = []

  private static let mostPeople = 50

  /// - Throws: ``RowOutcome``.
  init(_ value: JSONValue, _ call: CRMCall) throws {
    func invalid(_ name: String, _ expected: String) -> RowOutcome {
      .failure(
        "INVALID_DATA", "invalid data",
        [
          "expected_data_type": .string(expected), "api_name": .string(name),
          "json_path": "$.data[0].\(name)",
        ])
    }
    func person(_ value: JSONValue, _ name: String) throws -> Person {
      guard let email = value["email"] else {
        throw RowOutcome.failure(
          "MANDATORY_NOT_FOUND", "required field not found",
          ["api_name": "email", "json_path": "$.data[0].\(name).email"])
      }
      guard let text = email.stringValue, MailAddress.isValid(text) else {
        throw invalid("\(name).email", "email")
      }
      return Person(name: value["user_name"]?.stringValue, email: text)
    }
    func people(_ name: String) throws -> [Person] {
      guard let value = value[name], !value.isNull else { return [] }
      guard let list = value.arrayValue, list.count <= Self.mostPeople else {
        throw invalid(name, "jsonarray")
      }
      return try list.enumerated().map { try person($1, "\(name)[\($0)]") }
    }
    for name in ["from", "to"] where value[name] == nil {
      throw RowOutcome.missing(name, row: 0)
    }
    from = try person(value["from"] ?? .null, "from")
    to = try people("to")
    guard !to.isEmpty else { throw invalid("to", "jsonarray") }
    cc = try people("cc")
    bcc = try people("bcc")
    replyTo = try value["reply_to"].flatMap { $0.isNull ? nil : try person($0, "reply_to") }
    let addresses = try call.fromAddresses().map(\.email)
    guard addresses.contains(from.email.lowercased()) else {
      throw RowOutcome.failure(
        "INVALID_DATA", "invalid from address",
        [
          "api_name": "email", "json_path": "$.data[0].from.email",
          "supported_values": .array(addresses.map(JSONValue.string)),
        ])
    }
    subject = value["subject"]?.stringValue ?? ""
    guard subject.count <= 255 else { throw invalid("subject", "text") }
    content = value["content"]?.stringValue ?? ""
    format = value["mail_format"]?.stringValue ?? "html"
    guard ["html", "text"].contains(format) else { throw invalid("mail_format", "text") }
    for name in ["scheduled_time", "template", "inventory_details"] {
      guard value[name] == nil || value[name] == .null else {
        throw RowOutcome.failure(
          "NOT_SUPPORTED", "\(name) is not supported",
          ["api_name": .string(name), "json_path": "$.data[0].\(name)"])
      }
    }
    let attachments = value["attachments"]?.arrayValue ?? []
    guard attachments.count <= 10 else { throw invalid("attachments", "jsonarray") }
    for (index, attachment) in attachments.enumerated() {
      guard let id = attachment["id"]?.idText,
        let file = try StoredFile.fetchOne(call.db, key: id)
      else {
        throw RowOutcome.failure(
          "INVALID_DATA", "the id given seems to be invalid",
          ["api_name": "id", "json_path": "$.data[0].attachments[\(index)].id"])
      }
      files.append(file)
    }
  }

  /// The message as it leaves.
  func message(serial: String, at now: Date) -> MailMessage {
    MailMessage(
      from: from.mailbox, to: to.map(\.mailbox), cc: cc.map(\.mailbox), subject: subject,
      html: format == "html"
        ? content
        : HTMLText.escaped(content).split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "<br>"),
      attachments: files.map {
        MailMessage.Attachment(name: $0.name, contentType: $0.contentType, data: $0.content)
      }, date: now, serial: serial)
  }

  /// What the related list tells of it.
  var facts: JSONObject {
    [
      "from": from.json, "to": .array(to.map(\.json)), "cc": .array(cc.map(\.json)),
      "bcc": .array(bcc.map(\.json)), "reply_to": replyTo?.json ?? .null,
      "subject": .string(subject), "mail_format": .string(format),
      "attachments": .array(
        files.map {
          [
            "size": .string(String($0.content.count)), "name": .string($0.name),
            "id": .string($0.id),
          ]
        }),
    ]
  }
}
