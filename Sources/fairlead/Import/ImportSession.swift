import ArgumentParser
import Foundation
import Screen
import ZohoAPI

/// One run of `import deals` against an account: checks, sends and tells.
struct ImportSession {
  private let command: ImportDeals
  private let client: ZohoClient

  init(_ command: ImportDeals, _ client: ZohoClient) {
    self.command = command
    self.client = client
  }

  /// Runs it.
  ///
  /// - Throws: `ImportError` before anything is sent, `ExitCode` after.
  func run(_ table: ImportTable, _ assignments: [Assignment]) async throws {
    let begin = ContinuousClock.now
    let plan = try await plan(table, assignments)
    for line in plan.understood { Self.complain(line) }
    for line in plan.warnings { Self.complain("warning: \(line)") }
    complain(about: plan.badRows, plan.reasons)
    let isRefused = !plan.badRows.isEmpty && !command.skipBad
    if command.dryRun {
      if let output = command.output { try note(plan, in: output) }
      if !isRefused { try show(plan) }
      Self.complain(
        "would send \(grouped(plan.deals.count)) deals, \(grouped(plan.accounts.count)) "
          + "accounts and \(grouped(plan.products.count)) products; "
          + "\(grouped(plan.badRows.count)) bad rows. Nothing was sent.")
      if isRefused { throw ExitCode(65) }
      return
    }
    let output = command.output ?? command.file + ".results.csv"
    let file = try ResultFile(output)
    let progress = ImportProgress(
      total: plan.deals.count + plan.badRows.count, isShown: !isRefused,
      isTerminal: isatty(STDERR_FILENO) == 1, write: Self.write)
    let end = try await send(plan, isRefused: isRefused, file, progress)
    try file.finish()
    progress.end()
    if let end { Self.complain("The import ended early. \(end.words)") }
    let (seconds, attoseconds) = (ContinuousClock.now - begin).components
    let tenths = seconds * 10 + attoseconds / 100_000_000_000_000_000
    print("\(progress.summary) · \(tenths / 10).\(tenths % 10) s")
    print("what became of each row: \(SafeText(output).string)")
    if isRefused {
      Self.complain("Nothing was sent. Put the rows right, or send the others with --skip-bad.")
      throw ExitCode(65)
    }
    guard progress.isWhole else { throw ExitCode(3) }
  }

  private func plan(
    _ table: ImportTable, _ assignments: [Assignment]
  ) async throws(ImportError) -> ImportPlan {
    let targets = assignments.map(\.target)
    let settings: CRMSettings
    do {
      settings = try await CRMSettings.read(
        client, modules: Set(targets.map(\.module)).union(["Deals"]),
        needsUsers: targets.contains { $0.field == "Owner" },
        patience: Patience(tell: Self.complain, tries: 3))
    } catch {
      throw .zoho(error)
    }
    return try ImportPlan(
      table, assignments, settings, .init(dates: command.dates, decimals: command.decimal))
  }

  private func send(
    _ plan: ImportPlan, isRefused: Bool, _ file: ResultFile, _ progress: ImportProgress
  ) async throws -> ZohoError? {
    var bad = plan.badRows[...]
    /// Results with the bad rows that stand before them in the file.
    func record(_ results: [RowResult], upTo line: Int) throws {
      let before = bad.prefix { $0.line < line }
      bad = bad.dropFirst(before.count)
      let all = (results + before.map(\.result)).sorted { $0.line < $1.line }
      try file.add(all)
      progress.add(all)
    }
    var end: ZohoError?
    if isRefused {
      try record(plan.deals.map { $0.result(.notSent) }, upTo: .max)
    } else {
      let run = ImportRun(
        client: client, patience: Patience(tell: progress.tell), runsWorkflows: command.workflows,
        record: { results in try record(results, upTo: results.last?.line ?? 0) })
      end = try await run.send(plan)
      try record([], upTo: .max)
    }
    return end
  }

  /// Writes the file of results of an import that sends nothing.
  private func note(_ plan: ImportPlan, in output: String) throws(ImportError) {
    let file = try ResultFile(output)
    let results = plan.deals.map { $0.result(.notSent) } + plan.badRows.map(\.result)
    try file.add(results.sorted { $0.line < $1.line })
    try file.finish()
  }

  private func show(_ plan: ImportPlan) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for record in plan.records {
      print(String(decoding: try encoder.encode(record), as: UTF8.self))
    }
  }

  private func complain(
    about rows: [BadRow], _ reasons: [(reason: String, count: Int)]
  ) {
    for (reason, count) in reasons.prefix(20) where count > 1 {
      Self.complain("\(grouped(count)) rows: \(reason)")
    }
    let shown = rows.prefix(20)
    for row in shown { Self.complain("line \(row.line): \(row.reason)") }
    if shown.count < rows.count {
      Self.complain("and \(grouped(rows.count - shown.count)) more bad rows")
    }
  }
}

extension ImportSession {
  /// Lets Ctrl-C end the program again, which otherwise leaves signals to the screen's loop. Nothing is
  /// lost by it: the next run looks up what was made.
  static func letSignalsEnd() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// A line on stderr.
  static func complain(_ line: String) { write(SafeText(line).string + "\n") }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
