import GRDB
import Sales

/// The orders of a list of deals, as SQLite sorts where no index does: by the same rules as the
/// stretches of `DealSegments`.
enum DealOrdering {
  /// The terms after `ORDER BY`, for the deals as `d`, with their arguments.
  static func terms(_ order: DealOrder, today: CalendarDate) -> (String, StatementArguments) {
    switch order {
    case .need:
      return (
        """
        CASE WHEN d.next_day IS NULL THEN 1 WHEN d.next_day <= ? THEN 0 ELSE 2 END,
        d.next_day, d.number
        """, [today.description]
      )
    case .column(.stage, let isAscending):
      let direction = direction(isAscending)
      let place = "(SELECT place FROM stages WHERE pipeline = d.pipeline AND id = d.stage)"
      return (
        """
        \(place) IS NULL, \(place) \(direction), d.stage \(direction), d.next_day \(direction),
        d.number \(direction)
        """, []
      )
    case .column(let column, let isAscending):
      let direction = direction(isAscending)
      let name = "d.\(Self.column(column))"
      return ("\(name) IS NULL, \(name) \(direction), d.number \(direction)", [])
    }
  }

  /// The column, with the collation of its index. Stages have none: their order is the pipeline's.
  static func column(_ column: DealColumn) -> String {
    switch column {
    case .name: "name COLLATE NOCASE"
    case .account: "account_name COLLATE NOCASE"
    case .stage: "stage"
    case .amount: "amount"
    case .closing: "closing"
    case .next: "next_day"
    case .owner: "owner_name COLLATE NOCASE"
    }
  }

  private static func direction(_ isAscending: Bool) -> String { isAscending ? "ASC" : "DESC" }
}
