import Foundation
import GRDB

/// Time people log on the tasks of projects, by hand or with a timer.
/// https://www.zoho.com/books/api/v3/time-entries/
enum TimeEntries {
  static let routes: [BooksRoute] =
    [entries.createRoute, BooksRoute("GET", entries.path, "projects.READ", list)]
    + [
      BooksRoute("DELETE", entries.path, "projects.DELETE", deleteMany),
      BooksRoute(
        "GET", "projects/timeentries/runningtimer/me", "projects.READ", TimeEntryTimer.running),
      BooksRoute(
        "POST", "projects/timeentries/timer/stop", "projects.CREATE", TimeEntryTimer.stop),
      entries.route("POST", "timer/start", TimeEntryTimer.start),
    ] + entries.recordRoutes

  static let entries = BooksResource(
    kind: "time_entry", path: "projects/timeentries", scope: "projects", title: "Time entry",
    keys: BooksResource.Keys(id: "time_entry_id", one: "time_entry", many: "time_entries"),
    messages: BooksResource.Messages(
      created: "Your timesheet entry has been added.",
      updated: "The timesheet's information has been updated.",
      deleted: "The time entry has been deleted."),
    members: [
      .reference("project_id", .project, required: true),
      .reference("task_id", .record("task", named: "task_name"), required: true),
      .reference("user_id", .user, required: true), .day("log_date", required: true),
      .text("log_time"), .text("begin_time"), .text("end_time"),
      .truth("is_billable", initial: true), .text("notes", limit: 500), .number("cost_rate"),
    ],
    firstStatus: "unbilled", report: "Timesheet",
    filters: ["project_id", "user_id"],
    sorts: ["project_name", "task_name", "user_name", "log_date", "customer_name"],
    dateMember: "log_date",
    columns: [
      "customer_name": """
      (SELECT c.contact_name FROM books_records p
        JOIN books_contacts c ON c.contact_id = json_extract(p.members, '$.customer_id')
        WHERE p.record_id = json_extract(books_records.members, '$.project_id'))
      """
    ], isDescending: true, showsStatus: false,
    prepare: { record, call, db in
      try complete(&record)
      let task = try record.id("task_id").flatMap { try BooksRecord.find($0, "task", db) }
      guard task?.parent == record.id("project_id") else { throw Refusal.booksInvalid("task_id") }
      try refuseInvoiced(&record, call, db)
      if try call.fields().text("start_timer") == "true" {
        try TimeEntryTimer.startTimer(&record, call, db)
      }
    },
    refuseDeletion: refuseInvoiced, show: show)

  private static let refuseInvoiced: BooksResource.Step = { record, _, _ in
    guard record.status != "invoiced" else {
      throw Refusal.books(400, 1003, "Time entries that are invoiced cannot be changed.")
    }
  }

  /// Works out the time from its begin and end, where those are given.
  private static func complete(_ record: inout BooksRecord) throws {
    let begin = record.text("begin_time")
    let end = record.text("end_time")
    if !begin.isEmpty, !end.isEmpty {
      guard let first = Clock.minutes(begin), first < 1440 else {
        throw Refusal.booksInvalid("begin_time")
      }
      guard let last = Clock.minutes(end), last < 1440, last >= first else {
        throw Refusal.booksInvalid("end_time")
      }
      record.set("log_time", .string(Clock.text(last - first)))
    }
    let time = record.text("log_time")
    guard let minutes = Clock.minutes(time.isEmpty ? "00:00" : time), minutes <= 1440 else {
      throw Refusal.booksInvalid("log_time")
    }
    record.set("log_time", .string(Clock.text(minutes)))
  }

  private static let show: BooksResource.Showing = { record, json, call, db in
    let project = try record.id("project_id").flatMap { try BooksRecord.find($0, "project", db) }
    let customer = project?.text("customer_id") ?? ""
    json["customer_id"] = .string(customer)
    json["customer_name"] = .string(try BooksReference.contact.name(of: customer, db) ?? "")
    json["is_current_user"] = JSONValue(record.text("user_id") == call.caller.userID)
    json["billed_status"] = .string(record.isTrue("is_billable") ? record.status : "non_billable")
    json["invoice_id"] = .string(record.text("invoice_id"))
    json["invoice_number"] = .string(record.text("invoice_number"))
    json["cost_amount"] = .number(
      (record.number("cost_rate") * Decimal(record.minutes) / 60).rounded(places: 2))
    TimeEntryTimer.show(record, &json, now: call.now)
  }

  private static func list(_ call: BooksCall) throws -> ZohoReply {
    try entries.list(call) { list in
      let date = BooksRecord.column("log_date")
      for (name, comparison) in [("from_date", ">="), ("to_date", "<=")] {
        guard let text = call.query[name], !text.isEmpty else { continue }
        guard let day = Day(text) else { throw Refusal.booksInvalid(name) }
        list.require("\(date) \(comparison) ?", [day.description])
      }
    }
  }

  private static func deleteMany(_ call: BooksCall) throws -> ZohoReply {
    let named = call.query["time_entry_ids"] ?? call.query["time_entry_id"] ?? ""
    let ids = try named.split(separator: ",").map {
      guard let id = Int64($0) else { throw Refusal.booksInvalid("time_entry_ids") }
      return id
    }
    guard !ids.isEmpty else { throw Refusal.booksInvalid("time_entry_ids") }
    try call.write { db in
      for id in ids {
        var record = try entries.find(id, db)
        try refuseInvoiced(&record, call, db)
        try record.delete(db)
        try call.record(.deleted, "timeentries", id, JSONObject(), db)
      }
    }
    return BooksCall.success("The selected timesheet entries have been deleted")
  }
}
