import FoundationEssentials

/// `GET /org`, `/org/currencies` and `/users`.
extension CRMCall {
  static let organizationRoutes = [
    CRMRoute("GET", "org", "org.READ") { .json(200, ["org": [try $0.organization()]]) },
    CRMRoute("GET", "org/currencies", "settings.currencies.READ") { try $0.currencies() },
    CRMRoute("GET", "org/currencies/{id}", "settings.currencies.READ") { try $0.currencies() },
  ]

  static let userRoutes = [
    CRMRoute("GET", "users", "users.READ") { try $0.listUsers() },
    CRMRoute("GET", "users/actions/count", "users.READ") {
      .json(200, ["count": JSONValue(try $0.users(ofType: User.all($0.db)).count)])
    },
    CRMRoute("GET", "users/{id}", "users.READ") { try $0.user() },
  ]

  private func currencies() throws -> ZohoReply {
    let id = parameters["id"]
    let currencies = try CRMCurrency.all(db).filter { id == nil || $0.id == id }
    guard !currencies.isEmpty else { return .empty(204) }
    return .json(200, ["currencies": .array(currencies.map(currency))])
  }

  /// https://www.zoho.com/crm/developer/docs/api/v8/get-org-data.html
  private func organization() throws -> JSONValue {
    let organization = try Organization.current(db)
    let base = try CRMCurrency.all(db).first(where: \.isBase)
    return [
      "country": nil, "photo_id": nil, "city": nil, "description": nil, "mc_status": true,
      "gapps_enabled": false, "translation_enabled": false, "street": nil,
      "domain_name": .string("org\(organization.zgid)"), "deletable_org_account": true,
      "alias": nil, "currency": JSONValue(base?.name), "id": .string(organization.crmID),
      "state": nil, "fax": nil, "employee_count": nil, "zip": nil, "website": nil,
      "currency_symbol": JSONValue(base?.symbol), "mobile": nil, "currency_locale": "en_GB",
      "primary_zuid": .string(User.administrator.zuid), "zia_portal_id": nil,
      "time_zone": "Etc/UTC", "zgid": .string(organization.zgid), "country_code": "GB",
      "license_details": [
        "paid_expiry": nil, "users_license_purchased": JSONValue(organization.seats),
        "portal_users_license_purchased": 0,
        "trial_type": nil, "trial_expiry": nil,
        "paid": JSONValue(organization.edition != "free"),
        "paid_type": .string(organization.edition),
      ],
      "phone": nil, "company_name": .string(organization.name), "privacy_settings": false,
      "primary_email": .string(organization.primaryEmail),
      "iso_code": JSONValue(base?.isoCode ?? organization.currency),
      "hipaa_compliance_enabled": false, "lite_users_enabled": false, "max_per_page": 200,
      "ezgid": .string(organization.zgid), "call_icon": "telephony", "oauth_presence": true,
      "type": "production",
      "created_time": .string(Organization.createdTime),
      "hierarchy_preferences": ["type": "Role_Hierarchy", "strictly_reporting": false],
    ]
  }

  /// https://www.zoho.com/crm/developer/docs/api/v8/get-currencies.html
  private func currency(_ currency: CRMCurrency) -> JSONValue {
    let administrator: JSONValue = [
      "name": .string(User.administrator.fullName), "id": .string(User.administrator.id),
    ]
    return [
      "symbol": .string(currency.symbol), "created_time": .string(Organization.createdTime),
      "is_active": JSONValue(currency.isActive),
      "exchange_rate": .string(
        ScaledNumber.text(currency.rateBillionths, places: CRMCurrency.ratePlaces)),
      "format": [
        "decimal_separator": "Period", "thousand_separator": "Comma", "decimal_places": "2",
        "numeral_system": "International",
      ],
      "created_by": administrator, "prefix_symbol": true, "is_base": JSONValue(currency.isBase),
      "modified_time": .string(Organization.createdTime), "name": .string(currency.name),
      "modified_by": administrator,
      "id": .string(currency.id), "iso_code": .string(currency.isoCode),
    ]
  }

  /// https://www.zoho.com/crm/developer/docs/api/v8/get-users.html
  private func user() throws -> ZohoReply {
    let id = String(try recordID())
    guard let user = try User.find(id: id, db) else { return .empty(204) }
    return .json(200, ["users": [try reply(user)]])
  }

  private func listUsers() throws -> ZohoReply {
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let wanted = try users(ofType: User.all(db))
    let ids = request.query["ids"].map { Set(names($0)) }
    let found = wanted.filter { ids?.contains($0.id) ?? true }
    let before = (page - 1) * perPage
    let shown = found.dropFirst(before).prefix(perPage)
    guard !shown.isEmpty else { return .empty(204) }
    return .json(
      200,
      [
        "users": .array(try shown.map(reply)),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(shown.count),
          "page": JSONValue(page), "more_records": JSONValue(found.count > before + perPage),
        ],
      ])
  }

  private func users(ofType all: [User]) throws -> [User] {
    let active = all.filter { $0.status == "active" }
    switch request.query["type"] ?? "AllUsers" {
    case "AllUsers", "AllActiveUsers": return all.filter { $0.status != "deleted" }
    case "CurrentUser": return all.filter { $0.id == caller.userID }
    case "ActiveUsers", "ConfirmedUsers", "ActiveConfirmedUsers": return active
    case "AdminUsers", "ActiveConfirmedAdmins":
      return active.filter { $0.profile == "Administrator" }
    case "DeactiveUsers": return all.filter { $0.status == "disabled" }
    case "DeletedUsers": return all.filter { $0.status == "deleted" }
    case "NotConfirmedUsers", "DeveloperUsers", "ActiveLiteUsers": return []
    default:
      throw Refusal.crm(
        400, "PATTERN_NOT_MATCHED", "Please check whether the input values are correct",
        details: ["api_name": "type"])
    }
  }

  private func reply(_ user: User) throws -> JSONValue {
    let settings = SettingsTable(self)
    let profile = try settings.profiles().first { $0.name == user.profile }
    let role = try settings.roles().first { $0.name == user.role }
    return [
      "country": nil, "language": "en_GB", "microsoft": false, "id": .string(user.id),
      "state": nil, "fax": nil, "country_locale": "en_GB", "zip": nil, "created_time": nil,
      "time_format": "HH:mm", "offset": 0,
      "profile": [
        "name": .string(user.profile),
        "id": .string(profile?.id ?? CRMProfile.id(of: "profile", user.profile)),
      ],
      "role": [
        "name": .string(user.role),
        "id": .string(role?.id ?? CRMProfile.id(of: "role", user.role)),
      ],
      "created_by": nil, "full_name": .string(user.fullName), "zuid": .string(user.zuid),
      "phone": nil, "dob": nil, "status": .string(user.status), "city": nil, "signature": nil,
      "sort_order_preference__s": "First Name,Last Name", "category": "regular_user",
      "date_format": "dd/MM/yyyy", "confirm": JSONValue(user.status == "active"),
      "decimal_separator": "Period", "number_separator": "Comma", "time_zone": "Etc/UTC",
      "last_name": .string(user.lastName), "mobile": nil, "Reporting_To": nil,
      "Currency": "GBP", "Modified_Time": nil, "website": nil, "status_reason__s": nil,
      "email": .string(user.email), "first_name": .string(user.firstName),
      "sandboxDeveloper": false, "alias": nil, "street": nil, "Modified_By": nil,
      "Isonline": JSONValue(user.id == caller.userID), "locale": "en_GB",
      "name_format__s": "Salutation,First Name,Last Name", "personal_account": false,
      "type__s": "Regular User",
    ]
  }
}
