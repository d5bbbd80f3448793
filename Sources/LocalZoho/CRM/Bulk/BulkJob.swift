import FoundationEssentials
import GRDB

/// One Bulk Read or Bulk Write job.
struct BulkJob: Codable, FetchableRecord, PersistableRecord, Sendable {
  static let databaseTableName = "crm_bulk_jobs"

  enum Operation: String, Codable, Hashable, Sendable {
    case read, insert, update, upsert
  }

  /// How long a result can be fetched, in seconds.
  static let resultLife: TimeInterval = 86_400

  var id: Int64
  var operation: Operation
  /// The body of the call that made it.
  var request: String
  var baseURL: String
  var userID: String
  var clientID: String
  /// Seconds since 1970, like all times here.
  var createdTime: Double
  var dueTime: Double
  var isFinished = false
  /// What the job came to, as JSON.
  var outcome: String?
  var fileName: String?
  /// The zip archive of its result.
  var content: Data?
  var nextPageToken: String?
  var callbackIsDue: Bool

  enum CodingKeys: String, CodingKey {
    case id, operation, request, outcome, content
    case baseURL = "base_url"
    case userID = "user_id"
    case clientID = "client_id"
    case createdTime = "created_time"
    case dueTime = "due_time"
    case isFinished = "is_finished"
    case fileName = "file_name"
    case nextPageToken = "next_page_token"
    case callbackIsDue = "callback_is_due"
  }

  /// How far it is, in three parts of its time.
  func part(at now: Date) -> Int {
    let passed = now.timeIntervalSince1970 - createdTime
    return passed < (dueTime - createdTime) / 3
      ? 0 : passed < (dueTime - createdTime) * 2 / 3 ? 1 : 2
  }

  func body() throws -> JSONObject {
    try JSONValue(parsing: request).objectValue ?? JSONObject()
  }

  func result() throws -> JSONObject? {
    try outcome.map { try JSONValue(parsing: $0).objectValue ?? JSONObject() }
  }

  /// Where the client wants to be told of the end.
  func callback() throws -> String? { try body()["callback"]?["url"]?.stringValue }

  static func find(_ text: String?, read: Bool, _ db: Database) throws -> BulkJob? {
    guard let id = text.flatMap(Int64.init), let job = try fetchOne(db, key: id),
      (job.operation == .read) == read
    else { return nil }
    return job
  }

  /// Finished jobs whose callback was not sent yet; marks them as sent.
  static func takeCallbacks(_ db: Database) throws -> [BulkJob] {
    let jobs = try filter(Column("is_finished") && Column("callback_is_due")).fetchAll(db)
    try db.execute(
      sql: "UPDATE crm_bulk_jobs SET callback_is_due = 0 WHERE is_finished AND callback_is_due")
    return jobs
  }
}
