import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/overview.html
extension CRMCall {
  static let bulkReadRoutes = [
    CRMRoute("POST", "bulk/read", "bulk.READ") { try $0.addBulkRead() },
    CRMRoute("GET", "bulk/read/{job}", "bulk.READ") { call in
      .json(
        200, ["data": [.object(try call.bulkReadDetails(call.bulkJob(read: true)))], "info": [:]])
    },
    CRMRoute("GET", "bulk/read/{job}/result", "bulk.READ", isRead: false) {
      try $0.bulkResult(read: true)
    },
  ]

  /// `POST /crm/bulk/v8/read`
  private func addBulkRead() throws -> ZohoReply {
    var body = try bulkBody()
    try checkCallback(body)
    _ = try BulkQuery(body, self)
    let page = try BulkQuery.page(body["query"], self)
    body["page"] = JSONValue(page)
    let job = try addJob(.read, body)
    return .json(
      201,
      [
        "data": [
          [
            "status": "success", "code": "ADDED_SUCCESSFULLY", "message": "Added successfully.",
            "details": [
              "id": .string(String(job.id)), "operation": "read", "state": "ADDED",
              "created_by": users.reference(userID), "created_time": .string(Timestamp.crm(now)),
            ],
          ]
        ], "info": [:],
      ]
    ).costing(50)
  }

  /// A job as its status call describes it.
  func bulkReadDetails(_ job: BulkJob) throws -> JSONObject {
    let body = try job.body()
    var query = body["query"]?.objectValue ?? JSONObject()
    let name = query["module"]?["api_name"]?.stringValue ?? query["module"]?.stringValue ?? ""
    query["module"] = [
      "api_name": .string(name), "id": JSONValue(metadata.module(name)?.id),
    ]
    query["page"] = body["page"]
    query["page_token"] = nil
    let states = ["ADDED", "QUEUED", "IN PROGRESS"]
    let result = try job.result()
    let isFailed = result?["error"] != nil
    var details: JSONObject = [
      "id": .string(String(job.id)), "operation": "read",
      "state": .string(
        job.isFinished ? (isFailed ? "FAILURE" : "COMPLETED") : states[job.part(at: now)]),
      "query": .object(query), "created_by": users.reference(Int64(job.userID)),
      "created_time": .string(Timestamp.crm(Date(timeIntervalSince1970: job.createdTime))),
    ]
    if let result {
      var shown = result
      if !isFailed {
        shown["download_url"] = "/crm/bulk/v8/read/\(job.id)/result"
        shown["next_page_token"] = JSONValue(job.nextPageToken)
      }
      details["result"] = .object(shown)
    }
    details["file_type"] = body["file_type"] ?? "csv"
    return details
  }
}
