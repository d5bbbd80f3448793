import Foundation
import GRDB

/// What a project's work consists of. https://www.zoho.com/books/api/v3/tasks/
enum Tasks {
  static let routes = tasks.routes

  static let tasks = BooksResource(
    kind: "task", path: "projects/{project_id}/tasks", scope: "projects", title: "Task",
    keys: BooksResource.Keys(id: "task_id", one: "task", many: "tasks"),
    messages: BooksResource.Messages(
      created: "The project information has been updated.",
      updated: "The task information has been updated.",
      deleted: "The task has been deleted successfully."),
    members: [
      .text("task_name", limit: 100, required: true), .text("description", limit: 500),
      .number("rate"), .number("budget_hours", 0...100_000), .truth("is_billable", initial: true),
    ],
    parent: BooksResource.Parent(parameter: "project_id", kind: "project", title: "Project"),
    unique: "task_name", report: "Tasks", sorts: ["task_name"],
    refuseDeletion: { record, _, db in
      let isUsed = try BooksRecord.all(
        "time_entry", where: "\(BooksRecord.column("task_id")) = ?", [String(record.id)], db)
      guard isUsed.isEmpty else { throw Refusal.booksInUse("task") }
    },
    show: { record, json, _, db in
      guard let project = try record.parent.flatMap({ try BooksRecord.find($0, "project", db) })
      else { return }
      let time = try ProjectTime(project, db)
      let id = String(record.id)
      let customer = project.text("customer_id")
      json["project_id"] = .string(String(project.id))
      json["project_name"] = .string(project.text("project_name"))
      json["currency_id"] = .string(project.text("currency_id"))
      json["customer_id"] = .string(customer)
      json["customer_name"] = .string(
        try BooksReference.contact.name(of: customer, db) ?? "")
      json["log_time"] = .number(Clock.hours(time.sum { $0.text("task_id") == id }.minutes))
      for status in ["billed", "un_billed"] {
        let wanted = status == "billed" ? "invoiced" : "unbilled"
        json["\(status)_hours"] = .number(
          Clock.hours(time.sum { $0.text("task_id") == id && $0.status == wanted }.minutes))
      }
    })

  /// A task as its project shows it.
  static func inProject(_ task: BooksRecord, _ time: ProjectTime) throws -> JSONObject {
    let id = String(task.id)
    func hours(_ isPart: (BooksRecord) -> Bool) -> JSONValue {
      .string(Clock.text(time.sum { $0.text("task_id") == id && isPart($0) }.minutes))
    }
    return [
      "task_id": .string(id), "task_name": .string(task.text("task_name")),
      "description": .string(task.text("description")), "rate": .number(task.number("rate")),
      "budget_hours": .string("\(task.number("budget_hours"))"),
      "total_hours": hours { _ in true }, "billed_hours": hours { $0.status == "invoiced" },
      "un_billed_hours": hours { $0.status == "unbilled" && $0.isTrue("is_billable") },
      "non_billable_hours": hours { !$0.isTrue("is_billable") },
      "status": .string(task.status), "is_billable": JSONValue(task.isTrue("is_billable")),
    ]
  }
}
