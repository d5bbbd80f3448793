import GRDB

/// https://www.zoho.com/books/api/v3/organizations/
enum OrganizationCalls {
  static let routes = [
    BooksRoute("GET", "organizations", "settings.READ", list),
    BooksRoute("GET", "organizations/{organization_id}", "settings.READ", get),
    BooksRoute("PUT", "organizations/{organization_id}", "settings.UPDATE", update),
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
    BooksCall.success(["organization": .object(try call.read { try detail(call, $0) })])
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    let organization = try call.write { db in
      _ = try detail(call, db)
      var record = try particulars(db)
      try members.fill(&record.members, from: fields, db)
      try record.save(db)
      if let name = try fields.text("name", limit: 100) {
        guard !name.isEmpty else { throw Refusal.booksInvalid("name") }
        try db.execute(sql: "UPDATE organization SET name = ?", arguments: [name])
      }
      try call.record(
        .changed, "organizations", record.id, ["members": JSONValue(fields.object.count)], db)
      return try detail(call, db)
    }
    return BooksCall.success(["organization": .object(organization)])
  }

  /// What an organization may say of itself beyond its name.
  private static let members: [RecordMember] = [
    .text("date_format", initial: "dd MMM yyyy"), .text("field_separator", initial: " "),
    .text("company_id_label"), .text("company_id_value"),
    .text("tax_id_label", initial: "VAT Number"), .text("tax_id_value"), .text("org_address"),
    .text("remit_to_address"), .text("phone"), .text("fax"), .text("website"),
    .text("industry_type"), .text("industry_size"),
    .address("address", ["street_address1", "street_address2", "city", "state", "country", "zip"]),
  ]

  private static func particulars(_ db: Database) throws -> BooksRecord {
    if let known = try BooksRecord.all("organization", db).first { return known }
    return BooksRecord(
      id: 4_600_000_000_000_000_001, kind: "organization",
      members: [
        "address": [
          "street_address1": .string(OrganizationAddress.lines[0]), "street_address2": "",
          "city": .string(OrganizationAddress.lines[1]), "state": "", "country": "U.K",
          "zip": .string(OrganizationAddress.lines[2]),
        ]
      ], created: 1_648_771_200)
  }

  private static func detail(_ call: BooksCall, _ db: Database) throws -> JSONObject {
    var organization = try summary(db)
    let named = call.parameters["organization_id"] ?? ""
    guard organization["organization_id"] == .string(named) else {
      throw Refusal.booksForeignOrganization(named)
    }
    organization["email"] = .string(try Organization.current(db).primaryEmail)
    organization["contact_name"] = .string(try call.user(db).fullName)
    try members.show(
      try particulars(db).members, inRow: false, into: &organization, db)
    organization["custom_fields"] = []
    return organization
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
}

/// Where the organization sits, as its papers show it.
enum OrganizationAddress {
  static let lines = ["1 Capstan Yard", "London", "E14 0AA"]
}
