import GRDB

/// How a module's form is laid out.
/// https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html
struct CRMLayout: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_layouts"

  var id: String
  var module: String
  var name: String
  var sections: [Section]
  /// What it changes of the module's fields; nil when nothing.
  var terms: Terms?

  struct Terms: Codable, Hashable, Sendable {
    var isActive = true
    /// Fields that are required here beside those that always are.
    var required: [String] = []
    /// Fields that it does not show.
    var hidden: [String] = []
    /// The choices it offers, where they are not all.
    var pickLists: [String: [String]] = [:]
  }

  struct Section: Codable, Hashable, Sendable {
    var id: String
    var name: String
    var sequence: Int
  }
}
