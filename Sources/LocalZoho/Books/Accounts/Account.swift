import Foundation
import GRDB

/// What an account's record says beyond its members.
extension BooksRecord {
  /// Whether a debit makes it more: assets and expenses.
  var isDebitAccount: Bool { AccountType.isDebit(text("account_type")) }

  /// The currency an account is kept in.
  func accountCurrency(_ db: Database) throws -> Currency {
    try id("currency_id").flatMap { try Currency.find($0, db) } ?? Currency.base(db)
  }

  /// What is on an account, as people read it: more than nothing on its usual side.
  func accountBalance(_ db: Database) throws -> (own: Decimal, base: Decimal) {
    let sum = try Posting.balance(of: id, db)
    let own = try accountCurrency(db).isBase ? sum.base : sum.own
    return isDebitAccount ? (own, sum.base) : (-own, -sum.base)
  }
}

/// The types of account Books knows, by the side of the balance sheet they stand on.
enum AccountType {
  static let byGroup: KeyValuePairs<String, [String]> = [
    "Asset": [
      "other_asset", "other_current_asset", "cash", "bank", "fixed_asset", "accounts_receivable",
      "stock", "payment_clearing", "prepaid_card", "paypal", "intangible_asset",
    ],
    "Liability": [
      "other_current_liability", "credit_card", "long_term_liability", "other_liability",
      "accounts_payable",
    ],
    "Equity": ["equity"],
    "Income": ["income", "other_income"],
    "Expense": ["expense", "cost_of_goods_sold", "other_expense"],
  ]

  static let all = byGroup.flatMap(\.value)
  static let moneyAtHand = ["bank", "credit_card", "cash", "paypal", "prepaid_card"]

  static func isDebit(_ type: String) -> Bool {
    byGroup.contains { ["Asset", "Expense"].contains($0.key) && $0.value.contains(type) }
  }

  /// `'bank', 'cash'` for SQL.
  static func quoted(_ types: [String]) -> String {
    types.map { "'\($0)'" }.joined(separator: ", ")
  }
}
