import Foundation
import GRDB

/// Work for a customer that is billed by time or at a fixed price.
/// https://www.zoho.com/books/api/v3/projects/
enum Projects {
  static let routes: [BooksRoute] =
    projects.routes
    + [
      projects.statusRoute(
        "active", to: "active", "The selected Projects have been marked as active."),
      projects.statusRoute(
        "inactive", to: "inactive", "The selected projects have been marked as inactive."),
      projects.route("POST", "clone", clone),
      projects.route("GET", "invoices", invoices),
      projects.commentListRoute,
    ]
    + projects.commentRoutes(
      BooksResource.CommentMessages(key: "comments", listsOne: true))

  static let projects = BooksResource(
    kind: "project", path: "projects", scope: "projects", title: "Project",
    keys: BooksResource.Keys(id: "project_id", one: "project", many: "projects"),
    messages: BooksResource.Messages(
      created: "The project has been created.",
      updated: "The project information has been updated.",
      deleted: "The project has been deleted."),
    members: [
      .text("project_name", limit: 100, required: true),
      .reference("customer_id", .customer, required: true),
      .reference("currency_id", .currency), .text("description", limit: 500),
      .word("billing_type", billingTypes, required: true), .number("rate"),
      .word(
        "budget_type",
        ["", "total_project_cost", "total_project_hours", "hours_per_task", "hours_per_staff"]),
      .text("budget_hours"), .text("budget_amount"), .number("cost_budget_amount"),
      .reference("user_id", .user),
    ],
    unique: "project_name", report: "Projects",
    filters: ["customer_id", "project_name"], sorts: ["project_name", "customer_name", "rate"],
    isDescending: true,
    prepare: { record, call, db in
      if let customer = record.id("customer_id"),
        let known = try Contact.fetchOne(db, key: customer)
      {
        record.set("currency_id", .string(String(known.currencyId)))
      }
      if record.text("user_id").isEmpty { record.set("user_id", .string(call.caller.userID)) }
    },
    settle: ProjectParts.fill,
    refuseDeletion: { record, _, db in
      guard try ProjectTime(record, db).entries.allSatisfy({ $0.status != "invoiced" }) else {
        throw Refusal.booksInUse("project")
      }
    },
    show: show)

  static let billingTypes = [
    "fixed_cost_for_project", "based_on_project_hours", "based_on_staff_hours",
    "based_on_task_hours",
  ]

  private static let show: BooksResource.Showing = { record, json, call, db in
    let time = try ProjectTime(record, db)
    for (name, part) in time.parts {
      json["\(name)_hours"] = .string(Clock.text(part.minutes))
      json["\(name)_amount"] = .number(part.amount)
    }
    json["is_recurrence_associated"] = false
    json["recurring_invoices"] = []
    json["show_in_dashboard"] = true
    json["has_attachment"] = false
    guard call.parameters["project_id"] != nil || call.request.method != "GET" else { return }
    json["tasks"] = .array(
      try BooksRecord.all("task", where: "parent_id = ?", [record.id], db).map {
        .object(try Tasks.inProject($0, time))
      })
    json["users"] = .array(
      try BooksRecord.all("project_user", where: "parent_id = ?", [record.id], db).map {
        .object(try ProjectUsers.json($0, time, call, db))
      })
  }

  /// A new project with the same terms, tasks and users.
  private static let clone: BooksResource.Answer =
    { record, call, db in
      let fields = try call.fields()
      var object = record.members
      object["project_name"] = .string(try fields.text("project_name", limit: 100) ?? "")
      object["description"] = .string(
        try fields.text("description", limit: 500) ?? record.text("description"))
      let copy = try projects.insert(BooksFields(object), call, db)
      let parts =
        try BooksRecord.all(
          "task", where: "parent_id = ?", [record.id], db)
        + BooksRecord.all("project_user", where: "parent_id = ?", [record.id], db)
      for var part in parts where part.kind == "task" {
        part.id = try BooksStart.nextID(db)
        part.parent = copy.id
        try part.save(db)
      }
      return BooksCall.success(
        "Project has been cloned successfully.",
        ["project": try projects.shownAlone(copy, call, db)])
    }

  /// The invoices that bill the project's time.
  private static let invoices: BooksResource.Answer = { record, call, db in
    let billed = Set(try ProjectTime(record, db).entries.compactMap { $0.id("invoice_id") })
    var list = BooksList(
      call.query,
      sorts: [
        "invoice_number": "invoice_number", "date": "date", "total": "total",
        "balance": "balance", "created_time": "created_time",
      ], defaultSort: "created_time", descending: true, tiebreak: "invoice_id")
    let ids = billed.map(String.init).joined(separator: ",")
    list.require("invoice_id IN (\(ids))")
    let page = try list.rows(select: "SELECT * FROM books_invoices", db)
    let invoices = try page.rows.map { row -> JSONValue in
      let invoice = try Invoice(row: row)
      return [
        "invoice_id": .string(String(invoice.invoiceId)),
        "customer_name": .string(invoice.customerName),
        "status": .string(invoice.status(on: call.today)),
        "invoice_number": .string(invoice.invoiceNumber),
        "reference_number": .string(invoice.referenceNumber), "date": .string(invoice.date),
        "due_date": .string(invoice.dueDate),
        "total": .string("\(Decimal(millionths: invoice.total))"),
        "balance": .string("\(Decimal(millionths: invoice.balance))"),
        "created_time": .string(Contact.time(invoice.createdTime)),
      ]
    }
    return BooksCall.success([
      "invoices": .array(invoices),
      "page_context": list.context(hasMore: page.hasMore, report: "Invoices"),
    ])
  }
}
