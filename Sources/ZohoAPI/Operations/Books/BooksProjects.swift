/// Work that is billed by the hour.
///
/// <https://www.zoho.com/books/api/v3/projects/>
extension Resource {
  static let booksProjects: [Resource] = [
    .books(
      "projects", id: "project_id", one: "project", scope: "projects",
      .records(
        "a project", "projects",
        """
        customer_id filter_by=Status.All|.Active|.Inactive
        sort_column=project_name|customer_name|rate|created_time
        """),
      .byUniqueField("a project"), .activity,
      [
        .create("clone", "{id}/clone", "make another like it"),
        .get("users", "{id}/users", "who works on it", gives: .rows("users")),
        .get("user", "{id}/users/{user_id}", "one of them", gives: .record("user")),
        .create("assign-users", "{id}/users", "put people on it", gives: .rows("users")),
        .create(
          "invite-user", "{id}/users/invite", "invite somebody", gives: .value, safety: .mail),
        .update("update-user", "{id}/users/{user_id}", "change their part", gives: .value),
        .delete("remove-user", "{id}/users/{user_id}", "take somebody off"),
        .list("comments", "{id}/comments", "what was said about it", gives: "comments"),
        .create("comment", "{id}/comments", "add a comment", gives: .value),
        .delete("delete-comment", "{id}/comments/{comment_id}", "delete a comment"),
        .list(
          "invoices", "{id}/invoices", "invoices made for it",
          "sort_column=invoice_number|date|total|balance|created_time", gives: "invoices"),
      ]),
    .books(
      "tasks", at: "/projects/{project_id}/tasks", id: "task_id", one: "task", scope: "projects",
      .records("a task of a project", "tasks of a project")),
    .books(
      "time-entries", at: "/projects/timeentries", id: "time_entry_id", one: "time_entry",
      many: "time_entries", scope: "projects",
      .records(
        "a time entry", "time entries",
        """
        from_date to_date project_id user_id
        filter_by=Date.All|.Today|.ThisWeek|.ThisMonth|.ThisQuarter|.ThisYear|.PreviousDay\
        |.PreviousWeek|.PreviousMonth|.PreviousQuarter|.PreviousYear|.CustomDate|Status.Unbilled\
        |.Invoiced
        sort_column=project_name|task_name|user_name|log_date|timer_started_at|customer_name
        """),
      [
        .delete("delete-many", "", "delete several", "time_entry_ids!"),
        .act(
          "start", "{id}/timer/start", "start the clock", gives: .record("time_entry"),
          safety: .once),
        .act("stop", "timer/stop", "stop the clock", gives: .record("time_entry")),
        .get("running", "runningtimer/me", "my clock that runs"),
      ]),
  ]
}
