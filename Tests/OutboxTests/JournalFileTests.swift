import Foundation
import GRDB
import Outbox
import Sales
import Testing

@Suite("The file of the outbox")
struct JournalFileTests {
  /// A folder that is gone when the test is over.
  private final class Folder {
    let path = NSTemporaryDirectory() + "outbox-\(UUID().uuidString)"
    var file: String { path + "/account/outbox.db" }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let folder = Folder()

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("The file is for its owner alone, and so is its folder")
  func permissions() throws {
    _ = try Journal.open(at: folder.file)
    #expect(try mode(folder.file) == 0o600)
    #expect(try mode(folder.path + "/account") == 0o700)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/account") == [
        "outbox.db"
      ])
  }

  @Test("What was acknowledged is there for the next process")
  func durable() throws {
    try Journal.open(at: folder.file).enqueue(Samples.intent("1"))
    let second = try Journal.open(at: folder.file)
    #expect(try second.intent("1")?.state == .queued)
    let first = try Journal.open(at: folder.file)
    #expect(try first.claim(at: Samples.start)?.intent.id == "1")
    #expect(try second.claim(at: Samples.start) == nil)
  }

  @Test("Commits reach the disk: rollback journal, synchronous at its strongest")
  func settings() throws {
    try Journal.open(at: folder.file).enqueue(Samples.intent("1"))
    let header = try #require(FileManager.default.contents(atPath: folder.file)).prefix(20)
    // Bytes 18 and 19 are 1 for a rollback journal and 2 for a write-ahead log.
    #expect(Array(header.suffix(2)) == [1, 1])
  }

  @Test("A damaged file stops everything and is kept as it is", arguments: [0, 100, 5000])
  func damaged(_ kept: Int) throws {
    try Journal.open(at: folder.file).enqueue(Samples.intent("1"))
    var bytes = try #require(FileManager.default.contents(atPath: folder.file))
    if kept == 100 {
      bytes.replaceSubrange(0..<100, with: Data(repeating: 7, count: 100))
    } else if kept == 0 {
      bytes = Data()
    } else {
      bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 7, count: bytes.count - 4096))
    }
    try bytes.write(to: URL(fileURLWithPath: folder.file))
    let error = #expect(throws: OutboxError.self) { try Journal.open(at: folder.file) }
    if case .damaged(let path, _)? = error {
      #expect(path == folder.file)
    } else {
      Issue.record("not reported as damaged: \(String(describing: error))")
    }
    #expect(FileManager.default.contents(atPath: folder.file) == bytes)
  }

  @Test("A file of a newer program is refused and stays as it is")
  func newer() throws {
    _ = try Journal.open(at: folder.file)
    let database = try DatabaseQueue(path: folder.file)
    try database.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try database.close()
    #expect(throws: OutboxError.newerSchema(found: 99, known: 3)) {
      try Journal.open(at: folder.file)
    }
  }

  @Test("A folder that cannot be made is said, not trapped")
  func noFolder() {
    #expect(throws: OutboxError.self) { try Journal.open(at: "/proc/nowhere/outbox.db") }
  }
}
