import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/upload-files-to-zfs.html
extension CRMCall {
  static let fileRoutes = [
    CRMRoute("POST", "files", "files.CREATE") { try $0.uploadFiles() },
    CRMRoute("GET", "files", "files.READ") { try $0.downloadFile() },
  ]

  /// `POST /files` with up to ten files.
  private func uploadFiles() throws -> ZohoReply {
    let files = MultipartForm(request)?.files ?? []
    guard !files.isEmpty, files.count <= 10, files.allSatisfy({ !$0.name.isEmpty }) else {
      throw Refusal.crm(
        400, "failure_in_attachment_handling",
        "Problem in uploading attachment. kindly upload the file properly")
    }
    guard files.allSatisfy({ $0.data.count <= StoredFile.largest }) else {
      throw Refusal.crm(
        415, "FILE_SIZE_MORE_THAN_ALLOWED_SIZE",
        "Please check if the size of the file is in the correct range")
    }
    let outcomes = try files.map { file in
      let stored = try StoredFile.keep(file, at: seconds, db)
      try EffectsLedger.append(
        Effect(
          .crm, .created, "files", stored.id,
          ["name": .string(file.name), "size": JSONValue(file.data.count)]), at: now, db)
      return RowOutcome.success(
        "\(file.name) uploaded Succesfully",
        details: ["name": .string(file.name), "id": .string(stored.id)])
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  /// `GET /files?id=`
  private func downloadFile() throws -> ZohoReply {
    let id = try parameter("id")
    guard let file = try StoredFile.fetchOne(db, key: id) else { return .empty(204) }
    return file.reply
  }
}
