import Foundation
import LocalMirror
import Sales

/// An organization of the demo on disk, filled once and used by every run after that.
struct DemoData {
  /// The folder it is in.
  let folder: URL
  let deals: Int
  let program: String

  /// How to start the program on it.
  var arguments: [String] {
    [program, "demo", "--deals", String(deals), "--data", folder.path]
  }

  /// The same rows as lines of text, for the floor.
  var lines: URL { folder.appending(path: "lines.txt") }

  /// A home folder without settings.
  var home: String { folder.appending(path: "home").path }

  private var mirror: String { folder.appending(path: "mirror.db").path }

  /// Fills the organization and the local copy by running the program until it says that it is up to
  /// date, where that has not been done before.
  func prepare() throws {
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    if FileManager.default.fileExists(atPath: lines.path) { return }
    note("filling \(folder.path) with \(deals) deals; this is done once")
    let session = try TerminalSession(arguments, home: home)
    guard session.wait(for: "● ", limit: .seconds(3600)) else { throw NotFilled(folder: folder) }
    _ = session.quit("q")
    try writeLines()
  }

  private func writeLines() throws {
    let day = CalendarDate(daysSinceEpoch: Int(Date().timeIntervalSince1970 / 86_400))
    let mirror = try MirrorDatabase.open(at: mirror).mirror
    let rows = try mirror.read { reader in
      try reader.pipelines().flatMap { pipeline in
        try reader.deals(
          DealQuery(pipeline: pipeline.id, today: day), around: .index(0), limit: deals
        ).rows
      }
    }
    let text = rows.map(\.line).joined(separator: "\n") + "\n"
    try text.write(to: lines, atomically: true, encoding: .utf8)
  }

  struct NotFilled: Error {
    let folder: URL
  }
}

extension DealRow {
  /// The deal as a line of text.
  fileprivate var line: String {
    let amount = deal.amount.map { "\($0.amount) \($0.currency.code)" } ?? ""
    return [
      deal.id.rawValue, deal.name, deal.account?.name ?? "", deal.stage.rawValue, amount,
      deal.closingDate?.description ?? "", deal.owner?.name ?? "",
    ].joined(separator: ",")
  }
}

/// Says on the error stream what goes on.
func note(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
