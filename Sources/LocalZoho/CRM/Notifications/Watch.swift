import FoundationEssentials
import GRDB

/// What one channel wants to know of one module.
/// https://www.zoho.com/crm/developer/docs/api/v8/notifications/overview.html
struct Watch: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_watches"

  /// What can happen to a record, in Zoho's words for events.
  static let operations = ["create", "edit", "delete"]
  /// The life of a channel when the client names none, and the longest, in seconds.
  static let usualLife: Int64 = 3600
  static let longestLife: Int64 = 7 * 86_400

  /// The client chose it.
  var channelID: String
  var userID: String
  var module: String
  /// Some of ``operations``, separated by spaces.
  var operations: String
  var notifyURL: String
  var token: String?
  /// Seconds since 1970.
  var expiry: Int64
  var notifiesRelated: Bool
  var returnsValues: Bool
  /// `notification_condition` of this module, as JSON.
  var condition: String?
  /// The last entry of the ledger that it must not be told of.
  var afterEffect: Int64
  var baseURL: String

  enum CodingKeys: String, CodingKey {
    case module, operations, token, expiry, condition
    case channelID = "channel_id"
    case userID = "user_id"
    case notifyURL = "notify_url"
    case notifiesRelated = "notifies_related"
    case returnsValues = "returns_values"
    case afterEffect = "after_effect"
    case baseURL = "base_url"
  }

  var operationList: [String] { operations.split(separator: " ").map(String.init) }

  var resourceURI: String { "\(baseURL)/crm/v8/\(module)" }

  private var expiryText: JSONValue {
    .string(Timestamp.crm(Date(timeIntervalSince1970: Double(expiry))))
  }

  /// What the answers to changes say.
  func summary(_ metadata: CRMMetadata) -> JSONValue {
    [
      "channel_expiry": expiryText, "resource_uri": .string(resourceURI),
      "resource_id": JSONValue(metadata.module(module)?.id), "resource_name": .string(module),
      "channel_id": .string(channelID),
    ]
  }

  /// What the list says.
  func json(_ metadata: CRMMetadata) throws -> JSONValue {
    [
      "notify_on_related_action": JSONValue(notifiesRelated), "channel_expiry": expiryText,
      "return_affected_field_values": JSONValue(returnsValues),
      "resource_uri": .string(resourceURI),
      "resource_id": JSONValue(metadata.module(module)?.id), "notify_url": .string(notifyURL),
      "resource_name": .string(module), "fields": nil,
      "notification_condition": try condition.map { [try JSONValue(parsing: $0)] } ?? nil,
      "channel_id": .string(channelID),
      "events": .array(operationList.map { "\(module).\($0)" }), "token": JSONValue(token),
    ]
  }

  /// Whether a change of these fields is worth a notice.
  func concerns(_ fields: Set<String>) throws -> Bool {
    guard let condition else { return true }
    return Self.matches(try JSONValue(parsing: condition)["field_selection"] ?? .null, fields)
  }

  private static func matches(_ selection: JSONValue, _ fields: Set<String>) -> Bool {
    guard let group = selection["group"]?.arrayValue, !group.isEmpty else {
      let name = selection["field"]?["api_name"]?.stringValue ?? selection["api_name"]?.stringValue
      return name.map(fields.contains) ?? true
    }
    return selection["group_operator"] == "and"
      ? group.allSatisfy { matches($0, fields) } : group.contains { matches($0, fields) }
  }
}
