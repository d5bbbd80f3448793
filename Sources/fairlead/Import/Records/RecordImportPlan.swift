import Screen
import ZohoAPI

/// What an import of records will send, all of it checked before the first call.
struct RecordImportPlan {
  /// A record to be made or changed.
  struct Record {
    /// Where its row starts.
    let line: Int
    /// The value by which it is known.
    let key: String
    /// Its fields.
    let fields: RecordFields
  }

  private(set) var records: [Record] = []
  private(set) var badRows: [BadRow]
  /// How columns were understood, a line each.
  private(set) var understood: [String] = []
  private var readers: [(assignment: Assignment, reader: FieldReader)] = []

  /// Checks everything.
  ///
  /// - Throws: `badInput` when what was said about the columns cannot be right for any row.
  init(
    _ file: CSVFile, _ options: RecordImportOptions, _ settings: ModuleSettings
  ) throws(HeadlessError) {
    badRows = file.badRows
    var problems: [String] = []
    for assignment in try Self.assignments(file, options, settings) {
      do throws(HeadlessError) {
        try add(assignment, file, options.notations, settings)
      } catch {
        problems += error.lines
      }
    }
    if !readers.contains(where: { $0.reader.field.apiName == options.match }) {
      problems.append("--match \(options.match): no column fills that field.")
    }
    guard problems.isEmpty else { throw HeadlessError(.badInput, problems) }
    var lines: [String: Int] = [:]
    for row in file.rows { check(row, options.match, &lines) }
    badRows.sort { $0.line < $1.line }
  }

  /// Which field each column fills.
  private static func assignments(
    _ file: CSVFile, _ options: RecordImportOptions, _ settings: ModuleSettings
  ) throws(HeadlessError) -> [Assignment] {
    var problems: [String] = []
    var found: [Assignment] = []
    do throws(ImportError) {
      for text in options.map {
        found.append(try Assignment(mapping: text, columns: file.columns))
      }
      for text in options.set {
        found.append(try Assignment(setting: text, columns: file.columns))
      }
      let used = found.reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
      for (index, column) in file.columns.enumerated()
      where !used.contains(index) && !options.skip.contains(column) {
        let lowered = column.lowercased()
        guard
          let field = settings.fields.first(where: { $0.apiName == column })
            ?? settings.fields.first(where: { $0.label.lowercased() == lowered })
        else {
          let near = nearest(to: column, among: settings.fields.map(\.apiName))
          problems.append(
            "\(file.name): \(settings.module) has no field \"\(column)\"; the nearest is \(near). "
              + "Say --map or --skip.")
          continue
        }
        found.append(try Assignment(mapping: "\(column)=\(field.apiName)", columns: file.columns))
      }
    } catch {
      throw HeadlessError(.badInput, error.lines)
    }
    guard problems.isEmpty else { throw HeadlessError(.badInput, problems) }
    return found
  }

  private mutating func add(
    _ assignment: Assignment, _ file: CSVFile, _ notations: NotationOptions,
    _ settings: ModuleSettings
  ) throws(HeadlessError) {
    let name = assignment.target.field
    let field = try settings.field(name)
    guard !field.isReadOnly, FieldReader.reads(field.type) else {
      throw HeadlessError(
        .badInput, "\(name) cannot be filled: it is read-only or a \(field.type) field.")
    }
    guard !readers.contains(where: { $0.reader.field.apiName == name }) else {
      throw HeadlessError(.badInput, "\(name) is filled twice.")
    }
    let cells = file.rows.map { Cell(line: $0.line, text: assignment.text($0)) }
    do throws(Undecided) {
      let dates =
        field.type == "date"
        ? try Self.way(cells, notations.dates) : .iso
      let decimals =
        FieldReader.isNumber(field.type)
        ? try Self.way(cells, notations.decimal) : .point
      readers.append(
        (
          assignment,
          FieldReader(field: field, users: settings.users, dates: dates, decimals: decimals)
        ))
      let words =
        field.type == "date" ? ": \(dates.words)" : decimals == .comma ? ": decimal comma" : ""
      understood.append("\(assignment.label) → \(name)\(words)")
    } catch {
      throw HeadlessError(.badInput, "\(assignment.label) → \(name): \(error.reason).")
    }
  }

  /// The way in which a column is written: as told, or as its values show.
  private static func way<N: Notation>(
    _ cells: [Cell], _ told: N?
  ) throws(Undecided) -> N {
    if let told { return told }
    return try ColumnNotation<N>(cells).notation
  }

  private mutating func check(_ row: CSVRow, _ match: String, _ lines: inout [String: Int]) {
    var fields: RecordFields = [:]
    var problems: [String] = []
    var key = ""
    for (assignment, reader) in readers {
      let text = assignment.text(row)
      if reader.field.apiName == match { key = text }
      guard !text.isEmpty else {
        if reader.field.isMandatory { problems.append("\(reader.field.apiName) is empty") }
        continue
      }
      do {
        fields[reader.field.apiName] = try reader.value(text)
      } catch {
        problems.append(error.reason)
      }
    }
    if key.isEmpty { problems.append("\(match) is empty: nothing to know the record by") }
    if let line = lines[key.lowercased()], !key.isEmpty {
      problems.append("\(match): \"\(key)\" stands on line \(line) too")
    }
    lines[key.lowercased()] = lines[key.lowercased()] ?? row.line
    if problems.isEmpty {
      records.append(Record(line: row.line, key: key, fields: fields))
    } else {
      badRows.append(BadRow(line: row.line, name: key, reasons: problems))
    }
  }
}
