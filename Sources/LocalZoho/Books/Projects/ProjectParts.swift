import GRDB

/// The tasks and people that a project's own body names.
enum ProjectParts {
  static let fill: BooksResource.Step = { project, call, db in
    let body = try call.fields()
    // A clone's body has none, and its parts are copied.
    guard call.parameters["project_id"] == nil || call.request.method == "PUT" else { return }
    for fields in try body.objects("tasks") ?? [] {
      try fillTask(fields, of: project, call, db)
    }
    for fields in try body.objects("users") ?? [] {
      try ProjectUsers.assign(fields, to: project.id, call, db)
    }
    if let user = project.id("user_id"), try ProjectUsers.find(user, in: project.id, db) == nil {
      try ProjectUsers.assign(
        BooksFields(["user_id": .string(String(user))]), to: project.id, call, db)
    }
  }

  private static func fillTask(
    _ fields: BooksFields, of project: BooksRecord, _ call: BooksCall, _ db: Database
  ) throws {
    var task: BooksRecord
    if let id = try fields.id("task_id") {
      guard let known = try BooksRecord.find(id, "task", db), known.parent == project.id else {
        throw Refusal.booksInvalid("task_id")
      }
      task = known
    } else {
      task = BooksRecord(
        id: try BooksStart.nextID(db), kind: "task", parent: project.id,
        created: project.modified)
    }
    task.modified = project.modified
    try Tasks.tasks.members.fill(&task.members, from: fields, db)
    try task.save(db)
  }
}
