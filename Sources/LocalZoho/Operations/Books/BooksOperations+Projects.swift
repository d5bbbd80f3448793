extension BooksOperations {
  /// Projects and the time spent on them.
  static let projectAreas: [OfficialArea] = [
    projects, tasks, timeEntries,
  ]

  private static let projects = OfficialArea(
    .books, "projects",
    [
      .served("GET", "/books/v3/projects"),
      .served("POST", "/books/v3/projects"),
      .unknown("PUT", "/books/v3/projects"),
      .served("GET", "/books/v3/projects/{project_id}"),
      .served("PUT", "/books/v3/projects/{project_id}"),
      .served("DELETE", "/books/v3/projects/{project_id}"),
      .served("POST", "/books/v3/projects/{project_id}/active"),
      .served("POST", "/books/v3/projects/{project_id}/inactive"),
      .served("POST", "/books/v3/projects/{project_id}/clone"),
      .served("GET", "/books/v3/projects/{project_id}/users"),
      .served("POST", "/books/v3/projects/{project_id}/users"),
      .served("POST", "/books/v3/projects/{project_id}/users/invite"),
      .served("GET", "/books/v3/projects/{project_id}/users/{user_id}"),
      .served("PUT", "/books/v3/projects/{project_id}/users/{user_id}"),
      .served("DELETE", "/books/v3/projects/{project_id}/users/{user_id}"),
      .served("GET", "/books/v3/projects/{project_id}/comments"),
      .served("POST", "/books/v3/projects/{project_id}/comments"),
      .served("DELETE", "/books/v3/projects/{project_id}/comments/{comment_id}"),
      .served("GET", "/books/v3/projects/{project_id}/invoices"),
    ])

  private static let tasks = OfficialArea(
    .books, "tasks",
    [
      .served("GET", "/books/v3/projects/{project_id}/tasks"),
      .served("POST", "/books/v3/projects/{project_id}/tasks"),
      .served("GET", "/books/v3/projects/{project_id}/tasks/{task_id}"),
      .served("PUT", "/books/v3/projects/{project_id}/tasks/{task_id}"),
      .served("DELETE", "/books/v3/projects/{project_id}/tasks/{task_id}"),
    ])

  private static let timeEntries = OfficialArea(
    .books, "time-entries",
    [
      .served("GET", "/books/v3/projects/timeentries"),
      .served("POST", "/books/v3/projects/timeentries"),
      .served("DELETE", "/books/v3/projects/timeentries"),
      .served("GET", "/books/v3/projects/timeentries/{time_entry_id}"),
      .served("PUT", "/books/v3/projects/timeentries/{time_entry_id}"),
      .served("DELETE", "/books/v3/projects/timeentries/{time_entry_id}"),
      .served("POST", "/books/v3/projects/timeentries/{time_entry_id}/timer/start"),
      .served("POST", "/books/v3/projects/timeentries/timer/stop"),
      .unknown("GET", "/books/v3/projects/timeentries/runningtimer/me"),
    ])
}
