import ArgumentParser
import Screen
import ZohoAPI

/// The fields that a command line fills: `Field=value`, checked against the module.
struct FieldAssignments {
  /// The values as CRM takes them.
  private(set) var fields: RecordFields = [:]
  /// How values were understood that are not written as Zoho does, a line each.
  private(set) var understood: [String] = []
  private var problems: [String] = []

  /// Checks them.
  ///
  /// - Parameters:
  ///   - settings: What the module takes; nil when it is not known, and nothing can be checked.
  ///   - isNew: Whether they make a record: then mandatory fields must be there.
  /// - Throws: `badInput` with all that is wrong.
  init(
    _ texts: [String], _ settings: ModuleSettings?, _ notations: NotationOptions, isNew: Bool
  ) throws(HeadlessError) {
    for text in texts {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        problems.append("\(text): write Field=value.")
        continue
      }
      let name = String(text[..<equals])
      let value = String(text[text.index(after: equals)...])
      guard fields[name] == nil else {
        problems.append("\(name) is given twice.")
        continue
      }
      fields[name] = read(name, value, settings, notations, isNew: isNew)
    }
    if isNew, let settings { requireMandatory(settings) }
    guard problems.isEmpty else { throw HeadlessError(.badInput, problems) }
  }

  private mutating func read(
    _ name: String, _ text: String, _ settings: ModuleSettings?, _ notations: NotationOptions,
    isNew: Bool
  ) -> FieldValue {
    guard !text.isEmpty else {
      if isNew { problems.append("\(name) has no value.") }
      return .null
    }
    guard let settings else { return .text(text) }
    do throws(HeadlessError) {
      let field = try settings.field(name)
      guard !field.isReadOnly, FieldReader.reads(field.type) else {
        problems.append("\(name) cannot be filled: it is read-only or a \(field.type) field.")
        return .null
      }
      let reader = FieldReader(
        field: field, users: settings.users,
        dates: field.type == "date" ? try decide(name, text, notations.dates) : .iso,
        decimals: FieldReader.isNumber(field.type)
          ? try decide(name, text, notations.decimal) : .point)
      let value = try Self.value(text, reader)
      if let plain = value.text, plain != text, field.type == "date" || value.isNumber {
        understood.append("\(name): \(text) is \(plain)")
      }
      return value
    } catch {
      problems += error.lines
      return .null
    }
  }

  private static func value(
    _ text: String, _ reader: FieldReader
  ) throws(HeadlessError) -> FieldValue {
    do throws(FieldReader.Problem) {
      return try reader.value(text)
    } catch {
      throw HeadlessError(.badInput, error.reason)
    }
  }

  /// The way in which a value is written: as told, or the only one in which it makes sense.
  private func decide<N: Notation>(
    _ name: String, _ text: String, _ told: N?
  ) throws(HeadlessError) -> N {
    if let told { return told }
    let readings = N.rivals.compactMap { way in way.read(text).map { (way, $0) } }
    guard Set(readings.map(\.1)).count > 1 else { return readings.first?.0 ?? N.rivals[0] }
    let ways = readings.map { "\($0.1) (\($0.0.words))" }.joined(separator: " or ")
    throw HeadlessError(.badInput, "\(name): \"\(text)\" may be \(ways). Say \(N.option).")
  }

  private mutating func requireMandatory(_ settings: ModuleSettings) {
    for field in settings.fields where field.isMandatory && !field.isReadOnly {
      // CRM names the owner itself.
      guard fields[field.apiName] == nil, field.type != "ownerlookup" else { continue }
      problems.append("\(field.apiName) is mandatory: give \(field.apiName)=value.")
    }
  }
}

/// How the user says that dates and numbers are written.
struct NotationOptions: ParsableArguments {
  @Option(help: "How dates are written, where they leave it open: mdy, dmy or iso.")
  var dates: DateOrder?

  @Option(help: "What stands before the fraction of numbers, where they leave it open: . or ,")
  var decimal: DecimalMark?
}
