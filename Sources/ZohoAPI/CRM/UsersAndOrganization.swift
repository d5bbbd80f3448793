import FoundationEssentials
import Sales

extension Request where Response == User {
  /// The user who signed in.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-users.html>
  public static func currentUser() -> Self {
    Request(.crm, .get, "/users", query: [("type", "CurrentUser")]) { reply in
      guard let user = try CRMRows.all(reply, "users", row: \UserRecord.user).first else {
        throw ZohoError.unreadable(
          path: reply.path, status: reply.status, reason: "no current user")
      }
      return user
    }
  }
}

extension List where Row == User {
  /// Everybody who has or had access, by whom deals may still be owned.
  public static func users() -> List<User> {
    crm("/users", name: "users", query: [("type", "AllUsers")]) {
      (record: UserRecord, _) in record.user
    }
  }
}

/// A user as CRM sends them.
private struct UserRecord: Decodable, Sendable {
  let user: User

  enum CodingKeys: String, CodingKey {
    case id, email, status
    case fullName = "full_name"
    case firstName = "first_name"
    case lastName = "last_name"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let parts = [try container.text(.firstName), try container.text(.lastName)]
    user = User(
      id: User.ID(try container.decode(String.self, forKey: .id)),
      name: try container.text(.fullName) ?? parts.compactMap { $0 }.joined(separator: " "),
      email: try container.text(.email) ?? "",
      isActive: try container.text(.status) == "active")
  }
}

/// The organization as CRM describes it.
public struct CRMOrganization: Hashable, Sendable, Codable {
  /// Its id at Zoho (`zgid`).
  public let id: String
  /// The company's name.
  public let name: String
  /// The home currency.
  public let currency: Currency
  /// The edition (`paid_type`), such as `enterprise`.
  public let edition: String
  /// How many users are paid for; the day's credits grow with it. Nil when Zoho does not say.
  public let seats: Int?
  /// What it is for: `production`, `sandbox`, `developer`.
  public let environment: String
  /// Its time zone, such as `Europe/London`.
  public let timeZone: String?
}

extension Request where Response == CRMOrganization {
  /// The organization whose records the token reaches.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-org-data.html>
  public static func organization() -> Self {
    Request(.crm, .get, "/org") { reply in
      let record = try CRMRows.all(reply, "org") { (record: OrganizationRecord) in record }.first
      guard let record, let id = record.zgid?.value ?? record.id else {
        throw ZohoError.unreadable(
          path: reply.path, status: reply.status, reason: "no organization")
      }
      return CRMOrganization(
        id: id, name: record.name ?? "", currency: Currency(record.currency ?? ""),
        edition: record.license?.edition ?? "free",
        seats: record.license?.seats.map { Int("\($0.value)") ?? 0 },
        environment: record.environment ?? "production", timeZone: record.timeZone)
    }
  }
}

/// An organization as CRM sends it.
private struct OrganizationRecord: Decodable, Sendable {
  let id: String?
  let zgid: LenientText?
  let name: String?
  let currency: String?
  let environment: String?
  let timeZone: String?
  let license: License?

  struct License: Decodable, Sendable {
    let edition: String?
    let seats: LenientDecimal?

    enum CodingKeys: String, CodingKey {
      case edition = "paid_type"
      case seats = "users_license_purchased"
    }
  }

  enum CodingKeys: String, CodingKey {
    case id, zgid
    case name = "company_name"
    case currency = "iso_code"
    case environment = "type"
    case timeZone = "time_zone"
    case license = "license_details"
  }
}
