import GRDB

/// https://www.zoho.com/books/api/v3/organizations/ and https://www.zoho.com/books/api/v3/users/
enum OrganizationCalls {
  static let routes = [
    BooksRoute("GET", "organizations", "settings.READ", list),
    BooksRoute("GET", "organizations/{organization_id}", "settings.READ", get),
    BooksRoute("GET", "users", "settings.READ", users),
    BooksRoute("GET", "users/me", "settings.READ") { call in
      try user(call, id: call.caller.userID)
    },
    BooksRoute("GET", "users/{user_id}", "settings.READ") { call in
      try user(call, id: call.parameters["user_id"] ?? "")
    },
  ]

  private static func list(_ call: BooksCall) throws -> ZohoReply {
    let organization = try call.read { db in
      var organization = try summary(db)
      let user = try call.user(db)
      organization.append("contact_name", .string(user.fullName))
      organization.append("email", .string(user.email))
      organization.append("plan_type", 130)
      organization.append("plan_period", "Monthly")
      organization.append("tax_group_enabled", true)
      organization.append("user_role", "admin")
      organization.append("user_status", 1)
      return organization
    }
    return BooksCall.success(["organizations": .array([.object(organization)])])
  }

  private static func get(_ call: BooksCall) throws -> ZohoReply {
    let organization = try call.read { db in
      var organization = try summary(db)
      let named = call.parameters["organization_id"] ?? ""
      guard organization["organization_id"] == .string(named) else {
        throw Refusal.booksForeignOrganization(named)
      }
      organization.append("date_format", "dd MMM yyyy")
      organization.append("field_separator", " ")
      organization.append("email", .string(try Organization.current(db).primaryEmail))
      organization.append("tax_id_label", "VAT Number")
      organization.append("tax_id_value", "")
      organization.append("phone", "")
      organization.append("website", "")
      organization.append(
        "address",
        [
          "street_address1": .string(OrganizationAddress.lines[0]), "street_address2": "",
          "city": .string(OrganizationAddress.lines[1]), "state": "", "country": "U.K",
          "zip": .string(OrganizationAddress.lines[2]),
        ])
      return organization
    }
    return BooksCall.success(["organization": .object(organization)])
  }

  private static func summary(_ db: Database) throws -> JSONObject {
    let organization = try Organization.current(db)
    let currency = try Currency.base(db)
    return [
      "organization_id": .string(organization.booksID), "name": .string(organization.name),
      "is_default_org": true, "plan_name": .string(organization.booksPlan),
      "language_code": "en", "fiscal_year_start_month": "april",
      "account_created_date": "2022-04-01", "time_zone": "Europe/London",
      "is_org_active": true, "currency_id": .string(String(currency.id)),
      "currency_code": .string(currency.code), "currency_symbol": .string(currency.symbol),
      "currency_format": .string(currency.format), "price_precision": JSONValue(currency.places),
    ]
  }

  private static func users(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query,
      sorts: [
        "name": "first_name || ' ' || last_name", "email": "email", "user_role": "role",
        "status": "status",
      ], defaultSort: "name", descending: false, tiebreak: "id")
    switch call.query["filter_by"] {
    case "Status.Active": list.require("status = 'active'")
    case "Status.Inactive": list.require("status <> 'active'")
    case "Status.Invited", "Status.Deleted": list.require("0")
    default: break
    }
    let page = try call.read { try list.rows(select: "SELECT * FROM users", $0) }
    let users = try page.rows.map { row -> JSONValue in
      let user = try User(row: row)
      return [
        "user_id": .string(user.id), "name": .string(user.fullName),
        "email": .string(user.email), "user_role": .string(bookRole(user)),
        "status": .string(user.status == "active" ? "active" : "inactive"),
        "is_current_user": JSONValue(user.id == call.caller.userID), "user_type": "zoho",
        "photo_url": "",
      ]
    }
    return BooksCall.success([
      "users": .array(users), "page_context": list.context(hasMore: page.hasMore, report: "Users"),
    ])
  }

  private static func user(_ call: BooksCall, id: String) throws -> ZohoReply {
    let user = try call.read { try User.find(id: id, $0) }
    guard let user else { throw Refusal.booksMissing("User") }
    return BooksCall.success([
      "user": [
        "user_id": .string(user.id), "name": .string(user.fullName),
        "email_ids": [["email": .string(user.email), "is_selected": true]],
        "status": .string(user.status == "active" ? "active" : "inactive"),
        "user_role": .string(bookRole(user)), "user_type": "zoho", "photo_url": "",
        "is_employee": true, "custom_fields": [],
      ]
    ])
  }

  private static func bookRole(_ user: User) -> String {
    user.profile == "Administrator" ? "admin" : "staff"
  }
}

/// Where the organization sits, as its papers show it.
enum OrganizationAddress {
  static let lines = ["1 Capstan Yard", "London", "E14 0AA"]
}
