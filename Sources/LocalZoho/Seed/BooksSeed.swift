import Foundation
import GRDB

/// Makes the Books side of a seeded world: items, customers of the CRM's accounts, and for its won
/// deals invoices in every status, with payments, history and a few mails. No client did this, so the
/// ledger stays empty.
struct BooksSeed {
  /// More invoices than this are not made, however many deals there are.
  static let invoiceLimit = 20_000

  let db: Database
  let world: SeededCRM
  var random: SplitMix64
  var ids: IDs
  var currencies: [String: Currency] = [:]
  /// The customer of each account, by its place; accounts without one are missing.
  var customers: [Int: Contact] = [:]
  /// The primary person of each customer that has one.
  var primaryPersons: [Int64: Int64] = [:]
  var lastPaymentNumber: Int64 = 0
  private var rates: [String: Int64] = [:]
  var items: [Item] = []
  var taxes: [Int64: Tax] = [:]
  let home: Currency
  let rounding: DocumentTotals.TaxRounding
  let customFields: [CustomField]

  init(_ db: Database, _ seed: Seed, world: SeededCRM) throws {
    self.db = db
    self.world = world
    random = SplitMix64(seed: seed.number &+ 0xB00C5)
    ids = IDs()
    home = try Currency.base(db)
    rounding =
      try DocumentTotals.TaxRounding(rawValue: BooksSettings.value("tax_rounding", db)) ?? .line
    customFields = try CustomField.all(of: .invoice, db)
  }

  /// Writes everything.
  mutating func fill() throws {
    try db.execute(sql: "UPDATE organization SET books_plan = 'PROFESSIONAL'")
    try fillRates()
    try fillTaxes()
    try fillItems()
    try fillCustomers()
    try fillInvoices()
    try fillKeeping()
  }

  /// Ids in order, reserved by the thousand.
  struct IDs {
    private var left: Range<Int64> = 0..<0

    mutating func next(_ db: Database) throws -> Int64 {
      if left.isEmpty { left = try RecordIDs.reserve(1000, .books, db) }
      return left.removeFirst()
    }
  }

  /// Some second of a working day.
  mutating func workTime(on day: Day) -> Int64 {
    Int64(day.number) * 86_400 + Int64(random.number(9 * 3600...17 * 3600))
  }

  /// A rate a month for two years, wandering a little.
  private mutating func fillRates() throws {
    for code in ["GBP", "EUR", "USD", "JPY"] {
      currencies[code] = try Currency.find(code: code, db)
    }
    for (code, usual) in [("EUR", 860_000), ("USD", 785_000)] {
      guard let currency = currencies[code], !currency.isBase else { continue }
      for month in 0..<24 {
        try db.execute(
          sql: "INSERT INTO books_exchange_rates VALUES (?, ?, ?, ?)",
          arguments: [
            ids.next(db), currency.id, (world.today - month * 30).description,
            usual + random.number(-150...150) * 100,
          ])
      }
    }
  }

  /// A levy, and a group of VAT and levy, beside the taxes every organization starts with.
  private mutating func fillTaxes() throws {
    let levy = try ids.next(db)
    try db.execute(
      sql: "INSERT INTO books_taxes VALUES (?, 'Packaging levy', 2000000, 'tax', 0)",
      arguments: [levy])
    for row in try Row.fetchAll(db, sql: "SELECT * FROM books_taxes ORDER BY tax_id") {
      let tax = Tax(row: row)
      taxes[tax.id] = tax
    }
    guard let vat = tax(named: "VAT") else { return }
    let group = try ids.next(db)
    try db.execute(
      sql: "INSERT INTO books_tax_groups VALUES (?, 'VAT and packaging')", arguments: [group])
    for (position, id) in [vat.id, levy].enumerated() {
      try db.execute(
        sql: "INSERT INTO books_tax_group_members VALUES (?, ?, ?)",
        arguments: [group, id, position])
    }
    taxes[group] = try Tax.find(group, db)
  }

  /// Base currency per unit on a day, in millionths.
  mutating func rate(of currency: Currency, on day: Day) throws -> Int64 {
    if currency.isBase { return 1_000_000 }
    let key = "\(currency.code) \(day)"
    if let known = rates[key] { return known }
    let rate = try currency.exchangeRate(on: day, db).millionths ?? 1_000_000
    rates[key] = rate
    return rate
  }

  func tax(named name: String) -> Tax? {
    taxes.values.first { $0.name == name }
  }

  /// The CRM's products, and what only Books knows.
  private mutating func fillItems() throws {
    let created = workTime(on: world.today - 560)
    let extra: [(name: String, rate: Decimal, description: String)] = [
      ("Consulting hour", 95, "At our rates of this year"), ("Travel, day", 120, "Within the UK"),
      ("Travel, mile", Decimal(45) / 100, ""), ("Express delivery", 35, "Next working day"),
      ("Pallet delivery", 68, ""), ("Spare battery", Decimal(3995) / 100, "For rugged tablets"),
      ("Thermal labels, roll", Decimal(875) / 100, "1,000 labels"),
      ("Extended warranty", 149, "Two more years"), ("Custom report", 640, "Built to order"),
      ("API integration", 2400, "Per system"), ("Security review", 1800, "With a written report"),
    ]
    let products = world.products.map {
      (name: $0.name, code: $0.code, rate: $0.price, description: $0.description)
    }
    let own = extra.enumerated().map { index, item in
      (
        name: item.name, code: "BK-\(100 + index)", rate: item.rate,
        description: item.description
      )
    }
    for item in products + own {
      let record = Item(
        itemId: try ids.next(db), name: item.name, description: item.description,
        rate: item.rate.millionths ?? 0, unit: item.code.hasPrefix("HW") ? "pcs" : "",
        sku: item.code, productType: item.code.hasPrefix("HW") ? "goods" : "service",
        taxId: tax(named: "VAT")?.id, createdTime: created, lastModifiedTime: created)
      try record.insert(db)
      items.append(record)
    }
  }
}
