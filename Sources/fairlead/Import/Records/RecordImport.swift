import Foundation
import Screen
import ZohoAPI

/// One import of records: checks, sends by the hundred or in one bulk job, and tells.
struct RecordImport {
  let session: HeadlessSession
  let options: RecordImportOptions
  let module: String
  /// What the records are called in the file of results.
  let name: String
  private let patience: Patience

  init(
    _ session: HeadlessSession, _ options: RecordImportOptions, module: String, name: String
  ) {
    self.session = session
    self.options = options
    self.module = module
    self.name = name
    patience = Patience(tell: session.output.tell)
  }

  /// Runs it.
  ///
  /// - Throws: `badInput` before anything is sent, `someFailed` when some rows are not at Zoho.
  func run() async throws {
    if !options.dryRun { try session.allowWrite() }
    let file = try CSVFile(path: options.file)
    let plan = try RecordImportPlan(file, options, try await settings())
    for line in plan.understood { session.output.tell(line) }
    for row in plan.badRows.prefix(20) { session.output.tell("line \(row.line): \(row.reason)") }
    if plan.badRows.count > 20 {
      session.output.tell("and \(grouped(plan.badRows.count - 20)) more bad rows")
    }
    guard plan.badRows.isEmpty || options.skipBad else {
      throw HeadlessError(
        .badInput,
        "Nothing was sent. Put the rows right, or send the others with --skip-bad.")
    }
    if options.dryRun { return show(plan) }
    try await send(plan)
  }

  /// The settings to check by: a dry run goes by those that are known here where it can.
  private func settings() async throws -> ModuleSettings {
    if options.dryRun, let known = try session.knownSettings(of: module) { return known }
    return try await session.settings(of: module)
  }

  private func show(_ plan: RecordImportPlan) {
    for record in plan.records {
      session.output.print(JSONText.sent(.object(record.fields)) + "\n")
    }
    session.output.tell(
      "would send \(grouped(plan.records.count)) records, matched by \(options.match); "
        + "\(grouped(plan.badRows.count)) bad rows. Nothing was sent.")
  }

  private func send(_ plan: RecordImportPlan) async throws {
    let path = options.output ?? options.file + ".results.csv"
    let results = try ResultFile(path, name: name)
    let progress = ImportProgress(
      total: plan.records.count + plan.badRows.count, isTerminal: isatty(STDERR_FILENO) == 1,
      write: session.output.printError)
    var end: HeadlessError?
    func record(_ rows: [RowResult]) throws {
      try results.add(rows)
      progress.add(rows)
    }
    if plan.records.count > options.bulkAbove {
      end = try await BulkImport(self, patience).send(plan, record: record)
    } else {
      end = try await sendByTheHundred(plan, record: record)
    }
    try record(plan.badRows.map(\.result))
    try results.finish()
    progress.end()
    if let end {
      session.output.tell("The import ended early. \(end.lines.joined(separator: " "))")
    }
    session.output.print("\(progress.summary)\n")
    session.output.print("what became of each row: \(SafeText(path).string)\n")
    guard progress.isWhole else {
      throw HeadlessError(.someFailed, "Some rows are not at Zoho; \(path) tells each.")
    }
  }

  /// Sends the records, a hundred a call. Doing it twice does no more than doing it once, so that a lost
  /// answer is asked for again.
  ///
  /// - Returns: Why it ended early; nil when it came to the end.
  private func sendByTheHundred(
    _ plan: RecordImportPlan, record: ([RowResult]) throws -> Void
  ) async throws -> HeadlessError? {
    var end: ZohoError?
    for start in stride(from: 0, to: plan.records.count, by: ImportRun.batch) {
      let part = plan.records[start..<min(start + ImportRun.batch, plan.records.count)]
      if let end {
        try record(part.map { $0.result(.notSent, message: end.words) })
        continue
      }
      let request = Request<[WriteResult]>.upsert(
        part.map(\.fields), into: module, matching: [options.match],
        runsWorkflows: options.workflows)
      let answers: [WriteResult]
      do throws(ZohoError) {
        answers = try await patience.asking { () async throws(ZohoError) in
          try await session.gateway.send(request, .write)
        }
      } catch {
        let status: RowResult.Status = error.outcome == .uncertain ? .unknown : .notSent
        try record(part.map { $0.result(status, message: error.words) })
        end = error
        continue
      }
      try record(zip(part, answers).map { $0.result($1) })
    }
    return end.map { HeadlessError($0, isWrite: true) }
  }
}

extension RecordImportPlan.Record {
  /// What became of it.
  func result(
    _ status: RowResult.Status, id: String = "", message: String = ""
  ) -> RowResult {
    RowResult(line: line, name: key, status: status, id: id, message: message)
  }

  /// What became of it, by Zoho's answer.
  fileprivate func result(_ answer: WriteResult) -> RowResult {
    switch answer {
    case .written(let written):
      result(written.action == "update" ? .updated : .created, id: written.id)
    case .refused(let error): result(.refused, message: error.words)
    }
  }
}
