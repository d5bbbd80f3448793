import Testing

@testable import LocalZoho

@Suite struct ProjectTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  static let jane = User.administrator.id

  /// A project billed by the hours of its tasks, with one task at 60 an hour.
  func project(_ name: String = "Harbour survey") throws -> (id: String, task: String) {
    let customer = try books.customer("Customer of \(name)")
    let created = try books.call(
      "POST", "projects", [:],
      #"""
      {"project_name":"\#(name)","customer_id":"\#(customer)","billing_type":"based_on_task_hours",
       "user_id":"\#(Self.jane)","tasks":[{"task_name":"Survey","rate":60}]}
      """#)
    #expect(created.status == 201)
    return (
      try #require(created["project", "project_id"]?.stringValue),
      try #require(created["project", "tasks", 0, "task_id"]?.stringValue)
    )
  }

  func log(_ project: String, _ task: String, _ time: String, day: String = "2026-11-20") throws
    -> BooksTestbed.Answer
  {
    try books.call(
      "POST", "projects/timeentries", [:],
      #"""
      {"project_id":"\#(project)","task_id":"\#(task)","user_id":"\#(Self.jane)",
       "log_date":"\#(day)","log_time":"\#(time)"}
      """#)
  }

  @Test func lifeOfAProject() throws {
    let (id, _) = try project()
    let read = try books.call("GET", "projects/\(id)")
    #expect(read["project", "customer_name"] == "Customer of Harbour survey")
    #expect(read["project", "status"] == "active")
    #expect(read["project", "total_hours"] == "00:00")
    #expect(read["project", "users", 0, "user_name"] == "Jane Hartley")
    let changed = try books.call("PUT", "projects/\(id)", [:], #"{"description":"At night"}"#)
    #expect(changed.message == "The project information has been updated.")
    #expect(
      try books.call("POST", "projects/\(id)/inactive").message
        == "The selected projects have been marked as inactive.")
    #expect(try books.call("GET", "projects", ["filter_by": "Status.Active"])["projects"] == [])
    #expect(
      try books.call("POST", "projects/\(id)/active").message
        == "The selected Projects have been marked as active.")
    let copy = try books.call(
      "POST", "projects/\(id)/clone", [:], #"{"project_name":"Second survey"}"#)
    #expect(copy.message == "Project has been cloned successfully.")
    #expect(copy["project", "tasks", 0, "task_name"] == "Survey")
    let list = try books.call("GET", "projects", ["sort_column": "project_name"])
    #expect(list["projects", 0, "project_name"] == "Second survey")
    #expect(list["page_context", "report_name"] == "Projects")
    #expect(
      try books.call("DELETE", "projects/\(id)").message == "The project has been deleted.")
    #expect(try books.call("GET", "projects/\(id)/tasks").status == 404)
  }

  @Test func badProjectsAreRefused() throws {
    let (id, _) = try project()
    let vendor = try books.vendor()
    for body in [
      #"{"project_name":"X","billing_type":"fixed_cost_for_project"}"#,
      #"{"project_name":"X","customer_id":"1","billing_type":"fixed_cost_for_project"}"#,
      #"{"project_name":"X","customer_id":"\#(vendor)","billing_type":"fixed_cost_for_project"}"#,
      #"{"project_name":"X","customer_id":"\#(vendor)","billing_type":"by_luck"}"#,
    ] {
      #expect(try books.call("POST", "projects", [:], body).code == 2)
    }
    #expect(
      try books.call("PUT", "projects/\(id)", [:], #"{"project_name":""}"#).code == 2)
    #expect(
      try books.call("GET", "projects", scopes: ["ZohoBooks.settings.ALL"]).code == 57)
  }

  @Test func tasks() throws {
    let (id, task) = try project()
    let added = try books.call(
      "POST", "projects/\(id)/tasks", [:], #"{"task_name":"Report","rate":75}"#)
    #expect(added.status == 201)
    #expect(added["task", "project_name"] == "Harbour survey")
    let again = try books.call(
      "POST", "projects/\(id)/tasks", [:], #"{"task_name":"report"}"#)
    #expect(again.code == 1001)
    _ = try log(id, task, "01:30")
    let read = try books.call("GET", "projects/\(id)/tasks/\(task)")
    #expect(read["task", "log_time"]?.text == "1.5")
    #expect(read["task", "un_billed_hours"]?.text == "1.5")
    #expect(try books.call("DELETE", "projects/\(id)/tasks/\(task)").code == 1003)
    let other = try #require(added["task", "task_id"]?.stringValue)
    #expect(
      try books.call("PUT", "projects/\(id)/tasks/\(other)", [:], #"{"task_name":"Paper"}"#)
        .message == "The task information has been updated.")
    #expect(
      try books.call("DELETE", "projects/\(id)/tasks/\(other)").message
        == "The task has been deleted successfully.")
    #expect(try books.call("GET", "projects/\(id)/tasks")["tasks"]?.arrayValue?.count == 1)
  }

  @Test func people() throws {
    let (id, _) = try project()
    let invited = try books.call(
      "POST", "projects/\(id)/users/invite", [:],
      #"{"user_name":"Ola Berg","email":"ola@fairlead.example","rate":"40","cost_rate":20}"#)
    #expect(invited.status == 201)
    #expect(invited["users", 0, "user_name"] == "Ola Berg")
    let user = try #require(invited["users", 0, "user_id"]?.stringValue)
    let changed = try books.call(
      "PUT", "projects/\(id)/users/\(user)", [:], #"{"rate":45,"cost_rate":22.5}"#)
    #expect(changed["users", 0, "rate"] == 45)
    #expect(
      try books.call("GET", "projects/\(id)/users")["users"]?.arrayValue?.count == 2)
    #expect(
      try books.call("GET", "projects/\(id)/users/\(user)")["user", "cost_rate"]?.text == "22.5")
    #expect(
      try books.call("DELETE", "projects/\(id)/users/\(user)").message
        == "The staff has been removed")
    #expect(try books.call("GET", "projects/\(id)/users/\(user)").status == 404)
    let back = try books.call(
      "POST", "projects/\(id)/users", [:], #"{"users":[{"user_id":"\#(user)"}],"cost_rate":5}"#)
    #expect(back.status == 201)
    #expect(back.message == "Users added")
    #expect(back["users", 1, "cost_rate"] == 5)
  }

  @Test func comments() throws {
    let (id, _) = try project()
    let added = try books.call(
      "POST", "projects/\(id)/comments", [:], #"{"description":"Tide at six"}"#)
    #expect(added.status == 201)
    #expect(added["comments", 0, "commented_by"] == "Jane Hartley")
    let comment = try #require(added["comments", 0, "comment_id"]?.stringValue)
    #expect(
      try books.call("GET", "projects/\(id)/comments")["comments", 0, "description"]
        == "Tide at six")
    let path = "projects/\(id)/comments/\(comment)"
    #expect(try books.call("DELETE", path).message == "The comment has been deleted.")
    #expect(try books.call("DELETE", path).status == 404)
    #expect(try books.call("POST", "projects/\(id)/comments", [:], "{}").code == 2)
  }

  @Test func timeIsLoggedAndWorthSomething() throws {
    let (id, task) = try project()
    let entry = try log(id, task, "2:15")
    #expect(entry.status == 201)
    #expect(entry.message == "Your timesheet entry has been added.")
    #expect(entry["time_entry", "log_time"] == "02:15")
    #expect(entry["time_entry", "billed_status"] == "unbilled")
    #expect(entry["time_entry", "customer_name"] == "Customer of Harbour survey")
    let spanned = try books.call(
      "POST", "projects/timeentries", [:],
      #"""
      {"project_id":"\#(id)","task_id":"\#(task)","user_id":"\#(Self.jane)",
       "log_date":"2026-10-31","begin_time":"09:00","end_time":"10:30","is_billable":false}
      """#)
    #expect(spanned["time_entry", "log_time"] == "01:30")
    let project = try books.call("GET", "projects/\(id)")
    #expect(project["project", "total_hours"] == "03:45")
    #expect(project["project", "un_billed_amount"] == 135)
    #expect(project["project", "non_billable_hours"] == "01:30")
    let month = try books.call(
      "GET", "projects/timeentries", ["filter_by": "Date.ThisMonth"])
    #expect(month["time_entries"]?.arrayValue?.count == 1)
    let before = try books.call("GET", "projects/timeentries", ["to_date": "2026-10-31"])
    #expect(before["time_entries", 0, "log_date"] == "2026-10-31")
    #expect(try log(id, task, "25:00").code == 2)
    #expect(try log(id, "77", "1:00").code == 2)
    let mine = try #require(entry["time_entry", "time_entry_id"]?.stringValue)
    #expect(
      try books.call("DELETE", "projects/timeentries", .one("time_entry_ids", mine)).message
        == "The selected timesheet entries have been deleted")
    #expect(try books.call("GET", "projects/timeentries/\(mine)").status == 404)
  }

  @Test func aTimerAddsItsMinutes() throws {
    let (id, task) = try project()
    let entry = try #require(
      try log(id, task, "00:10")["time_entry", "time_entry_id"]?.stringValue)
    #expect(try books.call("GET", "projects/timeentries/runningtimer/me").status == 404)
    let started = try books.call("POST", "projects/timeentries/\(entry)/timer/start")
    #expect(started.message == "The timer has been started.")
    #expect(started["time_entry", "timer_started_at"] == "2026-11-24T09:30:00+0000")
    #expect(
      try books.call("GET", "projects/timeentries/runningtimer/me")["time_entry", "time_entry_id"]?
        .stringValue == entry)
    books.pass(days: 1)
    let stopped = try books.call("POST", "projects/timeentries/timer/stop")
    #expect(stopped.message == "Timer has been stopped successfully.")
    #expect(stopped["time_entry", "log_time"] == "24:10")
    #expect(try books.call("POST", "projects/timeentries/timer/stop").code == 1003)
  }

  @Test func billedTimeIsBound() throws {
    let (id, task) = try project()
    let entry = try #require(
      try log(id, task, "01:00")["time_entry", "time_entry_id"]?.stringValue)
    let invoice = try books.sentInvoice(try books.customer())
    let invoiceID = try #require(Int64(invoice))
    try books.store.write { db in
      let line = BooksFields(["time_entry_ids": [.string(entry)]])
      try BillableRecords.bill([line], on: invoiceID, number: "INV-000001", db)
    }
    let billed = try books.call("GET", "projects/timeentries", ["filter_by": "Status.Invoiced"])
    #expect(billed["time_entries", 0, "invoice_number"] == "INV-000001")
    #expect(try books.call("GET", "projects/\(id)")["project", "billed_amount"] == 60)
    #expect(
      try books.call("GET", "projects/\(id)/invoices")["invoices", 0, "invoice_id"]?.stringValue
        == invoice)
    #expect(try books.call("DELETE", "projects/timeentries/\(entry)").code == 1003)
    #expect(try books.call("DELETE", "projects/\(id)").code == 1003)
    try books.store.write { try BillableRecords.release(from: invoiceID, $0) }
    #expect(try books.call("DELETE", "projects/timeentries/\(entry)").code == 0)
  }
}
