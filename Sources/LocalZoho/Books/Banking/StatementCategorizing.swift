import Foundation
import GRDB

/// Lines of a statement that become something new in the books, and the way back.
/// https://www.zoho.com/books/api/v3/bank-transactions/
enum StatementCategorizing {
  private static let path = "banktransactions/uncategorized/{transaction_id}/categorize"

  static let routes: [BooksRoute] = [
    BooksRoute("POST", path, "banking.CREATE") { call in
      try categorize(call) { line, body, db in
        let (account, other) = line.isMoneyIn ? ("to", "from") : ("from", "to")
        var object = body.object
        object["\(account)_account_id"] = .string(line.text("account_id"))
        if object["\(other)_account_id"] == nil {
          throw Refusal.booksInvalid("\(other)_account_id")
        }
        return try BankTransactions.transactions.insert(BooksFields(object), call, db).id
      }
    },
    BooksRoute("POST", path + "/expenses", "banking.CREATE") { call in
      try categorize(call) { line, body, db in
        guard !line.isMoneyIn else { throw Refusal.booksInvalid("transaction_id") }
        var object = body.object
        object["paid_through_account_id"] = .string(line.text("account_id"))
        return try Expenses.expenses.insert(BooksFields(object), call, db).id
      }
    },
    BooksRoute("POST", path + "/customerpayments", "banking.CREATE") { call in
      try categorize(call) { line, body, db in
        guard line.isMoneyIn else { throw Refusal.booksInvalid("transaction_id") }
        var object = body.object
        object["account_id"] = .string(line.text("account_id"))
        return try PaymentWriting(call: call, db: db).create(BooksFields(object)).paymentId
      }
    },
    BooksRoute("POST", path + "/vendorpayments", "banking.CREATE") { call in
      try categorize(call) { line, body, db in
        guard !line.isMoneyIn else { throw Refusal.booksInvalid("transaction_id") }
        var object = body.object
        object["paid_through_account_id"] = .string(line.text("account_id"))
        return try VendorPayments.payments.insert(BooksFields(object), call, db).id
      }
    },
    refundRoute("creditnoterefunds", .creditNotes, isMoneyIn: false),
    refundRoute("paymentrefunds", .payments, isMoneyIn: false),
    refundRoute("vendorcreditrefunds", .vendorCredits, isMoneyIn: true),
    BooksRoute("POST", path + "/vendorpaymentrefunds", "banking.CREATE") { call in
      try categorize(call) { line, body, db in
        guard line.isMoneyIn else { throw Refusal.booksInvalid("transaction_id") }
        guard let payment = try body.id("vendorpayment_id") else {
          throw Refusal.booksInvalid("vendorpayment_id")
        }
        var object = body.object
        object["to_account_id"] = .string(line.text("account_id"))
        return try VendorPayments.refunds.insert(
          BooksFields(object), call.below("payment_id", payment), db
        ).id
      }
    },
    BooksRoute(
      "POST", "banktransactions/{transaction_id}/uncategorize", "banking.CREATE", uncategorize),
  ]

  /// A line that shows money given back of what the body names.
  private static func refundRoute(
    _ word: String, _ refunds: RefundCalls, isMoneyIn: Bool
  ) -> BooksRoute {
    BooksRoute("POST", "\(path)/\(word)", "banking.CREATE") { call in
      try categorize(call) { line, body, db in
        guard line.isMoneyIn == isMoneyIn else { throw Refusal.booksInvalid("transaction_id") }
        guard let source = try body.id(refunds.sourceID) else {
          throw Refusal.booksInvalid(refunds.sourceID)
        }
        var object = body.object
        object[refunds.account] = .string(line.text("account_id"))
        return try refunds.enter(BooksFields(object), of: source, call, db).0.refundId
      }
    }
  }

  /// Enters a line into the books; what the body leaves out, the line says.
  static func categorize(
    _ call: BooksCall, _ enter: (BooksRecord, BooksFields, Database) throws -> Int64
  ) throws -> ZohoReply {
    let body = try call.fields()
    try StatementMatching.change(call, from: "uncategorized") { line, db in
      var object = body.object
      for name in ["amount", "date", "reference_number", "description"] where object[name] == nil {
        object[name] = line.members[name]
      }
      guard try BooksFields(object).number("amount") == line.number("amount") else {
        throw Refusal.booksInvalid("amount")
      }
      line.match([try enter(line, BooksFields(object), db)], as: "categorized")
    }
    return BooksCall.success("The transaction(s) have been categorized.", status: 201)
  }

  /// Takes back what was made of a line.
  private static func uncategorize(_ call: BooksCall) throws -> ZohoReply {
    try StatementMatching.release(call, "categorized") { line, db in
      for id in line.matched {
        if let record = try BooksRecord.find(id, BankTransactions.kind, db) {
          try record.delete(db)
        } else if let expense = try BooksRecord.find(id, "expense", db) {
          guard expense.status != "invoiced" else { throw Refusal.booksInUse("expense") }
          try expense.delete(db)
        } else if var made = try BooksRecord.find(id, VendorPayments.kind, db) {
          try VendorPayments.payments.refuseDeletion(&made, call, db)
          try made.delete(db)
        } else if let refund = try BooksRecord.find(id, VendorPayments.refunds.kind, db) {
          try refund.delete(db)
        } else if let refund = try Refund.fetchOne(db, key: id) {
          try RefundCalls.holding(refund, db).remove(refund, call, db)
        } else {
          try PaymentWriting(call: call, db: db).delete(id)
        }
      }
    }
    return BooksCall.success("Transaction(s) have been uncategorized.", status: 201)
  }
}
