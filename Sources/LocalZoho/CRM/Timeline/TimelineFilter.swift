import FoundationEssentials
import GRDB

/// Which entries of a timeline are wanted: a comparison, or a group of them joined by and or or.
/// https://www.zoho.com/crm/developer/docs/api/v8/timeline-of-a-record.html
struct TimelineFilter {
  private(set) var sql = "1"
  private(set) var arguments: [DatabaseValue] = []

  /// Every entry.
  init() {}

  /// - Throws: ``Unreadable``.
  init(_ value: JSONValue) throws {
    sql = ""
    sql = try condition(value, depth: 0)
  }

  /// A field, comparator or value that a timeline does not know.
  struct Unreadable: Error {}

  private mutating func condition(_ value: JSONValue, depth: Int) throws -> String {
    guard let group = value["group"] else { return try comparison(value) }
    guard depth < 5, let parts = group.arrayValue, !parts.isEmpty,
      let word = value["group_operator"]?.stringValue?.uppercased(), ["AND", "OR"].contains(word)
    else { throw Unreadable() }
    var conditions: [String] = []
    for part in parts { conditions.append(try condition(part, depth: depth + 1)) }
    return "(" + conditions.joined(separator: " \(word) ") + ")"
  }

  private mutating func comparison(_ value: JSONValue) throws -> String {
    guard let name = value["field"]?["api_name"]?.stringValue ?? value["field"]?.stringValue,
      let comparator = value["comparator"]?.stringValue
    else { throw Unreadable() }
    let given = value["value"].map { $0.arrayValue ?? [$0] } ?? []
    let (column, values) = try column(name, given)
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    let isTime = column == "time"
    let condition: String
    switch (comparator, values.count) {
    case ("equal", 1), ("in", 1...): condition = "\(column) IN (\(marks))"
    case ("not_equal", 1), ("not_in", 1...): condition = "\(column) NOT IN (\(marks))"
    case ("between", 2) where isTime: condition = "\(column) BETWEEN ? AND ?"
    case ("not_between", 2) where isTime: condition = "\(column) NOT BETWEEN ? AND ?"
    case ("greater_than", 1) where isTime: condition = "\(column) > ?"
    case ("greater_equal", 1) where isTime: condition = "\(column) >= ?"
    case ("less_than", 1) where isTime: condition = "\(column) < ?"
    case ("less_equal", 1) where isTime: condition = "\(column) <= ?"
    default: throw Unreadable()
    }
    arguments += values
    return condition
  }

  /// The column of a field, and the values as it holds them.
  private func column(
    _ name: String, _ values: [JSONValue]
  ) throws -> (String, [DatabaseValue]) {
    switch name {
    case "audited_time":
      return (
        "time",
        try values.map {
          guard let time = $0.stringValue.flatMap(Timestamp.read) else { throw Unreadable() }
          return Int64(time.timeIntervalSince1970.rounded(.down)).databaseValue
        }
      )
    case "done_by", "done_by.id":
      return (
        "done_by",
        try values.map {
          guard let id = ($0["id"] ?? $0).stringValue.flatMap(Int64.init) else {
            throw Unreadable()
          }
          return id.databaseValue
        }
      )
    case "action", "source":
      return (
        name,
        try values.map {
          guard let word = $0.stringValue else { throw Unreadable() }
          return word.databaseValue
        }
      )
    default: throw Unreadable()
    }
  }
}
