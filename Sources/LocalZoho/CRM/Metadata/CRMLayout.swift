import GRDB

/// How a module's form is laid out.
/// https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html
struct CRMLayout: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_layouts"

  var id: String
  var module: String
  var name: String
  var sections: [Section]

  struct Section: Codable, Hashable, Sendable {
    var id: String
    var name: String
    var sequence: Int
  }
}
