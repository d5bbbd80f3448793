import GRDB
import Sales

/// A list in order, without its rows: either stretches of an index, or the row ids themselves where
/// they had to be searched for or sorted.
enum OrderedList {
  case segments([Segment])
  case rows([Int64])

  var count: Int {
    switch self {
    case .segments(let segments): segments.reduce(0) { $0 + $1.count }
    case .rows(let rows): rows.count
    }
  }

  /// The row ids at those places, which must lie within the list.
  func rows(_ range: Range<Int>, _ db: Database) throws -> [Int64] {
    switch self {
    case .rows(let rows): return Array(rows[range])
    case .segments(let segments):
      var result: [Int64] = []
      var start = 0
      for segment in segments {
        let part = range.clamped(to: start..<(start + segment.count))
        if !part.isEmpty {
          result += try segment.rows((part.lowerBound - start)..<(part.upperBound - start), db)
        }
        start += segment.count
      }
      return result
    }
  }

  /// The place of a row; nil when it is not in the list.
  func place(of row: Int64, _ db: Database) throws -> Int? {
    switch self {
    case .rows(let rows): return rows.firstIndex(of: row)
    case .segments(let segments):
      var start = 0
      for segment in segments {
        if let place = try segment.place(of: row, db) { return start + place }
        start += segment.count
      }
      return nil
    }
  }

  /// Which places a window of so many rows around an anchor has, and the row ids there.
  ///
  /// A record is usually near where it was last seen, so that is where it is looked for first.
  func window<Subject>(
    around anchor: Anchor<Subject>, table: String, limit: Int, _ db: Database
  ) throws -> (start: Int, rows: [Int64]) {
    switch anchor {
    case .index(let index):
      return try window(aroundPlace: index, limit: limit, db)
    case .record(let id, let lastIndex):
      let guess = try window(aroundPlace: lastIndex, limit: limit, db)
      let row = try Int64.fetchOne(
        db, sql: "SELECT rowid FROM \(table) WHERE id = ?", arguments: [id.rawValue])
      guard let row else { return guess }
      let near = guess.rows.firstIndex(of: row).map { guess.start + $0 }
      guard let place = try near ?? place(of: row, db) else { return guess }
      return place == lastIndex ? guess : try window(aroundPlace: place, limit: limit, db)
    }
  }

  private func window(
    aroundPlace place: Int, limit: Int, _ db: Database
  ) throws -> (start: Int, rows: [Int64]) {
    let count = count
    let length = min(max(limit, 0), count)
    let held = min(max(place, 0), count)
    let start = min(max(held - length / 2, 0), count - length)
    return (start, try rows(start..<(start + length), db))
  }
}
