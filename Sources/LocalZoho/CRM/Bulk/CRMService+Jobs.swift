import FoundationEssentials
import GRDB

extension CRMService {
  /// Does the work of the jobs whose time has come, each in one transaction, so that none is done by
  /// halves or twice.
  func runDueJobs() throws {
    let now = store.now()
    let due = try store.read { db in
      try Int64.fetchAll(
        db,
        sql: "SELECT id FROM crm_bulk_jobs WHERE NOT is_finished AND due_time <= ? ORDER BY id",
        arguments: [now.timeIntervalSince1970])
    }
    for id in due { try store.write { try runJob(id, now: now, $0) } }
  }

  private func runJob(_ id: Int64, now: Date, _ db: Database) throws {
    guard let job = try BulkJob.fetchOne(db, key: id), !job.isFinished else { return }
    let call = try jobCall(of: job, now: now, db)
    do {
      let finished =
        job.operation == .read
        ? try BulkExport(job: job, call: call, pace: pace).run()
        : try BulkImport(job: job, call: call, pace: pace).run()
      try finished.update(db)
    } catch let refusal as Refusal {
      // What was right when the job was made can have gone since: a field, a view, a module.
      var failed = job
      failed.isFinished = true
      let code = try JSONValue(parsing: refusal.reply.body)["code"] ?? "INTERNAL_ERROR"
      failed.outcome = JSONValue.object(["status": "FAILED", "error": true, "code": code]).text
      try failed.update(db)
    }
  }

  /// The job's user makes the changes; what they may do was checked when the job was made.
  private func jobCall(of job: BulkJob, now: Date, _ db: Database) throws -> CRMCall {
    try CRMCall(
      ZohoRequest("POST", ["crm", "v8", "bulk"], baseURL: job.baseURL),
      Caller(
        userID: job.userID, clientID: job.clientID, scopes: ScopeSet(["ZohoCRM.modules.ALL"])),
      db, metadata(db), now: now)
  }

  /// The callbacks of jobs that ended since the last time.
  func jobCallbacks() throws -> [OutgoingPost] {
    let now = store.now()
    return try store.write { db in
      try BulkJob.takeCallbacks(db).compactMap { job in
        guard let url = try job.callback() else { return nil }
        let call = try jobCall(of: job, now: now, db)
        var body: JSONObject = ["job_id": .string(String(job.id))]
        let details =
          job.operation == .read
          ? try call.bulkReadDetails(job) : try call.bulkWriteDetails(job)
        for member in details.members { body[member.name] = member.value }
        return OutgoingPost(url: url, body: JSONValue.object(body).data)
      }
    }
  }
}
