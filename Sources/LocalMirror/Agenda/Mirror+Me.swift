import GRDB
import Sales

extension MirrorReader {
  /// Who is signed in, once it is known.
  public func me() throws -> Reference<User>? {
    try Row.fetchOne(db, sql: "SELECT id, name FROM me").map {
      Reference(id: User.ID($0[0]), name: $0[1])
    }
  }
}

extension MirrorWriter {
  /// Keeps who is signed in.
  public func replace(me: Reference<User>) throws {
    try db.execute(sql: "DELETE FROM me")
    try db.execute(sql: "INSERT INTO me VALUES (?, ?)", arguments: [me.id.rawValue, me.name])
  }
}
