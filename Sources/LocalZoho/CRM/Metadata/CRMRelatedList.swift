import GRDB

/// Records that hang on a record of another module.
/// https://www.zoho.com/crm/developer/docs/api/v8/related-list-meta.html
struct CRMRelatedList: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_related_lists"

  var id: String
  /// The module of the parent.
  var module: String
  var apiName: String
  var label: String
  /// Modules whose records it shows; several for the lists of activities.
  var members: [Member]
  /// Which activities it shows.
  var activities: ActivityState?
  var sequence: Int

  struct Member: Codable, Hashable, Sendable {
    var module: String
    /// API name of the lookup that leads to the parent.
    var lookup: String
  }

  enum ActivityState: String, Codable, Hashable, Sendable {
    case open, closed
  }
}
