import Foundation
import GRDB
import Sales
import Testing

@testable import LocalMirror

@Suite("The file of the mirror")
struct MirrorFileTests {
  /// A folder that is gone when the test is over.
  private final class Folder {
    let path = NSTemporaryDirectory() + "mirror-\(UUID().uuidString)"
    var file: String { path + "/account/mirror.db" }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let folder = Folder()

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("The file and what belongs to it are for their owner alone")
  func permissions() throws {
    let (mirror, opening) = try MirrorDatabase.open(at: folder.file)
    try mirror.write { try $0.save(deals: [Samples.deal("1", "A")]) }
    #expect(opening == .created)
    #expect(try mode(folder.path + "/account") == 0o700)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/account")
    #expect(Set(files) == ["mirror.db", "mirror.db-wal", "mirror.db-shm"])
    for file in files { #expect(try mode(folder.path + "/account/" + file) == 0o600) }
  }

  @Test("What was saved is there for the next process, and a change by another is seen")
  func reopen() throws {
    let (first, _) = try MirrorDatabase.open(at: folder.file)
    try first.write { try $0.save(deals: [Samples.deal("1", "Umbrella")]) }
    let (second, opening) = try MirrorDatabase.open(at: folder.file)
    #expect(opening == .found)
    let query = DealQuery(pipeline: "Standard", words: "umb", today: Samples.today)
    #expect(try second.read { try $0.deals(query, around: .index(0), limit: 5) }.count == 1)
    try first.write { try $0.save(deals: [Samples.deal("2", "Umbrella phase 2")]) }
    #expect(try second.read { try $0.deals(query, around: .index(0), limit: 5) }.count == 2)
  }

  @Test("A damaged file is moved aside and a new one begun, and that is said")
  func damaged() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/account", withIntermediateDirectories: true)
    let rubbish = Data(repeating: 7, count: 5000)
    try rubbish.write(to: URL(fileURLWithPath: folder.file))
    let (mirror, opening) = try MirrorDatabase.open(at: folder.file)
    guard case .rebuilt(let movedTo, _) = opening else {
      Issue.record("\(opening)")
      return
    }
    #expect(movedTo == folder.file + ".damaged-1")
    #expect(FileManager.default.contents(atPath: movedTo) == rubbish)
    #expect(try mode(folder.file) == 0o600)
    #expect(try mirror.read { try $0.ids(of: .deals) }.isEmpty)
  }

  @Test("A file that a newer program wrote is moved aside, not misread")
  func newer() throws {
    do {
      _ = try MirrorDatabase.open(at: folder.file)
      let database = try DatabaseQueue(path: folder.file)
      try database.write { try $0.execute(sql: "PRAGMA user_version = 99") }
      try database.close()
    }
    guard case .rebuilt(_, let reason) = try MirrorDatabase.open(at: folder.file).opening else {
      Issue.record("not rebuilt")
      return
    }
    #expect(reason.contains("99"))
  }

  @Test("A mirror of the first schema gets the tables that came later")
  func migration() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/account", withIntermediateDirectories: true)
    let database = try DatabaseQueue(path: folder.file)
    try database.write { db in
      for migration in MirrorSchema.migrations.prefix(2) { try db.execute(sql: migration) }
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    try database.close()
    let (mirror, opening) = try MirrorDatabase.open(at: folder.file)
    #expect(opening == .found)
    try mirror.write { try $0.save(invoices: [Samples.invoice("1", .sent)]) }
    #expect(try mirror.read { try $0.invoice("1") }?.id == "1")
  }
}
