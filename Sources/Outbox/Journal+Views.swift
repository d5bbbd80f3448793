import GRDB

/// How the user has arranged views. It lies beside the journal because it must outlive the local copy.
extension Journal {
  /// What is kept of each view, by its name.
  public func views() throws -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, content FROM views")
      return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
    }
  }

  /// Keeps how a view is arranged, in place of what was kept of it before.
  public func keep(view name: String, _ content: String) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO views (name, content) VALUES (?, ?)",
        arguments: [name, content])
    }
  }
}

extension Schema {
  /// How the user has arranged views.
  static let views = """
    CREATE TABLE views (name TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
    """
}
