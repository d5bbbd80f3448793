import GRDB
import Sales

extension MirrorReader {
  /// What others did to what is watched, newest first, and which deals have changed since they were last
  /// looked at.
  public func noticeList(limit: Int) throws -> NoticeList {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, subject, record, title, change, author, time, is_read FROM notices
        WHERE is_watched = 1 ORDER BY id DESC LIMIT ?
        """, arguments: [limit])
    let unread = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM notices WHERE is_watched = 1 AND is_read = 0")
    var marks: [Deal.ID: ChangeMark] = [:]
    let changes = try Row.fetchCursor(
      db,
      sql: "SELECT record, change FROM notices WHERE is_read = 0 AND subject = 'deal' ORDER BY id")
    while let row = try changes.next() {
      marks[Deal.ID(row[0])] = try Stored.value(Notice.Change.self, row[1]).mark
    }
    return NoticeList(
      notices: try rows.map { row in
        Notice(
          id: row[0],
          subject: row[1] == "deal" ? .deal(Deal.ID(row[2])) : .invoice(Invoice.ID(row[2])),
          title: row[3], change: try Stored.value(Notice.Change.self, row[4]), author: row[5],
          time: Stored.date(row[6]), isRead: row[7])
      }, unread: unread ?? 0, marks: marks,
      watched: Set(
        try String.fetchAll(db, sql: "SELECT id FROM watched_deals").map { Deal.ID($0) }))
  }
}
