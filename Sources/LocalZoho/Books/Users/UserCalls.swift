import Foundation
import GRDB

/// Who works in the organization. People are shared with the CRM; what Books alone says of one - role,
/// cost rate, an invitation not yet taken - is a record with the person's id.
/// https://www.zoho.com/books/api/v3/users/
enum UserCalls {
  static let routes = [
    BooksRoute("GET", "users", "settings.READ", list),
    BooksRoute("POST", "users", "settings.CREATE", create),
    BooksRoute("GET", "users/me", "settings.READ") { call in
      try show(call, id: call.caller.userID)
    },
    BooksRoute("GET", "users/{user_id}", "settings.READ") { call in
      try show(call, id: call.parameters["user_id"] ?? "")
    },
    BooksRoute("PUT", "users/{user_id}", "settings.UPDATE", update),
    BooksRoute("DELETE", "users/{user_id}", "settings.DELETE", delete),
    BooksRoute("POST", "users/{user_id}/invite", "settings.CREATE", invite),
    BooksRoute("POST", "users/{user_id}/active", "settings.CREATE") { call in
      try setStatus(call, "active", "The user has been marked as active.")
    },
    BooksRoute("POST", "users/{user_id}/inactive", "settings.CREATE") { call in
      try setStatus(call, "inactive", "The user has been marked as inactive.")
    },
  ]

  private static func list(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query,
      sorts: ["name": "name", "email": "email", "user_role": "role", "status": "books_status"],
      defaultSort: "name", descending: false, tiebreak: "id")
    switch call.query["filter_by"] {
    case let filter? where filter.hasPrefix("Status.") && filter != "Status.All":
      list.require("books_status = ?", [filter.dropFirst("Status.".count).lowercased()])
    default: list.require("books_status <> 'deleted'")
    }
    return try call.read { db in
      let page = try list.rows(
        select: """
          SELECT * FROM (SELECT u.*, trim(first_name || ' ' || last_name) AS name,
            coalesce(r.status, iif(u.status = 'active', 'active', 'inactive')) AS books_status
            FROM users u LEFT JOIN books_records r ON r.record_id = u.id AND r.kind = 'user')
          """, db)
      let users = try page.rows.map { row -> JSONValue in
        let user = try BooksUser(User(row: row), db)
        return [
          "user_id": .string(user.id), "role_id": .string(user.role.id),
          "name": .string(user.name), "email": .string(user.user.email),
          "user_role": .string(user.role.rawValue), "status": .string(user.status),
          "is_current_user": JSONValue(user.id == call.caller.userID), "user_type": "zoho",
          "photo_url": "", "is_customer_segmented": false, "is_vendor_segmented": false,
        ]
      }
      return BooksCall.success([
        "users": .array(users),
        "page_context": list.context(hasMore: page.hasMore, report: "Users"),
      ])
    }
  }

  private static func show(_ call: BooksCall, id: String) throws -> ZohoReply {
    try call.read { db in
      let user = try BooksUser.find(id, db)
      return BooksCall.success([
        "user": [
          "user_id": .string(user.id), "name": .string(user.name),
          "email_ids": [["email": .string(user.user.email), "is_selected": true]],
          "status": .string(user.status), "user_role": .string(user.role.rawValue),
          "user_type": "zoho", "role_id": .string(user.role.id),
          "cost_rate": .number(user.record.number("cost_rate")), "photo_url": "",
          "is_employee": true, "created_time": .string(Contact.time(user.record.created)),
          "custom_fields": [],
        ]
      ])
    }
  }

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    try call.write { db in
      let user = try BooksUser.invite(fields, call, db)
      try call.record(.created, "users", user.record.id, ["email": .string(user.user.email)], db)
    }
    return BooksCall.success("Your invitation has been sent.")
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    try change(call) { user, db in
      try user.apply(fields)
      try user.user.update(db)
    }
    return BooksCall.success("The user information has been updated.")
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    try refuseOwn(call)
    try change(call) { user, _ in user.record.status = "deleted" }
    return BooksCall.success("The user has been removed from your organization.")
  }

  private static func invite(_ call: BooksCall) throws -> ZohoReply {
    try change(call) { user, _ in
      guard user.status == "invited" else {
        throw Refusal.books(400, 1003, "The user has already accepted the invitation.")
      }
    }
    return BooksCall.success("Your invitation has been sent.")
  }

  private static func setStatus(
    _ call: BooksCall, _ status: String, _ message: String
  ) throws -> ZohoReply {
    if status == "inactive" { try refuseOwn(call) }
    try change(call) { user, _ in user.record.status = status }
    return BooksCall.success(message)
  }

  /// Nobody locks themselves out.
  private static func refuseOwn(_ call: BooksCall) throws {
    guard call.parameters["user_id"] != call.caller.userID else {
      throw Refusal.books(400, 1003, "You cannot remove or deactivate yourself.")
    }
  }

  private static func change(
    _ call: BooksCall, _ body: (inout BooksUser, Database) throws -> Void
  ) throws {
    try call.write { db in
      var user = try BooksUser.find(call.parameters["user_id"] ?? "", db)
      try body(&user, db)
      try user.record.save(db)
      try call.record(.changed, "users", user.record.id, ["status": .string(user.status)], db)
    }
  }
}
