import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/upload-image.html and its neighbours.
extension CRMCall {
  static let photoRoutes = [
    CRMRoute("GET", "{module}/{id}/photo", "modules.{module}.READ") {
      try $0.photo(of: $0.pictured())
    },
    CRMRoute("POST", "{module}/{id}/photo", "modules.{module}.UPDATE") {
      try $0.keepPhoto(of: $0.pictured())
    },
    CRMRoute("DELETE", "{module}/{id}/photo", "modules.{module}.UPDATE") {
      try $0.deletePhoto(of: $0.pictured())
    },
    CRMRoute("GET", "org/photo", "org.READ") { try $0.photo(of: $0.organizationOwner()) },
    CRMRoute("POST", "org/photo", "org.CREATE") { try $0.keepPhoto(of: $0.organizationOwner()) },
    CRMRoute("DELETE", "org/photo", "org.DELETE") {
      try $0.deletePhoto(of: $0.organizationOwner())
    },
  ]

  /// Whose picture it is, and how the ledger calls it.
  private typealias Owner = (id: Int64, module: String)

  /// Modules of the system whose records have a picture; custom ones have it too.
  private static let pictured: Set<String> = ["Leads", "Contacts", "Accounts", "Products"]

  private func pictured() throws -> Owner {
    let module = try module()
    guard module.isCustom || Self.pictured.contains(module.apiName) else {
      throw Refusal.crm(
        400, "NOT_SUPPORTED", "photo is not supported for this module",
        details: ["resource_path_index": 0])
    }
    let id = try relatedID()
    try requireRecord(module, id)
    return (id, module.apiName)
  }

  private func organizationOwner() throws -> Owner {
    (Int64(try Organization.current(db).crmID) ?? 0, "org")
  }

  private func photo(of owner: Owner) throws -> ZohoReply {
    let file = try StoredFile.fetchOne(
      db,
      sql: "SELECT f.* FROM crm_files f JOIN crm_photos p ON p.file_id = f.id WHERE owner_id = ?",
      arguments: [owner.id])
    return file?.reply ?? .empty(204)
  }

  private func keepPhoto(of owner: Owner) throws -> ZohoReply {
    guard let file = MultipartForm(request)?.files.first(where: { $0.field == "file" }) else {
      throw Refusal.crmMissingParameter("file")
    }
    guard file.data.count <= 10 << 20 else {
      throw Refusal.crm(
        413, "FILE_SIZE_MORE_THAN_ALLOWED_SIZE",
        "Please check if the size of the file is in the correct range")
    }
    guard Self.isPicture(file.data) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: ["api_name": "file", "expected_data_type": "image"])
    }
    try forgetPhoto(of: owner)
    let stored = try StoredFile.keep(file, at: seconds, db)
    try db.execute(sql: "INSERT INTO crm_photos VALUES (?, ?)", arguments: [owner.id, stored.id])
    try logPhoto(.changed, owner, ["photo": .string(file.name)])
    return photoReply("photo uploaded successfully", owner)
  }

  private func deletePhoto(of owner: Owner) throws -> ZohoReply {
    try forgetPhoto(of: owner)
    try logPhoto(.changed, owner, ["photo": nil])
    return photoReply("Photo deleted", owner)
  }

  private func forgetPhoto(of owner: Owner) throws {
    let file = try String.fetchOne(
      db, sql: "SELECT file_id FROM crm_photos WHERE owner_id = ?", arguments: [owner.id])
    try db.execute(sql: "DELETE FROM crm_photos WHERE owner_id = ?", arguments: [owner.id])
    if let file { try StoredFile.deleteOne(db, key: file) }
  }

  private func logPhoto(_ verb: Effect.Verb, _ owner: Owner, _ summary: JSONObject) throws {
    try EffectsLedger.append(
      Effect(.crm, verb, owner.module, String(owner.id), summary), at: now, db)
  }

  /// That of the organization names its id.
  private func photoReply(_ message: String, _ owner: Owner) -> ZohoReply {
    .json(
      200,
      [
        "code": "SUCCESS",
        "details": owner.module == "org" ? ["id": .string(String(owner.id))] : [:],
        "message": .string(message), "status": "success",
      ])
  }

  /// By what PNG, JPEG, GIF and BMP files begin with.
  private static func isPicture(_ data: Data) -> Bool {
    let beginnings: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38], [0x42, 0x4D],
    ]
    return beginnings.contains { data.starts(with: $0) }
  }
}
