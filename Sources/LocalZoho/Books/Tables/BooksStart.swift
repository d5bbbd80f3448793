import GRDB

/// What a new Books organization has before anybody works in it.
enum BooksStart {
  static func insert(_ db: Database) throws {
    let base = try Organization.current(db).currency
    let known: [(code: String, name: String, symbol: String, places: Int)] = [
      ("GBP", "GBP- Pound Sterling", "£", 2), ("EUR", "EUR- Euro", "€", 2),
      ("USD", "USD- US Dollar", "$", 2), ("JPY", "JPY- Japanese Yen", "¥", 0),
    ]
    for currency in known {
      try db.execute(
        sql: "INSERT INTO books_currencies VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          try nextID(db), currency.code, currency.name, currency.symbol, currency.places,
          currency.places == 0 ? "1,234,567" : "1,234,567.89", currency.code == base,
        ])
    }
    let taxes: [(name: String, percent: Int64)] = [
      ("VAT", 20), ("VAT reduced", 5), ("VAT zero", 0),
    ]
    for (index, tax) in taxes.enumerated() {
      try db.execute(
        sql: "INSERT INTO books_taxes VALUES (?, ?, ?, 'tax', ?)",
        arguments: [try nextID(db), tax.name, tax.percent * 1_000_000, index == 0])
    }
    let fields: [(entity: String, name: String, label: String, isUnique: Bool)] = [
      ("invoice", "cf_fairlead_tag", "Fairlead tag", true),
      ("invoice", "cf_deal_id", "Deal id", false),
      ("customer_payment", "cf_fairlead_tag", "Fairlead tag", true),
    ]
    for (index, field) in fields.enumerated() {
      try db.execute(
        sql: "INSERT INTO books_custom_fields VALUES (?, ?, ?, ?, 'string', ?, ?)",
        arguments: [
          try nextID(db), field.entity, field.name, field.label, field.isUnique, index + 1,
        ])
    }
    let settings = [
      "invoice_prefix": "INV-", "next_invoice_number": "1", "next_payment_number": "1",
      "tax_rounding": DocumentTotals.TaxRounding.line.rawValue,
      "notes": "Thanks for your business.", "terms": "",
    ]
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
      try BooksSettings.set(name, value, db)
    }
  }

  static func nextID(_ db: Database) throws -> Int64 {
    try RecordIDs.reserve(1, .books, db).lowerBound
  }
}

/// The organization's preferences, by name.
enum BooksSettings {
  static func value(_ name: String, _ db: Database) throws -> String {
    try String.fetchOne(
      db, sql: "SELECT value FROM books_settings WHERE name = ?", arguments: [name]) ?? ""
  }

  static func set(_ name: String, _ value: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO books_settings VALUES (?, ?)", arguments: [name, value])
  }

  /// The next number of a series, which is then used up.
  static func takeNumber(_ name: String, _ db: Database) throws -> Int {
    let number = Int(try value(name, db)) ?? 1
    try set(name, String(number + 1), db)
    return number
  }
}
