import ArgumentParser
import ZohoAPI

/// Deletes records; they stay in the recycle bin for sixty days.
struct DeleteRecords<M: RecordModule>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "delete",
      abstract: "Delete \(M.command); they stay in the recycle bin for sixty days.")
  }

  @Argument(help: "Their ids or exact names.") var records: [String]

  @OptionGroup var consent: Consent
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  /// How many a call takes.
  private static var batch: Int { 100 }

  func run() async throws {
    try await headless(options) { session in
      guard !write.dryRun else {
        var ids: [String] = []
        for record in records { ids.append(try RecordID.only(record)) }
        for request in Self.requests(ids) { try session.show(request.request) }
        return
      }
      try session.allowWrite()
      var ids: [String] = []
      for record in records { ids.append(try await session.id(of: record, M.self)) }
      guard consent.yes else { throw try await Self.question(ids, session) }
      try await Self.delete(ids, session)
    }
  }

  private static func requests(
    _ ids: [String]
  ) -> [(ids: [String], request: Request<[WriteResult]>)] {
    stride(from: 0, to: ids.count, by: batch).map { start in
      let part = Array(ids[start..<min(start + batch, ids.count)])
      return (part, .delete(part, of: M.module))
    }
  }

  /// Says what would be deleted.
  private static func question(
    _ ids: [String], _ session: HeadlessSession
  ) async throws(HeadlessError) -> HeadlessError {
    for id in ids.prefix(20) {
      let record = try await session.record(id, of: M.module, fields: [M.nameField])
      session.output.tell("would delete \(id)  \(record[M.nameField]?.text ?? "")")
    }
    if ids.count > 20 { session.output.tell("and \(ids.count - 20) more") }
    return HeadlessError(.usage, "Nothing was deleted. Say --yes to delete \(ids.count).")
  }

  private static func delete(_ ids: [String], _ session: HeadlessSession) async throws {
    let results = session.results(columns: ["id", "status", "message"])
    for (part, request) in requests(ids) {
      let answers = try await session.send(request)
      for (id, answer) in zip(part, answers) {
        switch answer {
        case .written: results.add(["id": .text(id), "status": "deleted"], isGood: true)
        case .refused(let error):
          results.add(
            ["id": .text(id), "status": "refused", "message": .text(error.words)], isGood: false)
        }
      }
    }
    try results.finish()
  }
}
