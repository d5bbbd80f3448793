import GRDB

/// A module: a kind of record, with its own table.
/// https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html
struct CRMModule: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_modules"

  var id: String
  var apiName: String
  var singularLabel: String
  var pluralLabel: String
  /// API name of the field that names a record.
  var nameField: String
  /// The system's own field for the duplicate check of an upsert.
  var duplicateCheckField: String?
  /// Modules that no client reaches by their name stay reachable as related lists.
  var isAPISupported: Bool
  var sequence: Int
  var isCustom = false

  /// The table that holds its records, quoted for SQL.
  var table: String { CRMModule.table(apiName) }

  static func table(_ apiName: String) -> String { "\"crm_\(apiName)\"" }

  /// The part of a scope that names it: `ZohoCRM.modules.deals.READ`.
  var scopeName: String { isCustom ? "custom" : apiName.lowercased() }
}
