extension BooksOperations {
  /// Projects and the time spent on them.
  static let projectAreas: [OfficialArea] = [
    projects, tasks, timeEntries,
  ]

  private static let projects = OfficialArea(
    .books, "projects",
    [
      .unknown("GET", "/books/v3/projects"),
      .unknown("POST", "/books/v3/projects"),
      .unknown("PUT", "/books/v3/projects"),
      .unknown("GET", "/books/v3/projects/{project_id}"),
      .unknown("PUT", "/books/v3/projects/{project_id}"),
      .unknown("DELETE", "/books/v3/projects/{project_id}"),
      .unknown("POST", "/books/v3/projects/{project_id}/active"),
      .unknown("POST", "/books/v3/projects/{project_id}/inactive"),
      .unknown("POST", "/books/v3/projects/{project_id}/clone"),
      .unknown("GET", "/books/v3/projects/{project_id}/users"),
      .unknown("POST", "/books/v3/projects/{project_id}/users"),
      .unknown("POST", "/books/v3/projects/{project_id}/users/invite"),
      .unknown("GET", "/books/v3/projects/{project_id}/users/{user_id}"),
      .unknown("PUT", "/books/v3/projects/{project_id}/users/{user_id}"),
      .unknown("DELETE", "/books/v3/projects/{project_id}/users/{user_id}"),
      .unknown("GET", "/books/v3/projects/{project_id}/comments"),
      .unknown("POST", "/books/v3/projects/{project_id}/comments"),
      .unknown("DELETE", "/books/v3/projects/{project_id}/comments/{comment_id}"),
      .unknown("GET", "/books/v3/projects/{project_id}/invoices"),
    ])

  private static let tasks = OfficialArea(
    .books, "tasks",
    [
      .unknown("GET", "/books/v3/projects/{project_id}/tasks"),
      .unknown("POST", "/books/v3/projects/{project_id}/tasks"),
      .unknown("GET", "/books/v3/projects/{project_id}/tasks/{task_id}"),
      .unknown("PUT", "/books/v3/projects/{project_id}/tasks/{task_id}"),
      .unknown("DELETE", "/books/v3/projects/{project_id}/tasks/{task_id}"),
    ])

  private static let timeEntries = OfficialArea(
    .books, "time-entries",
    [
      .unknown("GET", "/books/v3/projects/timeentries"),
      .unknown("POST", "/books/v3/projects/timeentries"),
      .unknown("DELETE", "/books/v3/projects/timeentries"),
      .unknown("GET", "/books/v3/projects/timeentries/{time_entry_id}"),
      .unknown("PUT", "/books/v3/projects/timeentries/{time_entry_id}"),
      .unknown("DELETE", "/books/v3/projects/timeentries/{time_entry_id}"),
      .unknown("POST", "/books/v3/projects/timeentries/{time_entry_id}/timer/start"),
      .unknown("POST", "/books/v3/projects/timeentries/timer/stop"),
      .unknown("GET", "/books/v3/projects/timeentries/runningtimer/me"),
    ])
}
