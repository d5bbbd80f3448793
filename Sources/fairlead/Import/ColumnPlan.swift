import Screen
import ZohoAPI

/// Which field each assignment fills and how its texts are read.
struct ColumnPlan {
  /// An assignment with what its field takes.
  struct Fill {
    let assignment: Assignment
    let reader: FieldReader
  }

  /// How the user says numbers and dates are written; nil to find out.
  struct Notations {
    var dates: DateOrder?
    var decimals: DecimalMark?
  }

  private(set) var fills: [Fill] = []
  /// How columns were understood, a line each.
  private(set) var understood: [String] = []
  private var problems: [String] = []

  /// Checks the assignments against the organization's own fields.
  ///
  /// - Throws: `badInput` with all that is wrong: unknown fields with the nearest name, fields that
  ///   cannot be filled or are filled twice, mandatory ones left out, columns that leave open how they
  ///   are written.
  init(
    _ assignments: [Assignment], _ table: ImportTable, _ settings: CRMSettings,
    _ notations: Notations
  ) throws(ImportError) {
    var seen: Set<Target> = []
    for assignment in assignments {
      let target = assignment.target
      guard seen.insert(target).inserted else {
        problems.append("\(target) is filled twice.")
        continue
      }
      guard let field = field(target, settings) else { continue }
      add(assignment, field, table, settings, notations)
    }
    requireMandatory(seen, settings)
    let used = assignments.reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
    let unused = table.columns.indices.filter { !used.contains($0) }.map { table.columns[$0] }
    if !unused.isEmpty { understood.append("not used: \(unused.joined(separator: ", "))") }
    guard problems.isEmpty else { throw .badInput(problems) }
  }

  private mutating func field(_ target: Target, _ settings: CRMSettings) -> FieldMetadata? {
    guard let field = settings.field(target) else {
      let names = settings.fields[target.module]?.map(\.apiName) ?? []
      let near = nearest(to: target.field, among: names)
      problems.append(
        "\(target): \(target.module) has no field \(target.field); the nearest is "
          + "\(Target(module: target.module, field: near)).")
      return nil
    }
    guard !field.isReadOnly, FieldReader.reads(field.type) else {
      problems.append("\(target) cannot be filled: it is read-only or a \(field.type) field.")
      return nil
    }
    return field
  }

  private mutating func add(
    _ assignment: Assignment, _ field: FieldMetadata, _ table: ImportTable,
    _ settings: CRMSettings, _ notations: Notations
  ) {
    let cells = table.rows.map { Cell(line: $0.line, text: assignment.text($0)) }
    var (dates, decimals) = (DateOrder.mdy, DecimalMark.point)
    var words = ""
    do throws(Undecided) {
      if field.type == "date" {
        (dates, words) = try way(cells, notations.dates)
      } else if FieldReader.isNumber(field.type) {
        (decimals, words) = try way(cells, notations.decimals)
      }
    } catch {
      problems.append("\(assignment.label) → \(assignment.target): \(error.reason).")
    }
    understood.append("\(assignment.label) → \(assignment.target)\(words)")
    fills.append(
      Fill(
        assignment: assignment,
        reader: FieldReader(
          field: field, users: settings.users, dates: dates, decimals: decimals)))
  }

  private func way<N: Notation>(
    _ cells: [Cell], _ told: N?
  ) throws(Undecided) -> (N, String) {
    if let told { return (told, ": \(told.words), as you say") }
    let found = try ColumnNotation<N>(cells)
    guard let witness = found.witness else { return (found.notation, ": no value is in doubt") }
    return (
      found.notation,
      ": \(found.notation.words), as \(witness.text) on line \(witness.line) shows"
    )
  }

  private mutating func requireMandatory(_ filled: Set<Target>, _ settings: CRMSettings) {
    for module in ["Deals", "Accounts", "Products"] {
      guard module == "Deals" || filled.contains(where: { $0.module == module }) else { continue }
      let key = [Target.dealName, .accountName, .productName].first { $0.module == module }
      let needed = (settings.fields[module] ?? []).filter { field in
        field.isMandatory && !field.isReadOnly || field.apiName == key?.field
      }
      for field in needed {
        let target = Target(module: module, field: field.apiName)
        if !filled.contains(target) {
          problems.append("\(target) is mandatory: give it with --map or --set.")
        }
      }
    }
  }
}
