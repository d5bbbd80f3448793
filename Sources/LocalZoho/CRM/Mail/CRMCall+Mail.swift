import FoundationEssentials
import GRDB

/// Mail from a record, and what was sent.
/// https://www.zoho.com/crm/developer/docs/api/v8/send-mail.html
extension CRMCall {
  static let mailRoutes = [
    CRMRoute("POST", "{module}/{id}/actions/send_mail", "send_mail.all.CREATE") {
      try $0.sendMail($0.module(), $0.relatedID())
    },
    CRMRoute("GET", "settings/emails/actions/from_addresses", "settings.emails.READ") { call in
      let addresses = try call.fromAddresses().enumerated().map { index, address -> JSONValue in
        [
          "email": .string(address.email), "type": .string(address.type),
          "id": .string(address.id), "user_name": .string(address.name),
          "default": JSONValue(index == 0),
        ]
      }
      return .json(200, ["from_addresses": .array(addresses)])
    },
    CRMRoute("GET", "{module}/{id}/Emails", "modules.emails.READ") {
      try $0.emails($0.module(), $0.relatedID())
    },
    CRMRoute("GET", "{module}/{id}/Emails/actions/download_attachments", "modules.emails.READ") {
      try $0.emailAttachment($0.module(), $0.relatedID())
    },
    CRMRoute("GET", "{module}/{id}/Emails/{message}", "modules.emails.READ") {
      try $0.email($0.module(), $0.relatedID())
    },
  ]

  struct FromAddress: Hashable, Sendable {
    var email: String
    var type: String
    var id: String
    var name: String
  }

  /// Whom the caller may write as: themselves, and the organization.
  func fromAddresses() throws -> [FromAddress] {
    let organization = try Organization.current(db)
    let user = try User.find(id: caller.userID, db)
    let own = user.map {
      FromAddress(email: $0.email.lowercased(), type: "primary", id: $0.id, name: $0.fullName)
    }
    return (own.map { [$0] } ?? []) + [
      FromAddress(
        email: organization.primaryEmail.lowercased(), type: "org_email", id: organization.crmID,
        name: organization.name)
    ]
  }

  private func sendMail(_ parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    try caller.require("ZohoCRM.modules.\(parent.scopeName).READ")
    try requireRecord(parent, id)
    let rows = try rows(body(), atMost: 1)
    return RowOutcome.reply([try outcome { try send(rows[0], parent, id) }], success: 200)
  }

  private func send(_ row: JSONValue, _ parent: CRMModule, _ id: Int64) throws -> RowOutcome {
    let draft = try EmailDraft(row, self)
    let number = try RecordIDs.reserve(1, .crm, db).lowerBound
    let messageID = OpaqueID.of("mail \(number)")
    let recipients = (draft.to + draft.cc + draft.bcc).map(\.email)
    try Mailbox.keep(
      Mail(
        sender: draft.from.email, recipients: recipients, subject: draft.subject,
        message: draft.message(serial: messageID, at: now).data), at: now, db)
    try db.execute(
      sql: """
        INSERT INTO crm_emails (id, message_id, module, record_id, owner_id, facts, content,
          sent_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, messageID, parent.apiName, id, caller.userID, JSONValue.object(draft.facts).text,
        draft.content, seconds,
      ])
    try EffectsLedger.append(
      Effect(
        .crm, .mailed, parent.apiName, String(id),
        [
          "to": .array(recipients.map(JSONValue.string)), "subject": .string(draft.subject),
          "message_id": .string(messageID),
        ]), at: now, db)
    return .success(
      "Your mail has been sent successfully.", details: ["message_id": .string(messageID)])
  }

  /// `GET /{module}/{id}/Emails`: ten at a time, the last sent first.
  private func emails(_ parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    try requireRecord(parent, id)
    let index = try number("index", 0...Int(Int32.max), usual: 0)
    let perPage = 10
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM crm_emails WHERE module = ? AND record_id = ? ORDER BY id DESC
        LIMIT ? OFFSET ?
        """, arguments: [parent.apiName, id, perPage + 1, index])
    guard !rows.isEmpty else { return .empty(204) }
    let shown = try rows.prefix(perPage).map { JSONValue.object(try email($0, parent, id)) }
    let hasMore = rows.count > perPage
    return .json(
      200,
      [
        "Emails": .array(shown),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(shown.count),
          "next_index": hasMore ? .string(String(index + perPage)) : nil,
          "prev_index": index > 0 ? .string(String(max(0, index - perPage))) : nil,
          "more_records": JSONValue(hasMore),
        ],
      ])
  }

  /// `GET /{module}/{id}/Emails/{message}`: one, with its text.
  private func email(_ parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    try requireRecord(parent, id)
    let found = try Row.fetchOne(
      db, sql: "SELECT * FROM crm_emails WHERE message_id = ? AND module = ? AND record_id = ?",
      arguments: [parameters["message"], parent.apiName, id])
    guard let found else { return .empty(204) }
    var email = try email(found, parent, id)
    let facts = try JSONValue(parsing: found["facts"] as String)
    for name in ["attachments", "mail_format", "reply_to"] { email[name] = facts[name] }
    email["content"] = .string(found["content"])
    email["editable"] = false
    return .json(200, ["Emails": [.object(email)]])
  }

  /// https://www.zoho.com/crm/developer/docs/api/v8/download-email-attachments.html
  private func emailAttachment(_ parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    try requireRecord(parent, id)
    let (message, file) = (try parameter("message_id"), try parameter("id"))
    guard try User.find(id: parameter("user_id"), db) != nil else {
      throw Refusal.crmInvalidParameter("user_id")
    }
    let name = try parameter("name")
    let facts = try String.fetchOne(
      db,
      sql: """
        SELECT facts FROM crm_emails WHERE message_id = ? AND module = ? AND record_id = ?
        """, arguments: [message, parent.apiName, id])
    guard let facts else { throw Refusal.crmInvalidParameter("message_id") }
    let attached = try JSONValue(parsing: facts)["attachments"]?.arrayValue ?? []
    guard attached.contains(where: { $0["id"] == .string(file) && $0["name"] == .string(name) }),
      let stored = try StoredFile.fetchOne(db, key: file)
    else { throw Refusal.crmInvalidParameter("id") }
    return stored.reply
  }

  private func email(_ row: Row, _ parent: CRMModule, _ id: Int64) throws -> JSONObject {
    let facts = try JSONValue(parsing: row["facts"] as String)
    let hasFiles = facts["attachments"]?.arrayValue?.isEmpty == false
    let name = try String.fetchOne(
      db, sql: "SELECT \"\(parent.nameField)\" FROM \(parent.table) WHERE id = ?", arguments: [id])
    let time = Timestamp.crm(Date(timeIntervalSince1970: Double(row["sent_time"] as Int64)))
    return [
      "cc": facts["cc"] ?? [], "summary": nil,
      "owner": users.reference(Int64(row["owner_id"] as String)), "read": false, "sent": true,
      "subject": facts["subject"] ?? .null, "activity_info": nil, "intent": nil,
      "sentiment_info": nil, "message_id": .string(row["message_id"]), "source": "crm",
      "linked_record": [
        "module": ["api_name": .string(parent.apiName), "id": .string(parent.id)],
        "name": JSONValue(name), "id": .string(String(id)),
      ], "emotion": nil, "from": facts["from"] ?? .null, "to": facts["to"] ?? [],
      "time": .string(time),
      "status": [["type": "sent", "bounced_time": nil, "bounced_reason": nil]],
      "has_attachment": JSONValue(hasFiles), "has_thread_attachment": false,
    ]
  }
}
