import FoundationEssentials

/// A job over a whole module, which CRM does in its own time.
public struct BulkJob: Hashable, Sendable, Codable {
  /// The id.
  public let id: String
  /// How far it is, in Zoho's words: `ADDED`, `QUEUED`, `IN PROGRESS`, `COMPLETED`, `FAILURE`.
  public let state: String
  /// Of a read that is done: how many records are in its file.
  public let count: Int?
  /// Of a read that is done: whether there are records beyond its 200,000.
  public let hasMore: Bool
  /// Of a read that is done: what a read of the rest names as its place.
  public let nextPage: String?
  /// Of a write: what became of the records of each file.
  public let files: [WrittenFile]
  /// Of a job that is done: where its file is, as Zoho names it.
  public let result: String?

  /// The records of one file of a bulk write.
  public struct WrittenFile: Hashable, Sendable, Codable {
    /// How many were made.
    public let added: Int
    /// How many were changed.
    public let updated: Int
    /// How many were left alone.
    public let skipped: Int
    /// How many there were.
    public let total: Int
  }

  /// Whether Zoho is done with it, well or badly.
  public var isOver: Bool { isDone || hasFailed }

  /// Whether it was done.
  public var isDone: Bool { state == "COMPLETED" }

  /// Whether Zoho gave up.
  public var hasFailed: Bool { ["FAILURE", "FAILED"].contains(state) }

  /// What the paths of such jobs begin with.
  static let root = "/crm/bulk/v8"
}

extension Request where Response == String {
  /// Starts a read of a module into a file, 200,000 records at most, and gives the job's id. It costs
  /// 50 credits.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/create-job.html>
  ///
  /// - Parameters:
  ///   - fields: The fields to read; none for all.
  ///   - criteria: Which records, as CRM has it: `{"field":…,"comparator":…,"value":…}` or a group.
  ///   - page: The place a read before it named, from `BulkJob.nextPage`.
  public static func startBulkRead(
    _ module: String, fields: [String] = [], criteria: FieldValue? = nil, page: String? = nil
  ) -> Self {
    var query: RecordFields = ["module": .object(["api_name": .text(module)])]
    if !fields.isEmpty { query["fields"] = .list(fields.map(FieldValue.text)) }
    if let criteria { query["criteria"] = criteria }
    if let page { query["page_token"] = .text(page) } else { query["page"] = 1 }
    let body: RecordFields = ["query": .object(query), "file_type": "csv"]
    return bulkJob(Request(.crm, .post, "/read", json: body) { try BulkReply.id($0) })
  }

  /// Starts a write of an uploaded file and gives the job's id. It costs 500 credits.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/create-job.html>
  ///
  /// - Parameters:
  ///   - operation: What becomes of a record that is there already.
  ///   - file: The file's id, from `uploadBulkFile`.
  ///   - columns: The field that each column of the file fills, in order; nil to leave one out.
  public static func startBulkWrite(
    _ operation: BulkOperation, into module: String, file: String, columns: [String?]
  ) -> Self {
    let mappings = columns.enumerated().compactMap { index, field in
      field.map { FieldValue.object(["api_name": .text($0), "index": .number(.init(index))]) }
    }
    var resource: RecordFields = [
      "type": "data", "module": .object(["api_name": .text(module)]), "file_id": .text(file),
      "ignore_empty": true, "field_mappings": .list(mappings),
    ]
    if let key = operation.key { resource["find_by"] = .text(key) }
    let body: RecordFields = [
      "operation": .text(operation.name), "character_encoding": "UTF-8",
      "resource": .list([.object(resource)]),
    ]
    return bulkJob(Request(.crm, .post, "/write", json: body) { try BulkReply.id($0) })
  }

  /// Uploads a zip file with one CSV file in it, 25 MB at most, and gives its id for a bulk write.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/upload-file.html>
  ///
  /// - Parameter organization: The id of the organization (`CRMOrganization.id`).
  public static func uploadBulkFile(
    _ file: MultipartForm.File, organization: String
  ) -> Self {
    let form = MultipartForm(file, as: "file")
    var request = Request(
      .crm, .post, "/upload",
      headers: [
        ("feature", "bulk-write"), ("x-crm-org", organization), ("content-type", form.contentType),
      ], body: form.body
    ) { reply in
      let answer = try JSONDecoder().decode(RecordFields.self, from: reply.body)
      guard let id = answer["details"]?.fields?["file_id"]?.text else {
        throw ZohoError.unreadable(path: reply.path, status: reply.status, reason: "no file_id")
      }
      return id
    }
    request.isUpload = true
    return request
  }
}

/// What a bulk write does with its records.
public enum BulkOperation: Hashable, Sendable {
  /// Makes them all.
  case insert
  /// Changes those that have the same value in that unique field.
  case update(by: String)
  /// Changes those, and makes the others.
  case upsert(by: String)

  var name: String {
    switch self {
    case .insert: "insert"
    case .update: "update"
    case .upsert: "upsert"
    }
  }

  var key: String? {
    switch self {
    case .insert: nil
    case .update(let field), .upsert(let field): field
    }
  }
}

extension Request where Response == BulkJob {
  /// How far a bulk read is.
  public static func bulkRead(_ id: String) -> Self {
    bulkJob(Request(.crm, .get, "/read/" + PathSegment.of(id)) { try BulkReply.job($0) })
  }

  /// How far a bulk write is.
  public static func bulkWrite(_ id: String) -> Self {
    bulkJob(Request(.crm, .get, "/write/" + PathSegment.of(id)) { try BulkReply.job($0) })
  }
}

extension Request where Response == Data {
  /// What a bulk read read: a zip file with one CSV file in it. It is kept for a day.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/download-result.html>
  public static func bulkReadResult(_ id: String) -> Self {
    bulkJob(
      Request(
        .crm, .get, "/read/\(PathSegment.of(id))/result", maximumBytes: 512 << 20
      ) { reply in
        guard reply.body.starts(with: Data("PK".utf8)) else {
          throw ZohoError.unreadable(
            path: reply.path, status: reply.status, reason: "not a zip file")
        }
        return reply.body
      })
  }
}

extension Request where Response == Data {
  /// What a bulk write wrote: a zip file with one CSV file in it, a row for each row of the upload.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/download-result.html>
  ///
  /// - Returns: Nil when the job names no file at a host that is Zoho's in that data centre.
  public static func bulkWriteResult(_ job: BulkJob, at center: DataCenter) -> Self? {
    let host = center.address(of: .downloads)
    guard let address = job.result, address.hasPrefix(host + "/") else { return nil }
    var request = Request(
      .crm, .get, String(address.dropFirst(host.count)), maximumBytes: 512 << 20
    ) { reply in
      guard reply.body.starts(with: Data("PK".utf8)) else {
        throw ZohoError.unreadable(
          path: reply.path, status: reply.status, reason: "not a zip file")
      }
      return reply.body
    }
    request.root = ""
    request.host = .downloads
    return request
  }
}

extension Request {
  fileprivate static func bulkJob(_ request: Request) -> Request {
    var request = request
    request.root = BulkJob.root
    return request
  }
}

/// Reads what the jobs answer.
private enum BulkReply {
  /// The id of a job that was started.
  static func id(_ reply: Reply) throws -> String {
    guard let id = try row(reply)["details"]?.fields?["id"]?.text else {
      throw ZohoError.unreadable(path: reply.path, status: reply.status, reason: "no job id")
    }
    return id
  }

  static func job(_ reply: Reply) throws -> BulkJob {
    let row = try row(reply)
    guard let id = row["id"]?.text, let state = row["state"]?.text ?? row["status"]?.text else {
      throw ZohoError.unreadable(path: reply.path, status: reply.status, reason: "no job")
    }
    let result = row["result"]?.fields ?? [:]
    var files: [BulkJob.WrittenFile] = []
    if case .list(let resources)? = row["resource"] {
      files = resources.compactMap { $0.fields?["file"]?.fields }.map { file in
        BulkJob.WrittenFile(
          added: number(file["added_count"]), updated: number(file["updated_count"]),
          skipped: number(file["skipped_count"]), total: number(file["total_count"]))
      }
    }
    return BulkJob(
      id: id, state: state, count: result["count"].map(number),
      hasMore: result["more_records"] == true, nextPage: result["next_page_token"]?.text,
      files: files, result: result["download_url"]?.text)
  }

  /// A read answers with rows, a write with the job alone.
  private static func row(_ reply: Reply) throws -> RecordFields {
    let answer = try JSONDecoder().decode(RecordFields.self, from: reply.body)
    if case .list(let rows)? = answer["data"] { return rows.first?.fields ?? [:] }
    return answer
  }

  private static func number(_ value: FieldValue?) -> Int {
    value?.text.flatMap { Int($0) } ?? 0
  }
}
