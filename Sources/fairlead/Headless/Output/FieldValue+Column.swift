import ZohoAPI

extension RecordFields {
  /// The value of a column: a field, or by a path a part of one: `Account_Name.id`.
  func value(of column: String) -> FieldValue {
    if let value = self[column] { return value }
    guard let dot = column.firstIndex(of: ".") else { return .null }
    let inner = self[String(column[..<dot])]?.fields
    return inner?.value(of: String(column[column.index(after: dot)...])) ?? .null
  }
}

extension FieldValue {
  /// The value as the text of one cell: a look-up by its name, several values between semicolons.
  var cell: String {
    switch self {
    case .null: ""
    case .list(let values): values.map(\.cell).joined(separator: "; ")
    case .object(let fields): fields["name"]?.text ?? JSONText.record(fields)
    default: text ?? ""
    }
  }

  /// The value as CSV has it. A number is no formula, whatever its sign.
  var csv: String {
    if case .number(let number) = self { return "\(number)" }
    return ResultFile.value(cell)
  }

  /// Whether it is a number, which stands at the right of its column.
  var isNumber: Bool { if case .number = self { true } else { false } }
}
