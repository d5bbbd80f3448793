import Foundation
import GRDB

/// Expenses that come again and again; what has come due is recorded when somebody looks.
/// https://www.zoho.com/books/api/v3/recurring-expenses/
enum RecurringExpenses {
  static let kind = "recurring_expense"
  static let reference = BooksReference.record(kind, named: "recurrence_name")

  static let routes: [BooksRoute] =
    [
      BooksRoute("GET", recurring.path, "expenses.READ") { call in
        try recordDue(call)
        return try recurring.list(call)
      },
      BooksRoute("GET", recurring.recordPath, "expenses.READ") { call in
        try recordDue(call)
        return try recurring.get(call)
      },
      recurring.createRoute,
    ] + recurring.recordRoutes.filter { $0.method != "GET" }
    + [
      recurring.statusRoute(
        "status/stop", to: "stopped", "The recurring expense has been stopped."),
      recurring.statusRoute(
        "status/resume", to: "active", "The recurring expense has been activated."),
      recurring.route("GET", "expenses", history), recurring.commentListRoute,
    ]

  static let recurring = BooksResource(
    kind: kind, path: "recurringexpenses", scope: "expenses", title: "Recurring expense",
    keys: BooksResource.Keys(
      id: "recurring_expense_id", one: "recurring_expense", many: "recurring_expenses"),
    messages: BooksResource.Messages(
      created: "The recurring expense has been created",
      updated: "Recurring expense information has been updated",
      deleted: "The recurring expense has been deleted.", createdStatus: 200),
    members: Schedule.members + Expenses.members.filter { $0.name != "date" },
    unique: "recurrence_name", report: "Recurring Expenses",
    filters: [
      "recurrence_name", "last_created_date", "next_expense_date", "status", "account_id",
      "account_name", "amount", "customer_name", "customer_id", "paid_through_account_id",
    ],
    sorts: [
      "next_expense_date", "account_name", "total", "last_created_date", "recurrence_name",
      "customer_name",
    ],
    searched: ["recurrence_name", "account_name", "description", "customer_name", "vendor_name"],
    isDescending: true,
    prepare: { record, _, db in
      let schedule = try Schedule(record)
      try ExpenseSums.complete(&record, day: "start_date", db)
      let next = schedule.next(after: record.day("last_created_date"))
      record.set("next_expense_date", .string(next?.description ?? ""))
    },
    settle: { record, call, db in
      if record.created == record.modified {
        try call.comment(
          on: .document(record.id, kind: kind, contact: 0),
          "Recurring expense created", "Added", db)
      }
      try recordDue(&record, call, db)
    },
    show: { record, json, _, db in
      try ExpenseSums.show(record, &json, db)
      json["last_created_date"] = .string(record.text("last_created_date"))
      json["next_expense_date"] = .string(record.text("next_expense_date"))
    })

  private static func recordDue(_ call: BooksCall) throws {
    let isDue =
      "status = 'active' AND \(BooksRecord.column("next_expense_date")) BETWEEN '0001' AND ?"
    let today = call.today.description
    guard try call.read({ try !BooksRecord.all(kind, where: isDue, [today], $0).isEmpty }) else {
      return
    }
    try call.write { db in
      for var record in try BooksRecord.all(kind, where: isDue, [today], db) {
        try recordDue(&record, call, db)
      }
    }
  }

  /// Records the expenses that are due up to today.
  private static func recordDue(
    _ record: inout BooksRecord, _ call: BooksCall, _ db: Database
  ) throws {
    guard record.status == "active" else { return }
    let schedule = try Schedule(record)
    var next = record.day("next_expense_date")
    while let due = next, due <= call.today {
      var expense = BooksRecord(
        id: try BooksStart.nextID(db), kind: "expense", members: record.members,
        created: Int64(call.now.timeIntervalSince1970))
      for member in Schedule.members { expense.members[member.name] = nil }
      expense.set("date", .string(due.description))
      expense.set("recurring_expense_id", .string(String(record.id)))
      expense.status = expense.isTrue("is_billable") ? "unbilled" : "nonbillable"
      try expense.save(db)
      try ExpenseSums.post(expense, db)
      try call.record(.created, "expenses", expense.id, ["date": .string(due.description)], db)
      record.set("last_created_date", .string(due.description))
      next = schedule.next(after: due)
    }
    record.set("next_expense_date", .string(next?.description ?? ""))
    if next == nil { record.status = "expired" }
    try record.save(db)
  }

  private static let history: BooksResource.Answer = { record, call, db in
    let expenses = try BooksRecord.all(
      "expense", where: "\(BooksRecord.column("recurring_expense_id")) = ?",
      [String(record.id)], db)
    let rows = try expenses.reversed().map { expense -> JSONValue in
      let json = try Expenses.expenses.json(expense, inRow: true, call, db)
      let shown = [
        "expense_id", "date", "account_name", "customer_name", "total", "status", "vendor_name",
        "paid_through_account_name",
      ]
      return .object(JSONObject(shown.map { ($0, json[$0] ?? "") }))
    }
    let list = BooksList(
      call.query, sorts: ["date": "date"], defaultSort: "date", descending: true, tiebreak: "id")
    return BooksCall.success([
      "expensehistory": .array(rows),
      "page_context": list.context(hasMore: false, report: "Expenses"),
    ])
  }
}
