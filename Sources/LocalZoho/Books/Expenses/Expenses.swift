import Foundation
import GRDB

/// Money spent, at once or in several items, and perhaps to be billed to a customer.
/// https://www.zoho.com/books/api/v3/expenses/
enum Expenses {
  static let routes: [BooksRoute] = expenses.routes + [expenses.commentListRoute]

  static let expenses = BooksResource(
    kind: "expense", path: "expenses", scope: "expenses", title: "Expense",
    keys: BooksResource.Keys(id: "expense_id", one: "expense", many: "expenses"),
    messages: BooksResource.Messages(
      created: "The expense has been recorded.", updated: "Expense information has been updated.",
      deleted: "The expense has been deleted.", createdStatus: 200),
    members: members + [.reference("recurring_expense_id", RecurringExpenses.reference)],
    firstStatus: "nonbillable", report: "Expense Details",
    filters: [
      "description", "reference_number", "date", "amount", "account_name", "customer_name",
      "vendor_name", "customer_id", "vendor_id", "recurring_expense_id",
      "paid_through_account_id", "status",
    ],
    sorts: ["date", "account_name", "total", "bcy_total", "reference_number", "customer_name"],
    searched: ["description", "reference_number", "account_name", "customer_name", "vendor_name"],
    filterBy: ["Status.Billable": "status IN ('unbilled', 'invoiced')"], isDescending: true,
    prepare: { record, call, db in
      guard record.status != "invoiced" else {
        throw Refusal.books(400, 1003, "Expenses that are invoiced cannot be changed.")
      }
      try ExpenseSums.complete(&record, day: "date", db)
      record.status = record.isTrue("is_billable") ? "unbilled" : "nonbillable"
    },
    settle: { record, call, db in
      try ExpenseSums.post(record, db)
      if call.request.method == "POST" {
        try call.comment(
          on: .document(record.id, kind: "expense", contact: 0),
          "Expense of \(record.number("total")) recorded", "Added", db)
      }
    },
    refuseDeletion: { record, _, _ in
      guard record.status != "invoiced" else { throw Refusal.booksInUse("expense") }
    },
    show: { record, json, _, db in
      try ExpenseSums.show(record, &json, db)
      json["transaction_id"] = .string(String(record.id))
      json["transaction_type"] = "expense"
      json["expense_type"] = "non_mileage"
      json["is_personal"] = false
      let receipt = try Attachment.all(of: record.id, db).last
      json["expense_receipt_name"] = .string(receipt?.fileName ?? "")
      json["expense_receipt_type"] = .string(
        receipt?.fileName.split(separator: ".").last?.lowercased() ?? "")
      json["invoice_id"] = .string(record.text("invoice_id"))
      json["invoice_number"] = .string(record.text("invoice_number"))
    })

  /// What an expense has in common with one that recurs.
  static let members: [RecordMember] = [
    .reference("account_id", .account), .number("amount"), .reference("tax_id", .tax),
    .truth("is_inclusive_tax"), .reference("paid_through_account_id", .account),
    .day("date"), .reference("vendor_id", .vendor), .reference("customer_id", .customer),
    .truth("is_billable"), .reference("project_id", .project),
    .reference("currency_id", .currency), .number("exchange_rate", 0...1_000_000),
    .text("reference_number", limit: 100), .text("description", limit: 500),
    .reference("location_id", .record("location", named: "location_name")),
    .lines(
      "line_items", id: "line_item_id",
      [
        .reference("account_id", .account, required: true), .text("description", limit: 500),
        .number("amount", required: true), .reference("tax_id", .tax), .number("item_order"),
      ]),
    .word("mileage_type", ["non_mileage", "odometer", "manual"]), .number("mileage_rate"),
    .text("mileage_unit"), .text("distance"), .number("start_reading"), .number("end_reading"),
    .reference("employee_id", .record("employee", named: "name")),
    .text("zcrm_potential_id"),
  ]
}
