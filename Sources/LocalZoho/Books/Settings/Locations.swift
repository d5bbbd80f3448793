import Foundation
import GRDB

/// Where the organization does business, once it has switched that on.
/// https://www.zoho.com/books/api/v3/locations/
enum Locations {
  static let routes: [BooksRoute] =
    [BooksRoute("POST", "settings/locations/enable", "settings.CREATE", enable)]
    + [locations.listRoute, locations.createRoute]
    + locations.recordRoutes.filter { $0.method != "GET" }
    + [
      locations.statusRoute("active", to: "active", "The location has been marked as active."),
      locations.statusRoute(
        "inactive", to: "inactive", "The location has been marked as inactive.",
        when: refusePrimary),
      locations.route("POST", "markasprimary", markAsPrimary),
    ]

  static let locations = BooksResource(
    kind: "location", path: "locations", scope: "settings", title: "Location",
    keys: BooksResource.Keys(id: "location_id", one: "locations", many: "locations"),
    messages: BooksResource.Messages(
      created: "Location has been created.", updated: "Location has been updated.",
      deleted: "The location has been deleted.."),
    members: [
      .text("location_name", limit: 100, required: true),
      .word("type", ["general", "line_item_only"]),
      .text("email", limit: 100), .text("phone", limit: 50),
      .address(
        "address",
        [
          "city", "state", "country", "attention", "state_code", "street_address1",
          "street_address2",
        ]),
      .text("tax_settings_id"),
      .reference("parent_location_id", .record("location", named: "location_name")),
      .texts("associated_series_ids"), .text("auto_number_generation_id"),
      .truth("is_all_users_selected", initial: true),
    ],
    unique: "location_name",
    prepare: { record, call, db in
      guard try BooksSettings.value("locations", db) == "enabled" else {
        throw Refusal.books(400, 1003, "Locations are not enabled for your organization.")
      }
      if record.members["is_primary"] == nil {
        record.set("is_primary", JSONValue(try BooksRecord.all("location", db).isEmpty))
      }
      if let ids = try call.fields().text("user_ids") {
        let users = ids.split { $0 == "," || $0 == " " }.map(String.init)
        for id in users where try User.find(id: id, db) == nil {
          throw Refusal.booksInvalid("user_ids")
        }
        record.set("user_ids", .array(users.map(JSONValue.string)))
      }
    },
    refuseDeletion: refusePrimary,
    show: { record, json, _, db in
      json["is_primary"] = JSONValue(record.isTrue("is_primary"))
      let chosen = record.members["user_ids"]?.arrayValue?.compactMap(\.stringValue)
      json["associated_users"] = .array(
        try User.all(db).filter { chosen?.contains($0.id) ?? true }.map {
          ["user_id": .string($0.id), "user_name": .string($0.fullName)]
        })
    })

  private static let markAsPrimary: BooksResource.Answer = { record, _, db in
    guard record.status == "active" else {
      throw Refusal.books(400, 1003, "An inactive location cannot be the primary one.")
    }
    for var other in try BooksRecord.all("location", db) where other.isTrue("is_primary") {
      other.set("is_primary", false)
      try other.save(db)
    }
    record.set("is_primary", true)
    return BooksCall.success("The location has been marked as primary.")
  }

  private static let refusePrimary: BooksResource.Step = { record, _, _ in
    guard !record.isTrue("is_primary") else {
      throw Refusal.books(
        400, 1003, "The primary location cannot be deleted or made inactive.")
    }
  }

  private static func enable(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      try BooksSettings.set("locations", "enabled", db)
      let organization = try Organization.current(db)
      if try BooksRecord.all("location", db).isEmpty {
        let now = Int64(call.now.timeIntervalSince1970)
        var head = BooksRecord(id: try BooksStart.nextID(db), kind: "location", created: now)
        head.members = [
          "location_name": .string(organization.name), "type": "general", "is_primary": true,
        ]
        try head.save(db)
        try call.record(
          .created, "locations", head.id, ["location_name": .string(organization.name)], db)
      }
    }
    return BooksCall.success("We're enabling locations for your organization.")
  }
}
