import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/get-attachments.html and its neighbours.
extension CRMCall {
  static let attachmentRoutes = [
    CRMRoute("GET", "{module}/{id}/Attachments", "modules.attachments.READ") {
      try $0.attachments(of: $0.module(), $0.relatedID())
    },
    CRMRoute("POST", "{module}/{id}/Attachments", "modules.attachments.CREATE") {
      try $0.attach(to: $0.module(), $0.relatedID())
    },
    CRMRoute("DELETE", "{module}/{id}/Attachments", "modules.attachments.DELETE") {
      try $0.deleteAttachments(of: $0.module(), $0.relatedID())
    },
    CRMRoute("GET", "{module}/{id}/Attachments/{attachment}", "modules.attachments.READ") {
      try $0.downloadAttachment(of: $0.module(), $0.relatedID())
    },
    CRMRoute("DELETE", "{module}/{id}/Attachments/{attachment}", "modules.attachments.DELETE") {
      try $0.deleteAttachment(of: $0.module(), $0.relatedID())
    },
  ]

  /// `GET /{module}/{id}/Attachments`
  private func attachments(of parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    try requireRecord(parent, id)
    let fields = try requestedFields()
    let page = try number("page", 1...10, usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let found = try RecordAttachment.filter(
      Column("module") == parent.apiName && Column("record_id") == id
    ).order(Column("id").desc).limit(perPage + 1, offset: (page - 1) * perPage).fetchAll(db)
    guard !found.isEmpty else { return .empty(204) }
    let name = try String.fetchOne(
      db, sql: "SELECT \"\(parent.nameField)\" FROM \(parent.table) WHERE id = ?", arguments: [id])
    let shown = try found.prefix(perPage).map { try $0.json(fields, parentName: name, users) }
    return .json(
      200,
      [
        "data": .array(shown),
        "info": [
          "per_page": JSONValue(perPage), "next_page_token": nil, "count": JSONValue(shown.count),
          "page": JSONValue(page), "previous_page_token": nil, "page_token_expiry": nil,
          "more_records": JSONValue(found.count > perPage),
        ],
      ])
  }

  /// `POST /{module}/{id}/Attachments`: a file, or `attachmentUrl` with a `title`.
  private func attach(to parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    try requireRecord(parent, id)
    let form = MultipartForm(request)
    let link =
      form?.values["attachmentUrl"] ?? request.form()["attachmentUrl"]
      ?? request.query["attachmentUrl"]
    var attachment = RecordAttachment(
      id: try RecordIDs.reserve(1, .crm, db).lowerBound, module: parent.apiName, recordID: id,
      name: "", fileID: nil, linkURL: nil, size: 0, createdBy: userID, createdTime: seconds)
    if let file = form?.files.first(where: { $0.field == "file" }) {
      guard file.data.count <= StoredFile.largest else {
        throw Refusal.crm(
          413, "FILE_SIZE_MORE_THAN_ALLOWED_SIZE",
          "Please check if the size of the file is in the correct range")
      }
      attachment.name = file.name
      attachment.size = file.data.count
      attachment.fileID = try StoredFile.keep(file, at: seconds, db).id
    } else if let link {
      guard link.utf8.count <= 3000, let url = URL(string: link), url.host()?.isEmpty == false,
        ["http", "https"].contains(url.scheme?.lowercased() ?? "")
      else {
        throw Refusal.crm(
          400, "INVALID_DATA", "the given attachment URL is incorrect",
          details: ["param_name": "attachmentUrl"])
      }
      let title = form?.values["title"] ?? request.form()["title"] ?? request.query["title"]
      attachment.name = title.flatMap { $0.isEmpty ? nil : String($0.prefix(255)) } ?? link
      attachment.linkURL = link
    } else {
      throw Refusal.crmMissingParameter("file")
    }
    try attachment.insert(db)
    try EffectsLedger.append(
      Effect(
        .crm, .created, "Attachments", String(attachment.id),
        [
          "File_Name": .string(attachment.name), "Size": JSONValue(attachment.size),
          "Parent_Id": .string(String(id)), "module": .string(parent.apiName),
        ]), at: now, db)
    return RowOutcome.reply(
      [.success("attachment uploaded successfully", details: attachment.details(users))],
      success: 200)
  }

  /// `GET /{module}/{id}/Attachments/{attachment}`: the bytes.
  private func downloadAttachment(of parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    let attachment = try attachment(of: parent, id)
    guard let fileID = attachment.fileID else {
      throw Refusal.crm(
        400, "DOWNLOAD_NOT_ALLOWED",
        "As it is a linked attachment, you can not download it")
    }
    return try StoredFile.fetchOne(db, key: fileID)?.reply ?? .empty(204)
  }

  /// `DELETE /{module}/{id}/Attachments/{attachment}`
  private func deleteAttachment(of parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    let attachment = try attachment(of: parent, id)
    return RowOutcome.reply([try delete(attachment)], success: 200)
  }

  /// `DELETE /{module}/{id}/Attachments?ids=`
  private func deleteAttachments(of parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    try requireRecord(parent, id)
    let outcomes = try names(parameter("ids")).map { text -> RowOutcome in
      guard let number = Int64(text),
        let found = try RecordAttachment.find(number, of: parent, id, db)
      else { return .failure("INVALID_DATA", "record not deleted", ["id": .string(text)]) }
      return try delete(found)
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  private func delete(_ attachment: RecordAttachment) throws -> RowOutcome {
    try attachment.delete(db)
    if let fileID = attachment.fileID { try StoredFile.deleteOne(db, key: fileID) }
    try EffectsLedger.append(
      Effect(
        .crm, .deleted, "Attachments", String(attachment.id),
        [
          "File_Name": .string(attachment.name),
          "Parent_Id": .string(String(attachment.recordID)),
        ]), at: now, db)
    return .success("record deleted", details: ["id": .string(String(attachment.id))])
  }

  private func attachment(of parent: CRMModule, _ id: Int64) throws -> RecordAttachment {
    try requireRecord(parent, id)
    guard let number = parameters["attachment"].flatMap(Int64.init),
      let found = try RecordAttachment.find(number, of: parent, id, db)
    else { throw Refusal.crmUnknownRelated(3) }
    return found
  }
}
