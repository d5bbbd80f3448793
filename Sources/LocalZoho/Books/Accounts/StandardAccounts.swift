import GRDB

/// The accounts every organization starts with. Their ids are the same everywhere.
enum StandardAccounts {
  static let sales = id(0)
  static let receivable = id(1)
  static let payable = id(2)
  static let undepositedFunds = id(3)
  static let pettyCash = id(4)
  static let openingBalanceOffset = id(5)
  static let taxPayable = id(6)
  static let exchangeGainOrLoss = id(7)
  static let bankCharges = id(8)
  static let costOfGoodsSold = id(9)
  static let travel = id(10)
  static let officeSupplies = id(11)
  static let meals = id(12)
  static let software = id(13)
  static let badDebt = id(20)

  private static func id(_ place: Int) -> Int64 { 4_600_000_000_000_000_361 + Int64(place) * 3 }

  /// In the order of their ids. Those of the books' own workings cannot be changed.
  private static let all: [(name: String, type: String, isSystem: Bool)] = [
    ("Sales", "income", true), ("Accounts Receivable", "accounts_receivable", true),
    ("Accounts Payable", "accounts_payable", true), ("Undeposited Funds", "cash", true),
    ("Petty Cash", "cash", false), ("Opening Balance Offset", "equity", true),
    ("Tax Payable", "other_current_liability", true),
    ("Exchange Gain or Loss", "other_expense", true),
    ("Bank Fees and Charges", "expense", false),
    ("Cost of Goods Sold", "cost_of_goods_sold", true), ("Travel Expense", "expense", false),
    ("Office Supplies", "expense", false), ("Meals and Entertainment", "expense", false),
    ("IT and Internet Expenses", "expense", false), ("Rent Expense", "expense", false),
    ("Salaries and Employee Wages", "expense", false), ("Other Charges", "income", false),
    ("Interest Income", "other_income", false), ("Owner's Equity", "equity", false),
    ("Furniture and Equipment", "fixed_asset", false), ("Bad Debt", "expense", false),
  ]

  /// Adds those that are not there yet.
  static func insert(_ db: Database) throws {
    for (place, account) in all.enumerated()
    where try BooksRecord.find(id(place), "account", db) == nil {
      var record = BooksRecord(id: id(place), kind: "account", created: 1_648_771_200)
      record.members = [
        "account_name": .string(account.name), "account_type": .string(account.type),
        "currency_id": .string(String(try Currency.base(db).id)),
        "is_system_account": JSONValue(account.isSystem),
      ]
      try record.save(db)
    }
  }
}
