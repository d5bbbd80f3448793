import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/overview.html
extension CRMCall {
  static let bulkWriteRoutes = [
    CRMRoute("POST", "upload", "ZohoFiles.files.CREATE") { try $0.upload() },
    CRMRoute("POST", "bulk/write", "bulk.CREATE") { try $0.addBulkWrite() },
    CRMRoute("GET", "bulk/write/{job}", "bulk.CREATE") { call in
      .json(200, .object(try call.bulkWriteDetails(call.bulkJob(read: false))))
    },
    CRMRoute("GET", "bulk/write/{job}/result", "bulk.CREATE", isRead: false) {
      try $0.bulkResult(read: false)
    },
  ]

  /// 25 MB.
  private static let largestUpload = 25 << 20

  /// `POST /crm/v8/upload`
  private func upload() throws -> ZohoReply {
    let organization = try Organization.current(db)
    guard let feature = request.headers["feature"] else { throw missingHeader("feature") }
    guard feature == "bulk-write" else {
      throw Refusal.crm(
        400, "NOT_SUPPORTED_FEATURE", "feature not supported", details: ["header": "feature"])
    }
    guard let zgid = request.headers["X-CRM-ORG"] else { throw missingHeader("X-CRM-ORG") }
    guard zgid == organization.zgid else {
      throw Refusal.crm(400, "INVALID_DATA", "invalid data", details: ["header": "X-CRM-ORG"])
    }
    guard let file = MultipartForm(request)?.files.first(where: { $0.field == "file" }) else {
      throw Refusal.crm(
        400, "MANDATORY_NOT_FOUND", "required field not found", details: ["api_name": "file"])
    }
    guard file.data.count <= Self.largestUpload else {
      throw Refusal.crm(400, "FILE_TOO_LARGE", "File size too large to process")
    }
    do {
      _ = try ZipArchive.entries(of: file.data, limit: BulkImport.largestFile)
    } catch ZipArchive.Problem.tooLarge {
      throw Refusal.crm(400, "FILE_TOO_LARGE", "File size too large to process")
    } catch {
      throw Refusal.crm(
        400, "INVALID_FILE_FORMAT", "invalid file format. only zip format is supported")
    }
    let id = try RecordIDs.reserve(1, .crm, db).lowerBound
    try db.execute(
      sql: "INSERT INTO crm_uploads (id, name, content, created_time) VALUES (?, ?, ?, ?)",
      arguments: [id, file.name, file.data, seconds])
    return .json(
      200,
      [
        "status": "success", "code": "FILE_UPLOAD_SUCCESS", "message": "file uploaded.",
        "details": [
          "file_id": .string(String(id)), "created_time": .string(Timestamp.crm(now)),
        ],
      ])
  }

  private func missingHeader(_ name: String) -> Refusal {
    .crm(
      400, "MANDATORY_NOT_FOUND", "check if headers [feature, X-CRM-ORG] are present and valid",
      details: ["header": .string(name)])
  }

  /// `POST /crm/bulk/v8/write`
  private func addBulkWrite() throws -> ZohoReply {
    let body = try bulkBody()
    try checkCallback(body)
    let order = try BulkWriteOrder(body, self)
    let job = try addJob(order.operation, body)
    return .json(
      201,
      [
        "status": "success", "code": "SUCCESS", "message": "success",
        "details": [
          "id": .string(String(job.id)), "created_by": users.reference(userID),
        ],
      ]
    ).costing(500)
  }

  /// A job as its status call describes it.
  func bulkWriteDetails(_ job: BulkJob) throws -> JSONObject {
    let body = try job.body()
    let result = try job.result()
    let running = job.part(at: now) == 0 ? "ADDED" : "INPROGRESS"
    let status = result?["status"]?.stringValue ?? running
    var resource = JSONObject()
    let given = body["resource"]?.arrayValue?.first?.objectValue ?? JSONObject()
    resource["status"] = .string(status == "FAILED" ? "SKIPPED" : status)
    resource["type"] = "data"
    let name = given["module"]?["api_name"]?.stringValue ?? ""
    resource["module"] = ["api_name": .string(name), "id": JSONValue(metadata.module(name)?.id)]
    resource["find_by"] = given["find_by"]
    resource["ignore_empty"] = given["ignore_empty"] ?? body["ignore_empty"] ?? false
    resource["field_mappings"] = .array(
      given["field_mappings"]?.arrayValue?.map { mapping in
        [
          "api_name": mapping["api_name"] ?? .null, "index": mapping["index"] ?? .null,
          "find_by": mapping["find_by"] ?? .null,
          "default_value": mapping["default_value"] ?? .null, "module": nil,
          "parent_column_index": nil,
        ]
      } ?? [])
    resource["file"] =
      result?["file"] ?? [
        "status": .string(running), "name": "", "added_count": 0, "skipped_count": 0,
        "updated_count": 0, "total_count": 0,
      ]
    resource["code"] = result?["code"]
    var details: JSONObject = [
      "status": .string(status), "character_encoding": body["character_encoding"] ?? "UTF-8",
      "resource": [.object(resource)], "id": .string(String(job.id)),
      "callback": body["callback"] ?? .null,
    ]
    if job.content != nil {
      let zgid = try Organization.current(db).zgid
      details["result"] = [
        "download_url":
          "\(job.baseURL)/v2/crm/\(zgid)/bulk-write/\(job.id)/\(job.id).zip"
      ]
    }
    details["created_by"] = users.reference(Int64(job.userID))
    details["operation"] = .string(job.operation.rawValue)
    details["created_time"] = .string(
      Timestamp.crm(Date(timeIntervalSince1970: job.createdTime)))
    return details
  }
}
