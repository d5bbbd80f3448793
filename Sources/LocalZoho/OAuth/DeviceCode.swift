import FoundationEssentials
import GRDB

/// What a device without a browser waits with while its user consents elsewhere.
/// https://www.zoho.com/accounts/protocol/oauth/devices/initiation-request.html
struct DeviceCode: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "device_codes"

  enum State: String, Codable, Hashable, Sendable {
    case pending, accepted, refused
    /// Accepted by a user of another data centre, where the device goes on.
    case moved
  }

  /// How long it lives, in seconds.
  static let life: TimeInterval = 300
  /// How long a device waits between two polls, in seconds.
  static let interval: TimeInterval = 5

  var code: String
  /// What the user types: eight letters and digits.
  var userCode: String
  var clientID: String
  /// Separated by spaces.
  var scopes: String
  /// Whether a refresh token may be given, and whether consent is asked anew.
  var isOffline: Bool
  var isFresh: Bool
  var state = State.pending
  /// Where the user lives, once that is known.
  var location: String?
  /// Seconds since 1970.
  var expires: Double
  var lastPoll: Double?

  enum CodingKeys: String, CodingKey {
    case code, scopes, state, location, expires
    case userCode = "user_code"
    case clientID = "client_id"
    case isOffline = "is_offline"
    case isFresh = "is_fresh"
    case lastPoll = "last_poll"
  }

  static func find(userCode: String, _ db: Database) throws -> DeviceCode? {
    let typed = userCode.uppercased().filter { $0 != "-" && $0 != " " }
    return try filter(Column("user_code") == typed).fetchOne(db)
  }
}
