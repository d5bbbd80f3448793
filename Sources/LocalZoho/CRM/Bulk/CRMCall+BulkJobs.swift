import FoundationEssentials
import GRDB

/// What both kinds of bulk jobs have in common.
extension CRMCall {
  /// How many results may be fetched in a minute.
  private static let downloadsPerMinute = 10

  func bulkBody() throws -> JSONObject {
    guard !request.body.isEmpty else {
      throw Refusal.crm(400, "REQUEST_BODY_IS_EMPTY", "Request body is empty")
    }
    guard let value = try? request.json(), let body = value.objectValue else {
      throw Refusal.crm(400, "REQUEST_BODY_NOT_READABLE", "Request body is not readable")
    }
    return body
  }

  func checkCallback(_ body: JSONObject) throws {
    guard let callback = body["callback"], !callback.isNull else { return }
    guard let url = callback["url"]?.stringValue.flatMap(URL.init(string:)),
      ["http", "https"].contains(url.scheme?.lowercased() ?? ""), url.host()?.isEmpty == false
    else { throw Refusal.crm(400, "INVALID_CALLBACK_URL", "Invalid callback URL") }
    guard callback["method"]?.stringValue?.lowercased() == "post" else {
      throw Refusal.crm(
        400, "INVALID_CALLBACK_METHOD", "Invalid callback method",
        details: ["supported_callback_methods": ["post"]])
    }
  }

  func addJob(_ operation: BulkJob.Operation, _ body: JSONObject) throws -> BulkJob {
    let time = now.timeIntervalSince1970
    let job = BulkJob(
      id: try RecordIDs.reserve(1, .crm, db).lowerBound, operation: operation,
      request: JSONValue.object(body).text, baseURL: request.baseURL, userID: caller.userID,
      clientID: caller.clientID, createdTime: time, dueTime: time + bulkPace.seconds,
      callbackIsDue: body["callback"]?["url"] != nil)
    try job.insert(db)
    try EffectsLedger.append(
      Effect(
        .crm, .created, "bulk_jobs", String(job.id), ["operation": .string(operation.rawValue)]),
      at: now, db)
    return job
  }

  /// The job in the path.
  func bulkJob(read: Bool) throws -> BulkJob {
    guard let job = try BulkJob.find(parameters["job"], read: read, db) else {
      throw unknownJob
    }
    return job
  }

  private var unknownJob: Refusal {
    .crm(
      404, "RESOURCE_NOT_FOUND", "The requested resource doesn't exist.",
      details: ["resource": JSONValue(parameters["job"])])
  }

  /// The archive of a finished job, for a day after it was made.
  func bulkResult(read: Bool) throws -> ZohoReply {
    let job = try bulkJob(read: read)
    let time = now.timeIntervalSince1970
    guard let content = job.content, time < job.createdTime + BulkJob.resultLife else {
      throw unknownJob
    }
    try db.execute(sql: "DELETE FROM crm_bulk_downloads WHERE time <= ?", arguments: [time - 60])
    let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM crm_bulk_downloads") ?? 0
    guard count < Self.downloadsPerMinute else {
      throw Refusal.crm(
        429, "TOO_MANY_REQUESTS",
        "You have made too many requests. Please try again after some time.")
    }
    try db.execute(sql: "INSERT INTO crm_bulk_downloads (time) VALUES (?)", arguments: [time])
    return .data(contentType: "application/zip", content).adding(
      header: "Content-Disposition",
      "attachment;filename=\"\(job.fileName ?? "\(job.id).zip")\"")
  }
}
