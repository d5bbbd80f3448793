import GRDB
import Sales

extension MirrorReader {
  /// A part of an agenda around a place or an activity. A meeting of a day that is over is done, whatever
  /// its record says.
  public func agenda(
    _ query: AgendaQuery, around anchor: Anchor<Activity>, limit: Int
  ) throws -> AgendaPage {
    let source = AgendaSource(query)
    let counts = try source.counts(db)
    let count = counts.reduce(0) { $0 + $1.count }
    let length = min(max(limit, 0), count)
    let place: Int
    switch anchor {
    case .index(let index): place = index
    case .record(let id, let lastIndex): place = try source.place(of: id, db) ?? lastIndex
    }
    let start = min(max(min(max(place, 0), count) - length / 2, 0), count - length)
    return AgendaPage(
      counts: counts,
      window: Window(count: count, start: start, rows: try source.rows(start, length, db)))
  }
}

/// The activities of an agenda as a table to select from.
private struct AgendaSource {
  private let query: AgendaQuery
  private let table: String
  private let arguments: StatementArguments

  private static let order = "a.day IS NULL, a.day, a.time, a.id"

  init(_ query: AgendaQuery) {
    self.query = query
    let words = SearchWords.split(query.words)
    var arguments: StatementArguments = [query.today.description]
    if let owner = query.owner { arguments += [owner.rawValue] }
    for word in words { arguments += [word] }
    self.arguments = arguments
    let text =
      "a.words || char(10) || coalesce(s.words, '') || char(10) || coalesce(c.words, '')"
    let search =
      words.isEmpty
      ? ""
      : """
      LEFT JOIN deals AS d ON d.id = a.deal LEFT JOIN deal_search AS s ON s.deal = d.number
      LEFT JOIN contacts AS c ON c.id = a.contact
      """
    table = """
      FROM activities AS a \(search)
      WHERE a.is_done = 0 AND (a.kind <> 'event' OR a.day >= ?)
        AND \(query.owner == nil ? "1" : "a.owner_id = ?")
        AND \(words.isEmpty ? "1" : words.map { _ in "instr(\(text), ?) > 0" }
          .joined(separator: " AND "))
      """
  }

  /// How many activities each time has, in order.
  func counts(_ db: Database) throws -> [AgendaPage.Count] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT a.day, count(*) \(table) GROUP BY a.day ORDER BY a.day IS NULL, a.day",
      arguments: arguments)
    var counts: [AgendaPage.Count] = []
    for row in rows {
      let time = AgendaTime(
        (row[0] as String?).flatMap { CalendarDate($0) }, today: query.today)
      if counts.last?.time == time {
        counts[counts.count - 1].count += row[1] as Int
      } else {
        counts.append(AgendaPage.Count(time: time, count: row[1]))
      }
    }
    return counts
  }

  /// The place of an activity; nil when it is not among them.
  func place(of id: Activity.ID, _ db: Database) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT place FROM (
          SELECT a.id AS id, row_number() OVER (ORDER BY \(Self.order)) - 1 AS place \(table))
        WHERE id = ?
        """, arguments: arguments + [id.rawValue])
  }

  /// The activities from a place on.
  func rows(_ start: Int, _ length: Int, _ db: Database) throws -> [AgendaRow] {
    if length == 0 { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(ActivityColumns.names(of: "a")), d.name, coalesce(c.name, d.contact_name),
          coalesce(d.account_name, c.account_name), coalesce(c.id, d.contact_id)
        FROM (SELECT a.* \(table) ORDER BY \(Self.order) LIMIT ? OFFSET ?) AS a
        LEFT JOIN deals AS d ON d.id = a.deal LEFT JOIN contacts AS c ON c.id = a.contact
        ORDER BY \(Self.order)
        """, arguments: arguments + [length, start]
    ).compactMap { row in
      guard let activity = ActivityColumns.activity(row, from: 0) else { return nil }
      let first = ActivityColumns.count
      return AgendaRow(
        activity: activity,
        deal: activity.deal.flatMap { id in
          (row[first] as String?).map { Reference(id: id, name: $0) }
        },
        contact: Stored.reference(row[first + 3], row[first + 1]), account: row[first + 2])
    }
  }
}
