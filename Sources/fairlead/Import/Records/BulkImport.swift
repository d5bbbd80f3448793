import FoundationEssentials
import ZohoAPI

/// Sends an import in one bulk job: a zip file that CRM takes in its own time.
///
/// The job itself says how many rows it took; its result file says what became of each.
struct BulkImport {
  private let run: RecordImport
  private let patience: Patience

  /// How often a job is asked about: for an hour.
  private static let looks = 360
  private static let pause = Duration.seconds(10)

  init(_ run: RecordImport, _ patience: Patience) {
    self.run = run
    self.patience = patience
  }

  /// Sends it.
  ///
  /// - Returns: Why nobody knows what became of it; nil when the job is done.
  func send(
    _ plan: RecordImportPlan, record: ([RowResult]) throws -> Void
  ) async throws -> HeadlessError? {
    let columns = Set(plan.records.flatMap(\.fields.keys)).sorted()
    let archive = try ZipArchive.file("\(run.module).csv", Self.csv(plan.records, columns))
    let session = run.session
    let organization = try await session.send(.organization()).id
    let file = try await session.send(
      Request<String>.uploadBulkFile(
        .init(name: "\(run.module).zip", content: archive), organization: organization))
    let started = await start(file, columns)
    let id: String
    switch started {
    case .success(let job): id = job
    case .failure(let error):
      let words = error.lines.joined(separator: " ")
      let status: RowResult.Status = error.status == .uncertain ? .unknown : .notSent
      try record(plan.records.map { $0.result(status, message: words) })
      return error
    }
    session.output.tell("bulk job \(id)")
    guard let job = try await end(of: id) else {
      let words = "the bulk job \(id) is not done yet"
      try record(plan.records.map { $0.result(.unknown, message: words) })
      return HeadlessError(
        .uncertain, "\(words): look with `fairlead api GET crm/bulk/v8/write/\(id)`.")
    }
    try await tell(job, plan, columns, record)
    return nil
  }

  /// Starts the job; a second try could start a second one.
  private func start(_ file: String, _ columns: [String]) async -> Result<String, HeadlessError> {
    do throws(HeadlessError) {
      return .success(
        try await run.session.send(
          Request<String>.startBulkWrite(
            .upsert(by: run.options.match), into: run.module, file: file, columns: columns)))
    } catch {
      return .failure(error)
    }
  }

  private func tell(
    _ job: BulkJob, _ plan: RecordImportPlan, _ columns: [String],
    _ record: ([RowResult]) throws -> Void
  ) async throws {
    let added = job.files.reduce(0) { $0 + $1.added }
    let updated = job.files.reduce(0) { $0 + $1.updated }
    let words = "bulk job \(job.id): \(added) made, \(updated) changed of \(plan.records.count)"
    run.session.output.tell(words)
    if let outcomes = await knownOutcomes(of: job, plan, columns) {
      return try record(zip(plan.records, outcomes).map { $0.result($1) })
    }
    let isWhole = job.isDone && added + updated == plan.records.count
    try record(
      plan.records.map { record in
        record.result(
          isWhole ? (updated == 0 ? .created : .updated) : (job.isDone ? .unknown : .refused),
          message: words)
      })
  }

  /// What became of each row; nil, and said so, when the job does not tell.
  private func knownOutcomes(
    of job: BulkJob, _ plan: RecordImportPlan, _ columns: [String]
  ) async -> [BulkOutcome]? {
    guard job.isDone else { return nil }
    do throws(HeadlessError) {
      return try await outcomes(of: job, plan, columns)
    } catch {
      let words = error.lines.joined(separator: " ")
      run.session.output.tell("What became of each row is not known: \(words)")
      return nil
    }
  }

  /// What became of each row, from the file that the job wrote.
  ///
  /// - Throws: `unavailable` when there is none, or when its rows are not those that were sent.
  private func outcomes(
    of job: BulkJob, _ plan: RecordImportPlan, _ columns: [String]
  ) async throws(HeadlessError) -> [BulkOutcome] {
    let center = run.session.client.dataCenter
    guard let request = Request<Data>.bulkWriteResult(job, at: center) else {
      throw HeadlessError(.unavailable, "the job names no file of results.")
    }
    let archive = try await run.session.send(request)
    let rows = try BulkOutcome.rows(of: try ZipArchive.content(of: archive))
    let sent = plan.records.map { record in
      columns.prefix(BulkOutcome.shown).map { record.fields[$0]?.bulkText ?? "" }
    }
    guard rows.map(\.values) == sent else {
      throw HeadlessError(
        .unavailable,
        "the \(grouped(rows.count)) rows of its file are not the \(grouped(sent.count)) sent.")
    }
    return rows
  }

  /// The job once it is over; nil when it takes too long.
  private func end(of id: String) async throws -> BulkJob? {
    for look in 0..<Self.looks {
      if look > 0 { try await patience.wait(look < 5 ? .seconds(1) : Self.pause) }
      let job = try await run.session.send(.bulkWrite(id))
      if job.isOver { return job }
    }
    return nil
  }

  /// The records as CRM reads them: a header of API names, look-ups by id, several values between
  /// semicolons.
  private static func csv(_ records: [RecordImportPlan.Record], _ columns: [String]) -> Data {
    var text = columns.joined(separator: ",") + "\r\n"
    for record in records {
      text +=
        columns.map { quoted(record.fields[$0]?.bulkText ?? "") }.joined(separator: ",") + "\r\n"
    }
    return Data(text.utf8)
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension RecordImportPlan.Record {
  /// What became of it, by the job's file.
  fileprivate func result(_ outcome: BulkOutcome) -> RowResult {
    switch outcome.status {
    case "ADDED": result(.created, id: outcome.id)
    case "UPDATED": result(.updated, id: outcome.id)
    default: result(.refused, id: outcome.id, message: outcome.words)
    }
  }
}

extension FieldValue {
  /// The value as a bulk file has it.
  fileprivate var bulkText: String {
    if case .reference(let id, _) = self { return id }
    if case .list(let values) = self { return values.map(\.bulkText).joined(separator: ";") }
    return text ?? ""
  }
}
