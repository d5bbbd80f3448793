import GRDB
import Sales

extension MirrorReader {
  /// The layouts of a module, the first one first; none when they were never fetched.
  public func layouts(of module: String) throws -> [FormLayout] {
    try String.fetchAll(
      db, sql: "SELECT content FROM layouts WHERE module = ? ORDER BY place", arguments: [module]
    ).map { try Stored.value(FormLayout.self, $0) }
  }

  /// A record as it was last read whole; nil when it never was.
  public func record(_ id: String, of module: String) throws -> RecordSnapshot? {
    try String.fetchOne(
      db, sql: "SELECT content FROM records WHERE module = ? AND id = ?", arguments: [module, id]
    ).map { try Stored.value(RecordSnapshot.self, $0) }
  }
}

extension MirrorWriter {
  /// Puts these layouts, in this order, in place of all of the module.
  public func replace(layouts: [FormLayout], of module: String) throws {
    try db.execute(sql: "DELETE FROM layouts WHERE module = ?", arguments: [module])
    for (place, layout) in layouts.enumerated() {
      try db.execute(
        sql: "INSERT INTO layouts VALUES (?, ?, ?)",
        arguments: [module, place, try Stored.json(layout)])
    }
  }

  /// Saves a record as it was read whole.
  public func save(record: RecordSnapshot) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO records VALUES (?, ?, ?)",
      arguments: [record.module, record.id, try Stored.json(record)])
  }

  /// Forgets a record that is gone.
  public func delete(record id: String, of module: String) throws {
    try db.execute(
      sql: "DELETE FROM records WHERE module = ? AND id = ?", arguments: [module, id])
  }

  /// Removes contacts, accounts or leads that are gone, with what was read of them whole.
  func deletePeople(_ ids: [String], from kind: RecordKind) throws {
    try deleteRows(ids, from: kind.rawValue)
    let module = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    for id in ids { try delete(record: id, of: module) }
  }
}
