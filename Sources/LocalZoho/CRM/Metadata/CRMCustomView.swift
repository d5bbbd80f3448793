import GRDB

/// A saved filter of a module.
/// https://www.zoho.com/crm/developer/docs/api/v8/custom-view-meta.html
struct CRMCustomView: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_custom_views"

  var id: String
  var module: String
  var name: String
  var systemName: String
  var isDefault: Bool
  /// Which records it shows.
  var filter: Filter
  var fields: [String]
  var sequence: Int
  /// API name of the field that orders it; nil for the order of ids.
  var sortBy: String?
  /// asc or desc
  var sortOrder: String?

  enum Filter: String, Codable, Hashable, Sendable {
    case all, mine, openDeals, wonDeals
  }
}
