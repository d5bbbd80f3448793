/// A value of a column and the line of its row.
struct Cell: Hashable {
  let line: Int
  let text: String
}

/// How a column is written, found out from all its values.
struct ColumnNotation<N: Notation>: Hashable {
  /// The way it is written.
  let notation: N
  /// The first value that can be read in no other way; nil when each means the same in all.
  let witness: Cell?

  /// Looks at all values of a column. Those that can be read in no way decide nothing.
  ///
  /// - Throws: The reason, when values contradict each other or when none decides and it matters.
  init(_ cells: [Cell]) throws(Undecided) {
    var witnesses: [N: Cell] = [:]
    var doubtful: Cell?
    for cell in cells {
      let readings = N.rivals.compactMap { way in way.read(cell.text).map { (way, $0) } }
      guard let first = readings.first else { continue }
      if readings.count == 1 {
        witnesses[first.0] = witnesses[first.0] ?? cell
      } else if Set(readings.map(\.1)).count > 1 {
        doubtful = doubtful ?? cell
      }
    }
    let found = N.rivals.filter { witnesses[$0] != nil }
    guard found.count < 2 else {
      let proofs = found.compactMap { way in
        witnesses[way].map { "\($0.text) on line \($0.line) is \(way.words)" }
      }
      throw Undecided(
        reason: "\(proofs.joined(separator: ", but ")). Say which is right: \(N.option)")
    }
    if found.isEmpty, let doubtful {
      let ways = N.rivals.map(\.words).joined(separator: " or ")
      throw Undecided(
        reason: "\(doubtful.text) on line \(doubtful.line) may be \(ways), and no value of the "
          + "column decides. Say \(N.option)")
    }
    notation = found.first ?? N.rivals[0]
    witness = found.first.flatMap { witnesses[$0] }
  }
}

/// Why a column cannot be read without being told how.
struct Undecided: Error, Hashable {
  let reason: String
}
