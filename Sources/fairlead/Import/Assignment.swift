import Screen

/// A value to put in place of another one in a column: `COLUMN:OLD=NEW`.
struct Replacement: Hashable {
  let column: String
  let old: String
  let new: String

  /// Nil when the text is not of that form.
  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"),
      let equals = text[colon...].firstIndex(of: "="), colon > text.startIndex
    else { return nil }
    column = String(text[..<colon])
    old = String(text[text.index(after: colon)..<equals])
    new = String(text[text.index(after: equals)...])
  }
}

/// Where a value goes: a field of the deal, or of the account or product that comes with it.
struct Target: Hashable, Comparable, CustomStringConvertible {
  /// `Deals`, `Accounts` or `Products`.
  let module: String
  /// The field's API name.
  let field: String

  static let dealName = Target(module: "Deals", field: "Deal_Name")
  static let stage = Target(module: "Deals", field: "Stage")
  static let pipeline = Target(module: "Deals", field: "Pipeline")
  static let accountName = Target(module: "Accounts", field: "Account_Name")
  static let productName = Target(module: "Products", field: "Product_Name")

  init(module: String, field: String) {
    self.module = module
    self.field = field
  }

  /// The target that the command line names: `Amount`, `Account.Industry`, `Product.Unit_Price`.
  init(_ name: some StringProtocol) {
    for (prefix, module) in [("Account.", "Accounts"), ("Product.", "Products")]
    where name.hasPrefix(prefix) {
      self.init(module: module, field: String(name.dropFirst(prefix.count)))
      return
    }
    // A deal points at its account; what a file has is the account's name.
    self = name == "Account_Name" ? .accountName : Target(module: "Deals", field: String(name))
  }

  var description: String {
    switch module {
    case "Accounts": self == .accountName ? "Account_Name" : "Account.\(field)"
    case "Products": "Product.\(field)"
    default: field
    }
  }

  static func < (left: Target, right: Target) -> Bool {
    (left.module, left.field) < (right.module, right.field)
  }
}

/// What a field is filled from: a column, or a text with columns in braces.
struct Assignment: Hashable {
  private enum Part: Hashable {
    case text(String)
    case column(Int)
  }

  let target: Target
  /// The column or the text as the command line has it.
  let label: String
  private let parts: [Part]

  /// `COLUMN=Field`: the last `=` counts, since names of fields have none.
  ///
  /// - Throws: `badInput` when there is no such column.
  init(mapping text: String, columns: [String]) throws(ImportError) {
    guard let equals = text.lastIndex(of: "=") else {
      throw .badInput(["--map \(text): write COLUMN=Field."])
    }
    label = String(text[..<equals])
    target = Target(text[text.index(after: equals)...])
    parts = [.column(try Self.column(label, columns, in: "--map \(text)"))]
  }

  /// `Field=VALUE`, where `{COLUMN}` in the value stands for the row's own.
  ///
  /// - Throws: `badInput` when there is no such column.
  init(setting text: String, columns: [String]) throws(ImportError) {
    guard let equals = text.firstIndex(of: "=") else {
      throw .badInput(["--set \(text): write Field=VALUE."])
    }
    target = Target(text[..<equals])
    label = String(text[text.index(after: equals)...])
    var parts: [Part] = []
    var rest = label[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      parts.append(.text(String(rest[..<open])))
      parts.append(.column(try Self.column(String(name), columns, in: "--set \(text)")))
      rest = rest[rest.index(after: close)...]
    }
    self.parts = parts + [.text(String(rest))]
  }

  /// The columns it takes.
  var columns: Set<Int> {
    Set(
      parts.compactMap { part in
        if case .column(let column) = part { column } else { nil }
      })
  }

  /// What it gives for a row; blanks around it and after an empty value within are left out.
  func text(_ row: CSVRow) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .column(let column): text += row.values[column]
      }
    }
    guard parts.count > 1 else { return text }
    return text.split(separator: " ").joined(separator: " ")
  }

  private static func column(
    _ name: String, _ columns: [String], in option: String
  ) throws(ImportError) -> Int {
    guard let column = columns.firstIndex(of: name), !name.isEmpty else {
      let near = nearest(to: name, among: columns)
      throw .badInput(["\(option): there is no column \"\(name)\"; the nearest is \"\(near)\"."])
    }
    return column
  }
}
