import Screen

/// The rows to import, with the columns that other files added.
struct ImportTable: Hashable {
  /// The names of the columns.
  private(set) var columns: [String]
  /// The rows that can be read.
  private(set) var rows: [CSVRow]
  /// The rows that cannot.
  let badRows: [BadRow]
  /// What the user should know though nothing is wrong with it.
  private(set) var warnings: [String] = []
  private var used: Set<Replacement> = []

  init(_ file: CSVFile) {
    columns = file.columns
    rows = file.rows
    badRows = file.badRows
  }

  /// Puts other values in place of those named, in the columns of this table. A value is replaced once:
  /// what stands in its place is not looked at again.
  mutating func replace(_ replacements: [Replacement]) {
    for (name, all) in Dictionary(grouping: replacements, by: \.column) {
      guard let column = columns.firstIndex(of: name) else { continue }
      let byOld = Dictionary(all.map { ($0.old, $0) }, uniquingKeysWith: { first, _ in first })
      for row in rows.indices {
        guard let replacement = byOld[rows[row].values[column]] else { continue }
        rows[row].values[column] = replacement.new
        used.insert(replacement)
      }
    }
  }

  /// Warns of replacements that replaced nothing.
  ///
  /// - Returns: Sentences about those whose column is in no file.
  mutating func checkUse(of replacements: [Replacement]) -> [String] {
    var problems: [String] = []
    for replacement in replacements where !used.contains(replacement) {
      let (name, old) = (replacement.column, replacement.old)
      guard let column = columns.firstIndex(of: name) else {
        problems.append(
          "--replace: there is no column \"\(name)\"; the nearest is "
            + "\"\(nearest(to: name, among: columns))\".")
        continue
      }
      let values = Set(rows.map { $0.values[column] }).sorted()
      warnings.append(
        "\(name) is never \"\(old)\", so nothing was replaced; the nearest value is "
          + "\"\(nearest(to: old, among: values))\"")
    }
    return problems
  }

  /// Adds the columns of another file, whose row is found by the one column that both have.
  ///
  /// - Throws: `badInput` when the files share no column or several, or when the other file cannot be
  ///   read or names a value twice.
  mutating func join(_ file: CSVFile, replacing replacements: [Replacement]) throws(ImportError) {
    if !file.badRows.isEmpty {
      throw .badInput(file.badRows.map { "\(file.name), line \($0.line): \($0.reason)." })
    }
    let shared = file.columns.filter { !$0.isEmpty && columns.contains($0) }
    guard shared.count == 1, let key = columns.firstIndex(of: shared[0]),
      let otherKey = file.columns.firstIndex(of: shared[0])
    else {
      throw .badInput([
        shared.isEmpty
          ? "\(file.name) has no column in common with the rows; its columns are "
            + "\(file.columns.joined(separator: ", "))."
          : "\(file.name) has the columns \(shared.joined(separator: ", ")) in common with the "
            + "rows. Rename all but the one that joins them."
      ])
    }
    var other = ImportTable(file)
    other.replace(replacements)
    used.formUnion(other.used)
    let partners = try Self.index(other.rows, by: otherKey, of: file.name)
    let added = file.columns.indices.filter { $0 != otherKey }
    columns += added.map { file.columns[$0] }
    var alone: [String: Int] = [:]
    for row in rows.indices {
      let value = rows[row].values[key]
      let partner = partners[value]
      if partner == nil, !value.isEmpty { alone[value, default: 0] += 1 }
      rows[row].values += added.map { partner?.values[$0] ?? "" }
    }
    warnings += alone.sorted { $0.key < $1.key }.map { value, count in
      let near = nearest(to: value, among: partners.keys.sorted())
      return "\(file.name) has no \(shared[0]) \"\(value)\" (\(grouped(count)) rows); the nearest "
        + "is \"\(near)\""
    }
  }

  private static func index(
    _ rows: [CSVRow], by key: Int, of name: String
  ) throws(ImportError) -> [String: CSVRow] {
    var partners: [String: CSVRow] = [:]
    for row in rows where !row.values[key].isEmpty {
      if let earlier = partners[row.values[key]] {
        throw .badInput([
          "\(name), line \(row.line): \"\(row.values[key])\" stands on line \(earlier.line) too."
        ])
      }
      partners[row.values[key]] = row
    }
    return partners
  }
}

/// A count with its thousands parted: `8,800`.
func grouped(_ count: Int) -> String {
  let digits = Array(String(count))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3), digit != "-", text != "-" {
      text.append(",")
    }
    text.append(digit)
  }
  return text
}
