import Foundation
import GRDB

/// Who works on a project, and at what rate. https://www.zoho.com/books/api/v3/projects/
enum ProjectUsers {
  private static let path = "projects/{project_id}/users"

  static let routes = [
    BooksRoute("GET", path, "projects.READ") { call in
      try call.read { db in
        let project = try Projects.projects.find(call, db)
        return BooksCall.success(["users": try list(project, call, db)])
      }
    },
    BooksRoute("POST", path, "projects.CREATE", add),
    BooksRoute("POST", path + "/invite", "projects.CREATE", invite),
    BooksRoute("GET", path + "/{user_id}", "projects.READ") { call in
      try call.read { db in
        let (project, member) = try found(call, db)
        return BooksCall.success([
          "user": .object(try json(member, ProjectTime(project, db), call, db))
        ])
      }
    },
    BooksRoute("PUT", path + "/{user_id}", "projects.UPDATE", update),
    BooksRoute("DELETE", path + "/{user_id}", "projects.DELETE", remove),
  ]

  private static let members: [RecordMember] = [
    .reference("user_id", .user, required: true), .number("rate"), .text("budget_hours"),
    .number("cost_rate"),
  ]

  static func find(_ user: Int64, in project: Int64, _ db: Database) throws -> BooksRecord? {
    try BooksRecord.all(
      "project_user", where: "parent_id = ? AND \(BooksRecord.column("user_id")) = ?",
      [project, String(user)], db
    ).first
  }

  /// Adds a person to a project, or changes the terms of one who is there.
  @discardableResult
  static func assign(
    _ fields: BooksFields, to project: Int64, _ call: BooksCall, _ db: Database
  ) throws -> BooksRecord {
    let now = Int64(call.now.timeIntervalSince1970)
    let known = try fields.id("user_id").flatMap { try find($0, in: project, db) }
    var member =
      try known
      ?? BooksRecord(
        id: try BooksStart.nextID(db), kind: "project_user", parent: project, created: now)
    member.modified = now
    try members.fill(&member.members, from: fields, db)
    try member.save(db)
    return member
  }

  static func json(
    _ member: BooksRecord, _ time: ProjectTime, _ call: BooksCall, _ db: Database
  ) throws -> JSONObject {
    let id = member.text("user_id")
    let user = try BooksUser.find(id, db)
    func hours(_ isPart: (BooksRecord) -> Bool) -> JSONValue {
      .string(Clock.text(time.sum { $0.text("user_id") == id && isPart($0) }.minutes))
    }
    return [
      "user_id": .string(id), "is_current_user": JSONValue(id == call.caller.userID),
      "user_name": .string(user.name), "email": .string(user.user.email),
      "user_role": .string(user.role.rawValue), "status": .string(user.status),
      "rate": .number(member.number("rate")), "budget_hours": .string(member.text("budget_hours")),
      "total_hours": hours { _ in true }, "billed_hours": hours { $0.status == "invoiced" },
      "un_billed_hours": hours { $0.status == "unbilled" },
      "cost_rate": .number(member.number("cost_rate")),
    ]
  }

  private static func list(
    _ project: BooksRecord, _ call: BooksCall, _ db: Database
  ) throws -> JSONValue {
    let time = try ProjectTime(project, db)
    return .array(
      try BooksRecord.all("project_user", where: "parent_id = ?", [project.id], db).map {
        .object(try json($0, time, call, db))
      })
  }

  private static func add(_ call: BooksCall) throws -> ZohoReply {
    let body = try call.fields()
    guard let people = try body.objects("users"), !people.isEmpty else {
      throw Refusal.booksInvalid("users")
    }
    return try call.write { db in
      let project = try Projects.projects.find(call, db)
      for var person in people {
        if !person.has("cost_rate"), let rate = try body.number("cost_rate") {
          var object = person.object
          object["cost_rate"] = .number(rate)
          person = BooksFields(object)
        }
        try assign(person, to: project.id, call, db)
      }
      try call.record(.changed, "projects", project.id, ["users": JSONValue(people.count)], db)
      return BooksCall.success(
        "Users added", status: 201, ["users": try list(project, call, db)])
    }
  }

  /// A new person of the organization, who works on the project at once.
  private static func invite(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in
      let project = try Projects.projects.find(call, db)
      let user = try BooksUser.invite(fields, call, db)
      var object = fields.object
      object["user_id"] = .string(user.id)
      let member = try assign(BooksFields(object), to: project.id, call, db)
      try call.record(.created, "users", user.record.id, ["email": .string(user.user.email)], db)
      return BooksCall.success(
        "The staff has been added.", status: 201,
        ["users": [.object(try json(member, ProjectTime(project, db), call, db))]])
    }
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in
      let (project, old) = try found(call, db)
      var member = old
      try members.fill(&member.members, from: fields, db)
      try member.save(db)
      try call.record(.changed, "projects", project.id, ["users": 1], db)
      return BooksCall.success(
        "The staff information has been updated.",
        ["users": [.object(try json(member, ProjectTime(project, db), call, db))]])
    }
  }

  private static func remove(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      let (project, member) = try found(call, db)
      try member.delete(db)
      try call.record(.changed, "projects", project.id, ["users": -1], db)
    }
    return BooksCall.success("The staff has been removed")
  }

  private static func found(
    _ call: BooksCall, _ db: Database
  ) throws -> (project: BooksRecord, member: BooksRecord) {
    let project = try Projects.projects.find(call, db)
    guard let member = try find(call.id("user_id", of: "User"), in: project.id, db) else {
      throw Refusal.booksMissing("User")
    }
    return (project, member)
  }
}
